"""The lines that a reader of a page sees, in order, and which of them is its main heading."""

from typing import Any, NamedTuple

from lxml import etree  # type: ignore[import-untyped]

_MOST_LINES = 400
_LEFT_OUT = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "aside",
        "footer",
        "form",
        "select",
        "svg",
        "head",
        "iframe",
        "object",
        "button",
    }
)
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    }
)


class Lines(NamedTuple):
    """Lines of a page.

    Attributes:
        heading: which of them is the first `h1`; None where the page has none.
    """

    texts: tuple[str, ...]
    heading: int | None


def visible_lines(tree: Any) -> Lines:  # noqa: ANN401  # lxml has no types of its own
    """The first lines of a page, without its menus, forms and scripts."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    lines: list[str] = []
    words: list[str] = []
    heading = None

    def end_line() -> None:
        line = " ".join("".join(words).split())
        words.clear()
        if line:
            lines.append(line)

    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _LEFT_OUT or not tag:
                walk.skip_subtree()
                continue
            if tag not in _INLINE:
                end_line()
            if tag == "h1" and heading is None:
                heading = len(lines)
            words.append(element.text or "")
        else:
            if tag not in _INLINE and tag not in _LEFT_OUT and tag:
                end_line()
            words.append(element.tail or "")
        if len(lines) >= _MOST_LINES:
            break
    end_line()
    return Lines(tuple(lines), heading)
