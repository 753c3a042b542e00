"""Interviews: the speaker of each answer, under any label, and what is no answer."""

import pytest

from reader.analysis import analyse
from reader.sources import verbatim
from tests.analysis.short_attribution import block

INTRO = "Ana Brook, a miller, talked to the Delta Courier about the flood."
ONE, TWO = "We had three days.", "My boat is gone, and it will not come back."


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Q: ", "A: "),
        ("Question: ", "Answer: "),
        ("DC: ", "AB: "),
        ("DELTA COURIER: ", "ANA BROOK: "),
        ("Courier of the Delta: ", "Brook: "),
        ("Delta Courier: ", ""),
        ("", ""),
    ],
)
def test_the_answers_belong_to_the_person_introduced(asked, answered):
    told = block(INTRO, f"{asked}What did you see?", answered + ONE, f"{asked}And now?", answered + TWO)
    assert [words for _, words in told] == [[ONE], [TWO]]
    assert {mention for mention, _ in told} <= {"Ana Brook", "ANA BROOK", "Ana", "Brook"}


def test_a_colon_after_another_name_inside_an_answer_is_no_label():
    said = f"Otto Reed: {ONE}"
    told = block(INTRO, "What did you see?", TWO, "And who warned you?", said, "Will you stay?", TWO)
    assert [words for _, words in told] == [[TWO], [said], [TWO]]


def test_a_question_without_question_mark_belongs_to_the_interviewer():
    told = block(INTRO, "DC: You saw it.", f"AB: {ONE}", "DC: You lost your boat.", f"AB: {TWO} Why?")
    assert told == [("Ana Brook", [ONE]), ("Ana Brook", [f"{TWO} Why?"])]


@pytest.mark.parametrize(
    "note",
    [
        "[Editor’s note: The gates were open.]",
        "Editor’s note: The gates were open.",
        "The mill in May. Photo by Otto Reed.",
        "Ana Brook at the mill. Photo: Otto Reed.",
    ],
)
def test_notes_and_captions_between_answers_are_no_quotations(note):
    told = block(INTRO, "Q: What did you see?", f"A: {ONE}", note, TWO, note, "Q: And now?", f"A: {ONE}")
    assert [words for _, words in told] == [[ONE, TWO], [ONE]]


def test_the_last_answer_ends_before_the_first_paragraph_without_i():
    told = block(INTRO, "Q: And now?", f"A: {ONE}", "Q: And then?", f"A: {ONE}", TWO, "Brook lives in Tarn.")
    assert [words for _, words in told] == [[ONE], [ONE, TWO]]


def test_names_with_particles_are_labels_too():
    told = block(
        "Olga van der Weide, a miller, and Ali al-Karimi, a nurse, talked to us.",
        "Q: What did you see?",
        f"Olga van der Weide: {ONE}",
        f"Ali al-Karimi: {TWO}",
        "Q: And now?",
        f"Olga van der Weide: {TWO}",
        f"Ali al-Karimi: {ONE}",
    )
    assert [mention for mention, _ in told] == ["Olga van der Weide", "Ali al-Karimi"] * 2


@pytest.mark.parametrize("apposition", [", 43, miller", " (43), miller", ", bus driver"])
def test_the_answers_of_a_street_poll_follow_a_name_and_a_description(apposition):
    told = block("We asked people in Tarn.", f"Ana van Brook{apposition}: {ONE}", f"Otto Reed{apposition}: {TWO}")
    assert told == [("Ana van Brook", [ONE]), ("Otto Reed", [TWO])]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Who built the dam?", "Otto Reed built the dam.", "Why did it break?", "The ground is sand."),
        ("Built: 1950", "Height: 41 metres", "Owner: Hadley"),
        ("Ana Brook: A miller. She has two mills.", "Otto Reed: A nurse. He has one."),
        ("Update: The gates are open.", "Update: The gates are shut."),
        ("Who is to blame? And why?", "The council met on Monday.", "Nobody has resigned."),
    ],
)
def test_questions_and_labels_alone_are_no_interview(paragraphs):
    assert block("The weir at Tarn broke. Ana Brook, a miller, saw it.", *paragraphs) == []


def test_the_interviewee_is_the_person_who_opens_the_introduction():
    intro = "Otto Reed has mended boats for fifty years. He lives in Tarn with the nurse Ana Brook. We met in his shed."
    told = block("“I mend”", "Interview by Dora Finch", intro, "What do you see?", ONE, "Do you stay?", TWO)
    assert [mention for mention, _ in told] == ["Otto Reed", "Otto Reed"]


def test_the_headline_names_the_person_asked():
    title = "Ana Brook: An Interview With the “Miller of the Delta”"
    praise = "I am no Otto Reed, and I never was. My boat is gone."
    told = block(title, "You have been busy.", praise, "What did you see?", ONE, "And what do you do now?", TWO)
    assert told == [("Ana Brook", [ONE]), ("Ana Brook", [TWO])]


def test_a_label_with_a_form_of_address_needs_no_second_turn():
    told = block(INTRO, "They met in the hall.", f"Mr Reed: {ONE}", f"Ms Brook: {TWO}")
    assert told == [("Mr Reed", [ONE]), ("Ms Brook", [TWO])]


def test_a_label_between_others_needs_no_second_turn_and_a_note_is_no_label():
    turns = ("Ana Brook", ONE), ("Otto Reed", TWO), ("Ana Brook", TWO), ("Ana Brook", ONE)
    told = block("News.", *(f"{name}: {words}" for name, words in turns), "He left.", "Update (May 2): It rains.")
    assert told == [(name, [words]) for name, words in turns]


def test_an_oral_history_has_labels_with_roles_and_paragraphs_of_the_author():
    turns = ("ANA BROOK (door): ", "OTTO REED (singer, later the mayor of Ferry): ", "DES “FUSE” AMADI (electrician): ")
    paragraphs = (
        turns[0] + ONE,
        turns[1] + TWO,
        turns[2] + TWO,
        "The mill closed in 2003.",
        "BROOK: " + TWO,
        "REED: " + ONE,
    )
    told = block("We asked those who were there.", *paragraphs)
    names = ("ANA BROOK", "OTTO REED", "DES “FUSE” AMADI", "BROOK", "REED")
    assert told == [(name, [words]) for name, words in zip(names, (ONE, TWO, TWO, TWO, ONE), strict=True)]


def test_a_chat_has_the_time_before_each_label():
    chat = ("[10:05, 03/04/2023] Ada: Is it running?", "[10:06, 03/04/2023] Otto Reed: No. They say fog.")
    assert block("Island chat.", *chat) == [("Ada", ["Is it running?"]), ("Otto Reed", ["No. They say fog."])]


def test_the_labels_of_a_court_transcript_have_forms_of_address():
    lines = ("THE COURT: We begin.", "MR. ROE: I am ready, and so is she.") * 2
    found = analyse(verbatim("\n\n".join(("Transcript", *lines))))
    assert [voice.name for voice in found.voices] == ["THE COURT", "ROE"]
