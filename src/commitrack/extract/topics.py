"""Topics: "this area" in a title, told by what the sentence opens with: "Regarding trade, they"."""

from commitrack.extract.scenes import Scene


def with_topic(scene: Scene, first: int, end: int, text: str) -> str | None:
    """The words between two tokens with the topic in them; None where they point to none."""
    pointer = _pointer(scene, first, end)
    topic = _topic(scene, first) if pointer is not None else None
    if pointer is None or topic is None:
        return None
    starts, ends = scene.tokens.starts, scene.tokens.ends
    return "".join(
        (
            text[starts[first] : starts[pointer]],
            text[starts[topic.start] : ends[topic.stop - 1]],
            text[ends[pointer + 1] : ends[end - 1]],
        )
    )


def _pointer(scene: Scene, first: int, end: int) -> int | None:
    """The first token of "this area"."""
    for at in range(first, end - 1):
        if scene.is_in("pointing-words", at) and scene.is_in("topic-nouns", at + 1):
            return at
    return None


def _topic(scene: Scene, before: int) -> range | None:
    """The tokens from the last article, else from the opening word on, up to the comma."""
    opening = next((i for i in range(before) if scene.is_in("topic-words", i)), None)
    if opening is None:
        return None
    lows, start = scene.tokens.lows, opening + 1
    stop = next((i for i in range(start, before) if lows[i] == ","), max(start, before))
    articles = [i for i in range(start, stop) if scene.is_in("articles", i)]
    first = articles[-1] if articles else start
    return range(first, stop) if first < stop else None
