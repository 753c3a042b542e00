"""Words before their speaker's name, on a line of its own or in brackets, are that person's."""

import pytest

from tests.analysis.short_attribution import block, found

LEAD = "The best words about the weir are below."
LISTED = [
    ("It leaks, and we know it.", "(The miller Ada Roe to her son, at the fair)", "Ada Roe"),
    ("Nobody mends it.", "(Otto Reed’s answer when he was asked)", "Otto Reed"),
    ("We all go home.", "(Council head Ivo Trask in May.)", "Ivo Trask"),
]
SIGNED = {
    "a line of the same paragraph": (
        ["It leaks, and we know it.\n~ Ada Roe"],
        [("Ada Roe", "It leaks, and we know it.")],
    ),
    "with a description": (["It leaks.\n— Ada Roe, miller of Vel"], [("Ada Roe", "It leaks.")]),
    "a paragraph of its own": (["It leaks.", "-- Ada Roe"], [("Ada Roe", "It leaks.")]),
    "single words and a user name, of several": (
        ["It leaks.\n~ Millstone", "Nobody mends it.\n~ @ada_roe"],
        [("Millstone", "It leaks."), ("@ada_roe", "Nobody mends it.")],
    ),
    "in brackets, of several": (
        [f"{words} {who}" for words, who, _ in LISTED],
        [(name, words) for words, _, name in LISTED],
    ),
}
UNSIGNED = {
    "a list": ["Bring with you:\n- Water\n- Bread"],
    "a single word, once": ["It leaks.\n~ Millstone"],
    "words that are not ended": ["The weirs of\n- Ada Roe"],
    "brackets that stand alone": ["It leaks, and we know it. (The miller Ada Roe was there.)"],
    "brackets without names": ["It leaks. (See below)", "It is old. (See page four)", "It is new. (As told)"],
}


@pytest.mark.parametrize(("paragraphs", "told"), SIGNED.values(), ids=SIGNED)
def test_the_name_behind_words_is_their_speaker(paragraphs, told):
    assert block("News.", LEAD, *paragraphs) == [(name, [words]) for name, words in told]


@pytest.mark.parametrize("paragraphs", UNSIGNED.values(), ids=UNSIGNED)
def test_other_lines_and_brackets_sign_nothing(paragraphs):
    assert not block("News.", LEAD, *paragraphs)


def test_signed_words_in_marks_are_direct_speech():
    assert found("News.", LEAD, "“It leaks, and we all know it.”\n— Ada Roe") == [
        ("direct", "Ada Roe", ["“It leaks, and we all know it.”"])
    ]


def test_paragraphs_that_report_are_not_their_sources_words():
    items = (
        "Ada Roe told the Post that she can leave.",
        "Otto Reed said that he wants nine.",
        "Ivo Brand said no more.",
    )
    assert block("Whispers.", *(f"{item} (Tarn Post)" for item in items)) == []
