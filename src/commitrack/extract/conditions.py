"""Conditions: the words of a sentence that say on what a statement depends."""

from commitrack.extract.scenes import Scene

_LONGEST_CONDITION = 160


def condition_of(scene: Scene, text: str) -> str | None:
    """From "if", "unless", "subject to" to the end of that clause; None where there is none."""
    tokens, classes = scene.tokens, scene.lexicon.classes
    for i, low in enumerate(tokens.lows):
        opens = low in classes["condition-words"] and not scene.is_in("asking-words", i - 1)
        if not opens and not _is_phrase(scene, i):
            continue
        end = i + 1
        while end < len(tokens.lows) and tokens.lows[end] not in ',;.!?"”':
            end += 1
        words = " ".join(text[tokens.starts[i] : tokens.ends[end - 1]].split())
        return words[:_LONGEST_CONDITION].strip() or None
    return None


def _is_phrase(scene: Scene, at: int) -> bool:
    """Whether "subject to", "conditional on" begins here."""
    following = scene.tokens.lows[at + 1 : at + 2]
    return scene.is_in("condition-heads", at) and any(
        low in scene.lexicon.classes["condition-links"] for low in following
    )
