"""The signer of a block quote is its speaker; the signature is not part of its words."""

import pytest

from tests.analysis.short_attribution import block, found

LEAD = "Smoke came over Vel."

SIGNED = [
    (
        ["The air was foul on Sunday.", "— Josh Vane (@joshvane) November 3, 2019"],
        "Josh Vane",
        ["The air was foul on Sunday."],
    ),
    (["The air was foul.\n— Ana Brook, mayor of Vel"], "Ana Brook", ["The air was foul."]),
    (["The air was foul. — Ana de la Brook"], "Ana de la Brook", ["The air was foul."]),
    (["The air was foul – Ana Brook (@ana) 3 May 2019"], "Ana Brook", ["The air was foul"]),
    (["The air was foul.", "It is now good.", "-- Ana Brook"], "Ana Brook", ["The air was foul.", "It is now good."]),
]
UNSIGNED = [
    "We go on – Ana knows it.",
    "We go on — and nobody, not even Ana Brook, can stop it.",
    "- Ana Brook asked us to go on, and so we did, day after day, until the mill was shut.",
]


@pytest.mark.parametrize(("paragraphs", "name", "words"), SIGNED)
def test_the_signer_of_a_block_quote_is_its_speaker(paragraphs, name, words):
    quotes = tuple(range(1, len(paragraphs) + 1))
    assert found(LEAD, *paragraphs, quotes=quotes, continued=quotes[1:]) == [("block", name, words)]


@pytest.mark.parametrize("paragraph", UNSIGNED)
def test_a_dash_inside_a_block_quote_begins_no_signature(paragraph):
    assert [parts for _, parts in block(LEAD, paragraph, quotes=(1,))] == [[paragraph]]


def test_a_signature_alone_is_no_quotation():
    assert not found(LEAD, "— Ana Brook (@ana) 3 May 2019", quotes=(1,))


MARKS = "“It held for a hundred years.”"
BEHIND_MARKS = [
    ("{} – Ana Brook, mayor of Vel", "Ana Brook, mayor of Vel"),
    ("{}\n— Ana Brook", "Ana Brook"),
    ("{} Ana Brook, mayor of Vel", "Ana Brook, mayor of Vel"),
    ("The weir is old. {}Ana Brook - the mayor of Vel", "Ana Brook"),
]
NOT_BEHIND_MARKS = ["{} – The weir of Vel, in 1902", "{} Ana Brook."]


@pytest.mark.parametrize(("paragraph", "mention"), BEHIND_MARKS)
def test_the_signer_of_words_in_quotation_marks_is_their_speaker(paragraph, mention):
    assert found(LEAD, paragraph.format(MARKS)) == [("direct", mention, [MARKS])]


@pytest.mark.parametrize("paragraph", NOT_BEHIND_MARKS)
def test_other_words_after_quotation_marks_are_no_signature(paragraph):
    assert [mention for _, mention, _ in found("It was dry in Vel.", paragraph.format(MARKS))] == [None]


POST = "I have slept through two wars. Not through this. #bell"
BEHIND = "The council has gone on holiday, and the bell goes on without it."
POSTED = [
    ("— Marit Ohnsen (@marit_o) July 9, 2015", "Marit Ohnsen"),
    ("— Marit Ohnsen (@marit_o)", "Marit Ohnsen"),
    ("— Marit Ohnsen (@marit_o) on Twitter", "Marit Ohnsen"),
    ("– Marit Ohnsen (@marit_o) 9 de julio de 2015", "Marit Ohnsen"),
    ("-- Marit Ohnsen (@marit_o) 12:03 PM · Mar 4, 2019", "Marit Ohnsen"),
    ("Marit Ohnsen (@marit_o), 9 July 2015", "Marit Ohnsen"),
    ("— the bell ringer (@marit_o) July 9, 2015", "the bell ringer"),
    ("— ringer (@marit_o) July 9, 2015", "@marit_o"),
    ("— @marit_o (@marit_o) July 9, 2015", "@marit_o"),
    ("— @marit_o, 9 July", "@marit_o"),
    ("-@marit_o-", "@marit_o"),
]
NOT_POSTED = [
    "— Photo by Marit Ohnsen",
    "Marit Ohnsen (@marit_o) has a bell of her own at home.",
    "We asked: Marit Ohnsen (@marit_o).",
]


