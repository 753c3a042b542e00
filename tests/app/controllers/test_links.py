"""Links: which may be opened, which are offered, what opening one says."""

import webbrowser
from dataclasses import replace

import pytest

from reader.app.controllers.links import browse, is_web_address, numbered_links
from reader.model import Mark, MarkKind, Span
from tests.app.pane_harness import ARTICLE, span

SIGHT = Span(0, 400)


def linked(*addresses, url=None):
    marks = tuple(Mark(MarkKind.LINK, Span(at * 10, at * 10 + 4), href) for at, href in enumerate(addresses))
    return replace(ARTICLE, marks=marks, url=url)


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://shore.example/a", True),
        ("http://shore.example", True),
        ("mailto:desk@shore.example", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://[broken", False),
        ("shore.example", False),
        (None, False),
    ],
)
def test_only_web_addresses_can_be_opened(address, may):
    assert is_web_address(address) is may


@pytest.mark.parametrize(
    ("article", "numbers", "sentence"),
    [
        (linked(), [], "no links on this screen"),
        (linked("mailto:a@b.example"), [], "no links on this screen"),
        (linked("https://a.example"), [(0, 1)], "open 1 Harb (a.example)"),
        (
            linked("https://a.example", "https://b.example"),
            [(0, 1), (10, 2)],
            "open 1 Harb (a.example) · 2 wns (b.example)",
        ),
        (linked(url="https://o.example"), [], "open 1 the original (o.example)"),
        (
            linked("https://a.example/x", url="https://o.example"),
            [(0, 2)],
            "open 1 the original (o.example) · 2 Harb (a.example)",
        ),
        (linked("https://a.example", url="paste:x"), [(0, 1)], "open 1 Harb (a.example)"),
    ],
)
def test_links_are_numbered_after_the_original(article, numbers, sentence):
    assert numbered_links(article, SIGHT)[1:] == (numbers, sentence)


def test_an_image_is_listed_by_its_caption():
    pictured = replace(ARTICLE, marks=(Mark(MarkKind.IMAGE, Span(0, 13), "https://a.example/x.png"),), url=None)
    assert numbered_links(pictured, SIGHT)[1:] == ([(0, 1)], "open 1 image: Harbour Towns (a.example)")


def test_a_link_opens_on_the_remote_machine():
    asked: list[str] = []
    assert browse("https://a.example", asked.append) == "opened https://a.example"
    assert asked == ["https://a.example"]


def test_at_most_nine_links_are_offered():
    article = linked(*(f"https://a.example/{at}" for at in range(12)), url="https://o.example")
    addresses, numbers, _ = numbered_links(article, SIGHT)
    assert [number for _, number in numbers] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert len(addresses) == 9
    assert addresses[-1] == "https://a.example/7"


class Graphical(webbrowser.BaseBrowser):
    answer = True

    def open(self, url, new=0, autoraise=True):  # noqa: ARG002 - the signature of a browser
        return self.answer


class Failing(Graphical):
    answer = False


def missing():
    raise webbrowser.Error("none")


@pytest.mark.parametrize(
    ("get", "sentence"),
    [
        (lambda: Graphical("one"), "opened https://a.example"),
        (lambda: Failing("one"), "the browser did not open https://a.example"),
        (lambda: webbrowser.GenericBrowser("lynx"), "the only browser here needs the terminal: https://a.example"),
        (missing, "no browser found: https://a.example"),
    ],
)
def test_opening_a_link_reports_the_result(monkeypatch, get, sentence):
    monkeypatch.setattr(webbrowser, "get", get)
    assert browse("https://a.example") == sentence


LINKED = replace(
    ARTICLE,
    url="https://estuary.example/wall",
    marks=(
        Mark(MarkKind.LINK, span("Coastal Courier"), "https://courier.example/wall"),
        Mark(MarkKind.LINK, span("the ministry"), "mailto:desk@ministry.example"),
        Mark(MarkKind.LINK, span("joint paper"), "https://ministry.example/paper"),
    ),
)


@pytest.fixture
def browser(monkeypatch):
    """A browser that opens nothing and remembers the addresses."""
    visited = []

    class Browser(webbrowser.BaseBrowser):
        def open(self, url, new=0, autoraise=True):  # noqa: ARG002 - the signature of a browser
            visited.append(url)
            return True

    monkeypatch.setattr(webbrowser, "get", lambda: Browser("none"))
    return visited


async def test_o_numbers_the_links_in_view_and_a_digit_opens_one(opened, browser):
    async with opened(article=LINKED) as at:
        await at.press("o")
        assert at.said.startswith("open 1 the original (estuary.example) · 2 Coastal Courier (")
        assert any("The2Coastal Courier" in row for row in at.shown())
        await at.press("3")
        assert browser == ["https://ministry.example/paper"]
        assert at.said.startswith("opened https://ministry.example/paper")
        assert any("Coastal Courier" in row for row in at.shown())
        await at.press("o", "1")
        assert browser[-1] == "https://estuary.example/wall"
        await at.press("o", "9")
        assert len(browser) == 2
        await at.press("escape", "2")
        assert at.screen.panes.current == "voices"


async def test_digits_beyond_the_panes_open_links_too(opened, browser):
    marks = tuple(Mark(MarkKind.LINK, Span(at, at + 1), f"https://a.example/{at}") for at in range(6))
    async with opened(article=replace(ARTICLE, marks=marks)) as at:
        await at.press("5")
        assert browser == []
        await at.press("o", "5")
        assert browser == ["https://a.example/4"]


async def test_without_links_o_says_so(opened):
    async with opened() as at:
        await at.press("o")
        assert at.said.startswith("no links on this screen")
        await at.press("4")
        assert at.said.startswith("no key 4 here")
