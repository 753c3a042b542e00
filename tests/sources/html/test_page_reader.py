"""Web pages to blocks, marks and facts."""

import json
from html import escape

import pytest
from lxml.html import document_fromstring, fragment_fromstring

from reader.errors import SourceError
from reader.model import BlockKind
from reader.sources import load, parse_worker
from reader.sources.html.block_selection import select_blocks
from reader.sources.html.element_blocks import read_blocks
from reader.sources.html.extractors import by_trafilatura
from reader.sources.html.linked_data import parse_linked_data
from reader.sources.html.page_facts import collect_facts
from reader.sources.html.page_reader import read, read_markup
from reader.sources.text.clean import clean
from tests.sources.sample_article import BOILERPLATE, FIGURES, LEAD, PARAGRAPHS, QUOTED, REPLY, SECOND, TITLE, html

ADDRESS = "https://courier.invalid/2021/ferry"
CANONICAL = f'<link rel="canonical" href="{ADDRESS}">'


@pytest.fixture(autouse=True)
def read_in_this_process(monkeypatch):
    """Read pages in this process, without the worker."""
    monkeypatch.setattr(parse_worker, "read_page", read)


def read_page(page):
    return load("-", stdin=page.encode())


def visible_blocks(article):
    return [block.span.of(article.text) for block in article.visible]


def parts(markup, base=None):
    return [part for part, _ in read_blocks(fragment_fromstring(markup, create_parent="div"), base)]


def block_tuples(markup):
    return [(str(part.kind), part.level, part.ordered, part.continues, part.text) for part in parts(markup)]


def paragraph(*, times=1, **attributes):
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<p{written}>{escape(LEAD)}</p>" * times


def test_an_article_opens_with_its_headline_paragraphs_and_block_quotes():
    article = read_page(html())
    assert visible_blocks(article) == [TITLE, *PARAGRAPHS]
    assert article.title == TITLE
    quotes = [block for block in article.blocks if block.kind is BlockKind.QUOTE]
    assert [(quote.level, quote.continues, quote.span.of(article.text)) for quote in quotes] == [
        (1, False, QUOTED[0]),
        (1, True, QUOTED[1]),
    ]
    assert (BlockKind.HEADING, SECOND) in [(block.kind, block.span.of(article.text)) for block in article.blocks]


def test_menus_and_notices_around_an_article_are_not_shown():
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Subscribe</a></li></ul></nav>"
    after = "<footer>" + "".join(f"<p>{line}</p>" for line in BOILERPLATE) + "</footer>"
    assert visible_blocks(read_page(html(before=menu, after=after))) == [TITLE, *PARAGRAPHS]


