"""Blocks as the elements of a page make them, whichever elements are chosen."""

import pytest
from lxml.html import fragment_fromstring

from reader.model import BlockKind
from reader.sources.html.element_blocks import read_blocks
from tests.cpu_time import growth
from tests.sources.sample_article import FIGURES, LEAD

CAPTION, HEADING, ITEM, PARAGRAPH, QUOTE = (
    BlockKind.CAPTION,
    BlockKind.HEADING,
    BlockKind.ITEM,
    BlockKind.PARAGRAPH,
    BlockKind.QUOTE,
)


def read(markup):
    return [part for part, _ in read_blocks(fragment_fromstring(markup, create_parent="div"))]


def kinds_and_texts(markup):
    return [(part.kind, part.text) for part in read(markup)]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>The <lock-term>crank</lock-term> turns.</p>",
        "<p>The <x-a><x-b>crank</x-b></x-a> turns.</p>",
        "<p>The <abbr>crank</abbr> <blink>turns</blink>.</p>",
        "<div>The <font color='red'>crank</font> <q>turns</q>.</div>",
    ],
)
def test_an_unknown_element_inside_a_sentence_does_not_split_it(markup):
    [(kind, text)] = kinds_and_texts(markup)
    assert (kind, text) == (PARAGRAPH, "The crank turns.")


@pytest.mark.parametrize(
    "markup",
    [
        "<x-story><p>One.</p><p>Two.</p></x-story>",
        "<div>One.<x-part><p>Two.</p></x-part></div>",
        "<x-story><x-part><div>One.</div></x-part><x-part><div>Two.</div></x-part></x-story>",
        "<span><div>One.</div>Two.</span>",
        "<div><x-part><div></div>One.</x-part>Two.</div>",
    ],
)
def test_an_unknown_element_around_blocks_is_a_block(markup):
    assert kinds_and_texts(markup) == [(PARAGRAPH, "One."), (PARAGRAPH, "Two.")]


@pytest.mark.parametrize(
    "markup",
    [
        "<h2>Four cranks<span class='mw-editsection'>[<a href='/edit'>edit</a>]</span></h2>",
        "<div class='mw-heading'><h2>Four cranks</h2><span class='mw-editsection'>[<a href='/edit'>edit</a>]</span></div>",
    ],
)
def test_a_link_to_edit_a_section_is_not_read(markup):
    assert kinds_and_texts(markup) == [(HEADING, "Four cranks")]


def test_a_post_that_is_embedded_in_a_block_quotation_is_one():
    post = (
        "<blockquote class='social-post' data-width='550'><p lang='en'>The bridge is open again.</p>&mdash; Lock of Vell "
        "(@lock) <a href='https://birds.invalid/lock/1'>May 4, 2021</a></blockquote>"
    )
    assert kinds_and_texts(post) == [
        (QUOTE, "The bridge is open again."),
        (QUOTE, "— Lock of Vell (@lock) May 4, 2021"),
    ]


@pytest.mark.parametrize(
    "spacer", ["<div class='anchor'></div>", "<div id='a'><div></div></div>", "<span><div></div></span>", "<a></a>"]
)
def test_a_heading_with_an_empty_element_is_a_heading(spacer):
    assert kinds_and_texts(f"<h2>{spacer}Four cranks</h2>") == [(HEADING, "Four cranks")]
    assert kinds_and_texts(f"<h2>Four cranks{spacer}</h2>") == [(HEADING, "Four cranks")]


def test_a_list_item_in_the_element_of_a_heading_is_an_item():
    parts = kinds_and_texts("<h2>To buy<ul><li>Oil</li><li>A bell</li></ul></h2><p>Soon.</p>")
    assert parts == [(HEADING, "To buy"), (ITEM, "Oil"), (ITEM, "A bell"), (PARAGRAPH, "Soon.")]


def test_items_of_nested_lists_have_their_levels_and_numbers():
    nested = (
        "<ol><li>Buy<ul><li>oil<ol start='7'><li>for hinges</li></ol></li><li>a bell</li></ul></li><li>Open</li></ol>"
    )
    assert [(part.kind, part.level, part.ordered, part.text) for part in read(nested)] == [
        (ITEM, 1, 1, "Buy"),
        (ITEM, 2, None, "oil"),
        (ITEM, 3, 7, "for hinges"),
        (ITEM, 2, None, "a bell"),
        (ITEM, 1, 2, "Open"),
    ]


