"""Where the article of a page begins and ends, and what of it an extractor that takes too little or too much leaves."""

import pytest
from lxml.html import document_fromstring

from reader.model import BlockKind
from reader.sources.html import block_selection
from reader.sources.html.block_selection import select_blocks
from reader.sources.html.extractors import Extract
from reader.sources.html.page_reader import read_markup
from reader.sources.text.clean import alphanumerics
from tests.sources.sample_article import FIGURES, INTRODUCTION, LEAD, REPLY

ADDRESS = "https://courier.invalid/ferry"
OTHER = "The council also asked for the figures of each winter since 1911, which the clerk keeps in a tin box."
TEXTS = (LEAD, INTRODUCTION, REPLY, FIGURES, OTHER)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
DECK = "The town will keep the night boat for another year, whatever the figures of the winter say."
CAPTION, CODE, HEADING, PARAGRAPH = BlockKind.CAPTION, BlockKind.CODE, BlockKind.HEADING, BlockKind.PARAGRAPH


def select(body):
    """Return the kinds and texts that are selected of a page, without the paragraphs of the article."""
    parts = select_blocks(document_fromstring(f"<html><body>{body}</body></html>"), ADDRESS).parts
    assert [text for text in TEXTS if text not in {part.text for part in parts}] == []
    return [(part.kind, part.text) for part in parts if part.text not in TEXTS]


def article(above="", below=""):
    return select(f"<main><article>{above}<div class='text'>{PARAGRAPHS}{below}</div></article></main>")


@pytest.mark.parametrize(
    "deck",
    [
        f"<div class='head'><h1>The ferry stays</h1><p class='dek'>{DECK}</p></div>",
        f"<h1>The ferry stays</h1><div><div>{DECK}</div></div>",
        f"<h1>The ferry stays</h1><h2>{DECK}</h2>",
        f"<div class='masthead'><h1>The ferry stays</h1></div><h2>{DECK}</h2>",
        f"<h1>The ferry stays</h1><div><ul><li>{DECK}</li></ul></div>",
        f"<h1>The ferry stays</h1><div><h3>{DECK}</h3></div><div class='byline'>Mira Oland</div><p>May 4, 2021</p>",
    ],
)
def test_the_deck_under_the_headline_is_a_caption(deck):
    assert article(deck) == [(HEADING, "The ferry stays"), (CAPTION, DECK)]


@pytest.mark.parametrize(
    "above",
    [
        "<h1>The ferry stays</h1><p>May 4, 2021</p>",
        f"<h1>The ferry stays</h1><p><a href='/harbour'>{DECK}</a></p>",
        f"<p>{DECK[:50]}</p><h1>The ferry stays</h1>",
        f"<h1>The ferry stays</h1><aside><p>{DECK}</p></aside>",
    ],
)
def test_a_short_line_a_link_and_what_stands_elsewhere_is_no_deck(above):
    assert article(above) == [(HEADING, "The ferry stays")]


def test_without_a_headline_above_the_text_there_is_no_deck():
    assert article(f"<div><h4>{DECK}</h4></div>") == []


@pytest.mark.parametrize("level", [2, 3, 4])
def test_the_heading_of_a_section_that_begins_the_text_is_kept(level):
    text = f"<h{level}>What was said</h{level}>{PARAGRAPHS}"
    assert select(f"<main><div><h1>The ferry stays</h1></div><div class='text'>{text}</div></main>") == [
        (HEADING, "The ferry stays"),
        (HEADING, "What was said"),
    ]


def test_the_heading_of_another_element_above_the_text_is_not_kept():
    assert select(f"<main><div><h2>What was said</h2></div><div class='text'>{PARAGRAPHS}</div></main>") == []


@pytest.mark.parametrize("line", ["A. Oland", "– Mira", "Tessa Q.", "M. O.", "安塞尔"])
def test_a_short_line_that_names_who_was_quoted_is_kept(line):
    page = f"<div class='text'><p>{LEAD}</p><blockquote>{INTRODUCTION}</blockquote><p>{line}</p>"
    page += "".join(f"<p>{text}</p>" for text in TEXTS[2:])
    assert select(f"<article>{page}</div></article>") == [(PARAGRAPH, line)]


def test_short_lines_after_the_last_paragraph_beside_it_are_kept():
    assert article(below="<p>It was late.</p><p>M. O.</p>") == [(PARAGRAPH, "It was late."), (PARAGRAPH, "M. O.")]


def test_code_at_the_end_of_the_text_is_kept():
    assert article(below="<div class='highlight'><pre><code>ferry --late</code></pre></div>") == [
        (CODE, "ferry --late")
    ]


