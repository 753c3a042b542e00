"""Markup that is all article: a chapter, a message."""

import pytest

from reader.errors import SourceError
from reader.sources.html.fragments import read_fragment


@pytest.mark.parametrize(
    "markup", ["", "  ", "<!-- a -->", "<?pi?>", "<script>x</script>", "<!DOCTYPE html>", "<html/>"]
)
def test_markup_without_text_has_no_blocks(markup):
    assert read_fragment(markup) == []


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>a<a id='x'/>b</p><p>c</p>", ["ab", "c"]),
        ("<p>a<br/>b</p><hr/>", ["a\nb", "* * *"]),
        ("<!DOCTYPE html [<!ENTITY a 'b'>]><p>&a; c</p>", ["&a; c"]),
        ("<nav>menu</nav><p>a</p><p hidden>b</p>", ["a"]),
        ("bare text", ["bare text"]),
    ],
)
def test_every_block_is_read(markup, texts):
    assert [part.text for part in read_fragment(markup)] == texts


def test_a_page_that_the_parser_gives_up_is_one_sentence(monkeypatch):
    def broken(*_, **__):
        raise ValueError("gone")

    monkeypatch.setattr("lxml.html.document_fromstring", broken)
    with pytest.raises(SourceError, match="could not be read"):
        read_fragment("<p>a</p>")
