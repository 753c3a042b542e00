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
def test_the_sentence_behind_tells_whose_words_they_are(words, behind, parted):
    told = speakers(words, behind.strip()) if parted else speakers(words + behind)
    assert [parts for _, parts in told] == [[words]]
    assert str(told[0][0]).startswith("Ada Roe")


def test_who_speaks_already_speaks_on_before_a_sentence_about_somebody_else():
    told = speakers(f"{ROE} “It is only a house,” she says.", "“We told them so.” Otto Reed nods.")
    assert told[1] == (None, ["“We told them so.”"])  # goes on


@pytest.mark.parametrize(
    "before",
    [
        "Next to her, Otto Reed, a nurse, nods.",
        "Otto Reed shrugs.",
        "For Otto Reed, a nurse, the case is clear.",
    ],
)
def test_the_sentence_before_tells_it_by_what_somebody_does(before):
    told = speakers(f"{ROE} “It is only a house,” she says.", f"{before} “We won’t leave.”")
    assert str(told[1][0]).startswith("Otto Reed")


def test_words_left_open_are_those_of_who_is_named_where_they_are_closed():
    assert speakers(ROE, "“We saw it.", "“We ran.", "“We wept,” said Otto Reed. “All of us.”") == [
        ("Otto Reed", ["“We saw it.", "“We ran.", "“We wept,”", "“All of us.”"])
    ]


def test_words_left_open_behind_a_lead_in_or_in_other_marks_are_nobody_s_from_below():
    told = speakers("Ada Roe wrote:", "“We saw it.", "“We ran,” said Otto Reed.")
    assert ("Otto Reed", ["“We ran,”"]) in told
    assert all(parts != ["“We saw it.", "“We ran,”"] for _, parts in speakers('"We saw it.', "“We ran,” said Roe."))


def test_who_is_asked_answers_and_who_asked_goes_on():
    told = found("News.", ROE, "“Why?” Otto Reed asked her.", "“I was afraid of it.”", "“You must know.”")
    assert [mention for _, mention, _ in told] == ["Otto Reed", "her", None]


def test_who_spoke_last_speaks_on_behind_a_paragraph_about_nobody():
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
def test_what_nobody_is_made_responsible_for_is_nobody_s(aside):
    assert [parts for _, parts in speakers(f"{ROE} “It is only a house,” she says.", aside)] == [
        ["“It is only a house,”"]
    ]
