"""Conditions: the words of a sentence that say on what a statement depends."""

from collections.abc import Sequence

from commitrack.extract.marks import DOUBLE_QUOTES, LOOSE_ENDS
from commitrack.extract.scenes import Scene

_LONGEST_CONDITION = 160
_ENDS = LOOSE_ENDS | DOUBLE_QUOTES


def condition_of(scene: Scene, text: str) -> str | None:
    """From "if", "unless", "subject to" to the end of that clause; None where there is none."""
    found = condition_tokens(scene)
    if not found:
        return None
    tokens = scene.tokens
    words = " ".join(text[tokens.starts[found[0]] : tokens.ends[found[-1]]].split())
    return words[:_LONGEST_CONDITION].strip() or None


def condition_tokens(scene: Scene) -> range:
    """The tokens of the condition; none where there is no condition."""
    tokens, classes = scene.tokens, scene.lexicon.classes
    openers = ("condition-words", "condition-heads", "inverted-if")
    if all(classes[name].isdisjoint(tokens.lows) for name in openers):
        return range(0)
    for i, low in enumerate(tokens.lows):
        opens = low in classes["condition-words"] and not scene.is_in("asking-words", i - 1)
        inverts = low in classes["inverted-if"] and _opens_clause(tokens.lows, i)
        is_phrase = not (opens or inverts)
        if is_phrase and not _is_phrase(scene, i):
            continue
        end = i + 1
        while end < len(tokens.lows) and tokens.lows[end] not in _ENDS:
            if is_phrase and _joins_verb(scene, end):
                break
            end += 1
        return range(i, end)
    return range(0)


def _opens_clause(lows: Sequence[str], at: int) -> bool:
    """Whether it is the first word, as in "Should talks fail, they will", or after a comma."""
    return at == 0 or (at == 1 and not lows[0][0].isalnum())


def _joins_verb(scene: Scene, at: int) -> bool:
    """Whether another verb follows: "subject to approval and will expire"."""
    return scene.is_in("coordinators", at) and scene.is_in("modals", at + 1)


def _is_phrase(scene: Scene, at: int) -> bool:
    """Whether "subject to", "conditional on" begins here."""
    following = scene.tokens.lows[at + 1 : at + 2]
    return scene.is_in("condition-heads", at) and any(
        low in scene.lexicon.classes["condition-links"] for low in following
    )