def test_notices_inside_the_article_element_are_hidden_and_not_deleted():
    after = "".join(f"<p>{escape(line)}</p>" for line in BOILERPLATE)
    article = read_page(html().replace("</article>", f"{after}</article>"))
    assert visible_blocks(article) == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a\n  b</p>c", [("paragraph", 0, None, False, "a b"), ("paragraph", 0, None, False, "c")]),
        ("a<br>b<br><br>c", [("paragraph", 0, None, False, "a\nb"), ("paragraph", 0, None, False, "c")]),
        (
            "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>",
            [
                ("item", 1, None, False, "a"),
                ("item", 2, None, False, "b"),
                ("item", 1, None, False, "c"),
                ("item", 1, None, True, "d"),
            ],
        ),
        (
            "<ol start='3'><li>a</li><li>b</li></ol><ol start='x'><li>c</li></ol>",
            [("item", 1, 3, False, "a"), ("item", 1, 4, False, "b"), ("item", 1, 1, False, "c")],
        ),
        ("<li>alone</li>", [("item", 1, None, False, "alone")]),
        (
            "<blockquote><p>a</p><blockquote>b</blockquote><h3>c</h3></blockquote>",
            [("quote", 1, None, False, "a"), ("quote", 2, None, False, "b"), ("quote", 1, None, False, "c")],
        ),
        (
            "<h2>a</h2><pre>\n x\n  y\n</pre><pre> </pre><hr>",
            [("heading", 2, None, False, "a"), ("code", 0, None, False, " x\n  y"), ("rule", 0, None, False, "* * *")],
        ),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>c\n</td><td>d</td></tr><tr></tr></table>",
            [("table", 0, None, False, "a | b\nc | d")],
        ),
        (
            "<table><tr><td><p>a</p></td><td>b</td></tr></table>",
            [("paragraph", 0, None, False, "a"), ("paragraph", 0, None, False, "b")],
        ),
        (
            "<figure><img src='x.png'><figcaption>a</figcaption></figure><p class='wp-caption-text'>b</p>",
            [("caption", 0, None, False, "a"), ("caption", 0, None, False, "b")],
        ),
        (
            "<figure><blockquote>a</blockquote><cite>b</cite></figure><figure><p>c</p></figure><p>d</p>",
            [
                ("quote", 1, None, False, "a"),
                ("caption", 0, None, False, "b"),
                ("caption", 0, None, False, "c"),
                ("paragraph", 0, None, False, "d"),
            ],
        ),
        ("<p>a<script>x</script><nav>y</nav><img src='z' alt='w'></p>", [("paragraph", 0, None, False, "a")]),
        ("<a href='/x'><h3>a</h3><p>b</p></a>", [("heading", 3, None, False, "a"), ("paragraph", 0, None, False, "b")]),
        (
            "<p hidden>a</p><p style='color:red; display : none'>b</p><p style='font-size:0'>c</p><p style='position:absolute;left:-9999px'>d</p><p style='font-size:0.9em'>e</p>",
            [("paragraph", 0, None, False, "e")],
        ),
        ("<p>&#8203; </p>", []),
    ],
)
def test_each_element_becomes_a_block(markup, expected):
    assert block_tuples(markup) == expected


def test_marks_are_spans_of_the_marked_words():
    (part,) = parts(
        "<p>She <em>said <b>twice</b> </em>that <a href='../f?x=1#y'> the <code>ferry</code></a> "
        "<a href='javascript:x'>is</a> <a>here</a>, <a href='mailto:us@courier.invalid'>write</a>.</p>",
        ADDRESS,
    )
    assert [(str(mark.kind), mark.span.of(part.text), mark.href) for mark in part.marks] == [
        ("emphasis", "said twice", None),
        ("strong", "twice", None),
        ("link", "the ferry", "https://courier.invalid/f?x=1#y"),
        ("code", "ferry", None),
        ("link", "write", "mailto:us@courier.invalid"),
    ]


def test_a_link_around_two_paragraphs_is_a_link_in_both():
    first, second = parts(f"<a href='{ADDRESS}'><p>a</p><p>b</p></a>")
    assert [[mark.span.of(part.text) for mark in part.marks] for part in (first, second)] == [["a"], ["b"]]


def test_an_image_becomes_a_mark_over_its_caption():
    (part,) = parts("<figure><img src='/q.png'><figcaption>The <i>Petrel</i></figcaption></figure>", ADDRESS)
    assert [(str(mark.kind), mark.span.of(part.text), mark.href) for mark in part.marks] == [
        ("image", "The Petrel", "https://courier.invalid/q.png"),
        ("emphasis", "Petrel", None),
    ]


def test_marks_are_right_where_cleaning_shortens_the_text():
    article = read_page(
        html().replace(
            "<article>", f"<article>{paragraph()}<p>A&#8203; cafe&#769; <em>le&#8203;ft</em> at noon, {LEAD}</p>"
        )
    )
    assert "A café left at noon" in article.text
    assert [mark.span.of(article.text) for mark in article.marks] == ["left"]