@pytest.mark.parametrize(
    "end",
    [
        "<h3>More</h3>",
        "<hr>",
        "<h3>More</h3><ul><li><a href='https://quay.invalid/a'>Quay</a></li></ul>",
        "<figure><figcaption>The quay</figcaption></figure>",
        "<div><div><div><p>Set in the harbour</p></div></div></div>",
    ],
)
def test_what_follows_the_last_text_is_no_part_of_it(end):
    assert article(below=end) == []


def test_a_caption_that_is_shown_twice_is_kept_once():
    figure = "<figure><img src='/q.jpg'><figcaption>The quay in spring</figcaption></figure>"
    texts = [f"<p>{text}</p>" for text in TEXTS]
    page = "".join([*texts[:2], figure, *texts[2:4], figure, *texts[4:]])
    assert select(f"<article>{page}</article>") == [(CAPTION, "The quay in spring")]


def test_two_rules_around_what_was_removed_are_one():
    texts = [f"<p>{text}</p>" for text in TEXTS]
    texts.insert(2, f"<hr><aside><p>{DECK}</p></aside><hr>")
    assert select(f"<article>{''.join(texts)}</article>") == [(BlockKind.RULE, "* * *")]


def extract(monkeypatch, *results):
    """Let the extractor return these texts, one list for each time it is asked."""
    asked = []

    def by_trafilatura(_tree, *, fast=False):
        asked.append(fast)
        texts = [alphanumerics(text) for text in results[len(asked) - 1]]
        return Extract(frozenset(texts), "".join(texts))

    monkeypatch.setattr(block_selection, "by_trafilatura", by_trafilatura)
    return asked


def test_the_extractor_is_asked_again_where_it_took_little_of_the_text(monkeypatch):
    asked = extract(monkeypatch, [OTHER], TEXTS)
    assert select(f"<div><div>{PARAGRAPHS}</div><div><p>{DECK}</p></div></div>") == []
    assert asked == [True, False]


def test_the_extractor_is_asked_once_where_it_took_most_of_the_text(monkeypatch):
    asked = extract(monkeypatch, TEXTS)
    assert article() == []
    assert asked == [True]


@pytest.mark.parametrize("name", ["entry-content", "article__body", "PostContent", "story-body"])
def test_a_long_text_in_an_element_that_is_named_the_text_of_the_article_needs_no_extractor(monkeypatch, name):
    asked = extract(monkeypatch)
    numbered = "".join(f"<p>{text} It was point {number} on the list.</p>" for number in range(3) for text in TEXTS)
    found = select(f"<article><div class='{name}'>{PARAGRAPHS}{numbered}</div><div><p>{DECK}</p></div></article>")
    assert len(found) == 3 * len(TEXTS)
    assert asked == []


@pytest.mark.parametrize(
    ("name", "times"),
    [("entry-content", 0), ("entry", 3), ("entry-content-wrap sidebar", 0)],
)
def test_a_short_text_or_one_in_an_element_of_another_name_needs_an_extractor(monkeypatch, name, times):
    asked = extract(monkeypatch, TEXTS, TEXTS)
    numbered = "".join(f"<p>{text} It was point {number} on the list.</p>" for number in range(times) for text in TEXTS)
    select(f"<main><div class='{name}'>{PARAGRAPHS}{numbered}</div></main>")
    assert asked[:1] == [True]


def test_text_of_foreign_elements_does_not_count_as_taken(monkeypatch):
    notice = "We keep a small note in your browser, so that this page knows you when you come back to it. " * 3
    asked = extract(monkeypatch, [notice.strip()], TEXTS)
    assert select(f"<footer><p>{notice}</p></footer><div>{PARAGRAPHS}</div><nav>x</nav>") == []
    assert asked == [True, False]


def test_the_better_of_two_results_is_used(monkeypatch):
    extract(monkeypatch, [INTRODUCTION, REPLY], [])
    assert article() == []


def test_without_a_result_of_the_extractor_the_element_with_most_text_is_the_article(monkeypatch):
    extract(monkeypatch, [], [])
    menu = "<div><ul><li><a href='/'>Home</a></li><li><a href='/a'>Harbour</a></li></ul></div>"
    assert select(f"{menu}<div>{PARAGRAPHS}</div><div><p>{DECK}</p></div>") == []


def test_an_element_that_holds_much_of_the_text_that_was_taken_stays_whatever_it_is_called(monkeypatch):
    extract(monkeypatch, TEXTS)
    texts = [f"<p>{text}</p>" for text in TEXTS]
    texts[2] = f"<div class='promo'>{texts[2]}</div>"
    assert select(f"<main><article>{''.join(texts)}</article></main>") == []


