"""Feature stories: marks with a speaker in the sentence or paragraph before or after."""

import pytest

from tests.analysis.short_attribution import found

ROE = "Ada Roe, a miller, has left."


def speakers(*paragraphs: str) -> list[tuple[str | None, list[str]]]:
    return [(mention, parts) for kind, mention, parts in found("News.", *paragraphs) if kind == "direct"]


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("“We told them so.”", " That is how Ada Roe, a miller, remembers it."),
        ("“Why was nobody told?”", " That is what Ada Roe would like to know."),
        ("“We told them so.”", " The words are those of Ada Roe, a miller."),
        ("“We told them so.”", " Ada Roe, a miller, says it without anger."),
        ("“We told them so.”", " Ada Roe, a miller, is sitting in her kitchen."),
    ],
)
@pytest.mark.parametrize("parted", [False, True])
def test_the_next_sentence_names_the_speaker(words, behind, parted):
    told = speakers(words, behind.strip()) if parted else speakers(words + behind)
    assert [parts for _, parts in told] == [[words]]
    assert str(told[0][0]).startswith("Ada Roe")


def test_the_current_speaker_continues_before_a_sentence_about_another():
    told = speakers(f"{ROE} “It is only a house,” she says.", "“We told them so.” Otto Reed nods.")
    assert told[1] == (None, ["“We told them so.”"])  # the same speaker continues


@pytest.mark.parametrize(
    "before",
    [
        "Next to her, Otto Reed, a nurse, nods.",
        "Otto Reed shrugs.",
        "For Otto Reed, a nurse, the case is clear.",
    ],
)
def test_the_sentence_before_names_the_speaker_by_an_action(before):
    told = speakers(f"{ROE} “It is only a house,” she says.", f"{before} “We won’t leave.”")
    assert str(told[1][0]).startswith("Otto Reed")


def test_words_with_open_marks_belong_to_the_speaker_named_where_they_close():
    assert speakers(ROE, "“We saw it.", "“We ran.", "“We wept,” said Otto Reed. “All of us.”") == [
        ("Otto Reed", ["“We saw it.", "“We ran.", "“We wept,”", "“All of us.”"])
    ]


def test_open_marks_after_a_lead_in_or_inside_others_get_no_later_speaker():
    told = speakers("Ada Roe wrote:", "“We saw it.", "“We ran,” said Otto Reed.")
    assert ("Otto Reed", ["“We ran,”"]) in told
    assert all(parts != ["“We saw it.", "“We ran,”"] for _, parts in speakers('"We saw it.', "“We ran,” said Roe."))


def test_the_person_asked_answers_and_the_asker_speaks_next():
    told = found("News.", ROE, "“Why?” Otto Reed asked her.", "“I was afraid of it.”", "“You must know.”")
    assert [mention for _, mention, _ in told] == ["Otto Reed", "her", None]


def test_the_last_speaker_continues_after_a_paragraph_without_people():
    told = speakers(
        f"{ROE} “It is only a house,” she says.", "The river is rising.", "And the new weir? “It will leak.”"
    )
    assert [parts for _, parts in told] == [["“It is only a house,”"], ["“It will leak.”"]]


@pytest.mark.parametrize(
    "aside",
    [
        "Her father, whom everybody called “the Pike”, built it.",
        "Her father, known as “the Pike”, built it.",
        "The files were marked “secret” and kept in a cellar.",
        "The gate with the sign “No entry” stands open.",
    ],
)
def test_marks_without_a_person_around_have_no_speaker(aside):
    assert [parts for _, parts in speakers(f"{ROE} “It is only a house,” she says.", aside)] == [
        ["“It is only a house,”"]
    ]
