"""Obituaries: the antecedents of “he” and “she”."""

import pytest

from reader.analysis import analyse
from reader.model import Analysis
from reader.sources import verbatim

DIED = "Rosa Quill, who has died aged 80, built weirs. Quill built forty of them.\n\nQuill had learned it in Tarn. "
FRIEND = "“We fought for years,” said Anna Weir, who ran the mill. “Rosa won.”\n\n"


def names(found: Analysis) -> list[str]:
    """The speaker of each quotation, "" for none."""
    return [voice.name if voice else "" for voice in (found.voice(q.voice) for q in found.quotations)]


@pytest.mark.parametrize(
    ("paragraph", "speakers"),
    [
        ("“She was often wrong too,” she said.", ["Anna Weir"]),
        ("Dana Okoro taught there. She said that the mill was old.", ["Dana Okoro"]),
    ],
)
def test_a_pronoun_in_an_obituary_refers_to_who_was_named_or_spoke_last(paragraph, speakers):
    found = analyse(verbatim(f"{DIED}\n\n{FRIEND}{paragraph}"))
    assert names(found) == ["Anna Weir", *speakers]


def test_a_pronoun_in_a_text_without_a_death_refers_to_who_spoke_last():
    found = analyse(verbatim(f"{DIED.replace('who has died aged 80', 'who is 80')}\n\n{FRIEND}She said that it leaks."))
    assert names(found)[-1] == "Anna Weir"
