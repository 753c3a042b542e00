"""The plain text of a page that could not be parsed."""

import pytest

from reader.sources.html.fallback_text import NOTICE, read_fallback
from tests.cpu_time import growth


def block_texts(markup):
    draft = read_fallback(markup)
    texts = [block.span.of(draft.text) for block in draft.blocks]
    assert texts[0] == NOTICE
    return texts[1:]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a\n b</p><p>c<div>d</div>", ["a b", "c", "d"]),
        ("a<br>b<BR/>c", ["a\nb\nc"]),
        ("<b>a</b><i>b</i> <a href='x'>c</a>", ["ab c"]),
        ("a<script>b</script><!-- c --><style>d</style>e", ["a e"]),
        ("a &lt;b&gt; &amp; &#8220;c&#8221;&#27;", ["a <b> & “c”"]),
        ("1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
        ("a <b", ["a"]),
        ("<head><title>T</title></head><body><p>a", ["a"]),
        ("", []),
    ],
)
def test_text_is_split_at_block_tags(markup, expected):
    assert block_texts(markup) == expected


def test_the_title_and_the_address_are_kept():
    facts = read_fallback("<title> Ferry &amp; Co\n</title>", "https://courier.invalid/").facts
    assert (facts.title, facts.url) == ("Ferry & Co", "https://courier.invalid/")
    assert read_fallback("<title> </title>").facts.title is None


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece", ["<", "<p", "<p ", "<!--", "<a b='", "&#", "&", "<br", "</", "<title>", "<script", "\n "]
)
def test_time_grows_with_hostile_markup_and_not_faster(piece):
    assert growth(lambda size: read_fallback(piece * (size // len(piece))), 50_000, 500_000) < 20
