"""Markdown to blocks, marks and facts."""

import pytest

from reader.model import BlockKind, MarkKind
from reader.sources import load
from reader.sources.formats.markdown_detection import is_markdown
from reader.sources.formats.markdown_reader import parse_front_matter
from reader.sources.text.clean import clean
from tests.sources.sample_article import FIGURES, LEAD, PARAGRAPHS, QUOTED, TITLE, markdown

MATTER = """---
title: Port Ansel Keeps Its Ferry
author: [Mira Oland, Ruben Loy]
publication: Ansel Courier
date: 2021-05-04
lang: en
url: https://courier.invalid/ferry
---
"""


def read_article(text, tmp_path):
    path = tmp_path / "article.md"
    path.write_text(text, encoding="utf-8")
    return load(str(path))


def block_tuples(article):
    return [
        (str(block.kind), block.level, block.ordered, block.continues, block.span.of(article.text))
        for block in article.blocks
    ]


def marks(article):
    return [(str(mark.kind), mark.span.of(article.text), mark.href) for mark in article.marks]


def test_headings_paragraphs_and_block_quotes(tmp_path):
    article = read_article(markdown(), tmp_path)
    assert [text for *_, text in block_tuples(article)] == [TITLE, *PARAGRAPHS]
    quotes = [block for block in article.blocks if block.kind is BlockKind.QUOTE]
    assert [(quote.level, quote.continues, quote.span.of(article.text)) for quote in quotes] == [
        (1, False, QUOTED[0]),
        (1, True, QUOTED[1]),
    ]
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "- a\n- b\n  - c\n\n    more of c",
            [
                ("item", 1, None, False, "a"),
                ("item", 1, None, False, "b"),
                ("item", 2, None, False, "c"),
                ("item", 2, None, True, "more of c"),
            ],
        ),
        ("3. a\n4. b", [("item", 1, 3, False, "a"), ("item", 1, 4, False, "b")]),
        ("```py\nx = 1\n  y\n```", [("code", 0, None, False, "x = 1\n  y")]),
        ("    indented code", [("code", 0, None, False, "indented code")]),
        ("``` \n```\n\n| a | b |\n|---|---|\n| c | *d* |", [("table", 0, None, False, "a | b\nc | d")]),
        (
            "a\n\n***\n\nb",
            [("paragraph", 0, None, False, "a"), ("rule", 0, None, False, "* * *"), ("paragraph", 0, None, False, "b")],
        ),
        (
            "> a\n> > b\n>\n> - c\n> # d",
            [
                ("quote", 1, None, False, "a"),
                ("quote", 2, None, False, "b"),
                ("quote", 1, None, False, "c"),
                ("quote", 1, None, True, "d"),
            ],
        ),
        ("a  \nb\nc<br>d", [("paragraph", 0, None, False, "a\nb c\nd")]),
        (
            "a <b>b</b> <script>alert(1)</script>c\n\n<div>raw</div>\n\nd",
            [("paragraph", 0, None, False, "a b c"), ("paragraph", 0, None, False, "d")],
        ),
        ("![The quay](https://courier.invalid/q.png)", [("caption", 0, None, False, "The quay")]),
        ("###### six", [("heading", 6, None, False, "six")]),
    ],
)
def test_each_markdown_block_becomes_a_block(source, expected, tmp_path):
    article = read_article(f"# T\n\n{source}\n", tmp_path)
    assert block_tuples(article)[1:] == expected


def test_marks_are_spans_of_the_marked_words(tmp_path):
    article = read_article(
        '# T\n\nShe *said **twice*** that [the `ferry`](https://courier.invalid/f "t") is ![here](http://courier.invalid/x.png), '
        "write [us](mailto:us@courier.invalid).\n",
        tmp_path,
    )
    assert marks(article) == [
        ("emphasis", "said twice", None),
        ("strong", "twice", None),
        ("link", "the ferry", "https://courier.invalid/f"),
        ("code", "ferry", None),
        ("image", "here", "http://courier.invalid/x.png"),
        ("link", "us", "mailto:us@courier.invalid"),
    ]


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "file:///etc/hosts", "data:text/html,x", "ferry.html", "//courier.invalid/x", "vbscript:x"],
)
def test_only_safe_and_absolute_addresses_are_kept(href, tmp_path):
    article = read_article(f"# T\n\nA [link]({href}) in a paragraph.\n", tmp_path)
    assert "link" in article.text
    assert all(mark.href is None for mark in article.marks)


