"""The moving picture of the README: each screen is shown in its time, and nothing is loaded from elsewhere."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.pictures.animated_svg import PAGE, TEXT, Frame, Run, animated

DEMO = Path(__file__).parents[2] / "docs" / "demo.svg"
SVG = "{http://www.w3.org/2000/svg}"
LARGEST = 400_000  # bytes


def row(text):
    return (Run(0, text, TEXT, PAGE, bold=False, italic=False, underlined=False),)


FRAMES = (
    Frame((row("The weir"), row("is open"), ()), "n", "next", 1.0),
    Frame((row("The weir"), row("is shut"), row("said Roe")), "N", "previous", 3.0),
    Frame((row("The weir"), row("is open"), row("said Poe")), "q", "quit", 2.0),
)


@pytest.fixture(scope="module")
def picture():
    return animated(FRAMES, 20, still=1, label="A weir & its keeper")


def opacity(style, group, percent):
    """Whether the style shows a group at this time: the value of its last keyframe before."""
    if f".g{group}{{opacity:1;animation-name:none" in style:
        return True
    (steps,) = re.findall(rf"@keyframes k{group}{{(.*?)}}}}", style)
    shown = [(float(at), value) for at, value in re.findall(r"([\d.]+)%{opacity:(\d)", steps)]
    return [value for at, value in shown if at <= percent][-1] == "1"


def words(text):
    return (text.text or "").replace("\N{NO-BREAK SPACE}", " ")


def texts(picture, chosen):
    root = etree.fromstring(picture.encode())
    groups = [group for group in root.iter(f"{SVG}g") if "class" in group.attrib]
    return {words(text) for group in groups if chosen(group.attrib["class"]) for text in group.iter(f"{SVG}text")}


@pytest.mark.parametrize(("number", "percent"), [(0, 8), (1, 40), (2, 90)])
def test_at_each_time_one_screen_is_seen(picture, number, percent):
    (style,) = map(words, etree.fromstring(picture.encode()).iter(f"{SVG}style"))
    seen = texts(picture, lambda name: opacity(style, name.split()[0][1:], percent))
    frame = FRAMES[number]
    assert seen == {run.text for line in frame.rows for run in line} | {frame.key, frame.caption}


def test_where_nothing_may_move_the_still_is_seen(picture):
    assert texts(picture, lambda name: name.endswith(" s")) == {"The weir", "is shut", "said Roe", "N", "previous"}


def test_a_row_that_stays_is_drawn_once(picture):
    assert picture.count("The\N{NO-BREAK SPACE}weir") == 1
    assert picture.count("is\N{NO-BREAK SPACE}open") == 1


def test_the_picture_of_the_readme_is_small_and_loads_nothing():
    picture = DEMO.read_text(encoding="utf-8")
    assert len(picture.encode()) < LARGEST
    (title,) = map(words, etree.fromstring(picture.encode()).iter(f"{SVG}title"))
    assert title.startswith("Pullquote in a terminal")
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)|<script|@import|url\(", picture) == []