def test_the_end_of_an_item_after_a_nested_list_continues_the_item():
    items = [
        (part.level, part.continues, part.text) for part in read("<ul><li>a<ul><li>b</li></ul>c</li><li>d</li></ul>")
    ]
    assert items == [(1, False, "a"), (2, False, "b"), (1, True, "c"), (1, False, "d")]


@pytest.mark.parametrize("name", ["caption", "wp-caption", "image-caption-text", "caption_body", "Caption"])
def test_a_class_calls_a_short_text_a_caption_and_not_an_article(name):
    assert kinds_and_texts(f"<div class='{name}'><p>The quay in spring</p></div>") == [(CAPTION, "The quay in spring")]
    article = f"<div class='{name}'>{f'<p>{LEAD}</p>' * 6}<p>{FIGURES}</p></div>"
    assert {kind for kind, _ in kinds_and_texts(article)} == {PARAGRAPH}


@pytest.mark.parametrize("name", ["slider__credit", "gallery", "photo-slideshow", "carousel-item"])
def test_a_label_and_an_owner_in_a_gallery_are_a_caption_also_where_a_script_loads_its_pictures(name):
    markup = f"<div class='{name}'><dl><dt>Foto:</dt><dd>Ida Rand</dd></dl></div><p>The quay opens.</p>"
    assert kinds_and_texts(markup) == [(CAPTION, "Foto:"), (CAPTION, "Ida Rand"), (PARAGRAPH, "The quay opens.")]


@pytest.mark.parametrize("inside", ["<p>The quay opens.</p>", "<blockquote>The quay opens.</blockquote>"])
def test_paragraphs_in_a_gallery_are_no_caption(inside):
    assert kinds_and_texts(f"<div class='gallery'>{inside}</div>")[0][0] is not CAPTION


def test_a_class_that_only_contains_the_word_is_not_a_caption():
    assert kinds_and_texts("<p class='captioned recaption'>The quay in spring</p>") == [
        (PARAGRAPH, "The quay in spring")
    ]


@pytest.mark.parametrize("name", ["image", "photo", "post-thumbnail", "img_left", "bild", "pictures"])
@pytest.mark.parametrize("text", ["<p>The quay in spring</p>", "The quay in spring"])
def test_the_text_beside_a_picture_in_an_element_named_after_it_is_a_caption(name, text):
    markup = f"<div class='{name}'><img src='/q.jpg'>{text}</div>"
    assert kinds_and_texts(markup) == [(CAPTION, "The quay in spring")]


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='image'><p>The quay in spring</p></div>",
        "<div class='imagery'><img src='/q.jpg'><p>The quay in spring</p></div>",
        "<div><img src='/q.jpg'><p>The quay in spring</p></div>",
        f"<div class='photo'><img src='/q.jpg'><p>{LEAD}</p><p>{FIGURES}</p></div>",
    ],
)
def test_without_a_picture_its_name_or_a_short_text_it_is_no_caption(markup):
    assert {kind for kind, _ in kinds_and_texts(markup)} == {PARAGRAPH}


def test_a_card_with_a_picture_and_a_heading_is_no_caption():
    card = "<div class='photo-box'><img src='/q.jpg'><h3>The quay</h3><p>In spring it is dry.</p></div>"
    assert kinds_and_texts(card) == [(HEADING, "The quay"), (PARAGRAPH, "In spring it is dry.")]


def test_a_caption_belongs_to_the_quotation_of_its_own_figure():
    quoted = "<figure><blockquote><p>We stay.</p></blockquote><figcaption>Ada Roe</figcaption></figure>"
    assert kinds_and_texts(quoted) == [(BlockKind.QUOTE, "We stay."), (BlockKind.QUOTE, "Ada Roe")]
    before = (
        "<blockquote><p>We stay.</p></blockquote><figure><img src='a.png'><figcaption>The weir</figcaption></figure>"
    )
    assert [text for kind, text in kinds_and_texts(before) if kind is BlockKind.QUOTE] == ["We stay."]


@pytest.mark.no_cover
def test_many_captions_after_a_quotation_take_time_in_proportion():
    def run(size):
        read(f"<blockquote>We stay.</blockquote><div>{'<figcaption></figcaption>' * size}</div>")

    assert growth(run, 1_000, 8_000) < 20