def test_names_are_not_trusted_where_they_would_leave_too_little():
    numbered = [f"{text} It was point {number} on the list." for number in range(4) for text in TEXTS]
    sections = "".join(f"<div class='teaser promo'><p>{text}</p></div>" for text in numbered)
    parts = select_blocks(document_fromstring(f"<html><body><main>{sections}</main></body></html>"), ADDRESS).parts
    assert [part.text for part in parts] == numbered


@pytest.mark.parametrize(
    "line",
    ["Von Mira Oland, 4.5.21", "4.5.2021 | Von Mira Oland", "Von Mira Oland\n4. Mai 2021"],
)
def test_the_date_and_the_author_beside_the_text_are_read_from_its_lines(line):
    line = line.replace("\n", "<br>")
    page = f"<main><div><h1>The ferry stays</h1></div><div><div><div>{line}</div></div></div><div>{PARAGRAPHS}</div></main>"
    facts = read_markup(f"<html><body>{page}</body></html>", ADDRESS).facts
    assert (facts.byline, facts.published) == ("Mira Oland", "2021-05-04")


def test_links_of_a_page_without_an_address_show_what_is_foreign_and_are_not_kept():
    card = (
        "<div><h3><a href='/baker'>The Baker Who Rows</a></h3><p>At four each morning a boat leaves the quay.</p></div>"
    )
    cited = "<p>The figures of <a href='/figures'>each winter</a> are kept in a tin box, and nobody has read them.</p>"
    page = f"<html><body><article>{PARAGRAPHS}{card}{cited}{PARAGRAPHS}</article></body></html>"
    parts = select_blocks(document_fromstring(page), None).parts
    assert not any("Baker" in part.text for part in parts)
    assert [part.marks for part in parts if part.text.startswith("The figures of each")] == [()]


def test_an_article_that_a_script_would_show_is_read_and_a_hidden_notice_is_not():
    notice = "<div style='display:none'><p>We keep a small note in your browser to know you again.</p></div>"
    page = f"<html><body>{notice}<main style='display: none'>{PARAGRAPHS}</main><p>Please wait.</p></body></html>"
    assert [part.text for part in select_blocks(document_fromstring(page), ADDRESS).parts] == list(TEXTS)


COMMENTS = "".join(
    f"<p>{text} I saw it with my own eyes from the window of the bakery, {number} times.</p>"
    for number in range(2, 5)
    for text in TEXTS
)


@pytest.mark.parametrize(
    "comments",
    [
        f"<div id='comments'><h3>Answers</h3>{COMMENTS}</div>",
        f"<div class='visitors_comment_block'><h3>Answers</h3>{COMMENTS}</div>",
        f"<section><ol>{COMMENTS.replace('<p>', '<li class=kommentar><p>').replace('</p>', '</p></li>')}</ol></section>",
    ],
)
def test_comments_are_no_part_of_the_article_however_long_they_are(monkeypatch, comments):
    for extractor in (None, [*TEXTS, *COMMENTS[3:-4].split("</p><p>")]):
        if extractor:
            extract(monkeypatch, extractor)
        page = f"<h1>The ferry stays</h1><div>{PARAGRAPHS}</div>{comments}"
        assert select(f"<main class='comments-open'>{page}</main>") == [(HEADING, "The ferry stays")]


@pytest.mark.parametrize("page", ["<div class='comment'>{}</div>", "<p>By Mira Oland</p><div id='comments'>{}</div>"])
def test_what_is_called_comments_and_holds_the_article_stays(page):
    assert select(page.format(PARAGRAPHS)) == []


def test_a_text_that_is_called_a_comment_stays_in_the_middle_of_an_article(monkeypatch):
    extract(monkeypatch, TEXTS)
    texts = [f"<p>{text}</p>" for text in TEXTS]
    texts[2] = f"<div class='comment'>{texts[2]}</div>"
    assert select(f"<article><h1>The ferry stays</h1>{''.join(texts)}</article>") == [(HEADING, "The ferry stays")]


@pytest.mark.parametrize("around", ["<p>{}</p>", "<span>{}</span>", "<p><span><font>{}</font></span></p>"])
def test_a_short_line_beside_the_only_long_paragraph_is_kept(around):
    long = " ".join(TEXTS)
    page = (
        f"<article><p>It was late.</p>{around.format(long)}<p>Nobody spoke on the way home in the boat.</p></article>"
    )
    parts = select_blocks(document_fromstring(f"<html><body><h1>Late</h1>{page}</body></html>"), ADDRESS).parts
    assert [part.text for part in parts][-2:] == [long, "Nobody spoke on the way home in the boat."]


def test_a_line_above_the_headline_is_no_part_of_the_text():
    page = f"<article><div>Opinion</div><h1>The ferry stays</h1>{PARAGRAPHS}</article>"
    assert select(page) == [(HEADING, "The ferry stays")]
