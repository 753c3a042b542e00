"""Links: which may be opened, which are offered, what opening one says."""

import webbrowser
from dataclasses import replace

import pytest

from reader.app.controllers.links import LinkController, browse, opens
from reader.model import Mark, MarkKind, Span
from tests.app.pane_harness import ARTICLE

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
def test_only_addresses_of_the_web_open(address, may):
    assert opens(address) is may


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
    assert LinkController().offer(article, SIGHT) == (numbers, sentence)


def test_an_image_is_offered_by_its_caption():
    pictured = replace(ARTICLE, marks=(Mark(MarkKind.IMAGE, Span(0, 13), "https://a.example/x.png"),), url=None)
    assert LinkController().offer(pictured, SIGHT) == ([(0, 1)], "open 1 image: Harbour Towns (a.example)")


def test_a_link_opens_where_the_person_is():
    asked: list[str] = []
    assert browse("https://a.example", asked.append) == "opened https://a.example"
    assert asked == ["https://a.example"]


def test_there_are_no_more_links_than_digits():
    links = LinkController()
    numbers, _ = links.offer(linked(*(f"https://a.example/{at}" for at in range(12)), url="https://o.example"), SIGHT)
    assert [number for _, number in numbers] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert links.choose(9) == "https://a.example/7"
    links.forget()
    assert links.choose(1) is None


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
def test_opening_says_what_became_of_it(monkeypatch, get, sentence):
    monkeypatch.setattr(webbrowser, "get", get)
    assert browse("https://a.example") == sentence