@pytest.mark.parametrize(
    "shown",
    [
        "hidden",
        "style='display:none'",
        "style='visibility: hidden'",
        "style='opacity:0'",
        "style='text-indent:-9999px'",
    ],
)
def test_elements_that_a_browser_hides_are_dropped(shown):
    planted = f"<p {shown}>“I resign at once,” said the mayor of Port Ansel to nobody in particular on Tuesday.</p>"
    assert "resign" not in read_page(html().replace("<blockquote>", f"{planted}<blockquote>")).text


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("sr-only", "The quay in spring"),
        ("visually-hidden", "The quay in spring"),
        ("u-hidden-visually", "The quay in spring"),
        ("off-screen", "The quay in spring"),
        ("screen-reader-text", "The quay in spring"),
        ("off-screen-menu", "Image caption The quay in spring"),
        ("label", "Image caption The quay in spring"),
    ],
)
def test_a_label_for_screen_readers_is_dropped(label, shown):
    [caption] = parts(f"<figcaption><span class='{label}'>Image caption </span>The quay in spring</figcaption>")
    assert caption.text == shown


def test_a_class_name_alone_does_not_hide_a_paragraph():
    [part] = parts(f"<p class='off-screen'>{LEAD}</p>")
    assert part.text == LEAD


@pytest.mark.parametrize(
    "spaces", ["&nbsp; ", " &nbsp;", "&nbsp;<i> </i>", " &nbsp;&nbsp; ", "&nbsp; &nbsp; ", " &nbsp; &nbsp;"]
)
def test_a_no_break_space_beside_another_is_shown_as_one(spaces):
    [part] = parts(f"<p>a{spaces}b</p>")
    assert part.text.replace("\xa0", " ") == "a b"


def test_escape_sequences_written_as_entities_are_removed():
    page = html(head="<title>&#27;]0;owned&#7;</title>").replace(
        "<blockquote>",
        f"<p>{LEAD}&#27;[2J&#x1b;]52;c;QUJD&#7; &#155;31m &#x202e;x&#x202c; &#0;&#xD800;&#x110000; end</p><blockquote>",
    )
    article = read_page(page)
    assert clean(article.text) == article.text
    assert "QUJD" not in article.text
    assert "2J" not in article.text
    assert article.title == TITLE


def test_headings_of_sections_are_kept_without_an_element_that_names_the_article():
    sections = "".join(f"<h3>Part {i}</h3>{paragraph()}" for i in range(4))
    tree = document_fromstring(f"<html><body><div>{sections}</div></body></html>")
    assert [part.kind for part in select_blocks(tree, None).parts].count(BlockKind.HEADING) >= 3


@pytest.mark.parametrize("element", ["footer", "div id='comments'", "div class='comment-list'"])
def test_where_the_extractor_finds_no_running_text_the_main_one_of_the_page_is_taken(element):
    menu = "<ul><li><a href='/'>Home</a></li><li><a href='/s'>Subscribe</a></li></ul>"
    before, after = f"<p>{escape(LEAD)}</p>", f"<p>{escape(FIGURES)}</p>"
    page = f"<html><body>{menu}<{element}>{before}<h2>Part two</h2>{after}</{element.split()[0]}>{menu}</body></html>"
    tree = document_fromstring(page)
    assert not any(len(text) > 30 for text in by_trafilatura(tree).blocks)
    assert [part.text for part in select_blocks(tree, None).parts] == [LEAD, "Part two", FIGURES]


