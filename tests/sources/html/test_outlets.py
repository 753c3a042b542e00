"""The outlet of a page among the names that it states."""

import pytest
from lxml.html import document_fromstring

from reader.sources.html import outlets
from reader.sources.html.linked_data import parse_linked_data
from reader.sources.html.page_facts import collect_facts


@pytest.mark.parametrize(
    ("stated", "title_element", "url", "outlet"),
    [
        (["Ansel Courier", "Northwire"], None, "https://www.anselcourier.invalid/f", "Ansel Courier"),
        (["Northwire", "Ansel Courier"], None, "https://www.anselcourier.invalid/f", "Ansel Courier"),
        (["Northwire", "Harbour Group Ltd"], None, "https://anselcourier.invalid/f", "Northwire"),
        ([None, "Northwire"], None, None, "Northwire"),
        ([None, None], "The ferry stays", "https://anselcourier.invalid/f", None),
        ([], None, None, None),
        (["Blogger", "Letters from the quay"], None, "https://quay.invalid/f", "Letters from the quay"),
        (["Medium", "The Quay"], None, "https://medium.invalid/quay", "The Quay"),
        (["Medium", None], None, "https://medium.invalid/@mira/f", "Medium"),
        (["WordPress.com", "Quay"], None, "https://quay.wordpress.invalid/", "Quay"),
        (["Ansel", "Ansel Courier"], "The ferry stays | Ansel Courier", "https://ansel.invalid/f", "Ansel Courier"),
        (["Ansel", "Ansel Courier"], "Ansel Courier", "https://ansel.invalid/f", "Ansel"),
        (["Vell", "Vell News"], "The ferry stays - Vell News", "https://news.vell.invalid/f", "Vell News"),
        (["Harbour News Service", "Ansel Courier"], None, "https://hns.invalid/f", "Harbour News Service"),
        (["Courier.invalid"], "The ferry stays - Ansel Courier", "https://courier.invalid/f", "Ansel Courier"),
        (["Courier.invalid"], "The ferry stays - Ansel Harbour", "https://courier.invalid/f", "Courier.invalid"),
        (["Courier.invalid", "The Courier"], None, "https://courier.invalid/f", "The Courier"),
        (["https://courier.invalid"], None, "https://courier.invalid/f", None),
        ([], "Ansel Courier Letters: The ferry stays", "https://courier.invalid/f", "Ansel Courier Letters"),
        ([], "The ferry stays - Town - Courier, No. 4/2021", "https://courier.invalid/f", "Courier"),
        ([], "News | The ferry stays", "https://news.ansel.invalid/f", None),
    ],
)
def test_the_name_that_matches_the_host_goes_first_and_a_platform_last(stated, title_element, url, outlet):
    assert outlets.choose_outlet(stated, title_element, url) == outlet


@pytest.mark.parametrize(
    ("name", "url", "matches"),
    [
        ("Ansel Courier", "https://www.ansel-courier.invalid/f", True),
        ("Ansel Courier", "https://courier.invalid/f", True),
        ("The Ansel Courier", "https://anselcourier.invalid/f", True),
        ("Ansel Harbour Company", "https://www.ahc.invalid/f", True),
        ("Courier", "https://anselcourier.invalid/f", True),
        ("Courier", "https://news.ansel.courier.invalid/f", True),
        ("Ansel Courier", "https://quay.invalid/f", False),
        ("Mira Oland", "https://mo.invalid/f", False),
        ("AC", "https://anselcourier.invalid/f", False),
        ("Invalid", "https://quay.invalid/f", False),
        ("www", "https://www.quay.invalid/f", False),
        ("Ansel Courier", None, False),
    ],
)
def test_a_name_matches_a_host_by_its_words_or_its_first_letters(name, url, matches):
    assert outlets.matches_host(name, url) == matches


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.courier.invalid/f", "courier.invalid"),
        ("https://news.courier.invalid/f", "news.courier.invalid"),
        ("https://wwwcourier.invalid/", "wwwcourier.invalid"),
        ("", None),
        (None, None),
    ],
)
def test_the_host_without_www_names_an_outlet_that_states_no_name(url, outlet):
    assert outlets.outlet_from_url(url) == outlet


def find(head, body="<h1>The late ferry stays</h1>", url="https://www.courier.invalid/f"):
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return collect_facts(document_fromstring(page), parse_linked_data(page), url).outlet


PUBLISHER = '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "NAME"}}</script>'