@pytest.mark.parametrize("set_apart", ["\n", None])
@pytest.mark.parametrize(("signature", "name"), POSTED)
def test_a_handle_in_the_signature_marks_a_post(signature, name, set_apart):
    post = [f"{POST}{set_apart}{signature}"] if set_apart else [POST, signature]
    other = ["They could have asked us.", "— Jon Aas (@jonaas) July 10, 2015"]
    quotes = found("The bell of Norrhavn rings again. On Twitter:", *post, *other, BEHIND)
    assert quotes == [("block", name, [POST]), ("block", "Jon Aas", ["They could have asked us."])]


def test_several_paragraphs_after_a_lead_in_have_one_signature():
    paragraphs = ["They could have asked us.", "They asked the priest, and I am not amused by his answer."]
    quotes = found(
        "Jokes came first, and then came this post:", *paragraphs, "— Jon Aas (@jonaas) July 10, 2015", BEHIND
    )
    assert quotes == [("block", "Jon Aas", paragraphs)]


def test_short_paragraphs_between_two_signatures_are_one_post():
    signed = "— Jon Aas (@jonaas) July 10, 2015"
    lines = ["who rings it?", "nobody", "who asked?", "— Marit Ohnsen (@marit_o) July 9, 2015"]
    quotes = found("Jokes came, and then these posts:", "They could have asked us.", signed, *lines, BEHIND)
    assert quotes[1:] == [("block", "Marit Ohnsen", lines[:3])]


def test_quotations_in_marks_have_their_speakers_in_the_lines_below():
    told = ["“A bell is no clock.”", "“I will ring it.”", "“Nobody asked the bell.”"]
    names = ["Marit Ohnsen, mayor, on the vote", "Jon Aas, ringer, in May", "Eli Moe, Norrhavn Post, July 9"]
    pairs = [each for pair in zip(told, names, strict=True) for each in pair]
    assert [(name, words) for _, name, words in found("Quotations of the week", *pairs)] == [
        ("Marit Ohnsen", told[:1]),
        ("Jon Aas", told[1:2]),
        ("Eli Moe", told[2:]),
    ]


def test_posts_with_signatures_are_no_turns_of_an_exchange():
    signed = "— Jon Aas (@jonaas) July 10, 2015"
    post = "Mayor: what do you want Town: a bell Mayor: a smaller bell?"
    told = [f"The Upshot: It rang in {month} and nobody slept. {BEHIND * 3}" for month in ("May", "June")]
    quotes = found("Posts came:", post, signed, told[0], POST, signed, told[1])
    assert quotes == [("block", "Jon Aas", [post]), ("block", "Jon Aas", [POST])]


def test_the_authors_paragraph_above_a_later_post_is_no_part_of_it():
    signed = "— Jon Aas (@jonaas) July 10, 2015"
    quotes = found("Then came these posts:", "They could have asked us.", signed, BEHIND * 4, POST, signed)
    assert quotes[1:] == [("block", "Jon Aas", [POST])]


@pytest.mark.parametrize("paragraph", NOT_POSTED)
def test_a_name_without_a_dash_or_a_date_signs_no_post(paragraph):
    quotes = found("Smoke came over Vel.", "The mill of Vel was shut on Monday.", paragraph, BEHIND)
    assert not quotes


def test_a_lead_in_is_no_post_of_the_signer_below():
    assert not found(
        "Smoke came over Vel.", "There was a picture of it too:", "— Jon Aas (@jonaas) July 10, 2015", BEHIND
    )
