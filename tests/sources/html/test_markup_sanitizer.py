"""Sanitizing a page's markup before it is parsed."""

import re

import pytest
from lxml.html import document_fromstring

from reader.errors import SourceError
from reader.sources.html import markup_sanitizer
from reader.sources.html.markup_sanitizer import limit_depth, sanitize
from tests.cpu_time import growth


@pytest.mark.parametrize(
    ("markup", "sanitized"),
    [
        ("<p>a<!-- b -->c</p>", "<p>ac</p>"),
        ("<p>a<!-- never closed", "<p>a"),
        ("a<!-->b<!--->c<!-- -- > d -->e", "abce"),
        ("a<script>b</script>c<STYLE x=1>d</STYLE >e<noscript>f", "a c e<noscript>f"),
        ("a<script>b", "a"),
        ("<?xml version='1.0' encoding='utf-8'?><p>a</p>", "<p>a</p>"),
        ("a&#27;[31mb&#x1b;]0;t&#7;c", "abc"),
        ("a&#0;b&#xD800;c&#x110000;d", "a\ufffdb\ufffdc\ufffdd"),
        ("&#8220;a&#8221; &#151; &amp;#27;", "&#8220;a&#8221; &#151; &amp;#27;"),
        ("&#38;#27;", "&#38;#27;"),
        ("a<b></b><i><u></u></i>c", "a   c"),
    ],
)
def test_sanitizing_removes_what_is_not_rendered(markup, sanitized):
    assert sanitize(markup).split() == sanitized.split()


def test_a_long_tag_keeps_its_first_attributes_and_its_short_values():
    attributes = " ".join(f"a{i}=x" for i in range(5000))
    sanitized = sanitize(f"<p id='first' src='data:{'x' * 5000}' {attributes}>text</p>")
    assert sanitized.startswith("<p id='first' a0=x ")
    assert sanitized.endswith(">text</p>")
    assert len(sanitized) < 1000


@pytest.mark.parametrize("end", [">", "", "<b>text</b>"])
def test_a_long_tag_is_shortened_however_it_ends(end):
    assert len(sanitize(f"<p {'a=x ' * 50} < {'b=x ' * 5000}{end}")) < 300


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_long_tag_with_an_angle_bracket_in_quotation_marks_ends_where_it_ends(quote):
    data = f"data-props={quote}{'x' * 3000}{' a > b' * 100}{quote}"
    assert sanitize(f"<div id='first' {data} class=last>text</div>") == "<div id='first' class=last>text</div>"


def test_a_long_value_that_contains_markup_leaves_no_text():
    data = f"data-html='{'<p>She resigned at noon.</p>' * 200}'"
    tree = document_fromstring(sanitize(f"<html><body><div {data}>text</div></body></html>"))
    assert "".join(map(str, tree.itertext())) == "text"


def test_a_long_tag_with_an_unclosed_quotation_mark_does_not_take_the_text_after_it():
    sanitized = sanitize(f"<div title='{'x' * 3000}><p>text</p>")
    assert sanitized.endswith("<p>text</p>")


@pytest.mark.no_cover
@pytest.mark.parametrize("piece", ["<p title='", '<p title="x>', "<a b='c>'", "<p a='b' c=\">"])
def test_time_grows_with_unclosed_quotation_marks_and_not_faster(piece):
    def run(size):
        sanitize(f"<div a='{'x' * 2500}" + (piece + "x" * (2500 - len(piece))) * (size // 2500))

    assert growth(run, 500_000, 5_000_000) < 20


@pytest.mark.no_cover
def test_time_grows_with_quotation_marks_that_enclose_every_angle_bracket_and_not_faster():
    piece = f"<p a='{'x' * 2500}>'"
    assert growth(lambda size: sanitize(piece * (size // len(piece))), 600_000, 2_400_000) < 10


def test_a_tag_of_usual_length_is_unchanged():
    markup = "<a href='https://courier.invalid/x' class='y'>text</a>"
    assert sanitize(markup) == markup


def test_nesting_is_limited_and_the_text_after_it_is_kept():
    sanitized = limit_depth("<div>" * 1000 + "deep" + "</div>" * 1000 + "<p>after</p>")
    assert len(re.findall("<div>", sanitized)) == len(re.findall("</div>", sanitized)) < 200
    assert "deep" in sanitized
    assert sanitized.endswith("<p>after</p>")


def test_too_many_tags_or_too_much_markup_is_refused(monkeypatch):
    monkeypatch.setattr(markup_sanitizer, "_MOST_TAGS", 100)
    with pytest.raises(SourceError, match="over 100 tags"):
        sanitize("<b>x</b>" * 200)
    monkeypatch.setattr(markup_sanitizer, "MOST_CHARACTERS", 1000)
    with pytest.raises(SourceError, match="too big"):
        sanitize("x" * 1001)