def test_front_matter_gives_facts_and_is_not_shown(tmp_path):
    article = read_article(f"{MATTER}\n{LEAD}\n", tmp_path)
    assert block_tuples(article)[0] == ("heading", 1, None, False, "Port Ansel Keeps Its Ferry")
    assert (article.title, article.byline, article.outlet) == (
        "Port Ansel Keeps Its Ferry",
        "Mira Oland, Ruben Loy",
        "Ansel Courier",
    )
    assert (article.published, article.language, article.url) == ("2021-05-04", "en", "https://courier.invalid/ferry")
    assert "publication" not in article.text


def test_a_headline_in_front_matter_and_text_is_shown_once(tmp_path):
    article = read_article(f"{MATTER}\n# Port Ansel keeps its ferry\n\n{LEAD}\n", tmp_path)
    assert [block.kind for block in article.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "matter",
    [
        "title: !!python/object/apply:os.system ['true']",
        "- a list",
        "a: [",
        "title: 7",
        "x: &x [*x]\ntitle: {a: b}",
        "a: " + "[" * 3000,
    ],
)
def test_front_matter_that_is_not_safe_yaml_gives_no_facts(matter):
    assert parse_front_matter(matter).title is None


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("date: 2021-05-04 10:30:00", "2021-05-04"),
        ("date: 4 May 2021", "2021-05-04"),
        ("published: 2021-05-04", "2021-05-04"),
        ("date: soon", None),
        ("date: 12", None),
    ],
)
def test_dates_in_front_matter_may_have_any_form(line, published):
    assert parse_front_matter(line).published == published


def test_a_source_in_front_matter_is_an_outlet_or_an_address():
    assert parse_front_matter("source: Ansel Courier").outlet == "Ansel Courier"
    linked = parse_front_matter("source: https://courier.invalid/ferry")
    assert (linked.outlet, linked.url) == (None, "https://courier.invalid/ferry")


def test_very_long_front_matter_is_not_read():
    assert parse_front_matter("title: a\n" * 20000).title is None


def test_a_first_line_that_looks_like_a_headline_is_one_without_markup(tmp_path):
    article = read_article(f"{TITLE}\n\n{LEAD}\n\n## {TITLE} again\n\n{FIGURES}\n", tmp_path)
    assert (article.blocks[0].level, article.title) == (1, TITLE)
    assert read_article(f"{LEAD}\n", tmp_path).title is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (markdown(), True),
        (f"{MATTER}{LEAD}", True),
        ("See [a](https://a.invalid) and [b](https://b.invalid).", True),
        ("# One\n\nA **strong** word.", True),
        ("Title\n=====\n\nText\n\nPart\n----\n", True),
        ("# One\n\nA word.[^1]\n\n[^1]: And its note.", True),
        ("A word.[^1]\n\n[^1]: And its note.", False),
        ("# One\n\nand nothing else", False),
        ("> quoted mail\n\nand an answer", False),
        ("A **strong** word in a text.", False),
        ("---\nno front matter\n---\n", False),
        ("He said [Source] and [sic] (twice).", False),
        (f"{TITLE}\n\n{LEAD}", False),
    ],
)
def test_markdown_is_recognized_where_it_is_clear(text, answer):
    assert is_markdown(text) is answer


def test_markdown_in_a_text_file_is_read_as_markdown():
    article = load("-", stdin=markdown().encode())
    assert [block.kind for block in article.blocks].count(BlockKind.QUOTE) == 2


