"""The lines of a shell's start-up file that print what the last run prepared, without Python."""

from commitrack.remind.scheduled import require_one_line

SHELLS = ("bash", "zsh", "fish")
STOPPED_AFTER_DAYS = 2

_STOPPED = "commitrack: reminders have not run for %s days: commitrack remind status"
_NEVER = "commitrack: reminders have not run yet: commitrack remind status"

# A number that comes from a file is looked at before it is reckoned with: bash would run
# what stands in it. An empty file says nothing. fish has no clock of its own, but tells when a
# file was written and how long ago, which together is now: starting `date` takes 2 ms.
_POSIX = """\
_commitrack_reminders() {
  @INTERACTIVE@ || return 0
  if [[ ! -e $1 ]]; then printf '%s\\n' '@NEVER@'; return 0; fi
  [[ -r $1 && -s $1 ]] || return 0
  local first='' line='' days=0
  {
    IFS= read -r first || :
    while IFS= read -r line || [[ -n $line ]]; do printf '%s\\n' "$line"; done
  } <"$1"
  first=${first#??}
  if [[ -n $first && $first != *[!0-9]* ]]; then
    @CLOCK@
    (( days = (${EPOCHSECONDS:-$(date +%s)} - 10#$first) / 86400 )) || :
    if (( days >= @DAYS@ )); then printf '@STOPPED@\\n' "$days"; fi
  fi
  return 0
}
_commitrack_reminders @PATH@
unset -f _commitrack_reminders"""

_FISH = """\
function _commitrack_reminders
    if not test -e $argv[1]
        echo '@NEVER@'
        return 0
    end
    test -r $argv[1]; or return 0
    set -l lines
    while read -l line
        set -a lines $line
    end <$argv[1]
    test (count $lines) -gt 1; and printf '%s\\n' $lines[2..-1]
    set -l first (string match -r '^# ([0-9]+)$' -- $lines[1])[2]
    if test -n "$first"
        set -l now
        if builtin -q path
            set now (math (path mtime $argv[1]) + (path mtime -R $argv[1]))
        else
            set now (command date +%s)
        end
        set -l days (math --scale=0 "($now - $first) / 86400")
        test $days -ge @DAYS@; and printf '@STOPPED@\\n' $days
    end
    return 0
end
status is-interactive; and _commitrack_reminders @PATH@
functions -e _commitrack_reminders"""

_INTERACTIVE = {"bash": "[[ $- == *i* ]]", "zsh": "emulate -L zsh; [[ -o interactive ]]"}
_CLOCK = {"bash": ":", "zsh": "zmodload zsh/datetime 2>/dev/null || :"}


def shell_lines(shell: str, pending: str) -> tuple[str, ...]:
    """The lines for one shell.

    They say nothing in a shell that no person types at; print the file without its first line;
    and say when the second in that first line is two days or more ago, or the file is missing.

    Args:
        shell: one of `SHELLS`.
        pending: the file that each run prepares.

    Raises:
        WriteError: the path holds a line end.
    """
    require_one_line(pending, "a shell's start-up file")
    text = _FISH if shell == "fish" else _POSIX
    for name, value in {
        "INTERACTIVE": _INTERACTIVE.get(shell, ""),
        "CLOCK": _CLOCK.get(shell, ""),
        "NEVER": _NEVER,
        "STOPPED": _STOPPED,
        "DAYS": str(STOPPED_AFTER_DAYS),
        "PATH": _quoted(shell, pending),
    }.items():
        text = text.replace(f"@{name}@", value)
    return tuple(text.split("\n"))  # not splitlines: a path may hold U+2028


def _quoted(shell: str, word: str) -> str:
    """One word in single quotes; fish alone knows the backslash there."""
    if shell == "fish":
        word = word.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{word}'"
    replaced = word.replace("'", "'\\''")
    return f"'{replaced}'"
