"""Sections under the names and roles of the people who wrote them, and sections that are about people."""

import pytest

from reader.analysis import analyse
from reader.model import QuotationKind
from reader.sources import load, verbatim

ASKED = "What does the harbour need? We asked three people who know it."
NAMED = "What the harbour needs next year."
COLE = ("Ada Cole", "Director, Tarn Port Authority")
BRAND = ("Ivo Brand", "Professor of economics, Delta University")
TRASK = ("Lena Trask", "Fellow at the Vela Institute")
DEEP = "The quay must be deeper by a metre before spring."
FEES = "Prices decide, and the fees are too high."
SILT = "The river brings more silt each year, and nobody measures it."
OWN = "My fear is the silt. I have said so for years."


def contributions(*paragraphs):
    """Who is quoted in blocks in these paragraphs, each with the words."""
    article = verbatim("\n\n".join(paragraphs))
    found = analyse(article)
    blocks = [each for each in found.quotations if each.kind is QuotationKind.BLOCK]
    return [(name_of(found, each), [span.of(article.text) for span in each.spans]) for each in blocks]


def name_of(found, quotation):
    """The name of a quotation's voice, None for no voice."""
    voice = found.voice(quotation.voice)
    return voice and voice.name


@pytest.mark.parametrize("between", ["\n\n", "\n", ", "])
def test_each_section_belongs_to_the_person_above_it(between):
    found = contributions(ASKED, between.join(COLE), DEEP, FEES, between.join(BRAND), SILT)
    assert found == [("Ada Cole", [DEEP, FEES]), ("Ivo Brand", [SILT])]


def test_without_an_announcement_most_say_i():
    assert contributions(NAMED, *COLE, OWN, *BRAND, OWN, *TRASK, SILT) == [
        ("Ada Cole", [OWN]),
        ("Ivo Brand", [OWN]),
        ("Lena Trask", [SILT]),
    ]
    assert contributions(NAMED, *COLE, DEEP, *BRAND, FEES, *TRASK, SILT) == []


@pytest.mark.parametrize(
    "about",
    ["Ada has led the port since May.", "She has led the port since May.", "Under Cole the port was mended."],
)
def test_a_section_about_the_person_is_no_contribution(about):
    assert contributions(ASKED, *COLE, about, *BRAND, FEES) == []


def test_a_name_alone_is_no_header_without_a_role_and_neither_is_one_of_them():
    assert contributions(ASKED, "Ada Cole", DEEP, "Ivo Brand", FEES) == []
    assert contributions(ASKED, *COLE, DEEP) == []


def test_on_a_page_the_names_are_headings(tmp_path):
    sections = "".join(f"<h3>{name}</h3><p><em>{role}</em></p><p>{OWN}</p>" for name, role in (COLE, BRAND, TRASK))
    page = tmp_path / "page.html"
    page.write_text(f"<article><h1>The harbour</h1><p>{ASKED}</p>{sections}</article>", encoding="utf-8")
    found = analyse(load(str(page)))
    assert [name_of(found, each) for each in found.quotations] == ["Ada Cole", "Ivo Brand", "Lena Trask"]


PAPERS = {
    "The Tarn Courier": "The weir must go, and with it the council that built it.",
    "Delta Post": "Nobody has shown that the weir is to blame for it.",
    "The Evening Star": "A town that cannot mend a weir cannot host a fair.",
}


def test_paragraphs_under_the_names_of_papers_are_theirs_where_that_is_announced():
    row = [f"{paper}: {words}" for paper, words in PAPERS.items()]
    assert contributions("What the papers say", *row) == [(paper, [words]) for paper, words in PAPERS.items()]
    assert contributions("Three towns", *row) == []
    assert contributions("What the papers say", *row[:2]) == []


def test_experts_with_their_bodies_in_brackets_speak_for_themselves():
    row = [f"• Ada Cole (Delta University): {OWN}", f"• Ivo Brand (Vela Institute): {FEES}", f"• Lena Trask: {OWN}"]
    assert contributions("The weir", *row) == [("Ada Cole", [OWN]), ("Ivo Brand", [FEES]), ("Lena Trask", [OWN])]


@pytest.mark.parametrize("words", ["“It leaks, and nobody mends it in May.”", "The old weir", "High"])
def test_words_in_marks_and_single_facts_are_no_contributions(words):
    assert contributions("What the papers say", *(f"{paper}: {words}" for paper in PAPERS)) == []


