"""The words of a text are counted by class, and each form is looked up once."""

import pytest

from reader.analysis.blocks.word_classes import (
    FUNCTION,
    PAST,
    PERSON,
    PRESENT,
    PUBLISHING,
    REFERRING,
    URGING,
    count_class,
    other_language,
)
from reader.analysis.words.memo import FormCache


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("I told you—and you alone—that we’d leave.", PERSON, 4),
        ("The US and the IT man have nothing of mine.", PERSON, 0),
        ("Us too, said the me-first crowd.", PERSON, 1),
        ("She said it flooded, and the re-opened weir was shut.", PAST, 4),
        ("The red bed, the Flooded, the x7ed.", PAST, 0),
        ("It's late, he says; the mill’s wheel can turn, and they're here.", PRESENT, 4),
        ("The King's Mill, the d’Or's.", PRESENT, 0),
        ("He MUST go; don't, DON’T, n't, it's, 't.", URGING, 4),
        ("Here’s what follows, and this is HERE below.", REFERRING, 5),
        ("A blog/newspaper on the lamp post wrote on Facebook.", PUBLISHING, 5),
        ("The eel of the weir is his.", FUNCTION, 5),
        ("", FUNCTION, 0),
    ],
)
def test_words_of_a_class_are_counted_between_punctuation_and_dashes(text: str, kind: int, number: int) -> None:
    assert count_class(text, kind) == number


def test_a_form_is_classified_once_and_a_long_one_is_not_cached() -> None:
    told: list[str] = []

    def size(form: str) -> int:
        told.append(form)
        return len(form)

    sizes = FormCache(size)

    assert [sizes["weir"], sizes["weir"], sizes["eel" * 99], sizes["eel" * 99]] == [4, 4, 297, 297]
    assert told == ["weir", "eel" * 99, "eel" * 99]
    assert list(sizes) == ["weir"]


def test_the_cache_holds_no_more_forms_than_a_long_text_has() -> None:
    sizes = FormCache(len)

    for number in range(40_000):
        assert sizes[str(number)] == len(str(number))

    assert len(sizes) <= 16_384


@pytest.mark.parametrize(
    "words",
    [
        "Ma tante a vendu onze sacs cette année. Elle a payé, elle a gardé le reçu, elle attend toujours la solidarité.",
        "sutra su dakle prvi izbori na kojima mogu da glasam a baš i nemam neki izbor",
    ],
)
def test_short_words_that_english_has_too_make_no_english(words):
    assert other_language(words)


def test_a_sentence_with_an_english_verb_is_english():
    assert not other_language(
        "Optimum Sports, in a very detailed post titled “Rashidi Yekini 1963-2012” on Monday said:"
    )
