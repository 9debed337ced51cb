"""Places: the names of cities for the zones whose clocks they go by, kept as data."""

from functools import cache
from pathlib import Path
from typing import NamedTuple


class Places(NamedTuple):
    """Zone by folded place name, and the name shown for a zone."""

    zones: dict[str, str]
    shown: dict[str, str]


def fold(text: str) -> str:
    """Text as it is compared: no case, no accents, single spaces.

    >>> fold(" Brasília ")
    'brasilia'
    """
    if not text.isascii():
        # Plain ASCII, nearly everything that is typed, does not pay for the import.
        import unicodedata  # noqa: PLC0415

        parts = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in parts if not unicodedata.combining(char))
    return " ".join(text.casefold().split())


@cache
def places() -> Places:
    """The places of `places.toml`, read on first use."""
    import tomli  # noqa: PLC0415 - a plain listing needs no place by name

    table = tomli.loads(Path(__file__).with_name("places.toml").read_text(encoding="utf-8"))
    return Places({fold(name): zone for name, zone in table["place"].items()}, table["shown"])