def test_short_lines_that_the_extractor_takes_are_kept_beside_a_longer_notice():
    lines = [f"The {number} gull sat on the wet wall" for number in ("first", "second", "third", "fourth", "last")]
    verse = "".join(f"<p>{line}</p>" for line in lines)
    tree = document_fromstring(
        f"<html><body><article>{verse}</article><footer><p>{LEAD[:90]}</p></footer></body></html>"
    )
    assert [part.text for part in select_blocks(tree, None).parts] == lines


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Just a moment</title></head><body><h1>Checking your browser</h1></body></html>",
        "<html></html>",
        "<html><body><!-- nothing --></body></html>",
        "<!doctype html>",
    ],
)
def test_a_page_without_an_article_is_refused(page):
    with pytest.raises(SourceError, match=r"^standard input was not opened: the page holds no(?:thing| article).*\.$"):
        read_page(page)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 3000 + paragraph(times=3) + "</div>" * 3000,
        paragraph(times=3) + "<blockquote>" * 500 + paragraph() + "</blockquote>" * 500 + f"<p>{escape(FIGURES)}</p>",
        paragraph(times=3) + "<b></b><i></i>" * 20000 + f"<p>{escape(FIGURES)}</p>",
        paragraph(times=3) + "<p " + " ".join(f"a{i}=x" for i in range(20000)) + f">{escape(FIGURES)}</p>",
        paragraph(times=3) + "<a><b><i><u>" * 3000 + f"<p>{escape(FIGURES)}</p>",
        f"<p>{escape(LEAD) * 2000}</p>",
    ],
)
def test_a_hostile_page_opens_with_all_of_its_text(body):
    article = read_page(
        f"<!doctype html><html><head><title>x</title></head><body><article>{body}</article></body></html>"
    )
    assert LEAD in article.text
    assert FIGURES in article.text or FIGURES not in body
    assert max(block.level for block in article.blocks) <= 6


def test_links_of_a_page_are_kept_where_they_are_safe():
    links = "".join(
        f'<a href="{href}">word{i}</a> '
        for i, href in enumerate(
            [
                "javascript:alert(1)",
                "file:///etc/hosts",
                "data:text/html,x",
                "https://a.invalid/\x1b[31mx",
                "http://[bad",
                "//b.invalid/x",
            ]
        )
    )
    article = read_page(html(head=CANONICAL).replace("<blockquote>", f"<p>{LEAD} {links}</p><blockquote>"))
    assert [mark.href for mark in article.marks] == ["https://a.invalid/x", "http://[bad", "https://b.invalid/x"]


def facts(head="", body="", lang=""):
    page = f"<html{f' lang={lang}' if lang else ''}><head>{head}</head><body>{body}<p>{LEAD}</p></body></html>"
    return collect_facts(document_fromstring(page), parse_linked_data(page))


def json_ld(data):
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ferry &amp; Kerb",
    "author": [{"name": "Mira Oland"}, {"name": "Ruben Loy"}, {"name": "Mira Oland"}],
    "publisher": {"name": "Ansel Courier"},
    "datePublished": "2021-05-04T10:00:00Z",
    "inLanguage": "en-GB",
    "mainEntityOfPage": {"@id": ADDRESS},
}
OTHER = (
    '<meta property="og:title" content="Other"><meta name="author" content="By Someone Else"><meta property="og:site_name" content="Else">'
    '<meta property="article:published_time" content="1999-01-01"><link rel="canonical" href="https://other.invalid/">'
)


@pytest.mark.parametrize(
    "wrap",
    [lambda data: data, lambda data: [data], lambda data: {"@graph": [{"@type": "WebSite", "headline": "No"}, data]}],
)
def test_linked_data_is_trusted_first(wrap):
    found = facts(json_ld(wrap(ARTICLE)) + OTHER)
    assert (found.title, found.byline, found.outlet) == ("Ferry & Kerb", "Mira Oland, Ruben Loy", "Ansel Courier")
    assert (found.published, found.language, found.url) == ("2021-05-04", "en", ADDRESS)


@pytest.mark.parametrize(
    "wrapped",
    ["<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/{}/*]]>*/", "<![CDATA[{}]]>", "{};", "\n {} \n"],
)
def test_wrapping_around_linked_data_is_removed(wrapped):
    found = facts(f'<script type="application/ld+json">{wrapped.replace("{}", json.dumps(ARTICLE))}</script>')
    assert (found.title, found.byline) == ("Ferry & Kerb", "Mira Oland, Ruben Loy")


