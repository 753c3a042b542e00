"""Words on signs, banners and clothes: they are those of the people who hold or wear them."""

import pytest

from reader.analysis import analyse
from reader.sources import verbatim
from tests.analysis.short_attribution import found

HELD = [
    ("Otto Reed held up a sign saying “Stay away from the old weir.”", "Otto Reed", ["“Stay away from the old weir.”"]),
    ("A crowd met in Tarn, holding up signs reading “Stop” and “Go”.", "A crowd", ["“Stop”", "“Go”"]),
    ("A few carried signs: “NO WEIR,” “NO LOCK,” “NO TOLL.” It rained.", "A few", ["“NO WEIR,”", "“NO LOCK,”"]),
    ("Millers marched with placards that read “Save the weir”.", "Millers", ["“Save the weir”"]),
    ("Students ran and held a banner with the words “Enough is enough”.", "Students", ["“Enough is enough”"]),
    ("Workers wearing T-shirts with the slogan “Tarn comes first” sat down.", "Workers", ["“Tarn comes first”"]),
    ("Protesters with signs reading “Enough” blocked the road.", "Protesters", ["“Enough”"]),
]
SHOWN = [  # nobody holds them: the text itself is the source
    ("A sign in the window said “Closed until May”.", "A sign in the window"),
    ("The shop has a sign saying “No dogs”.", "a sign"),
]
NO_WORDS = [
    "He carried a flag, “the last one”, to the weir.",
    "The gate with the sign “No entry” stands open.",
]


@pytest.mark.parametrize(("sentence", "holder", "words"), HELD)
def test_words_on_a_text_belong_to_whoever_holds_it(sentence, holder, words):
    told = [(who, parts[: len(words)]) for _, who, parts in found("News.", sentence)]
    assert told == [(holder, words)]


@pytest.mark.parametrize(("sentence", "source"), SHOWN)
def test_words_on_a_text_that_nobody_holds_are_its_own(sentence, source):
    assert [who for _, who, _ in found("News.", sentence)] == [source]


@pytest.mark.parametrize("sentence", NO_WORDS)
def test_marks_near_a_flag_or_a_gate_are_no_words_of_a_holder(sentence):
    assert {q.voice for q in analyse(verbatim(f"News.\n\n{sentence}")).quotations} <= {None}


def test_what_a_crowd_calls_out_beside_its_signs_is_its_own():
    text = "A crowd of millers met in Tarn, holding up signs reading “Stop” and chanting “Shame!”."
    analysis = analyse(verbatim(text))
    voices = [analysis.voice(quotation.voice) for quotation in analysis.quotations]
    assert [voice and voice.name for voice in voices] == ["A crowd of millers"] * 2
