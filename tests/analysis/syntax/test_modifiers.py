"""Speakers with a relative clause without comma and “who”: “the engineer I met at the shop said”."""

import pytest

from reader.analysis import analyse
from reader.analysis.attribution import attribute
from reader.sources import verbatim
from tests.analysis.short_attribution import article, found


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The boy next to me says that he is tired.", "The boy next to me"),
        ("An old man next to me says he has never waited so long.", "An old man next to me"),
        ("One of those who stayed, Ada Roe, said that it leaks.", "One of those who stayed, Ada Roe"),
        (
            "One of those who wrote it, the baker Ada Roe, said it leaks.",
            "One of those who wrote it, the baker Ada Roe",
        ),
        ("The man who built it, the mason Otto Reed, said it leaks.", "The man who built it, the mason Otto Reed"),
        ("One of those who stayed, a farmer, said that it leaks.", "One"),
        ("At noon somebody says that it is late.", "somebody"),
        ("In the morning someone told me that it was late.", "someone"),
        ("Yesterday he met at the shop a man who said that it was over.", "a man"),
        ("When I came to the office the clerk said that it was shut.", "the clerk"),
        ("The first time I went there the guard said that it was shut.", "the guard"),
        ("On the day we left the mayor said that it was over.", "the mayor"),
        ("The man she loved was dead, the police said.", "the police"),
    ],
)
def test_a_speaker_includes_a_relative_clause_without_comma(sentence, speaker):
    assert [mention for _, mention, _ in found(sentence)] == [speaker]


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("The owner, the Dutch company Vela, said that it leaks.", "Vela"),
        ("The airline, the Spanish carrier Vela, said that it leaks.", "Vela"),
        ("His wife, the French painter Ada Roe, said that it leaks.", "Ada Roe"),
        ("“It leaks,” said his wife, the French painter Ada Roe.", "Ada Roe"),
        ("According to her husband, the German writer Otto Reed, the shop will close.", "Otto Reed"),
        ("The director, the head of the Delta Trust, said that it leaks.", "director"),
        ("The owner, the Dutch company said, is late.", "company"),
    ],
)
def test_the_name_in_an_apposition_is_the_head(sentence, head):
    made = article(sentence)
    [attribution] = attribute(made)
    assert attribution.head is not None
    assert attribution.head.of(made.text) == head


@pytest.mark.parametrize(
    ("sentence", "speaker", "parts"),
    [
        (
            "In Varland, says Roe, such mills have been built for years.",
            "Roe",
            ["such mills have been built for years"],
        ),
        ("At night, says the baker, the street is empty.", "the baker", ["the street is empty"]),
        ("For years, complains the baker, nobody has listened.", "the baker", ["nobody has listened"]),
        ("Now, says Ada Roe, the work is over.", "Ada Roe", ["the work is over"]),
        ("If it rains, says the baker, nobody comes.", "the baker", ["If it rains", "nobody comes"]),
    ],
)
def test_a_source_between_an_opening_and_its_clause_is_found(sentence, speaker, parts):
    assert found(sentence) == [("indirect", speaker, parts)]


@pytest.mark.parametrize(
    "sentence", ["In Tarn, met the mayor, who was late.", "Roe, the mayor, wrote a letter, which was lost."]
)
def test_a_clause_between_commas_need_not_be_a_cue(sentence):
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind", "speaker", "words"),
    [
        ("“Finally,” was all Ada Roe said.", "direct", "all Ada Roe", "“Finally,”"),
        ("“No comment,” was all she would say.", "direct", "she", "“No comment,”"),
        ("“We will see,” is all he says.", "direct", "he", "“We will see,”"),
        ("All he said was that it leaks.", "indirect", "he", "that it leaks"),
        ("What Ada Roe told the court was that it leaks.", "indirect", "Ada Roe", "that it leaks"),
    ],
)
def test_the_content_of_a_cleft_belongs_to_its_speaker(sentence, kind, speaker, words):
    assert found(sentence) == [(kind, speaker, [words])]


@pytest.mark.parametrize("sentence", ["The film “Home” was his answer to the war.", "“Home” was his first film."])
def test_a_title_is_no_answer(sentence):
    assert found(sentence) == []


def test_the_company_is_not_the_paper_it_speaks_to():
    text = "The Harbour Gazette writes that a mill has closed. The company told the Gazette that it was sorry."
    analysis = analyse(verbatim(f"News.\n\n{text}"))
    assert [voice.name for voice in analysis.voices] == ["The Harbour Gazette", "The company"]


def test_a_request_for_anonymity_is_no_quotation():
    told = found("An editor, who asked to remain anonymous, said that the list was long.")
    assert told == [("indirect", "An editor", ["that the list was long"])]


def test_the_proud_person_speaks_not_the_object_of_pride():
    lead = "Blogger Ada Roe is proud of her grandson, who refused to shake his hand:"
    told = found(lead, "He told me no. That is my boy.", "Otto Reed is angry:", "They took it, and we paid!")
    assert [mention for kind, mention, _ in told if kind == "block"] == ["Blogger Ada Roe", "Otto Reed"]
