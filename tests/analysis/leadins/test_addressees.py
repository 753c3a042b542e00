"""The addressee of a letter is not its source; its sender is."""

import pytest

from tests.analysis.short_attribution import block, found

LETTER = "We have waited for ten years. The schools are cold and the roofs leak. We ask you to act now."
LEADS = [
    ("An open letter to Ada Roe:", None),
    ("Dear Ada Roe:", None),
    ("To Ada Roe:", None),
    ("The nurses’ open letter to Ada Roe:", "The nurses’"),
    ("A letter from Olga Rand to Ada Roe:", "Olga Rand"),
    ("From a letter by Ada Roe:", "Ada Roe"),
    ("In an open letter to Mayor Ada Roe, two hundred teachers wrote:", "two hundred teachers"),
    ("In an open letter to Ada Roe, mayor of Tarn, the teachers wrote:", "the teachers"),
    ("The teachers addressed Ada Roe in an open letter:", "The teachers"),
    ("The teachers published an open letter to Ada Roe:", "The teachers"),
]
SENTENCES = [
    ("In a letter to Ada Roe, the guild’s head, Olga Rand wrote that it leaks.", "the guild’s head, Olga Rand"),
    ("Ada Roe, the miller, wrote that it leaks.", "Ada Roe, the miller,"),
    ("Ada Roe, the head of millers said that it leaks.", "Ada Roe, the head of millers"),
]


@pytest.mark.parametrize(("lead", "speaker"), LEADS)
def test_the_addressee_of_a_letter_is_not_its_source(lead, speaker):
    assert [mention for mention, _ in block(lead, LETTER)] == [speaker]


@pytest.mark.parametrize(("sentence", "speaker"), SENTENCES)
def test_the_writer_is_not_apposed_to_the_addressee(sentence, speaker):
    [(_, mention, words)] = found(sentence)
    assert (mention or "").rstrip(",") == speaker.rstrip(",")
    assert words == ["that it leaks"]


def test_marks_after_dear_do_not_belong_to_the_addressee():
    assert found("Dear Ada Roe: “We have waited.”") == [("direct", None, ["“We have waited.”"])]
    assert found("Ada Roe: “We have waited.”") == [("direct", "Ada Roe", ["“We have waited.”"])]
