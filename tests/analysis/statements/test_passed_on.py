"""Relayed words: their speaker and their relaying sources."""

import pytest

from reader.analysis import analyse_quotations
from reader.sources import verbatim

PASSED_ON = [
    ("“It broke at night,” the Ferry Post quoted Ana Brook as saying.", "“It broke at night,”", ["Ferry Post"]),
    ("“It broke at night,” Ana Brook was quoted as saying by the Ferry Post.", "“It broke at night,”", ["Ferry Post"]),
    (
        "The newspaper Ferry Post cites Ana Brook, who runs the mill, as warning that it broke.",
        "that it broke",
        ["Ferry Post"],
    ),
    (
        "“It broke at night,” Ana Brook said, the Ferry Post reported. “Go.”",
        "“It broke at night,” “Go.”",
        ["Ferry Post"],
    ),
    ("Ana Brook is quoted in the Daily Lantern as saying that it broke.", "that it broke", ["Daily Lantern"]),
    ("It broke at night, the Ferry Post reported, citing Ana Brook.", "It broke at night", ["Ferry Post"]),
    ("Citing Ana Brook, the Ferry Post says that it broke.", "that it broke", ["Ferry Post"]),
    ("In May, the Ferry Post reported, citing Ana Brook, that it broke.", "that it broke", ["Ferry Post"]),
    ("Ana Brook said that it broke, citing Ivo Reed.", "that it broke", []),
    ("It was Ana Brook, 40, a lawyer from Tarn, who said that it broke.", "that it broke", []),
    ("Ana Brook is reported to have said that it broke.", "that it broke", []),
    ("The warning by Ana Brook that it had been broken came too late.", "that it had been broken", []),
    ("Claims by Ana Brook that nobody was told were false.", "that nobody was told", []),
    ("The claim, made by Ana Brook in the Ferry Post, that it broke is disputed.", "that it broke", []),
    ("Ana Brook’s claim that it had leaked since May has angered the town.", "that it had leaked since May", []),
    ("Ana Brook, asked whether the weir, which is old, would hold, said it broke.", "it broke", []),
    ("Ana Brook asked Ivo Reed to tell us what the report says.", "to tell us what the report says", []),
    ("The newspaper Ferry Post quotes Ana Brook, the mayor, according to whom it broke.", "it broke", ["Ferry Post"]),
    ("The newspaper Ferry Post quotes Ana Brook, the mayor: “It broke.”", "“It broke.”", ["Ferry Post"]),
    ("Ana Brook was there. Ferry Post quoted her as saying that it broke.", "that it broke", ["Ferry Post"]),
]
MADE_BY = [
    ("A report seen by the Ferry Post says that it broke.", "A report seen by the Ferry Post"),
    ("A statement by the mayor of Tarn said that it broke.", "the mayor of Tarn"),
    ("A letter from the Tarn city council said that it broke.", "the Tarn city council"),
]


@pytest.mark.parametrize(("text", "words", "via"), PASSED_ON)
def test_words_belong_to_their_original_source_and_others_relay_them(text: str, words: str, via: list[str]):
    article = verbatim(text)
    analysis = analyse_quotations(article)
    [found] = analysis.quotations
    names = {voice.id: voice.name for voice in analysis.voices}
    assert found.voice is not None
    assert " ".join(span.of(article.text) for span in found.spans) == words
    assert (names[found.voice], [names[each] for each in found.via]) == ("Ana Brook", via)


@pytest.mark.parametrize(("text", "name"), MADE_BY)
def test_a_document_belongs_to_its_owner_not_to_its_reader(text: str, name: str):
    analysis = analyse_quotations(verbatim(text))
    assert [voice.name for voice in analysis.voices if voice.id == analysis.quotations[0].voice] == [name]


UNSAID: list[tuple[str, list[str]]] = [
    (
        "Ana Brook, the mayor, would not comment on a report in the Ferry Post that said the weir “is lost.”",
        ["Ferry Post"],
    ),
    ("Ana Brook would not comment on a report in the Ferry Post that the weir “is lost for good.”", []),
    ("Ana Brook declined to comment on a report that said the weir was lost.", ["a report"]),
    (
        "Neither Otto Reed nor Ana Brook would comment on a memo of the Ferry Post that said the weir “is lost.”",
        ["Ferry Post"],
    ),
    ("Neither Otto Reed nor Ana Brook said that the weir “is lost.”", []),
    ("None of the three millers said that the mill was shut.", []),
    ("Neither of the two millers said that the weir was lost.", []),
    ("Ana Brook commented on her blog that the weir was lost.", ["Ana Brook"]),
]


@pytest.mark.parametrize(("text", "names"), UNSAID)
def test_a_source_without_comment_has_no_quotation(text: str, names: list[str]):
    analysis = analyse_quotations(verbatim(text))
    by = {voice.id: voice.name for voice in analysis.voices}
    assert [by[each.voice or 0] for each in analysis.quotations] == names
    assert all(not each.via for each in analysis.quotations)


@pytest.mark.parametrize("refusal", ["refused to say why it broke", "declined to say that it broke"])
def test_words_that_a_person_refuses_to_say_are_no_quotation(refusal: str):
    assert not analyse_quotations(verbatim(f"Ana Brook {refusal}.")).quotations
