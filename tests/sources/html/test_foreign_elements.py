"""Which elements inside an article are no part of it, by their structure."""

import pytest

from reader.model import BlockKind
from reader.sources.html.page_reader import read_markup
from tests.sources.sample_article import FIGURES, INTRODUCTION, LEAD, REPLY

ADDRESS = "https://courier.invalid/ferry"
OTHER = "The council also asked for the figures of each winter since 1911, which the clerk keeps in a tin box."
LAST = "The vote on the last point was put off until the harbour master is back from the islands, in a week or two."
TEXTS = (LEAD, INTRODUCTION, REPLY, FIGURES, OTHER, LAST)
BAKER = "<a href='/baker'>The Baker Who Rows to Work</a>"
PAINT = "<a href='/paint'>Who Paints the Lighthouse</a>"
EELS = "<a href='/eels'>Eels Are Back in the Basin</a>"


def read(inside, page="<main><article><h1>The ferry stays</h1>{}</article></main>"):
    """Read an article with other markup in the middle of its text."""
    paragraphs = [f"<p>{text}</p>" for text in TEXTS]
    article = "".join([*paragraphs[:3], inside, *paragraphs[3:]])
    markup = f"<html><head><title>The ferry stays</title></head><body>{page.format(article)}</body></html>"
    return read_markup(markup, ADDRESS)


def shown_of(inside, **options):
    """Return the blocks that are shown of the markup in the middle; all others must be shown."""
    draft = read(inside, **options)
    texts = [block.span.of(draft.text) for block in draft.blocks if not block.hidden]
    assert [text for text in TEXTS if text not in texts] == []
    return [text for text in texts if text not in {*TEXTS, "The ferry stays"}]


@pytest.mark.parametrize(
    "page",
    [
        "<form method='post' action='./ferry.aspx'><h1>The ferry stays</h1>{}</form>",
        "<form id='aspnetForm'><div class='content'><h1>The ferry stays</h1><div>{}</div></div></form>",
        "<aside><h1>The ferry stays</h1>{}</aside>",
        "<footer><article><h1>The ferry stays</h1>{}</article></footer>",
        "<div class='sidebar'><div class='related'><h1>The ferry stays</h1>{}</div></div>",
        "<div role='navigation'><h1>The ferry stays</h1>{}</div>",
    ],
)
def test_an_element_that_holds_the_article_is_not_foreign_whatever_it_is_called(page):
    assert shown_of("<h2>The figures</h2>", page=page) == ["The figures"]


@pytest.mark.parametrize("tag", ["form", "aside", "nav", "footer"])
def test_an_element_for_other_things_is_foreign(tag):
    letters = "The river in your letter box, each Friday, with all that the tide has brought in."
    assert shown_of(f"<{tag}><h3>Letters</h3><p>{letters}</p><label>Your address</label><input></{tag}>") == []


@pytest.mark.parametrize(
    "role", ["banner", "complementary", "contentinfo", "menu", "navigation", "search", "tablist", "toolbar"]
)
def test_an_element_with_a_role_for_other_things_is_foreign(role):
    assert shown_of(f"<div role='{role}'><p>Larger type</p></div>") == []


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "<div class='embed'>{}</div>",
        "<figure class='wp-block-embed is-provider-birds'><div class='wp-block-embed__wrapper'>{}</div></figure>",
        "<div class='social-embed'>{}</div>",
        "<div class='widget widget-birds'><div class='share'>{}</div></div>",
    ],
)
def test_an_embedded_post_in_a_block_quotation_stays(around):
    words = "The night boat is the only one I can take home from the bakery."
    post = f"<blockquote class='social-post'><p>{words}</p>— Tessa Quill (@tessa)</blockquote>"
    assert shown_of(around.format(post)) == [words, "— Tessa Quill (@tessa)"]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("class='section section--ads'", True),
        ("class='text text--with-related'", True),
        ("class='ads'", False),
        ("class='article-ads'", False),
        ("class='c-ad c-ad--wide'", False),
        ("class='relatedStories'", False),
        ("id='related'", False),
        ("class='post-footer'", False),
        ("class='read-more'", False),
        ("class='adult-readers'", True),
        ("class='shadow'", True),
        ("class='biology'", True),
        ("class='elementor-widget elementor-widget-text-editor'", True),
    ],
)
def test_words_of_a_name_make_an_element_foreign_and_not_its_modifiers(names, shown):
    note = "The crossing takes eleven minutes."
    assert shown_of(f"<div {names}><p>{note}</p></div>") == [note] * shown


@pytest.mark.parametrize("name", ["byline", "credit", "tag", "share", "video"])
def test_names_of_what_belongs_to_an_article_make_an_element_foreign_where_it_has_no_running_text(name):
    note = "The crossing takes eleven minutes."
    assert shown_of(f"<div class='{name}'><p>{note}</p></div>") == []
    sentence = "The crossing takes eleven minutes in summer, and in winter as long as the ice on the water wants it to."
    assert shown_of(f"<div class='{name}'><p>{sentence}</p></div>") == [sentence]


def test_a_long_line_of_names_and_dates_is_no_running_text():
    line = "By Mira Oland, Tessa Quill and Ruben Achterberg in Port Ansel, Tuesday, May 4, 2021, 04:05 pm"
    assert shown_of(f"<p class='byline'>{line}</p>") == []


