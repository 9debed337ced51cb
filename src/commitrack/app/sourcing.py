"""Sources named on the command line: known ones, files and addresses; new ones are recorded."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from commitrack.app.looking import STDIN, GivenSource
from commitrack.app.naming import free_id, slug_of_words
from commitrack.app.resolving import resolve_id
from commitrack.domain.source import Source, SourceDetails
from commitrack.domain.when import day_of
from commitrack.errors import AmbiguousIdError, UnknownIdError, UsageError
from commitrack.files.archive import keep, kept_name, read_kept
from commitrack.ledger.blocks import Block, seen_block, source_block
from commitrack.ledger.structure import ID
from commitrack.timing.anchor import Anchor
from commitrack.timing.now import Now


class CitedText(NamedTuple):
    """A kept text that a quote can be looked up in."""

    source: str
    name: str
    text: str


class Cited(NamedTuple):
    """The sources of one statement, and what must be written for them.

    Attributes:
        ids: in the order given.
        new: ids of the sources that are new.
        blocks: to be appended before the statement.
        anchor: the day that words such as "aug 1" count from.
        to_keep: texts to keep beside the ledger, by the id of their source.
    """

    ids: tuple[str, ...]
    new: tuple[str, ...]
    blocks: tuple[Block, ...]
    texts: tuple[CitedText, ...]
    anchor: Anchor
    to_keep: tuple[tuple[str, bytes], ...]


def cite(
    given: tuple[GivenSource, ...],
    details: SourceDetails,
    sources: Mapping[str, Source],
    ledger: Path,
    now: Now,
) -> Cited:
    """The sources meant, new ones prepared.

    Raises:
        UnknownIdError: a word that is no source, no file and no address.
        UsageError: details that fit none of the sources, or contradict a known one.
    """
    known = dict(sources)
    ids, new, blocks, texts, to_keep = [], [], [], [], []
    for one in _each(_with_details_alone(given, details), known):
        digests = _digests(one)
        found = _find(one, digests, known, details)
        if found is None:
            source = _new_source(one, details.over(one.told), known, now)
            known[source.id] = source
            new.append(source.id)
            blocks.append(source_block(source.id, _source_table(source)))
            found = source.id
        elif details.given() and len(given) <= 1:
            _require_same(known[found], details)
        if one.content is not None and not _has_text(known[found], digests):
            blocks.append(kept_block(found, one.content, now))
            to_keep.append((found, one.content))
        ids.append(found)
        texts += _texts(known[found], one, ledger)
    anchor = _anchor([known[key] for key in ids], now)
    return Cited(tuple(ids), tuple(new), tuple(blocks), tuple(texts), anchor, tuple(to_keep))


def keep_texts(ledger: Path, cited: Cited) -> None:
    """Keep the texts of new sources beside the ledger, before the ledger names them."""
    for key, content in cited.to_keep:
        keep(ledger, key, content)


def read_texts(source: Source, ledger: Path) -> list[CitedText]:
    """The texts kept of a source, the latest first; one that is missing is passed over."""
    found = []
    for seen in reversed(source.seen):
        content = read_kept(ledger, seen.text) if seen.text else None
        if content is not None and seen.text:
            found.append(CitedText(source.id, seen.text, content.decode("utf-8", "replace")))
    return found


def _with_details_alone(
    given: tuple[GivenSource, ...], details: SourceDetails
) -> tuple[GivenSource, ...]:
    """Details without `--source` make a source by themselves, if they say where it is."""
    if given or not details.given():
        return given
    word = details.url or details.outlet or details.author
    if word is None:
        flag = next(iter(details.given()))
        message = f"--{flag} says something of a source, but no source is given"
        raise UsageError(message, remedy="add --source, --url or --outlet")
    return (GivenSource(word),)


def _each(given: tuple[GivenSource, ...], known: Mapping[str, Source]) -> Iterator[GivenSource]:
    """Sources one by one: known ids may stand in a list with commas."""
    for one in given:
        parts = [part.strip() for part in one.word.split(",")]
        if one.content is None and len(parts) > 1 and all(part in known for part in parts):
            yield from (GivenSource(part) for part in parts)
        else:
            yield one


def _find(
    one: GivenSource, digests: frozenset[str], known: Mapping[str, Source], details: SourceDetails
) -> str | None:
    """The known source that a word means; None for one that must be made."""
    if one.content is not None:
        same = next((source.id for source in known.values() if _has_text(source, digests)), None)
        if same is not None or not one.is_url:
            return same
    if one.word in known:
        return one.word
    if one.is_url:
        addresses = {one.word, one.told.url or one.word}
        return next((source.id for source in known.values() if source.url in addresses), None)
    try:
        return resolve_id(one.word, list(known), what="source")
    except AmbiguousIdError:
        raise
    except UnknownIdError:
        if details.given():
            return None
        raise _unknown_source(one.word, list(known)) from None


def _digests(one: GivenSource) -> frozenset[str]:
    """What a text may be kept under: as it is read now, or as the file has it."""
    contents = (one.content, one.original)
    return frozenset(sha256(content).hexdigest() for content in contents if content is not None)


def _has_text(source: Source, digests: frozenset[str]) -> bool:
    """Whether a text with one of the digests is kept of a source."""
    return any(seen.sha256 in digests for seen in source.seen)


def _unknown_source(word: str, known: list[str]) -> UnknownIdError:
    try:
        resolve_id(word, known, what="source")
    except UnknownIdError as error:
        error.message = f"{word} is no source of this ledger, no file and no address"
        near = "" if error.remedy.startswith("list") else f"{error.remedy} "
        error.remedy = f"{near}A new one needs --outlet, --url, --said or --published"
        return error
    raise AssertionError(word)


def _new_source(
    one: GivenSource, details: SourceDetails, known: Mapping[str, Source], now: Now
) -> Source:
    said = details.said or details.published
    key = free_id(_source_id(one, details, said, now), known)
    url = details.url or (one.word if one.is_url else None)
    return Source(
        key,
        details.title,
        details.outlet,
        details.author,
        url,
        details.said,
        details.published,
        recorded=now.today(),
    )


def _source_id(
    one: GivenSource, details: SourceDetails, said: date | datetime | None, now: Now
) -> str:
    """Named by its file, else by its outlet or host, with the day."""
    if one.content is None and not one.is_url and ID.match(one.word) and one.word != details.outlet:
        return one.word
    day = day_of(said) if said else now.today()
    if one.content is not None and not one.is_url:
        name = slug_of_words((details.outlet or "") if one.word == STDIN else Path(one.word).stem)
        day_given = said is not None
    else:
        host = _host(one.word) if one.is_url else one.word
        name = slug_of_words(details.outlet or host.removeprefix("www."))
        day_given = True
    name = name[:60].strip("-") or "source"
    return f"{name}-{day.isoformat()}" if day_given and day.isoformat() not in name else name


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError as fault:
        message = f"{url} is not an address: {str(fault).lower()}"
        raise UsageError(message, remedy="write https://HOST/…") from None


def _source_table(source: Source) -> dict[str, Any]:
    table = {
        "title": source.title,
        "outlet": source.outlet,
        "author": source.author,
        "url": source.url,
        "said": source.said,
        "published": source.published,
        "recorded": source.recorded,
    }
    return {key: value for key, value in table.items() if value is not None}


def kept_block(key: str, content: bytes, now: Now) -> Block:
    """One more look at a source, with the text that was kept of it."""
    table = {
        "on": now.local().replace(microsecond=0),
        "text": kept_name(key, content),
        "sha256": sha256(content).hexdigest(),
    }
    return seen_block(key, table)


def _require_same(source: Source, details: SourceDetails) -> None:
    for key, value in details.given().items():
        old = getattr(source, key)
        if old != value:
            was = "is not recorded" if old is None else f"is {old}"
            message = f"{source.id} is known already, and its {key} {was}"
            raise UsageError(message, remedy=f"leave --{key} away, or change it: commitrack edit")


def _texts(source: Source, one: GivenSource, ledger: Path) -> list[CitedText]:
    if one.content is not None:
        return [CitedText(source.id, one.name, one.content.decode("utf-8"))]
    return read_texts(source, ledger)


def _anchor(sources: list[Source], now: Now) -> Anchor:
    for source in sources:
        if source.said is not None:
            return Anchor(day_of(source.said), "it was said", now)
    for source in sources:
        if source.published is not None:
            return Anchor(day_of(source.published), "it was published", now)
    return Anchor(now.today(), "today", now)
