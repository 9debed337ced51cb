"""The picture of a timeline: sound XML, nothing active, nothing that overlaps, in Chromium too."""

import re
import shutil
import struct
import subprocess
import zlib
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.domain.vocabulary import Outcome
from commitrack.domain.when import Precision, Role, When
from commitrack.report.timeline_axis import Axis
from commitrack.report.timeline_rows import Mark, Row, Timeline, Track
from commitrack.report.timeline_svg import LABEL, WIDTH, timeline_svg
from commitrack.report.timeline_text import broken, escape, width_of
from tests.cli.desk import COMMITRACK, SHIPPED

SVG = "{http://www.w3.org/2000/svg}"
TODAY = date(2025, 7, 8)
AXIS = Axis(date(2025, 7, 1), date(2025, 12, 31), TODAY)
HOSTILE = (
    '</title></svg><script>alert(1)</script><a href="http://evil.example">&amp; " \' ]]> '
    "\x1b[31m \u202egnitrips \x00 \ufffe \ud800 <!-- -- --> <![CDATA["
)
KNOWN = {"svg", "title", "desc", "style", "rect", "g", "text", "tspan", "path", "circle"}
AVERAGE = 0.52  # of the size: the width of a letter


def a_row(title: str, *, due: date | None = date(2025, 9, 1), moves: int = 0) -> Row:
    when = None if due is None else When(due, Precision.DAY, due, due)
    earlier = tuple(
        When(day, Precision.DAY, day, day) for day in (date(2025, 8, 1 + n) for n in range(moves))
    )
    track = Track(Role.DUE, when, earlier, moves, None if due else TODAY, "")
    mark = Mark(date(2025, 7, 5), "kept", is_done=True)
    return Row("id-of-it", title, Outcome.OPEN, (track,), (mark,), earlier[:1], is_disputed=False)


def drawn(*rows: Row, axis: Axis = AXIS) -> ET.Element:
    return read(timeline_svg(Timeline(axis, rows, (), (), (), is_bounded=False)))