def test_meta_elements_are_trusted_after_it():
    found = facts(json_ld({"@type": "WebSite"}) + OTHER, lang="fr-FR")
    assert (found.title, found.byline, found.outlet) == ("Other", "Someone Else", "Else")
    assert (found.published, found.language, found.url) == ("1999-01-01", "fr", "https://other.invalid/")


@pytest.mark.parametrize(
    "script",
    [
        "{not json",
        "[" * 5000 + "]" * 5000,
        '"text"',
        '{"@type": ["NewsArticle"], "headline": 7, "author": 3, "url": "javascript:x"}',
    ],
)
def test_invalid_linked_data_gives_no_facts(script):
    found = facts(f'<script type="application/ld+json">{script}</script>')
    assert (found.title, found.byline, found.url) == (None, None, None)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "<title>Ferry Stays | Ansel Courier</title><meta property='og:site_name' content='Ansel Courier'>",
            "",
            "Ferry Stays",
        ),
        ("<title>Ferry Stays - A Photo Story</title>", "", "Ferry Stays - A Photo Story"),
        (
            "<meta property='og:title' content='FERRY STAYS FOR NOW!'>",
            "<h1>Ferry stays for now</h1>",
            "Ferry stays for now",
        ),
        ("", "<h1>Ferry stays</h1>", "Ferry stays"),
        ("", "<h1>One</h1><h1>Two</h1>", None),
        (f"<title>{'long ' * 100}</title>", "", None),
        (
            "<title>Ferry fares: late ferry stays, town says</title>",
            "<h1>The late ferry stays</h1><h1>More news</h1>",
            "The late ferry stays",
        ),
        ("<title>Boats of the north</title>", "<h1>The late ferry stays</h1>", "The late ferry stays"),
        ("<title>Boats of the north</title>", "<h1>Ansel Courier</h1>", "Boats of the north"),
        (
            "<meta property=og:title content='Boats'><title>Boats | The Courier of Ansel</title>",
            "<h1>The Courier of Ansel</h1>",
            "Boats",
        ),
        ("<meta property=og:title content='Boats'><title>Ansel | Boats</title>", "<h1>Boats</h1>", "Boats"),
        (
            "<title>Boats of the north</title>",
            "<h1><a href='https://courier.invalid/'>The Courier of Ansel</a></h1>",
            "Boats of the north",
        ),
        ("<title>Boats of the north</title>", "<nav><h1>All the news from here</h1></nav>", "Boats of the north"),
        ("<title>Boats — courier.invalid</title><link rel=canonical href='https://courier.invalid/b'>", "", "Boats"),
    ],
)
def test_the_headline_is_as_the_page_shows_it(head, body, title):
    assert facts(head, body).title == title


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<meta name='author' content='https://courier.invalid/mira'>", "byline", None),
        ("<meta name='author' content='admin'>", "byline", None),
        ("<link rel='canonical' href='javascript:alert(1)'>", "url", None),
        (
            "<link rel='canonical' href='/ferry'><meta property='og:url' content='https://courier.invalid/f'>",
            "url",
            "https://courier.invalid/f",
        ),
        ("<meta name='date' content='4 May 2021'>", "published", "2021-05-04"),
        ("<meta name='date' content='2021-99-01'>", "published", None),
        ("<meta name='date' content='soon'>", "published", None),
        ("<meta property='og:locale' content='en_GB'>", "language", "en"),
    ],
)
def test_invalid_facts_are_ignored(head, field, value):
    assert getattr(facts(head), field) == value


