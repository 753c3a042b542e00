"""The way in which a speaker is known, by which it is told how sure that is."""

import pytest

from reader.analysis import quoted, read
from reader.analysis.confidence import confidence
from reader.analysis.cues.attributions import Attribution
from reader.analysis.languages.recognise import ENGLISH
from reader.analysis.voices import known
from reader.model import QuotationKind, Span
from tests.analysis.short_attribution import article as paragraphs
from tests.analysis.voices.marked import article, attributions

WAYS = {
    "a name": ("{Ana Brook} said ⟨no⟩.", ["name"]),
    "a name again": ("{Ana Brook} said ⟨no⟩. Later {Brook} said ⟨yes⟩.", ["name", "name"]),
    "a name of before": ("{Ana Brook} said ⟨no⟩.\n\n{Brook} said ⟨yes⟩.", ["name", "name, from before"]),
    "a user name": ("{@otter} wrote: ⟨no⟩", ["name"]),
    "two names": ("{Ana Brook and Tom Lind} said ⟨no⟩.", ["name"]),
    "a noun": ("{A miller} said ⟨no⟩. {The miller} said ⟨yes⟩.", ["noun", "noun"]),
    "a noun of before": ("{A miller} said ⟨no⟩.\n\n{The miller} said ⟨yes⟩.", ["noun", "noun, from before"]),
    "a pronoun": ("Ana Brook met Rosa Reed. {She} said ⟨no⟩.", ["pronoun"]),
    "a pronoun of before": ("Ana Brook came.\n\n{She} said ⟨no⟩.", ["pronoun"]),
    "one of two": ("Rosa Reed met Ana Brook.\n\n{She} said ⟨no⟩.", ["pronoun, not clear"]),
    "known by the pronoun only": ("Mr Lind asked Quel Zarrin.\n\n{She} said ⟨no⟩.", ["pronoun, not clear"]),
    "it": ("The Delta Council met.\n\n{It} said ⟨no⟩.", ["pronoun, not clear"]),
    "nobody": ("It rained. {She} said ⟨no⟩.", [""]),
}


@pytest.mark.parametrize(("marked", "ways"), WAYS.values(), ids=WAYS)
def test_a_speaker_is_known_by_a_mention_and_by_where_the_text_spoke_of_them(marked, ways):
    text, made = attributions(marked)
    assert known(article(text), made)[2] == ways


def test_who_goes_on_is_known_by_that():
    text, made = attributions("{Dana Okoro} said ⟨yes⟩. “No.”")
    floating = Attribution((Span(len(text) - 5, len(text)),), QuotationKind.DIRECT, same_as=0)
    assert known(article(text), (*made, floating))[2] == ["name", "goes on"]


def test_every_way_has_a_confidence_and_nobody_has_none():
    assert all(0 < confidence(way) < 1 for _, ways in WAYS.values() for way in [*ways, "goes on"] if way)
    assert confidence("") == 0


def test_a_quotation_is_as_sure_as_the_way_in_which_its_speaker_is_known():
    made = paragraphs("News.", "“We stay,” said Ana Brook.", "Rosa Reed met Tom Lind and Ida Stone.", "“No,” she said.")
    sure, unsure = quoted(made).quotations
    assert (sure.doubt_word, unsure.doubt_word) == ("", "perhaps")
    assert [each.known for each in read(made, ENGLISH)[0]] == ["name", "pronoun, not clear"]