def test_a_line_without_a_role_may_be_no_name_and_only_ends_the_section_before():
    assert contributions(ASKED, ", ".join(COLE), DEEP, ", ".join(BRAND), SILT, "Deep Blue Sea, Tarn", "Friends,") == [
        ("Ada Cole", [DEEP]),
        ("Ivo Brand", [SILT]),
    ]


def test_a_lead_in_to_another_quotation_ends_a_section():
    leadin = "The mill’s owners have issued a statement:"
    sections = [f"{COLE[0]} ({COLE[1]})", DEEP, leadin, OWN, f"{BRAND[0]} ({BRAND[1]})", SILT]
    assert contributions(ASKED, *sections) == [
        ("Ada Cole", [DEEP]),
        ("The mill’s owners", [OWN]),
        ("Ivo Brand", [SILT]),
    ]


LETTERS = ("Sir – The quay must go, and I will not miss it.", "Sir – The quay must stay. I was born on it.")


@pytest.mark.parametrize("between", ["\n", ", "])
def test_letters_belong_to_the_names_below_them(between):
    found = contributions(
        "Letters", LETTERS[0], between.join(("Ada Cole", "Tarn")), LETTERS[1], between.join(("Ivo Brand", "Vela"))
    )
    assert found == [("Ada Cole", [LETTERS[0]]), ("Ivo Brand", [LETTERS[1]])]


def test_what_readers_answered_belongs_to_the_names_below_it():
    found = contributions(ASKED, "Here is what they say.", DEEP, "Ada Cole, Tarn", FEES, SILT, "Ivo Brand, Vela")
    assert found == [("Ada Cole", [DEEP]), ("Ivo Brand", [FEES, SILT])]


def test_names_that_stand_above_more_text_sign_no_letters():
    assert not contributions(NAMED, LETTERS[0], "Ada Cole, Tarn", LETTERS[1], "Ivo Brand, Vela", FEES)


def test_a_name_and_a_title_in_marks_head_a_contribution():
    found = contributions(ASKED, "Ada Cole: ‘Dig deeper’", DEEP, FEES, "Ivo Brand: “Measure it”", SILT)
    assert found == [("Ada Cole", [DEEP, FEES]), ("Ivo Brand", [SILT])]


def test_a_first_name_may_be_the_surname_of_somebody_else_in_the_section():
    told = "I knew Otto Ivo, and he was right."
    assert contributions(ASKED, *COLE, DEEP, *BRAND, told) == [("Ada Cole", [DEEP]), ("Ivo Brand", [told])]


def test_a_greeting_begins_the_first_letter_and_a_name_may_be_one_word():
    greeting = "Dear Tarn Post,"
    found = contributions(
        "Letters", "Ports", greeting, DEEP, FEES, "Ada, Tarn", "Silt", greeting, SILT, "Ivo, Vela, N.V."
    )
    assert found == [("Ada", [DEEP, FEES]), ("Ivo", [SILT])]


def test_answers_of_a_street_poll_belong_to_names_with_ages():
    found = contributions(
        ASKED, "Kirsty, 34, hairdresser", OWN, "Ewan Marsh, 19", DEEP, "At the weir", "Nobody was there."
    )
    assert found == [("Kirsty", [OWN]), ("Ewan Marsh", [DEEP])]


def test_memories_belong_to_the_names_below_them():
    asked = "Maddy Orrin died on Sunday. We asked for your memories of her."
    found = contributions(
        asked, OWN, "Joss Whitlow, producer of Night Line", OWN, DEEP, OWN, "Pauline, Kettle Moor", SILT
    )
    assert found == [("Joss Whitlow", [OWN]), ("Pauline", [OWN])]


def test_editorials_belong_to_the_papers_whose_names_stand_above_them():
    announced = "Following are excerpts from editorials in the leading dailies of Tarn on Wednesday."
    told = "The Courier took up the fees. They are too high, the paper said."
    papers = ("Tarn Chronicle -- Water is dear", "Delta Courier -- Pay up, then", "Vela Post -- A word on manners")
    found = contributions(announced, papers[0], DEEP, SILT, papers[1], told, papers[2], FEES, "Printing")
    assert found == [("Tarn Chronicle", [DEEP, SILT])]


def test_what_is_told_of_papers_under_their_names_is_not_their_words():
    told = "“The island has been failed,” the paper says."
    found = analyse(
        verbatim(f"World press on the ferry\n\nTarn Post (Varland)\n\n{told}\n\nDelta Courier (Norvia)\n\n{told}")
    )
    assert [(str(q.kind), name_of(found, q)) for q in found.quotations] == [
        ("direct", "Tarn Post"),
        ("direct", "Delta Courier"),
    ]
