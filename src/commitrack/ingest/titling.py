"""The title that a text gives itself, for whoever wants no more of it."""

from commitrack.ingest.head import head_of
from commitrack.ingest.headline import find_title
from commitrack.ingest.kinds import Kind


def title_of(kind: Kind, text: str) -> str | None:
    """The title of a plain text or of Markdown, as reading it as an article has it."""
    if kind is not Kind.MARKDOWN:
        told = find_title(head_of(text))
        return None if told is None else told.value
    from commitrack.ingest.markdown import MARKUP, told_by_markdown  # noqa: PLC0415  # few are

    marked = told_by_markdown(text)
    told = marked.told.title or find_title(head_of(text, skipped=marked.front_lines, markup=MARKUP))
    return None if told is None else told.value
