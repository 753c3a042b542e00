"""Sentences of other languages do not end at abbreviations, ordinal numbers and marks inside them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import analyse
from reader.analysis.languages.language_data import codes
from reader.analysis.languages.paragraphs import sentences_in
from reader.model import Span
from tests.analysis.short_attribution import article

SENTENCES = [
    ("de", ["Am 3. Mai kam Anna Keller, z. B. nach Orta.", "Niemand war da."]),
    ("de", ["„Wir bleiben.", "Wir gehen nicht.“", "Das sagte sie."]),
    ("de", ["„Halt!“, rief er.", "»Nein.«", "Sie ging."]),
    ("fr", ["M. Roux est venu.", "« Nous restons.", "C’est dit. »", "Elle est partie."]),
    ("fr", ["« Non ! » a-t-il crié.", "Puis rien."]),
    ("es", ["El Sr. Ruiz vino.", "«Nos quedamos.", "Es todo.»", "Se fue.", "¿Por qué?", "Nadie sabe."]),
    ("", ["Он пришёл.", "«Нет.»", "Она ушла."]),
    ("", ["Jan de Boer kwam.", "“Nee.”", "Hij ging."]),
]


@pytest.mark.parametrize(("code", "parts"), SENTENCES)
def test_a_paragraph_is_split_by_the_rules_of_its_language(code, parts):
    text = " ".join(parts)
    assert [part.of(text) for part in sentences_in(code)(text, Span(0, len(text)))] == parts


def test_a_script_without_blanks_has_sentences_too():
    text = "他来了。“我不走。”她说。"
    assert [part.of(text) for part in sentences_in("")(text, Span(0, len(text)))] == [
        "他来了。",
        "“我不走。”",
        "她说。",
    ]


@given(st.sampled_from(["", *codes()]), st.text(" aA.!?…„“”«»'\u00a0\n(。", max_size=40))
def test_sentences_cover_all_characters_but_blanks_in_order(code, text):
    parts = sentences_in(code)(text, Span(0, len(text)))
    assert "".join("".join(part.of(text) for part in parts).split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(parts))


def test_a_claim_ends_at_the_end_of_a_sentence_in_its_language():
    told = (
        "Die Werft ist seit dem 3. Mai zu, und niemand ist z. B. gefragt worden, sagte Anna Keller am Montag in Orta."
    )
    text = told + " Das Wehr aber ist nicht von der Werft, und es wird noch vor dem Winter wieder geöffnet."
    found = analyse(article(text))
    assert found.language == "de"
    assert [claim.span.of(text) for claim in found.claims][:1] == [told]
