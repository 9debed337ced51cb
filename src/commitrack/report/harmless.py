"""Text from outside made harmless: nothing in it can steer a terminal or turn the line round."""

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_SPACES = frozenset("\t\n\r\v\f")
_JOINERS = frozenset("\u200c\u200d\u00ad")


def harmless(text: str) -> str:
    r"""The text on one line, with every control and every invisible character spelt out.

    White space becomes one space; escapes, bidirectional overrides and the like become `\x1b` or
    `\u202e`. Joiners, which scripts and emoji need, stay.

    >>> harmless("a\nb \x1b[31mred\u202e")
    'a b \\x1b[31mred\\u202e'
    """
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text.replace("\r\n", "\n"))


def _shown(character: str) -> str:
    from unicodedata import category  # noqa: PLC0415  # only for what is not printable

    if character in _SPACES:
        return " "
    if character in _JOINERS or category(character) not in _UNSAFE:
        return character
    if character.isascii():
        return f"\\x{ord(character):02x}"
    return character.encode("ascii", "backslashreplace").decode()
