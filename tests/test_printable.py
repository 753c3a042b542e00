"""What is not the article passes `printable` on its way to a screen, a stream or JSON."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.printable import INVISIBLE, printable, printable_lines
from reader.sources.text.clean import clean


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain name.txt", "plain name.txt"),
        ("déjà vu – “quoted”.txt", "déjà vu – “quoted”.txt"),
        ("\x1b]52;c;cHduZWQ=\x07.txt", "\ufffd]52;c;cHduZWQ=\ufffd.txt"),
        ("\x9b31mred", "\ufffd31mred"),
        ("txt.\u202eexe", "txt.\ufffdexe"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("caf\udce9.txt", "caf\ufffd.txt"),
        ("soft\u00adhyphen", "soft\ufffdhyphen"),
    ],
)
def test_what_a_terminal_would_obey_is_replaced(raw, shown):
    assert printable(raw) == shown


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_printable_text_is_one_line_of_the_same_length_and_stays_as_it_is(text):
    shown = printable(text)
    assert len(shown) == len(text)
    assert printable(shown) == shown
    assert not set(shown) & {chr(code) for code in (*range(32), *range(0x7F, 0xA0), 0x202E, 0x2028)}
    shown.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_lines_and_tabs_stay_and_each_line_is_printable(text):
    shown = printable_lines(text)
    assert len(shown) == len(text)
    assert [at for at, each in enumerate(shown) if each in "\n\t"] == [
        at for at, each in enumerate(text) if each in "\n\t"
    ]
    assert printable(shown) == printable(text)


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_the_text_of_an_article_is_printed_as_it_is(text):
    assert printable_lines(clean(text)) == clean(text)


@pytest.mark.no_cover
def test_what_cannot_be_seen_is_replaced_even_where_python_calls_it_printable():
    unseen = [each for each in map(chr, range(0x110000)) if re.match(f"[{INVISIBLE}]", each)]
    assert len(unseen) > 4000
    assert {printable(each) for each in unseen} == {"\ufffd"}
    assert {printable(f"“{each}”") for each in unseen} == {"“\ufffd”"}
