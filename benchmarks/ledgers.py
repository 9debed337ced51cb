"""Ledgers made up for benchmarks: the same bytes for the same arguments.

`python benchmarks/ledgers.py 1000 > FILE` prints one. In every twenty commitments twelve have a
date, three an instant with its zone, three have events too, and two have no date but a review;
every five share a source. All stand in the order in which they would have been recorded.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

NOW = date(2026, 1, 15)
"""The day that dates are spread around when none is given."""

MOST = 100_000
PER_SOURCE = 5
_PAST_DAYS, _AHEAD_DAYS = 365, 730
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

Value = str | date | list[str]


class Block(NamedTuple):
    """A table of the ledger and the day on which it was recorded."""

    recorded: date
    header: str
    keys: dict[str, Value]

    def __str__(self) -> str:
        """The block as TOML, with a blank line before it."""
        return f"\n{self.header}\n" + "".join(f"{k} = {_toml(v)}\n" for k, v in self.keys.items())


def make_ledger(count: int, *, now: date = NOW, seed: int = 1) -> str:
    """A ledger of so many commitments, everything in it said before `now`.

    >>> make_ledger(100).count("[commitment.")
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
        source, said, good = "", self.now, ""
        shapes: list[str] = []
        for number in range(count):
            if number % PER_SOURCE == 0:
                said = self._before(500)
                good = self.random.choice(_GOODS)
                source = self._id(f"{self.random.choice(_OUTLETS)} {said}")
                yield from self._source(source, said, good)
            if not shapes:
                shapes = self.random.sample(_SHAPES, len(_SHAPES))
            yield from self._commitment(shapes.pop(), source, said, good)

    def _source(self, key: str, said: date, good: str) -> Iterator[Block]:
        headline = f"{self.random.choice(_MATTERS)} {good} to change, ministers say after talks"
        published = said + timedelta(days=self.random.choice((0, 0, 1)))
        outlet = key[: -len("-2026-01-15")].replace("-", " ").title()
        keys: dict[str, Value] = {
            "title": headline[0].upper() + headline[1:],
            "outlet": outlet,
            "url": f"https://news.example/{said:%Y/%m/%d}/{key}",
            "said": said,
            "published": published,
        }
        yield Block(said, f"[source.{key}]", keys)
        seen: dict[str, Value] = {"on": published, "note": "read on the day it was published"}
        yield Block(said, f"[[source.{key}.seen]]", seen)

    def _commitment(self, shape: str, source: str, said: date, good: str) -> Iterator[Block]:
        role, kind, instruments, verb, verbs = self.random.choice(_ACTS)
        matter = f"{self.random.choice(_MATTERS)} {good}"
        by, to = self.random.sample(_PARTIES, 2)
        title = f"{verb} {matter} from {to}"
        deadline = self._deadline(said)
        key = self._id(title)
        keys: dict[str, Value] = {
            "title": title,
            "kind": kind,
            "by": [by, to] if kind == "agreement" else [by],
            "to": [] if kind == "agreement" else [to],
            "instrument": self.random.choice(instruments),
            **self._date(shape, role, deadline, by),
            "source": source,
            "quote": f"{by} {verbs} {matter} coming from {to}, {_words(deadline)} at the latest,"
            " the minister told reporters",
            "tags": [good.split()[-1], self.random.choice(("trade", "customs", "industry"))],
            "recorded": said,
        }
        yield Block(said, f"[commitment.{key}]", {k: v for k, v in keys.items() if v != []})
        if shape == "events":
            yield from self._events(key, role, said, deadline)

    def _date(self, shape: str, role: str, deadline: date, by: str) -> dict[str, Value]:
        if shape == "undated":
            return {"review": self.random.choice(("P30D", "P90D", "P180D"))}
        if shape == "instant":
            clock = datetime(
                deadline.year, deadline.month, deadline.day,
                *self.random.choice(_HOURS), tzinfo=ZoneInfo(_ZONES[by]),
            )  # fmt: skip
            return {role: clock, "zone": _ZONES[by], "stated": _words(deadline)}
        quarter = f"{deadline.year}-Q{(deadline.month + 2) // 3}"
        exact = (deadline, f"{deadline:%Y-%m}", quarter)
        return {role: self.random.choices(exact, (8, 1, 1))[0], "stated": _words(deadline)}

    def _events(self, key: str, role: str, said: date, deadline: date) -> Iterator[Block]:
        """One to three events, each after the one before and none after now."""
        days = sorted(
            said + timedelta(days=self.random.randint(0, (self.now - said).days))
            for _ in range(self.random.randint(1, 3))
        )
        for place, on in enumerate(days):
            types = ("rescheduled", "reported", "step")
            kind = self.random.choice((*types, "fulfilled") if place == len(days) - 1 else types)
            source = self._id(f"{self.random.choice(_OUTLETS)} {on}")
            yield from self._source(source, on, "goods from abroad")
            deadline += timedelta(days=self.random.randint(14, 120))
            moved: dict[str, Value] = {role: deadline, "stated": _words(deadline)}
            keys: dict[str, Value] = {
                "type": kind,
                "on": on,
                **(moved if kind in ("rescheduled", "reported") else {}),
                **({"reason": self.random.choice(_REASONS)} if kind == "rescheduled" else {}),
                "source": source,
                "recorded": on,
            }
            yield Block(on, f"[[commitment.{key}.event]]", keys)

    def _deadline(self, said: date) -> date:
        """A day after the words, in the three years around now."""
        first = max(said + timedelta(days=7), self.now - timedelta(days=_PAST_DAYS))
        last = self.now + timedelta(days=_AHEAD_DAYS)
        return first + timedelta(days=self.random.randint(0, (last - first).days))

    def _before(self, days: int) -> date:
        return self.now - timedelta(days=self.random.randint(1, days))

    def _id(self, text: str) -> str:
        """A slug of the significant words, with a number where it is taken."""
        small = {"the", "of", "on", "for", "to", "from"}
        words = [word for word in text.lower().split() if word not in small]
        slug = "-".join(words)
        self.ids[slug] = self.ids.get(slug, 0) + 1
        return slug if self.ids[slug] == 1 else f"{slug}-{self.ids[slug]}"


def _words(day: date) -> str:
    return f"by {day.day} {_MONTHS[day.month - 1]} {day.year}"


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