def test_a_heading_is_not_foreign_by_its_class():
    assert shown_of("<h2 class='related-topic sidebar-title'>The figures</h2>") == ["The figures"]


@pytest.mark.parametrize("around", ["{}", "<a href='/baker'>{}</a>"])
def test_a_card_of_another_article_is_foreign(around):
    card = f"<div><h3>{BAKER}</h3><p>A boat with warm bread leaves the quay at four.</p></div>"
    assert shown_of(around.format(card)) == []


def test_a_card_in_a_link_is_foreign():
    assert (
        shown_of("<a href='/baker'><h3>The Baker Who Rows to Work</h3><p>A boat with warm bread at four.</p></a>") == []
    )


@pytest.mark.parametrize("href", ["#figures", "https://quay.invalid/figures", ADDRESS, f"{ADDRESS}#figures", ""])
def test_a_heading_that_links_to_the_page_itself_or_another_site_is_no_card(href):
    section = f"<div><h3><a href='{href}'>The figures of the winter</a></h3><p>They are short.</p></div>"
    assert shown_of(section) == ["The figures of the winter", "They are short."]


def test_a_heading_over_a_single_link_takes_nothing_away_that_is_beside_its_element():
    box = f"<div><div><h3>Related</h3><ul><li>{BAKER}</li></ul></div><p>It is late, and nobody rows on the river.</p></div>"
    assert "It is late, and nobody rows on the river." in shown_of(box)


@pytest.mark.parametrize("link", [f"<ul><li>{BAKER}</li></ul>", f"<p>{BAKER}</p>"])
def test_a_heading_over_a_single_link_is_removed_with_it(link):
    assert shown_of(f"<div><h3>Related</h3>{link}</div>") == []


@pytest.mark.parametrize(
    "markup",
    [
        f"<ul><li>{BAKER}</li><li>{PAINT}</li></ul>",
        f"<div><h3>From the river</h3><ul><li>{BAKER}</li><li>{PAINT}</li></ul></div>",
        f"<section><p>Also:</p>{BAKER} {PAINT} {EELS}</section>",
        f"<table><tr><td>{BAKER}</td><td>{PAINT}</td></tr></table>",
    ],
)
def test_a_list_of_links_to_other_pages_of_the_site_is_foreign(markup):
    assert shown_of(markup) == []


def test_a_list_of_links_to_other_sites_is_not_foreign():
    sources = [f"<li><a href='https://{name}.invalid/'>The {name} of Port Ansel</a></li>" for name in ("census", "map")]
    assert shown_of(f"<ul>{''.join(sources)}</ul>") == ["The census of Port Ansel", "The map of Port Ansel"]


def test_items_with_a_link_that_are_repeated_are_dropped_and_others_kept():
    slides = f"<div><ul><li>1. {BAKER}, by the quay</li><li>2. {PAINT}, by the quay</li></ul></div>"
    assert shown_of(slides * 3) == []
    assert shown_of(slides) == [
        "1. The Baker Who Rows to Work, by the quay",
        "2. Who Paints the Lighthouse, by the quay",
    ]
    assert shown_of("<ul><li>Oil</li><li>Oil</li></ul>") == ["Oil", "Oil"]


@pytest.mark.parametrize("labels", [("2012", "2014", "0", "50", "Boats"), ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat")])
def test_a_row_of_very_short_lines_is_dropped(labels):
    assert shown_of(f"<div>{''.join(f'<div>{label}</div>' for label in labels)}</div>") == []


@pytest.mark.parametrize(
    "markup",
    [
        "<div><p>Mon</p><p>Tue</p><p>Wed</p><p>Thu</p></div>",
        "<div><ul><li>Oil</li><li>Bell</li><li>Rope</li><li>Tar</li><li>Soap</li></ul></div>",
        "<div><p>No boats at one.</p><p>None at two in the night.</p><p>Four sailed at three.</p><p>One at four.</p><p>Then the sun rose over the quay.</p></div>",
    ],
)
def test_a_few_lines_a_list_and_lines_of_verse_are_kept(markup):
    assert len(shown_of(markup)) >= 4


@pytest.mark.parametrize(
    ("markup", "hidden"),
    [
        (f"<p>{BAKER}</p>", True),
        (f"<p>Read: {BAKER}</p>", True),
        ("<p><a href='/baker'>The baker, who rows to work, was there as well.</a></p>", False),
        ("<p><a href='https://quay.invalid/baker'>The Baker Who Rows to Work</a></p>", False),
        ("<p><a href='mailto:baker@courier.invalid'>baker@courier.invalid</a></p>", False),
        (f"<p>{BAKER} was there, and so were most of the bakers of the lower town.</p>", False),
    ],
)
def test_a_paragraph_that_only_points_to_another_page_is_hidden_and_not_removed(markup, hidden):
    draft = read(markup)
    [block] = [
        block for block in draft.blocks if "aker" in block.span.of(draft.text) and "41" not in block.span.of(draft.text)
    ]
    assert (block.kind, block.hidden) == (BlockKind.PARAGRAPH, hidden)


def test_a_linked_author_under_the_headline_does_not_make_it_a_card():
    deck = "The town will keep the night boat for another year, whatever the figures of the winter say."
    header = f"<header><h1>The ferry stays</h1><p>{deck}</p><h4><a href='/author/mira'>Mira Oland</a></h4></header>"
    assert shown_of("", page=f"<main><article>{header}<div>{{}}</div></article></main>") == [deck]
