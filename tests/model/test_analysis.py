"""What an analysis says of its voices: the words that each of them speaks, and who passes them on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Analysis, Quotation, QuotationKind, Span, Voice, VoiceKind

TEXT = "one two three four five six seven eight nine ten"
VOICES = tuple(Voice(number, f"V{number}", f"Voice {number}", VoiceKind.PERSON) for number in (1, 2, 3))
STARTS = [0, *(at + 1 for at, letter in enumerate(TEXT) if letter == " "), len(TEXT) + 1]


def words(first, last):
    """The span of the words from number `first` up to number `last`."""
    return Span(STARTS[first], STARTS[last] - 1)


def said(*quotations):
    """An analysis with these quotations: each its voice and the pairs of words between which its parts stand."""
    return Analysis(
        "made",
        tuple(
            Quotation(number, QuotationKind.DIRECT, tuple(words(*part) for part in parts), voice)
            for number, (voice, *parts) in enumerate(quotations, 1)
        ),
        VOICES,
    )


@pytest.mark.parametrize(
    ("quotations", "spoken"),
    [
        ((), (0, 0, 0)),
        (((1, (0, 3)), (2, (3, 10))), (3, 7, 0)),
        (((1, (0, 2), (4, 6)),), (4, 0, 0)),
        # each word is the innermost voice's
        (((1, (0, 10)), (2, (2, 8)), (3, (3, 5))), (4, 4, 2)),
        (((1, (0, 4), (6, 10)), (2, (1, 3)), (3, (7, 8))), (5, 2, 1)),
        # what nobody says is not the reporter's either
        (((1, (0, 10)), (None, (2, 8))), (4, 0, 0)),
        (((None, (0, 10)), (2, (2, 8))), (0, 6, 0)),
        # one that reaches over the end of another takes no more from it than the other has
        (((1, (0, 5)), (2, (3, 8))), (3, 5, 0)),
    ],
)
def test_a_word_belongs_to_the_innermost_voice_that_speaks_it(quotations, spoken):
    assert said(*quotations).words(TEXT) == spoken


@given(st.lists(st.tuples(st.sampled_from([1, 2, 3]), st.integers(0, 8), st.integers(1, 10)), max_size=6))
def test_the_words_of_all_voices_are_the_words_quoted(chosen):
    quotations = [(voice, (first, max(first + 1, last))) for voice, first, last in chosen]
    # Quotations nest or lie apart.
    nested = all(
        a[1] <= b[0] or b[1] <= a[0] or (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])
        for _, a in quotations
        for _, b in quotations
    )
    covered = {word for _, (first, last) in quotations for word in range(first, last)}
    if nested:
        assert sum(said(*quotations).words(TEXT)) == len(covered)


def test_who_passes_words_on_is_named_from_the_outermost():
    passed_on = Quotation(1, QuotationKind.DIRECT, (words(0, 2),), 1, via=(3, 2))
    assert Analysis("made", (passed_on,), VOICES).via_voices(passed_on) == (VOICES[2], VOICES[1])
