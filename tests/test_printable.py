"""What is not the article passes `printable` on its way to a screen, a stream or JSON."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.printable import printable


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
