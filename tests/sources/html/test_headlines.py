"""The headline of a page: a heading, or the title that the page states, without the outlet."""

import pytest
from lxml.html import document_fromstring

from reader.sources.html.headlines import find_headline, remove_outlet

URL = "https://www.courier.invalid/ferry"
TITLE = "The late ferry stays"


def find(body, title_element=None, stated=None, outlet=None, url=URL):
    tree = document_fromstring(f"<html><body>{body}<p>It was late.</p></body></html>")
    return find_headline(tree, stated, title_element, outlet=outlet, url=url)


@pytest.mark.parametrize(
    ("body", "title_element", "title"),
    [
        ("<h1>Everything on the late ferry that stays</h1><h1>The late ferry</h1>", "The late ferry | River", "The late ferry"),
        ("<h1>The ferry</h1><h1>The ferry: a history of the crossing</h1>", "The ferry - Ansel Courier", "The ferry"),
        ("<h1>More on the late ferry stays</h1><h1>THE LATE FERRY STAYS!</h1>", "The late ferry stays — Ansel Courier", "THE LATE FERRY STAYS!"),
        ("<h1>What is on this week in town</h1><h1>The late ferry stays - for now</h1>", "The late ferry stays - for now - Courier", "The late ferry stays - for now"),
    ],
)  # fmt: skip
def test_a_heading_that_equals_the_beginning_of_the_title_goes_first(body, title_element, title):
    assert find(body, title_element).title == title


@pytest.mark.parametrize("kicker", ["River", "Opinion:", "Town & river |", "The week"])
def test_a_kicker_in_the_same_heading_is_removed(kicker):
    heading = f"<h1><span>{kicker}</span> <span>The late ferry stays for a year</span></h1>"
    assert (
        find(heading, "The late ferry stays for a year", "The late ferry stays for a year").title
        == "The late ferry stays for a year"
    )


def test_the_first_words_of_a_heading_are_no_kicker_of_a_short_title():
    assert find("<h1>Why the late ferry stays</h1>", "Ferry stays").title == "Why the late ferry stays"


@pytest.mark.parametrize(
    "title_element",
    [
        f"{TITLE} | Ansel Courier",
        f"{TITLE} - Ansel Courier",
        f"{TITLE} — River — Ansel Courier",
        f"Ansel Courier: {TITLE}",
        f"Ansel Courier | {TITLE}",
        f"Ansel Courier – {TITLE}",
        f"Ansel Courier » {TITLE}",
        f"{TITLE} | courier.invalid",
        f"Courier: {TITLE}",
    ],
)
@pytest.mark.parametrize("body", [f"<h1>{TITLE}</h1>", f"<h2>{TITLE}</h2>", f"<h3>{TITLE}</h3>"])
def test_the_outlet_before_or_after_the_title_is_no_part_of_it(title_element, body):
    found = find(body, title_element, outlet="Ansel Courier")
    assert (found.title, found.outlet) == (TITLE, "Ansel Courier")
    assert found.heading is not None


@pytest.mark.parametrize(
    "title_element",
    [f"{TITLE} | Ansel Courier", f"{TITLE} - Ansel Courier", f"Ansel Courier: {TITLE}", f"Courier | {TITLE}"],
)
def test_the_outlet_is_removed_from_a_title_that_no_heading_shows(title_element):
    assert find("", title_element, outlet="Ansel Courier") == (TITLE, None, "Ansel Courier")


def test_a_dash_inside_a_title_separates_no_outlet():
    assert (
        find("", "The late ferry stays - a story of the night").title == "The late ferry stays - a story of the night"
    )


