"""In an unknown language, marks, blocks, turns and colons are found, with speakers named next to them."""

import pytest

from tests.analysis.languages.analysed_texts import read

SPEECH = [
    ("「私たちはここに残ります」と川村町長は述べた。", "「私たちはここに残ります」", None),
    ("町長はこう述べた：「私たちはここに残ります。」", "「私たちはここに残ります。」", None),
    ("“我们会留在这里，”林海说。", "“我们会留在这里，”", None),
    ("林海表示：“水坝已经关闭了。”", "“水坝已经关闭了。”", None),
    ("«Мы остаёмся здесь», — сказала Мария Ольхина.", "«Мы остаёмся здесь»", "Мария Ольхина"),
    ("Пётр Лужин написал: «Плотина закрыта с мая».", "«Плотина закрыта с мая»", "Пётр Лужин"),
    ("قال المدير: «السد مغلق منذ مايو الماضي».", "«السد مغلق منذ مايو الماضي»", None),
    ("“We blijven hier en gaan niet weg”, zei Jan de Boer.", "“We blijven hier en gaan niet weg”", "Jan de Boer"),
    ("”Vi stannar här hela vintern”, sa Anna Berg.", "”Vi stannar här hela vintern”", "Anna Berg"),
    ("„Zostajemy tutaj na zawsze” – powiedziała Ewa Lipska-Nur.", "„Zostajemy tutaj na zawsze”", "Ewa Lipska-Nur"),
    ("Maria Conti: «Restiamo qui».", "«Restiamo qui»", "Maria Conti"),
    ("La sindaca ha detto: «La diga è chiusa da maggio».", "«La diga è chiusa da maggio»", None),
    ("»Mi ostajemo ovdje do proljeća«, rekla je Vesna Brod.", "»Mi ostajemo ovdje do proljeća«", "Vesna Brod"),
    ("„Rămânem aici toată iarna.”", "„Rămânem aici toată iarna.”", None),
]


@pytest.mark.parametrize(("sentence", "words", "name"), SPEECH, ids=[row[0][:20] for row in SPEECH])
def test_marks_are_a_quotation_in_any_script(sentence, words, name):
    assert read("", sentence) == [("direct", [words], name)]


@pytest.mark.parametrize(
    "sentence", ["彼は「海」という本を読む。", "De burgemeester las “De Zee”.", "Он любит «Чайку»."]
)
def test_a_few_marked_words_are_a_title_or_a_term(sentence):
    assert read("", sentence) == []


def test_a_block_quote_of_the_source_belongs_to_the_name_in_its_lead_in():
    words = "La diga è chiusa da maggio e nessuno lo sa."
    assert read("", "Maria Conti ha scritto:", words, quotes=(1,)) == [("block", [words], "Maria Conti")]
    assert read("", "Si legge così:", words, quotes=(1,)) == [("block", [words], None)]


def test_a_paragraph_after_a_name_and_a_colon_is_a_block():
    words = "La diga è chiusa da maggio e nessuno lo sa."
    assert read("", "Maria Conti ha scritto:", words) == [("block", [words], "Maria Conti")]
    assert read("", "ecco la lista:", words) == []


def test_labels_that_alternate_are_the_turns_of_an_exchange():
    found = read("", "田中：五月まで残ります。", "記者：その後は？", "田中：まだ分かりません。", "記者：本当に？")
    assert found == [("block", ["五月まで残ります。"], "田中"), ("block", ["まだ分かりません。"], "田中")]


def test_a_single_label_is_no_exchange():
    assert read("", "Nota: la diga è chiusa.", "Nota: il ponte è aperto.") == []