@pytest.mark.parametrize(
    ("head", "url", "outlet"),
    [
        (PUBLISHER.replace("NAME", "Northwire") + "<meta property=og:site_name content='Ansel Courier'>", "https://www.courier.invalid/f", "Ansel Courier"),
        (PUBLISHER.replace("NAME", "Ansel Courier") + "<meta property=og:site_name content='Northwire'>", "https://www.courier.invalid/f", "Ansel Courier"),
        (PUBLISHER.replace("NAME", "Blogger") + "<title>Letters from the quay: The late ferry stays</title><meta property=og:site_name content='Letters from the quay'>", "https://quay.invalid/f", "Letters from the quay"),
        (PUBLISHER.replace("NAME", "Vell") + "<title>The late ferry stays | World | Vell News</title><meta property=og:site_name content='Vell News'>", "https://news.vell.invalid/f", "Vell News"),
        ("<title>The late ferry stays</title>", "https://www.courier.invalid/f", "courier.invalid"),
        ("<title>The late ferry stays | Ansel Courier</title>", "https://www.courier.invalid/f", "Ansel Courier"),
        ("<title>Courier | The late ferry stays</title>", "https://www.courier.invalid/f", "Courier"),
        ("<title>The ferry is staying - Courier</title>", "https://www.courier.invalid/f", "Courier"),
        ("<title>The late ferry stays</title>", None, None),
    ],
)  # fmt: skip
def test_the_outlet_of_a_page_is_found_in_its_metadata_its_title_or_its_address(head, url, outlet):
    assert find(head, url=url) == outlet


def test_the_outlet_may_be_named_by_the_link_to_the_front_page():
    masthead = "<h1><a href='/'>Letters from the quay</a></h1><h2>The late ferry stays</h2>"
    assert find("<title>Letters from the quay: The late ferry stays</title>", masthead) == "Letters from the quay"


def test_words_before_a_colon_may_be_a_kicker_so_the_address_decides():
    assert find("<title>Quay Letters: The late ferry stays</title>") == "courier.invalid"


@pytest.mark.parametrize(
    ("stated", "title_element", "outlet"),
    [
        ([], None, "Harbour Media Ltd"),
        (["Ansel Courier"], None, "Ansel Courier"),
        ([], "The ferry stays - Ansel Courier", "Ansel Courier"),
    ],
)
def test_the_company_names_an_outlet_without_another_name(stated, title_element, outlet):
    url = "https://courier.invalid/f"
    assert outlets.choose_outlet(stated, title_element, url, ["Harbour Media Ltd"]) == outlet


@pytest.mark.parametrize(
    ("body", "url", "outlet"),
    [
        (
            "<a href='/'><img src='/logo.png' alt='Ansel Courier Logo'></a>",
            "https://courier.invalid/f",
            "Ansel Courier",
        ),
        ("<a href='https://courier.invalid/'>Ansel Courier</a>", "https://courier.invalid/f", "Ansel Courier"),
        ("<a href='https://town.invalid/'>Courier Shop</a>", "https://courier.invalid/f", "courier.invalid"),
        ("<a href='/'>Home</a>", "https://courier.invalid/f", "courier.invalid"),
        ("<a href='/'>Money</a>", "https://money.harbour.ansel.invalid/f", "money.harbour.ansel.invalid"),
        ("<p>© 2019-2021 Ansel Courier. All rights reserved.</p>", None, "Ansel Courier"),
        ("<p>Copyright © 2021 by the Ansel Courier | Contact</p>", None, "the Ansel Courier"),
        ("<p>© ANSEL COURIER, 2021</p>", None, "ANSEL COURIER"),
        ("<p>© Ansel Courier, 2021</p>", "https://courier.invalid/f", "Ansel Courier"),
        ("<p>© Quay Pictures</p>", "https://courier.invalid/f", "courier.invalid"),
        ("<p>© 2021</p>", None, None),
        ("<a href='/'>Ansel Courier</a>", None, None),
    ],
)
def test_a_page_without_a_stated_name_shows_it_in_its_logo_or_its_copyright(body, url, outlet):
    assert find("", f"<h1>The late ferry stays</h1>{body}", url=url) == outlet


@pytest.mark.parametrize(
    ("title_element", "outlet"),
    [
        ("The late ferry stays-新聞網", "新聞網"),
        ("Ansel Courier", "Ansel Courier"),
        ("The ferry", None),
        ("Ansel Courier and much more", None),
    ],
)
def test_the_title_element_may_name_the_outlet_without_spaces_or_alone(title_element, outlet):
    assert find(f"<title>{title_element}</title>", url=None) == outlet


def test_a_host_in_brackets_is_no_part_of_a_stated_name():
    head = "<meta name='publisher' content='Ansel Courier (www.courier.invalid)'>"
    assert find(head, url=None) == "Ansel Courier"