PERSON = {"@type": "Person", "@id": "#mira", "name": "Mira Oland"}


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        (json_ld({"@graph": [{"@type": "Article", "author": {"@id": "#mira"}}, PERSON]}), "", "Mira Oland"),
        (json_ld({"@type": "Article", "author": {"@id": "#nobody"}}), "", None),
        (json_ld({"@type": "Article", "author": {"url": "https://courier.invalid/author/mira-oland"}}), "", "Mira Oland"),
        (json_ld({"@type": "Article", "author": "Ansel", "publisher": {"name": "Ansel"}}), "<p class=byline>By Mira Oland</p>", "Mira Oland"),
        (json_ld({"@type": "Article", "author": "Ansel", "publisher": {"name": "Ansel"}}), "", None),
        (json_ld({"@type": "Article", "author": "Harbour staff"}), "", "Harbour staff"),
        (json_ld({"@type": "Article", "author": "Northwire"}), "<p class=byline>By Mira Oland, Northwire</p>", "Mira Oland"),
        (json_ld({"@type": "Article", "author": "Northwire"}), "<p class=byline>Northwire</p>", "Northwire"),
        ('<script type="application/ld+json">{"@type": "Article", "headline": "A "ferry"", "author": "Mira Oland"}</script>', "", "Mira Oland"),
        ("<meta name=author content=admin><meta name=byl content='By Mira Oland'>", "", "Mira Oland"),
        ("<meta property='article:author' content='https://courier.invalid/author/mira-oland'>", "", "Mira Oland"),
        ("<title>The ferry stays - Ansel</title>", "<h1>The ferry stays</h1><p class=byline>By Mira Oland, Ansel</p>", "Mira Oland"),
    ],
)  # fmt: skip
def test_the_byline_is_a_name_without_a_reference_outlet_or_job(head, body, byline):
    assert facts(head, body).byline == byline


@pytest.mark.parametrize(
    ("head", "body", "outlet"),
    [
        ("<title>The ferry stays - Ansel Courier</title>", "<h1>The ferry stays</h1>", "Ansel Courier"),
        ("<title>The ferry stays | World | Ansel Courier</title>", "<h1>The ferry stays</h1>", "Ansel Courier"),
        ("<title>The ferry - a love story</title>", "<h1>The ferry - a love story</h1>", None),
        ("<meta property=og:site_name content='Ansel | News | Boats'>", "", "Ansel"),
    ],
)
def test_the_outlet_may_follow_the_title(head, body, outlet):
    assert facts(head, body).outlet == outlet


def test_the_date_of_the_page_is_used_where_the_article_has_none():
    page = {"@type": "WebPage", "datePublished": "2021-05-04", "inLanguage": "en-GB", "headline": "A page"}
    found = facts(json_ld({"@graph": [page, {"@type": "NewsArticle", "mainEntityOfPage": {"@id": f"{ADDRESS}#page"}}]}))
    assert (found.published, found.language, found.title, found.url) == ("2021-05-04", "en", None, ADDRESS)


def test_a_time_element_is_used_where_the_page_states_no_date():
    assert facts(body="<time>soon</time><time datetime='2021-05-04'>4 May</time>").published == "2021-05-04"


def test_neither_the_headline_nor_the_address_is_repeated_above_the_text():
    again = f"<p>{ADDRESS}</p><h2>{TITLE}</h2>"
    draft = read_markup(html(head=CANONICAL).replace(f"<h1>{TITLE}</h1>", f"<h1>{TITLE}</h1>{again}"))
    assert [block.span.of(draft.text) for block in draft.blocks][:2] == [TITLE, LEAD]


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("<h6><a href='/harbour'>Harbour news</a></h6>", False),
        ("<h6><a href='/harbour'>What became of the harbour</a></h6>", False),
        ("<h6><a href='#harbour'>Harbour news</a></h6>", True),
        ("<h6><a href='https://quay.invalid/'>Harbour news</a></h6>", True),
        ("<h6>Harbour news</h6>", True),
    ],
)
def test_a_link_to_another_page_of_the_site_is_not_a_heading(heading, shown):
    page = html(head=CANONICAL).replace(f"<h1>{TITLE}</h1>", f"<h1>{TITLE}</h1>{heading}")
    headings = [block for block in read_markup(page).blocks if block.kind is BlockKind.HEADING]
    assert len(headings) == 2 + shown


