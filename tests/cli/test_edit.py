"""`edit`: the ledger, or one commitment, in the user's editor; here a few lines of shell."""

from pathlib import Path

import pytest

from tests.cli.desk import Desk
from tests.cli.ledgers import BOOK


@pytest.fixture
def editor(desk: Desk) -> Desk:
    """A desk whose EDITOR runs what the test puts into `edit.sh`; `$1` is the file."""
    desk.write(BOOK)
    return desk


def use(desk: Desk, script: str, name: str = "EDITOR") -> None:
    path = desk.write(f"#!/bin/sh\n{script}\n", "../edit.sh")
    path.chmod(0o755)
    desk.environment[name] = str(path.resolve())


def draft_left_over(err: str) -> Path:
    """The file that an error says the text is in."""
    (line,) = [line for line in err.splitlines() if "your text is in " in line]
    return Path(line.partition("your text is in ")[2])


def test_the_whole_ledger_is_edited(editor: Desk) -> None:
    use(editor, "sed -i 's/Sign the treaty/Sign the pact/' \"$1\"")

    done = editor.run("edit")

    assert (done.code, done.out) == (0, "Changed commitments.toml\n")
    assert editor.text == BOOK.replace("Sign the treaty", "Sign the pact")


def test_one_commitment_is_edited_and_the_rest_keeps_its_bytes(editor: Desk) -> None:
    text = BOOK.replace("[commitment.duty]", "# about the duty\n[commitment.duty]").replace(
        "[commitment.coordinate]",
        '[[commitment.sign-treaty.event]]\ntype = "note"\n'
        "on = 2025-07-02\nrecorded = 2025-07-02\n\n"
        "[commitment.coordinate]",
    )
    editor.write(text)
    use(editor, 'cp "$1" "$0.seen"; sed -i \'s/2025-07-02/2025-07-03/; s/treaty"/pact"/\' "$1"')

    done = editor.run("edit sign-treaty")

    seen = (editor.folder.parent / "edit.sh.seen").read_text("utf-8")
    assert done.code == 0
    assert "Sign the bill" not in seen
    assert "[[commitment.sign-treaty.event]]" in seen
    assert editor.text == (
        text.replace(
            "on = 2025-07-02\nrecorded = 2025-07-02", "on = 2025-07-03\nrecorded = 2025-07-03"
        ).replace('treaty"', 'pact"')
    )


def test_visual_counts_more_than_editor(editor: Desk) -> None:
    use(editor, "sed -i 's/Sign the treaty/Sign the pact/' \"$1\"", "VISUAL")
    editor.environment["EDITOR"] = "false"

    assert editor.run("edit").code == 0


def test_an_editor_may_have_arguments(editor: Desk) -> None:
    editor.environment["EDITOR"] = "sed -i 's/Sign the treaty/Sign the pact/'"

    assert editor.run("edit").code == 0
    assert "Sign the pact" in editor.text


def test_nothing_changed_is_said(editor: Desk) -> None:
    editor.environment["EDITOR"] = "true"

    done = editor.run("edit")

    assert (done.code, done.out) == (0, "Nothing changed in commitments.toml\n")
    assert editor.text == BOOK


def test_what_is_no_valid_ledger_is_not_written_and_the_text_stays(editor: Desk) -> None:
    use(editor, "echo '[commitment.x' >> \"$1\"")

    done = editor.run("edit")

    assert done.code == 4
    assert "nothing was written" in done.err
    assert editor.text == BOOK
    left = draft_left_over(done.err)
    assert left.read_text("utf-8") == f"{BOOK}[commitment.x\n"
    left.unlink()


def test_what_is_not_utf_8_is_refused_and_the_text_stays(editor: Desk) -> None:
    use(editor, 'printf \'title = "\\377"\' >> "$1"')

    done = editor.run("edit")

    assert done.code in (2, 4)
    assert "Traceback" not in done.err
    assert editor.text == BOOK
    draft_left_over(done.err).unlink()


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(editor: Desk) -> None:
    use(
        editor,
        f"sed -i 's/treaty\"/pact\"/' \"$1\"; printf '\\n# mine\\n' >> {editor.ledger}; sleep 0.3",
    )

    done = editor.run("edit")

    assert done.code == 5
    assert "changed by somebody else meanwhile; nothing was written" in done.err
    assert editor.text == f"{BOOK}\n# mine\n"
    draft_left_over(done.err).unlink()


def test_another_block_may_change_meanwhile(editor: Desk) -> None:
    use(
        editor,
        f"sed -i 's/treaty\"/pact\"/' \"$1\"; printf '\\n# mine\\n' >> {editor.ledger}; sleep 0.3",
    )

    done = editor.run("edit sign-treaty")

    assert done.code == 0
    assert editor.text == BOOK.replace('treaty"', 'pact"') + "\n# mine\n"


def test_an_editor_that_fails_writes_nothing(editor: Desk) -> None:
    use(editor, "sed -i 's/treaty/pact/' \"$1\"; exit 3")

    done = editor.run("edit")

    assert done.code == 2
    assert "ended with 3; nothing was written" in done.err
    assert editor.text == BOOK
    draft_left_over(done.err).unlink()


@pytest.mark.parametrize("command", ["/nonexistent/editor", "'unclosed"])
def test_an_editor_that_cannot_run_is_said(editor: Desk, command: str) -> None:
    editor.environment["EDITOR"] = command

    done = editor.run("edit")

    assert done.code == 2
    assert "cannot run " in done.err


def test_no_editor_is_said(editor: Desk) -> None:
    done = editor.run("edit")

    assert done.code == 2
    assert "set EDITOR" in done.err


def test_an_edit_can_be_undone(editor: Desk) -> None:
    use(editor, "sed -i 's/Sign the treaty/Sign the pact/' \"$1\"")
    editor.run("edit")

    done = editor.run("undo")

    assert done.code == 0
    assert editor.text == BOOK


def test_line_ends_stay_as_they_are(editor: Desk) -> None:
    editor.write(BOOK.replace("\n", "\r\n"))
    use(editor, "sed -i 's/Sign the treaty/Sign the pact/' \"$1\"")

    editor.run("edit sign-treaty")

    assert editor.text == BOOK.replace("Sign the treaty", "Sign the pact").replace("\n", "\r\n")


def test_a_ledger_that_does_not_read_can_be_mended(editor: Desk) -> None:
    editor.write(BOOK + "[commitment.x\n")
    use(editor, "sed -i 's/^\\[commitment.x$//' \"$1\"")

    done = editor.run("edit")

    assert done.code == 0
    assert editor.text == BOOK + "\n"