def shipped_picture(*words: str) -> str:
    done = subprocess.run(
        [COMMITRACK, "timeline", "--svg", "-", "--ledger", str(SHIPPED), *words],
        env={
            "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "TZ": "Asia/Seoul",
            "COMMITRACK_NOW": "2026-03-11T22:00+09:00",
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def read(picture: str) -> ET.Element:
    return ET.fromstring(picture)  # noqa: S314  # our own output


class Box(NamedTuple):
    """Where a line of text stands, measured by an average letter."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def overlaps(self, other: "Box") -> bool:
        is_beside = self.right <= other.left or other.right <= self.left
        return not (is_beside or self.bottom <= other.top or other.bottom <= self.top)


def boxes(picture: ET.Element) -> Iterator[Box]:
    for element in picture.iter(f"{SVG}text"):
        size = float(element.attrib["font-size"])
        for line in element.findall(f"{SVG}tspan") or [element]:
            text = line.text or ""
            x, y, width = float(line.attrib["x"]), float(line.attrib["y"]), len(text) * size
            width *= AVERAGE
            left = (
                x
                - {"start": 0, "middle": width / 2, "end": width}[
                    element.get("text-anchor", "start")
                ]
            )
            yield Box(left, y - 0.75 * size, left + width, y + 0.2 * size, text)


# structure


def test_it_is_svg_with_nothing_active_in_it() -> None:
    picture = read(shipped_picture())

    tags = {element.tag.removeprefix(SVG) for element in picture.iter()}
    names = {name.lower() for element in picture.iter() for name in element.attrib}
    assert tags <= KNOWN
    assert not any("href" in name or name.startswith("on") for name in names)
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", shipped_picture())
    assert (picture.get("version"), picture.get("width")) == ("1.1", "100%")


def test_every_commitment_is_named_and_readers_are_told() -> None:
    picture = read(shipped_picture())

    rows = [group.findtext(f"{SVG}title", "").split(":")[0] for group in picture.iter(f"{SVG}g")]
    text = " ".join("".join(part.itertext()) for part in picture.iter(f"{SVG}text"))
    assert len(rows) == 11
    assert rows[-1] == "end-90-day-extension"
    assert picture.findtext(f"{SVG}title") == "Timeline of 11 commitments"
    assert "Pause of tariffs on China ends: 10 Nov 2026" in picture.findtext(f"{SVG}desc", "")
    assert "provide-350bn" in text
    assert text.count("today, 11 Mar 2026") == 2


def test_titles_of_the_shipped_ledger_stand_in_it_whole() -> None:
    picture = read(shipped_picture())

    titles = [
        " ".join(span.text or "" for span in text)
        for text in picture.iter(f"{SVG}text")
        if text.get("class") == "t"
    ]
    assert "Ministers meet again in Santiago on paperless customs" in titles
    assert len(titles) == 12


@pytest.mark.parametrize("words", [(), ("--from", "2026-01"), ("--to", "2040"), ("moved:1..",)])
def test_no_text_overlaps_another_or_leaves_the_picture(words: tuple[str, ...]) -> None:
    picture = read(shipped_picture(*words))

    found = list(boxes(picture))
    height = float(picture.attrib["viewBox"].split()[3])
    assert [(a.text, b.text) for n, a in enumerate(found) for b in found[:n] if a.overlaps(b)] == []
    assert [box for box in found if box.left < 0 or box.right > WIDTH or box.bottom > height] == []


def test_no_text_lies_on_a_band_but_that_of_a_missing_date() -> None:
    picture = read(shipped_picture())

    bands = [
        (float(rect.attrib["y"]), float(rect.attrib["y"]) + float(rect.attrib["height"]))
        for rect in picture.iter(f"{SVG}rect")
        if rect.get("width") == str(WIDTH - 40)
    ]
    on_bands = {
        box.text
        for box in boxes(picture)
        for top, end in bands
        if top < box.bottom and box.top < end
    }
    assert len(bands) == 11
    assert on_bands == {"no new date"}


def test_bands_lie_one_below_the_other() -> None:
    picture = drawn(
        *(a_row(f"Row {number} " + "word " * number, moves=number) for number in range(9))
    )

    tops = [float(r.attrib["y"]) for r in picture.iter(f"{SVG}rect") if r.get("y")]
    assert all(a < b for a, b in pairwise(tops))


# hostile words


def test_a_hostile_title_is_only_text() -> None:
    picture = drawn(a_row(HOSTILE))

    tags = {element.tag.removeprefix(SVG) for element in picture.iter()}
    text = " ".join(picture.itertext())
    assert tags <= KNOWN
    assert "<script>alert(1)</script>" in text
    assert r"\u202egnitrips" in text
    assert not {"\x1b", "\u202e", "\x00", "\ufffe"} & set(text)


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_title_gives_sound_xml(title: str) -> None:
    picture = drawn(a_row(title, due=None))

    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= KNOWN
    timeline_svg(Timeline(AXIS, (a_row(title),), (), (), (), is_bounded=False)).encode()


@given(st.text(max_size=300), st.integers(1, 4))
def test_lines_are_as_wide_and_as_many_as_allowed(text: str, most: int) -> None:
    lines = broken(text, 20, 300, most=most)

    assert 1 <= len(lines) <= most
    assert max(width_of(line, 20) for line in lines) <= 300


def test_markup_is_escaped() -> None:
    assert escape("<&>\"'") == "&lt;&amp;&gt;&quot;&apos;"


@pytest.mark.parametrize("today", [date(2020, 1, 1), date(2030, 1, 1)])
def test_today_outside_the_axis_is_said_at_its_end(today: date) -> None:
    picture = drawn(a_row("Sign"), axis=AXIS._replace(today=today))

    labels = [box for box in boxes(picture) if "today, 1 Jan" in box.text]
    assert len(labels) == 2
    assert all(box.left >= 0 and box.right <= WIDTH for box in labels)
    assert labels[0].bottom - labels[0].top < LABEL


# Chromium


def photograph(picture: Path, width: int, folder: Path) -> tuple[int, int, set[bytes]]:
    """A screenshot's width, height and colours (RGB)."""
    shot = folder / "shot.png"
    chromium(folder, f"--window-size={width},500", f"--screenshot={shot}", picture.as_uri())
    return read_png(shot.read_bytes())


def chromium(folder: Path, *words: str) -> str:
    options = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars "
        "--disable-background-networking --disable-component-update --disable-sync"
    )
    done = subprocess.run(
        ["chromium", *options.split(), f"--user-data-dir={folder / 'profile'}", *words],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return done.stdout


def read_png(data: bytes) -> tuple[int, int, set[bytes]]:
    """Width, height and colours of a PNG with 8 bits a channel, RGB or RGBA."""
    width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
    assert depth == 8
    channels = {2: 3, 6: 4}[kind]
    packed, place = b"", 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        if data[place + 4 : place + 8] == b"IDAT":
            packed += data[place + 8 : place + 8 + length]
        place += 12 + length
    return width, height, set(_pixels(zlib.decompress(packed), width * channels, channels))


def _pixels(raw: bytes, stride: int, channels: int) -> Iterator[bytes]:
    above = bytearray(stride)
    for start in range(0, len(raw), stride + 1):
        line = bytearray(raw[start + 1 : start + 1 + stride])
        for n in range(stride):
            left, corner = (line[n - channels], above[n - channels]) if n >= channels else (0, 0)
            line[n] = (line[n] + _guess(raw[start], left, above[n], corner)) & 255
        above = line
        yield from {bytes(line[n : n + 3]) for n in range(0, stride, channels)}


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    """What each filter of PNG adds (W3C PNG, 9.2)."""
    near = min((left, up, corner), key=lambda one: abs(left + up - corner - one))
    return (0, left, up, (left + up) // 2, near)[kind]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs chromium")
@pytest.mark.parametrize("width", [1280, 390])
def test_chromium_draws_it(tmp_path: Path, width: int) -> None:
    picture = tmp_path / "timeline.svg"
    picture.write_text(shipped_picture(), "utf-8")

    shown, _, colours = photograph(picture, width, tmp_path)

    assert shown == width
    wanted = {"0b57a4": "date", "b3261e": "today", "176b2c": "done", "eef1f5": "band"}
    assert {bytes.fromhex(colour) for colour in wanted} <= colours


def read_box(numbers: str) -> Box:
    """A box as the browser measured it; a sixth of it at the top and the end has no letters."""
    left, top, right, bottom = (float(number) for number in numbers.split())
    empty = (bottom - top) / 6
    return Box(left, top + empty, right, bottom - empty, "")


# A window of headless Chromium is 500 wide at least: the page makes its own width.
MEASURE = """<!doctype html><meta charset=utf-8><body style="margin:0">
<div style="width:WIDTHpx">PICTURE</div><pre></pre><script>
const all = [...document.querySelectorAll('svg text')].flatMap(
  text => text.children.length ? [...text.children] : [text]);
document.querySelector('pre').textContent = all.map(
  one => { const b = one.getBoundingClientRect();
           return [b.left, b.top, b.right, b.bottom].map(Math.round).join(' ') }).join(';');
</script>"""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs chromium")
@pytest.mark.parametrize("width", [1280, 700, 390])
def test_what_chromium_measures_does_not_overlap(tmp_path: Path, width: int) -> None:
    page = tmp_path / "page.html"
    markup = shipped_picture().partition("?>")[2]
    page.write_text(MEASURE.replace("WIDTH", str(width)).replace("PICTURE", markup), "utf-8")

    dom = chromium(tmp_path, f"--window-size={width},900", "--dump-dom", page.as_uri())

    found = re.search(r"<pre>([^<]+)</pre>", dom)
    assert found
    measured = [read_box(box) for box in found[1].split(";")]

    assert len(measured) > 40
    assert not [(a, b) for n, a in enumerate(measured) for b in measured[:n] if a.overlaps(b)]
    assert all(box.left >= 0 and box.right <= width for box in measured)
