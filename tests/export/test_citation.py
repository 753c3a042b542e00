"""Words for the clipboard: with who said them and where, as a sentence and as Markdown."""

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from reader.export import citation
from reader.model import Article, Speaker

ARTICLE = Article(
    "made",
    "./wall.txt",
    "",
    (),
    title="The Wall",
    outlet="Estuary Digest",
    published="2024-03-02",
    url="https://estuary.example/wall",
)
BARE = Article("made", "./wall.txt", "", ())
SPEAKER = Speaker("Ilse Marchetti", "expert", "an expert", "Shore Institute", None, ("Petra Halloran",))


def test_a_sentence_has_words_speaker_and_place():
    assert citation.plain(ARTICLE, ["“Nobody waits.”"], SPEAKER) == (
        "“Nobody waits.” — Ilse Marchetti, expert, Shore Institute (via Petra Halloran); "
        "The Wall, Estuary Digest, 2 March 2024, https://estuary.example/wall"
    )


@pytest.mark.parametrize(
    ("article", "speaker", "sentence"),
    [
        (BARE, None, "“Nobody waits.”"),
        (BARE, Speaker("The Fathom", "publication", outlet="The Fathom"), "“Nobody waits.” — The Fathom"),
        (replace(BARE, title="The\nWall"), None, "“Nobody waits.” — The Wall"),
        (replace(BARE, published="spring"), None, "“Nobody waits.” — spring"),
        (
            BARE,
            Speaker("Ann Orr", "official", "mayor of Port Averell", "Port Averell"),
            "“Nobody waits.” — Ann Orr, mayor of Port Averell",
        ),
        (
            BARE,
            Speaker("Ann Orr", "official", outlet="Twitter", via=("Per Rask, in: The Oar", "Ida Moe")),
            "“Nobody waits.” — Ann Orr, in: Twitter (via Ida Moe, via Per Rask, in: The Oar)",
        ),
    ],
)
def test_what_is_not_known_is_left_out_and_nothing_is_said_twice(article, speaker, sentence):
    assert citation.plain(article, ["Nobody waits."], speaker) == sentence


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (["“Both sides,”", "“nobody.”"], "Both sides, … nobody."),
        (["“a ‘promise’ that leaks”"], "a ‘promise’ that leaks"),
        (["He said “a wall” and left."], "He said ‘a wall’ and left."),
        (["“One” and “two”"], "‘One’ and ‘two’"),
        (["“The first paragraph goes on"], "The first paragraph goes on"),
        (["“Wall", "“wall” “wall”"], "Wall … ‘wall’ ‘wall’"),
        (["„Die Mauer“"], "Die Mauer"),
        (["«Le mur»"], "Le mur"),
        (['"plain"'], "plain"),
        (["“"], "‘"),
        (["word"], "word"),
    ],
)
def test_outer_marks_are_set_once_and_inner_ones_are_single(parts, words):
    assert citation.without_outer_marks(parts) == words


def test_markdown_is_a_block_quote_with_a_link():
    written = citation.markdown(ARTICLE, ["“Both sides,”", "“nobody.”"], SPEAKER)
    assert written == (
        "> “Both sides,” … “nobody.”\n>\n"
        "> — Ilse Marchetti, expert, Shore Institute (via Petra Halloran); "
        "[The Wall](<https://estuary.example/wall>), Estuary Digest, 2 March 2024\n"
    )


def test_markdown_shows_exactly_the_words_whatever_they_look_like():
    article = replace(ARTICLE, title="[a] *b*", url="https://estuary.example/<wall>(1)")
    written = citation.markdown(article, ["# no heading\n\n- *no* list"], None)
    page = MarkdownIt().render(written)
    assert "<p># no heading</p>" in page
    assert "<p>- *no* list</p>" in page
    assert '<a href="https://estuary.example/%3Cwall%3E(1)">[a] *b*</a>' in page


def test_without_facts_markdown_is_the_quote_alone():
    assert citation.markdown(BARE, ["Nobody waits."], None) == "> Nobody waits.\n"
    assert citation.markdown(replace(BARE, title="The Wall"), ["Words."], None) == "> Words.\n>\n> — The Wall\n"
