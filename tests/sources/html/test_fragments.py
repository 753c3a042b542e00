"""Markup that is an article as a whole: a chapter, a message."""

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


def test_a_parser_error_becomes_one_sentence(monkeypatch):
    def raise_parser_error(*_, **__):
        raise ValueError("gone")

    monkeypatch.setattr("lxml.html.document_fromstring", raise_parser_error)
    with pytest.raises(SourceError, match="could not be read"):
        read_fragment("<p>a</p>")
