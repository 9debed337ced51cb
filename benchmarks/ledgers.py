"""Ledgers made up for benchmarks: the same bytes for the same arguments.

`python benchmarks/ledgers.py 1000 > FILE` prints one. In every twenty commitments twelve have a
date, three an instant with its zone, three have events too, and two have no date but a review;
every five share a source. All stand in the order in which they would have been recorded.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

NOW = date(2026, 1, 15)
"""The day that dates are spread around when none is given."""

MOST = 100_000
PER_SOURCE = 5
_PAST_DAYS, _AHEAD_DAYS, _SAID_DAYS = 365, 730, 500
_SHAPES = ("dated",) * 12 + ("instant",) * 3 + ("events",) * 3 + ("undated",) * 2
_HEAD = """\
#:schema ./.commitrack/schema.json
#:tombi format.disabled = true

# tombi: lint.rules.tables-out-of-order.disabled = true
format = 1
"""

_ZONES = {
    "US": "America/New_York",
    "KR": "Asia/Seoul",
    "JP": "Asia/Tokyo",
    "EU": "Europe/Brussels",
    "GB": "Europe/London",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "IN": "Asia/Kolkata",
}
_PARTIES = tuple(_ZONES)
_HOURS = ((0, 1), (0, 0), (9, 30), (12, 0), (17, 0), (23, 59))
# Role, kind, instruments, and the verb of title and quote.
_ACTS = (
    ("effective", "measure", ("order", "regulation"), "Raise", "will raise"),
    ("effective", "measure", ("order", "proclamation"), "Lift", "will lift"),
    ("expires", "measure", ("order",), "Suspend", "agreed to suspend"),
    ("due", "promise", ("press_release", "remark"), "Publish the review of", "will review"),
    ("due", "agreement", ("joint_statement", "mou"), "Negotiate", "agreed to negotiate"),
    ("due", "target", ("policy_document",), "Phase out", "aims to phase out"),
    ("happens", "agreement", ("joint_statement",), "Meet on", "will meet to discuss"),
    ("happens", "intention", ("remark", "post"), "Vote on", "intends to vote on"),
)
_MATTERS = (
    "the tariff on", "the import quota for", "export licences for", "customs inspections of",
    "the anti-dumping duty on", "state aid for", "rules of origin for", "the safety standard for",
    "the subsidy to makers of", "the ban on used", "the reporting duty for", "port fees for",
)  # fmt: skip
_GOODS = (
    "rolled steel", "sawn timber", "semiconductors", "passenger cars", "battery cells", "soybeans",
    "pharmaceuticals", "rare earth magnets", "container ships", "solar modules", "frozen beef",
    "aircraft parts", "natural gas", "copper wire", "machine tools", "fertiliser", "dairy products",
)  # fmt: skip
_OUTLETS = (
    "Harbour Trade Bulletin", "Pacific Policy Daily", "The Customs Gazette", "Capital Wire",
    "Official Journal", "Federal Register", "Tariff and Trade Review",
)  # fmt: skip
_REASONS = (
    "the two sides could not agree on how origin is to be proved",
    "to give companies on both shores more time to prepare",
    "the committee did not finish its hearing before the recess",
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_EVENTS = ("rescheduled", "reported", "step")
_WITH_DATE = frozenset({"rescheduled", "reported"})
_SMALL_WORDS = frozenset({"the", "of", "on", "for", "to", "from", "and"})

Value = str | date | list[str]


class Block(NamedTuple):
    """A table of the ledger and the day on which it was recorded."""

    recorded: date
    header: str
    keys: dict[str, Value]

    def __str__(self) -> str:
        """The block as TOML, with a blank line before it."""
        return f"\n{self.header}\n" + "".join(f"{k} = {_toml(v)}\n" for k, v in self.keys.items())


class Article(NamedTuple):
    """A source, and the goods that it is about."""

    key: str
    said: date
    goods: str


def make_ledger(count: int, *, now: date = NOW, seed: int = 1) -> str:
    r"""A ledger of so many commitments, everything in it said before `now`.

    >>> make_ledger(100).count("\n[commitment.")
    100
    """
    blocks = list(_Writer(Random(seed), now).blocks(count))  # noqa: S311  nothing secret
    blocks.sort(key=lambda block: block.recorded)  # stable: a source stays before what cites it
    return _HEAD + "".join(map(str, blocks))


class _Writer:
    """Makes the blocks of one ledger, with the randomness that it was given."""

    def __init__(self, random: Random, now: date) -> None:
        self.random = random
        self.now = now
        self.ids: dict[str, int] = {}

    def blocks(self, count: int) -> Iterator[Block]:
        days = sorted(self._day_before() for _ in range(-(-count // PER_SOURCE)))
        articles = []
        for said in days:
            outlet = self.random.choice(_OUTLETS)
            article = Article(self._id(f"{outlet} {said}"), said, self.random.choice(_GOODS))
            articles.append(article)
            yield from self._source(article, outlet)
        shapes: list[str] = []
        for number in range(count):
            shapes = shapes or self.random.sample(_SHAPES, len(_SHAPES))
            place = number // PER_SOURCE
            yield from self._commitment(shapes.pop(), articles[place], articles[place:])

    def _source(self, article: Article, outlet: str) -> Iterator[Block]:
        headline = f"{self.random.choice(_MATTERS)} {article.goods} to change, ministers say"
        keys: dict[str, Value] = {
            "title": headline[0].upper() + headline[1:],
            "outlet": outlet,
            "url": f"https://news.example/{article.said:%Y/%m/%d}/{article.key}",
            "said": article.said,
            "published": min(article.said + timedelta(days=self.random.randint(0, 1)), self.now),
        }
        yield Block(article.said, f"[source.{article.key}]", keys)
        seen: dict[str, Value] = {"on": keys["published"], "note": "read online, no text kept"}
        yield Block(article.said, f"[[source.{article.key}.seen]]", seen)

    def _commitment(
        self, shape: str, article: Article, later: Sequence[Article]
    ) -> Iterator[Block]:
        role, kind, instruments, verb, verbs = self.random.choice(_ACTS)
        matter = f"{self.random.choice(_MATTERS)} {article.goods}"
        by, to = self.random.sample(_PARTIES, 2)
        deadline = self._deadline(article.said)
        when = self._when(shape, role, deadline, by)
        key = self._id(f"{verb} {matter} from {to}")
        keys: dict[str, Value] = {
            "title": f"{verb} {matter} from {to}",
            "kind": kind,
            "by": [by, to] if kind == "agreement" else [by],
            **({} if kind == "agreement" else {"to": [to]}),
            "instrument": self.random.choice(instruments),
            **when,
            "source": article.key,
            "quote": f"{by} {verbs} {matter} from {to} {when.get('stated', 'before long')},"
            " the minister said",
            "tags": [*article.goods.split()[-1:], self.random.choice(("trade", "customs"))],
            "recorded": article.said,
        }
        yield Block(article.said, f"[commitment.{key}]", keys)
        if shape == "events":
            yield from self._events(key, role, deadline, later)

    def _when(self, shape: str, role: str, deadline: date, by: str) -> dict[str, Value]:
        if shape == "undated":
            return {"review": self.random.choice(("P30D", "P90D", "P180D"))}
        month = _MONTHS[deadline.month - 1]
        on_the_day = f"by {deadline.day} {month} {deadline.year}"
        if shape == "instant":
            zone, (hour, minute) = _ZONES[by], self.random.choice(_HOURS)
            at = datetime.combine(deadline, time(hour, minute), ZoneInfo(zone))
            return {role: at, "zone": zone, "stated": on_the_day}
        quarter = (deadline.month + 2) // 3
        value, stated = self.random.choices(
            (
                (deadline, on_the_day),
                (f"{deadline:%Y-%m}", f"in {month} {deadline.year}"),
                (f"{deadline.year}-Q{quarter}", f"in quarter {quarter} of {deadline.year}"),
            ),
            weights=(8, 1, 1),
        )[0]
        return {role: value, "stated": stated}

    def _events(
        self, key: str, role: str, deadline: date, later: Sequence[Article]
    ) -> Iterator[Block]:
        """One to three events, told by the commitment's own article or later ones."""
        count = self.random.randint(1, 3)
        articles = sorted(self.random.choices(later, k=count), key=lambda article: article.said)
        for left, article in zip(reversed(range(count)), articles, strict=True):
            kind = self.random.choice(_EVENTS if left else (*_EVENTS, "fulfilled"))
            keys: dict[str, Value] = {"type": kind, "on": article.said}
            if kind in _WITH_DATE:
                deadline += timedelta(days=self.random.randint(14, 120))
                keys |= self._when("dated", role, deadline, "")
            if kind == "rescheduled":
                keys["reason"] = self.random.choice(_REASONS)
            keys |= {"source": article.key, "recorded": article.said}
            yield Block(article.said, f"[[commitment.{key}.event]]", keys)

    def _deadline(self, said: date) -> date:
        """A day after the words, in the three years around now."""
        first = max(said + timedelta(days=7), self.now - timedelta(days=_PAST_DAYS))
        last = self.now + timedelta(days=_AHEAD_DAYS)
        return first + timedelta(days=self.random.randint(0, (last - first).days))

    def _day_before(self) -> date:
        return self.now - timedelta(days=self.random.randint(1, _SAID_DAYS))

    def _id(self, text: str) -> str:
        """A slug of the significant words, with a number where it is taken."""
        slug = "-".join(word for word in text.lower().split() if word not in _SMALL_WORDS)
        self.ids[slug] = self.ids.get(slug, 0) + 1
        return slug if self.ids[slug] == 1 else f"{slug}-{self.ids[slug]}"


def _toml(value: Value) -> str:
    match value:
        case str():
            return f'"{value}"'  # no word of ours holds a quotation mark or a backslash
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case _:
            return value.isoformat()


def main(argv: Sequence[str], write: Callable[[str], object], today: date) -> None:
    """Print a ledger, as the arguments say."""
    parser = argparse.ArgumentParser(description="Print a ledger made up for benchmarks.")
    parser.add_argument("count", type=int, help=f"how many commitments, up to {MOST}")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--today", action="store_true", help="dates around today, not " + str(NOW))
    options = parser.parse_args(argv)
    if not 1 <= options.count <= MOST:
        parser.error(f"from 1 to {MOST} commitments")
    write(make_ledger(options.count, now=today if options.today else NOW, seed=options.seed))


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdout.write, datetime.now(UTC).date())  # noqa: TID251  the edge
