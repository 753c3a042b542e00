"""How a speaker was identified, which decides the confidence."""

import pytest

from reader.analysis import analyse_quotations, attributions_and_voices
from reader.analysis.confidence import confidences, features
from reader.analysis.cues.attributions import Attribution, SourceReading
from reader.analysis.languages.recognise import ENGLISH
from reader.analysis.voices import resolve_with_ways
from reader.analysis.words.weights import weights
from reader.model import QuotationKind, Span
from tests.analysis.short_attribution import article as paragraphs
from tests.analysis.voices.marked_texts import article, attributions

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
def test_a_speaker_is_identified_by_mention_and_distance(marked, ways):
    text, made = attributions(marked)
    assert resolve_with_ways(article(text), made)[2] == ways


def test_a_continuing_speaker_is_identified_as_such():
    text, made = attributions("{Dana Okoro} said ⟨yes⟩. “No.”")
    floating = Attribution((Span(len(text) - 5, len(text)),), QuotationKind.DIRECT, same_as=0)
    assert resolve_with_ways(article(text), (*made, floating))[2] == ["name", "goes on"]


def test_every_way_of_identification_has_a_weight():
    known = {way for _, ways in WAYS.values() for way in [*ways, "goes on"] if way}
    assert known <= weights()["confidence"].keys()


def attribution(kind=QuotationKind.INDIRECT, *, cue=True, parent=None, scores=()):
    readings = tuple(SourceReading("Ana Brook", (), score) for score in scores)
    said = Span(0, 4) if cue else None
    return Attribution((Span(5, 9),), kind, said, Span(10, 12), parent=parent, readings=readings)


@pytest.mark.parametrize(
    ("doubtful", "feature"),
    [
        (attribution(scores=(5.0, 3.0)), "close"),
        (attribution(scores=(3.0,)), "low"),
        (attribution(parent=0), "nested"),
        (attribution(QuotationKind.BLOCK, cue=False), "no cue, block"),
    ],
)
def test_rivals_and_missing_words_make_a_speaker_less_sure(doubtful, feature):
    sure, unsure = features([attribution(scores=(7.0, 2.0)), doubtful], ["name", "name"])
    assert (sure, unsure) == (["name"], ["name", feature])
    first, second = confidences([attribution(), doubtful], ["name", "name"])
    assert 0 < second < first < 1


def test_a_noun_in_a_round_up_is_less_sure_than_in_news():
    block = attribution(QuotationKind.BLOCK)
    [alone] = confidences([attribution()], ["noun"])
    *_, among = confidences([block, block, attribution()], ["name", "name", "noun"])
    assert 0 < among < 0.8 < alone


def test_without_a_speaker_there_is_no_confidence():
    assert list(confidences([attribution()], [""])) == [0.0]


def test_the_confidence_of_a_quotation_is_that_of_its_identification():
    made = paragraphs("News.", "“We stay,” said Ana Brook.", "Rosa Reed met Tom Lind and Ida Stone.", "“No,” she said.")
    sure, unsure = analyse_quotations(made).quotations
    assert (sure.doubt_word, unsure.doubt_word) == ("", "perhaps")
    assert [each.known for each in attributions_and_voices(made, ENGLISH)[0]] == ["name", "pronoun, not clear"]
