"""The lines that a reader of a page sees, in order, and which of them is its main heading."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from commitrack.ingest.head import Line
from commitrack.ingest.words import head_words

_MOST_LINES = 400
_DATES = ("date", "time", "publish")
_APART = " | "
_PARAGRAPH = 200
_LAST = 4
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

    @property
    def above_text(self) -> tuple[Line, ...]:
        """The lines down to the first that is long enough to be a paragraph."""
        return tuple(_above_paragraph(self.texts))

    @property
    def under_heading(self) -> tuple[Line, ...]:
        """Of those, the main heading and what follows it; without a heading, none."""
        return () if self.heading is None else self.above_text[self.heading :]


def visible_lines(tree: Any) -> Lines:  # noqa: ANN401  # lxml has no types of its own
    """The first lines of a page, without its menus, forms and scripts.

    What a line marks up as a date stands between bars in it, together with its label.
    """
    walk = etree.iterwalk(tree, events=("start", "end"))
    page = _Reading()
    for event, element in walk:
        if event == "end":
            page.close(element)
        elif _is_left_out(element):
            walk.skip_subtree()
        else:
            page.open(element)
        if len(page.lines) >= _MOST_LINES:
            break
    page.end_line()
    return Lines(tuple(page.lines), page.heading)


class _Reading:
    """The lines that are read so far, and the words of the one that is not over."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.heading: int | None = None
        self._words: list[str] = []

    def end_line(self) -> None:
        line = " ".join("".join(self._words).split()).strip("| ")
        self._words.clear()
        if line:
            self.lines.append(line)

    def open(self, element: Any) -> None:  # noqa: ANN401  # lxml's
        if element.tag not in _INLINE:
            self.end_line()
        elif _is_dated(element) and not _ends_with_label(self._words):
            self._words.append(_APART)
        if element.tag == "h1" and self.heading is None:
            self.heading = len(self.lines)
        self._words.append(element.text or "")

    def close(self, element: Any) -> None:  # noqa: ANN401  # lxml's
        if _is_left_out(element):
            pass
        elif element.tag not in _INLINE:
            self.end_line()
        elif _is_dated(element):
            self._words.append(_APART)
        self._words.append(element.tail or "")


def holds_page(element: Any) -> bool:  # noqa: ANN401  # lxml's
    """Whether it is a form around all of a page, as some servers write them."""
    return element.tag == "form" and next(element.iter("h1"), None) is not None


def _is_left_out(element: Any) -> bool:  # noqa: ANN401  # lxml's
    """Whether it is a comment, or no part of what a reader of the article sees."""
    is_tag = isinstance(element.tag, str)
    return not is_tag or (element.tag in _LEFT_OUT and not holds_page(element))


def _above_paragraph(texts: Iterable[str]) -> Iterator[Line]:
    for number, text in enumerate(texts, start=1):
        yield Line(number, text, stands_alone=True)
        if len(text) >= _PARAGRAPH:
            return


def _is_dated(element: Any) -> bool:  # noqa: ANN401  # lxml's
    """Whether its tag or its class says that it is a date."""
    marks = f"{element.tag} {element.get('class') or ''}".casefold()
    return any(mark in marks for mark in _DATES)


def _ends_with_label(words: list[str]) -> bool:
    """Whether a line, as far as it is read, ends with what a date is the date of."""
    labels = head_words()
    text = "".join(words[-_LAST:]).rstrip().removesuffix(":").rstrip().casefold()
    named = (*labels.updated, *labels.published, *labels.joints)
    return any(text.endswith(label) and not text[: -len(label)][-1:].isalnum() for label in named)
