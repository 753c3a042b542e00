"""Tests of quotations in another language and their translations: where they end, and what is no translation."""

import pytest

from reader.analysis.blocks.word_classes import other_language
from tests.analysis.short_attribution import block

LEAD = "Ana Brook wrote on her blog:"
ORIGINAL = "Wir haben das Wehr gebaut, und jetzt gehört es der Bank. Niemand hat uns gefragt."
TRANSLATED = "We built the weir, and now it belongs to the bank. Nobody has asked any of us."
LATER = "Die Fische kommen nicht mehr zurück, und die Mühle steht seit dem Winter still."
LATER_TRANSLATED = "The fish no longer come back, and the mill has been standing still since winter."
SHORT = "Adieu, Mühle!"
SHORT_TRANSLATED = "Farewell, old mill!"
AUTHOR = "The council of Ferry met on Monday to talk about the budget of the town."
PAST = "The mill was closed in May, and its wheel was sold to a museum in the capital."


def test_a_translation_has_as_many_paragraphs_as_its_original():
    assert block("News.", LEAD, ORIGINAL, LATER, TRANSLATED, LATER_TRANSLATED, PAST, AUTHOR) == [
        ("Ana Brook", [ORIGINAL, LATER, TRANSLATED, LATER_TRANSLATED])
    ]
    assert block("News.", LEAD, ORIGINAL, TRANSLATED, PAST, AUTHOR) == [("Ana Brook", [ORIGINAL, TRANSLATED])]


def test_a_short_line_of_the_original_is_counted():
    assert block("News.", LEAD, ORIGINAL, SHORT, TRANSLATED, SHORT_TRANSLATED, PAST, AUTHOR) == [
        ("Ana Brook", [ORIGINAL, SHORT, TRANSLATED, SHORT_TRANSLATED])
    ]


def test_originals_and_translations_may_alternate():
    assert block("News.", LEAD, ORIGINAL, TRANSLATED, LATER, LATER_TRANSLATED, AUTHOR) == [
        ("Ana Brook", [ORIGINAL, TRANSLATED, LATER, LATER_TRANSLATED])
    ]


def test_signs_that_stand_for_words_count_as_several_letters():
    original = "我們建造了這座堰，現在它屬於銀行。沒有人問過我們的意見。"
    assert block("News.", LEAD, original, TRANSLATED, PAST, AUTHOR) == [("Ana Brook", [original, TRANSLATED])]


def test_function_words_that_portuguese_has_as_well_are_no_sign_of_english():
    words = "A ponte caiu no rio e a água levou a casa do moinho; no outro lado, a vila ficou sem luz. "
    assert other_language(words * 3)
    assert not other_language(
        "A bridge fell on a mill in no time, as all mills do in a flood, and the town was dark. " * 3
    )


def test_a_short_sentence_with_a_function_word_that_only_english_has_is_english():
    assert not other_language("Insurance premiums for mills are climbing fast, far outpacing prices.")


@pytest.mark.parametrize(
    ("words", "is_other"),
    [
        ("¡Qué alegría más grande!", True),
        ("Mañana será otro día", True),
        ("Zoë and Renée are at the café.", False),
        ("José Muñoz, São Paulo", False),
        ("Farewell, old mill!", False),
    ],
)
def test_a_few_words_are_of_another_language_by_small_letters_that_english_lacks(words, is_other):
    assert other_language(words) is is_other