def test_the_headline_above_the_text_goes_before_that_in_the_metadata():
    head = "<title>Ferry stays, council of Port Ansel says</title>"
    draft = read_markup(html(head=head).replace(f"<title>{TITLE} - Ansel Courier</title>", ""))
    assert draft.facts.title == TITLE
    assert [block.level for block in draft.blocks if block.kind is BlockKind.HEADING] == [1, 2]


def test_paragraphs_that_an_extractor_misses_are_found_between_the_others():
    items = "<ul><li>Get the timetable</li><li>Get the map of the quays</li></ul>"
    page = html().replace("<h2>", f"{paragraph()}{items}<h2>")
    article = read_page(page)
    assert "Get the map of the quays" in visible_blocks(article)
    assert REPLY in visible_blocks(article)


def test_a_short_last_paragraph_is_not_lost():
    article = read_page(html().replace("</article>", "<p>The vote is on Friday.</p></article>"))
    assert visible_blocks(article)[-1] == "The vote is on Friday."


def test_odd_nesting_does_not_exceed_a_limit():
    markup = (
        "<b><p>" * 100
        + "<table><tr><td><p>" * 20
        + "deep"
        + "</p></td></tr></table>" * 20
        + "</p></b>" * 100
        + "<p>after</p>"
    )
    assert [text for *_, text in block_tuples(markup)] == ["deep", "after"]


def test_many_marks_in_text_that_cleaning_shortens_are_fast():
    words = f"<a href='{ADDRESS}'>wo&#8203;rd</a> " * 6000
    (part,) = parts(f"<p>{words}</p>")
    assert part.text.startswith("word word")


def test_hidden_boilerplate_does_not_change_the_id():
    plain, noticed = html(), html().replace("<h2>", "<p>Advertisement</p><p>Read more: The ferry that stayed</p><h2>")
    assert read_page(plain).id == read_page(noticed).id


@pytest.mark.parametrize(
    "note",
    [
        f"<!-- saved from url=(0036){ADDRESS} -->",
        f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Tue May 4 2021\n-->",
    ],
)
def test_the_address_of_a_saved_page_is_found(note):
    link = f"<p>{LEAD} See <a href='/map'>the map of the quays</a>.</p>"
    draft = read_markup(html().replace("<html", f"{note}<html").replace("</article>", f"{link}</article>"))
    assert draft.facts.url == ADDRESS
    assert [mark.href for mark in draft.marks] == ["https://courier.invalid/map"]


@pytest.mark.parametrize(
    ("base", "url", "href"),
    [
        ("/quays/", ADDRESS, "https://courier.invalid/quays/map"),
        ("https://maps.invalid/a", None, "https://maps.invalid/map"),
        ("javascript:alert(1)", ADDRESS, "https://courier.invalid/2021/map"),
        ("/quays/", None, None),
    ],
)
def test_relative_links_are_resolved_against_the_base_of_the_page(base, url, href):
    link = f"<p>{LEAD} See <a href='map'>the map of the quays</a>.</p>"
    draft = read_markup(html(head=f"<base href='{base}'>").replace("</article>", f"{link}</article>"), url)
    assert [mark.href for mark in draft.marks] == ([] if href is None else [href])


def test_the_canonical_address_goes_before_the_fetched_one():
    elsewhere = "https://mirror.invalid/ferry"
    assert read_markup(html(head=CANONICAL), elsewhere).facts.url == ADDRESS
    assert read_markup(html(), elsewhere).facts.url == elsewhere


def test_a_list_that_the_last_paragraph_announces_is_not_hidden():
    items = "<ul><li>Sign up for a permit at the harbour office</li><li>Subscribe to the tide tables</li></ul>"
    article = read_page(
        html().replace("</article>", f"<p>{escape(FIGURES[:-1])}, and so this is what to do:</p>{items}</article>")
    )
    assert visible_blocks(article)[-2:] == [
        "Sign up for a permit at the harbour office",
        "Subscribe to the tide tables",
    ]