@pytest.mark.parametrize(
    "heading", ["Jun 17 The late ferry stays for a year", "17. Juni The late ferry stays for a year"]
)
def test_a_date_before_the_headline_in_the_same_heading_is_removed(heading):
    assert find(
        f"<h1>{heading}</h1>", "The late ferry stays for a year | Ansel Courier", outlet="Ansel Courier"
    ).title == ("The late ferry stays for a year")


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Ansel Courier</h1><h2>The late ferry stays</h2>",
        "<h1><a href='/'>Ansel Courier</a></h1><h3>The late ferry stays</h3>",
        "<h1><a href='https://www.courier.invalid/'>Courier</a></h1><h2>The late ferry stays</h2>",
        "<h1>courier.invalid</h1>",
    ],
)
def test_a_heading_with_only_the_name_of_the_site_is_no_headline(body):
    assert find(body, f"{TITLE} | Ansel Courier", outlet="Ansel Courier").title == TITLE


def test_a_title_that_is_only_the_address_of_the_site_is_no_title():
    assert find(f"<h1>{TITLE}</h1>", "courier.invalid").title == TITLE
    assert find("", "www.courier.invalid").title is None


def test_the_only_heading_is_the_headline_of_a_page_without_a_title():
    assert find(f"<h1>{TITLE}</h1>").title == TITLE
    assert find("<h1>Ferry</h1>").title == "Ferry"


def test_neither_of_two_headings_is_the_headline_of_a_page_without_a_title():
    assert find("<h1>Ferry</h1><h1>Quay</h1>").title is None


def test_a_page_with_neither_a_title_nor_a_heading_has_no_headline():
    assert find("") == (None, None, None)


def test_a_heading_in_a_menu_a_footer_or_an_aside_is_no_headline():
    for tag in ("nav", "footer", "aside"):
        assert find(f"<{tag}><h1>{TITLE}</h1></{tag}>", "Ferry news of the week").title == "Ferry news of the week"


def test_a_longer_lower_heading_that_the_title_contains_goes_before_a_shorter_heading():
    body = "<h1>The late ferry</h1><h2>The late ferry stays for a year</h2>"
    assert find(body, "River | The late ferry stays for a year").title == "The late ferry stays for a year"


@pytest.mark.parametrize(
    ("title", "outlet", "without"),
    [
        (f"{TITLE} - Ansel Courier", "The Ansel Courier", TITLE),
        (f"{TITLE} - Courier", "Ansel Courier", TITLE),
        (f"{TITLE} - River", "Ansel Courier", f"{TITLE} - River"),
        (f"{TITLE} - An", "Ansel Courier", f"{TITLE} - An"),
        ("Ansel Courier", "Ansel Courier", "Ansel Courier"),
        (f"{TITLE} - Courier", None, f"{TITLE} - Courier"),
        (None, "Ansel Courier", None),
    ],
)
def test_an_outlet_that_the_page_shows_is_removed_from_the_end_of_the_title(title, outlet, without):
    assert remove_outlet(title, outlet) == without


def test_the_address_of_a_site_is_no_title():
    assert (
        find("", f"{TITLE} - Ansel Courier", stated="courier.invalid", outlet="Ansel Courier", url=None).title == TITLE
    )


@pytest.mark.parametrize(
    ("title_element", "url", "outlet"),
    [
        (f"Letters from the quay | {TITLE}", None, "Letters from the quay"),
        (f"River | {TITLE}", None, None),
        (f"River and quay | {TITLE}", URL, None),
    ],
)
def test_words_before_the_headline_name_the_outlet_of_a_page_without_an_address(title_element, url, outlet):
    assert find(f"<h2>{TITLE}</h2>", title_element, url=url).outlet == outlet


def test_a_heading_that_is_marked_as_the_headline_may_stand_in_an_aside():
    marked = f"<aside><h1 itemprop='headline'>{TITLE}</h1></aside>"
    assert find(marked, f"{TITLE} and more").heading is not None
    assert find(marked.replace(" itemprop='headline'", ""), f"{TITLE} and more").heading is None


@pytest.mark.parametrize("title_element", ["渡船 留下来-新聞網", "渡船 留下来_新聞網", "渡船 留下来 - 新聞網"])
def test_an_outlet_without_spaces_before_it_is_no_part_of_a_chinese_title(title_element):
    found = find("<h1>渡船 留下来</h1><h1>更多</h1>", title_element, url=None)
    assert (found.title, found.outlet) == ("渡船 留下来", "新聞網")