@pytest.mark.no_cover
@pytest.mark.parametrize("value", ['!!int ""', "!!timestamp soon", "!!bool maybe", '!!float ""', "[" * 3_000])
def test_front_matter_whose_values_are_none_of_their_kind_tells_nothing(tmp_path, value):
    article = read_article(f"---\ntitle: The night ferry\nrank: {value}\n---\n\n# The pier\n\n{LEAD}\n", tmp_path)
    assert (article.title, article.text.endswith(LEAD)) == ("The pier", True)


def test_hostile_markdown_opens(tmp_path):
    article = read_article(
        "# T\n\n" + ">" * 500 + " deep\n\n" + "[" * 5000 + "\n\n" + "*a " * 500 + f"\n\n{LEAD}", tmp_path
    )
    assert article.text.endswith(LEAD)
    assert max(block.level for block in article.blocks) <= 6
    assert clean(article.text) == article.text


def test_marks_are_right_where_cleaning_shortens_the_text(tmp_path):
    article = read_article(
        "# T\n\nA&#x200b; cafe&#x301; *le&#x200b;ft* at [noon](https://a.invalid) today.\n", tmp_path
    )
    assert article.text.splitlines()[2] == "A café left at noon today."
    assert [(kind, text) for kind, text, _ in marks(article)] == [("emphasis", "left"), ("link", "noon")]
    assert {mark.kind for mark in article.marks} == {MarkKind.EMPHASIS, MarkKind.LINK}


def test_footnotes_come_after_the_text_with_references_in_it():
    text = (
        "# The Night Ferry\n\nThe ferry ran.[^a] It stopped[^why] and ran again.[^a] Nobody knows.[^none]\n\n"
        "[^why]: The *board* said so.\n\n    Twice.\n\n[^a]: Told by Mira Oland.\n\nIt sank.\n"
    )
    article = load("-", stdin=text.encode())
    assert [(str(b.kind), b.ordered, b.continues, b.span.of(article.text)) for b in article.blocks][1:] == [
        ("paragraph", None, False, "The ferry ran.[1] It stopped[2] and ran again.[1] Nobody knows.[^none]"),
        ("paragraph", None, False, "It sank."),
        ("rule", None, False, "* * *"),
        ("item", 1, False, "Told by Mira Oland."),
        ("item", 2, False, "The board said so."),
        ("item", None, True, "Twice."),
    ]


def test_a_table_of_empty_cells_is_dropped():
    article = load("-", stdin=b"# The Night Ferry\n\nIt **ran**.\n\n| <br> |\n|---|\n| |\n")
    assert [block.kind for block in article.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("notes", "texts"),
    [
        ("[^b]: Two.\n\n[^a]: One.", ["One.", "Two."]),
        ("[^a]: One.\n\n[^a]: Another.", ["One.", "Another."]),
        ("[^a]: One.\n\n    [^b]: Two.\n\n    And on.", ["One.", "And on.", "Two."]),
        ("[^a]: - [^b]: Two.", ["Two."]),
        ("[^a]: > [^b]: Two.", ["Two."]),
        ("> [^a]: One.", ["One."]),
        ("[^a]: By Mira Oland\n\n    4 May 2021", ["By Mira Oland", "4 May 2021"]),
        ("^[One, in *place*.]\n\n[^b]: Two.", ["One, in place.", "Two."]),
    ],
)
def test_no_footnote_is_lost_or_changes_the_text_after_it(notes, texts):
    article = load("-", stdin=f"# The Night Ferry\n\nIt ran.[^a]\n\n{notes}\n\nIt sank.\n".encode())
    rule = next(at for at, block in enumerate(article.blocks) if block.kind is BlockKind.RULE)
    assert article.blocks[rule - 1].kind is BlockKind.PARAGRAPH
    assert article.blocks[rule - 1].span.of(article.text) == "It sank."
    assert [block.span.of(article.text) for block in article.blocks[rule + 1 :]] == texts
    assert (article.byline, article.published) == (None, None)
