"""Indirect speech in newspapers: several reporting verbs, opening clauses, documents, nouns that look like verbs."""

import pytest

from reader.analysis import analyse
from reader.sources import verbatim
from tests.analysis.short_attribution import found


def told(sentence: str) -> list[tuple[str | None, str]]:
    """The source and the words of each quotation of a sentence."""
    return [(mention, " … ".join(parts)) for _, mention, parts in found("News.", sentence)]


# a sentence, its speakers and their words
TOLD = [
    # content ends at the next verb of the source, also one with a gerund
    (
        "The court warned that it leaks and recommended setting up a fund.",
        [("The court", "that it leaks"), ("The court", "setting up a fund")],
    ),
    (
        "The mayor said the road was old and denied taking money.",
        [("The mayor", "the road was old"), ("The mayor", "taking money")],
    ),
    (
        "The guild says it was never heard and warns that it may sue.",
        [("The guild", "it was never heard"), ("The guild", "that it may sue")],
    ),
    # to call a strike is not to give it a name
    ("The guild, which had called the strike, said it was over.", [("The guild", "it was over")]),
    ("The league, which called the march, warned that clubs could fold.", [("The league", "that clubs could fold")]),
    ("Ana Brook called the march a farce.", [("Ana Brook", "the march a farce")]),
    # a number makes a form in -s a noun
    ("The guild said that 1,400 posts would be lost.", [("The guild", "that 1,400 posts would be lost")]),
    ("The clerk said 300 claims were late.", [("The clerk", "300 claims were late")]),
    # words between a pronoun and its verb
    ("Ana Brook said he no longer opened the door.", [("Ana Brook", "he no longer opened the door")]),
    ("Ana Brook said he at first refused to sign.", [("Ana Brook", "he at first refused to sign")]),
    ("Ana Brook said it in a letter.", []),
    # a clause after a second verb may begin with a number or a plural
    (
        "Ana Brook promised that it would hold and said 400 anglers had come.",
        [("Ana Brook", "that it would hold"), ("Ana Brook", "400 anglers had come")],
    ),
    # another action of the speaker
    ("The judge warned both against talking and adjourned.", [("The judge", "against talking")]),
    ("Ana Brook denied taking the money and walked out.", [("Ana Brook", "taking the money")]),
    # a further description of the speaker
    (
        "The weir is old, said Ana Brook, a miller who warns of it.",
        [("Ana Brook, a miller", "The weir is old")],
    ),
    ("The answer, millers and bakers say, is no.", [("millers and bakers", "The answer … is no")]),
    # the topic of a question
    (
        "Asked about that claim, Ana Brook said it leaks.",
        [("Ana Brook", "it leaks")],
    ),
    # how something happened, and a judge's decision
    ("Ana Brook told the court how she was robbed.", [("Ana Brook", "how she was robbed")]),
    ("Ana Brook told the court how to vote.", []),
    ("Justice Ana Brook held that it was late.", [("Justice Ana Brook", "that it was late")]),
    ("Ana Brook held that office.", []),
    # a dash between two names
    ("According to the guild, the Ost–West line was late.", [("the guild", "the Ost–West line was late")]),
    (
        "Everyone interviewed for this page agreed that it leaks.",
        [("Everyone interviewed for this page", "that it leaks")],
    ),
    # a published text, and when it was published
    (
        "A study published this month in the Post suggests that eels remember.",
        [("A study published this month in the Post", "that eels remember")],
    ),
    (
        "A poll conducted by Weirdata for the Post found that anglers were split.",
        [("A poll conducted by Weirdata for the Post", "that anglers were split")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD, ids=[sentence for sentence, _ in TOLD])
def test_a_news_sentence_has_its_sources_and_contents(sentence, expected):
    assert told(sentence) == expected


# a clause after “said” with words before its subject
OPENED = [
    "under the new rules nobody would be paid",
    "without help the mill would close",
    "by Monday the road would be open",
    "because of the strike the trial had been put off",
    "in some villages there was no water",
    "if the rain stops the mill will open",
    "although the fire was out people should stay away",
    "not all of the houses were empty",
]


@pytest.mark.parametrize("clause", OPENED)
def test_words_before_the_subject_of_the_content_belong_to_it(clause):
    assert told(f"Ana Brook said {clause}.") == [("Ana Brook", clause)]


# the place of a statement is no part of it
PLACED = ["in a statement", "in Tarn", "at a news conference in Tarn", "on Monday"]


@pytest.mark.parametrize("place", PLACED)
def test_the_place_of_a_statement_is_no_part_of_its_content(place):
    assert told(f"Ana Brook said {place} the road would be open.") == [("Ana Brook", "the road would be open")]


# warnings and orders, and calls for mere things
WISHED = [
    ("The guild warned against swimming below the dam.", ["against swimming below the dam"]),
    ("The guild warned anglers against using the coast road.", ["against using the coast road"]),
    ("The guild warned against the dam.", []),
    ("The judge ordered that the boat be sold.", ["that the boat be sold"]),
    ("It was ordered that the boat be sold.", []),
    ("The guild called for a legal right to eleven hours of rest.", []),
    ("The guild called for access to clean water.", []),
    ("The guild called for the mayor to resign.", ["for the mayor to resign"]),
]


@pytest.mark.parametrize(("sentence", "expected"), WISHED, ids=[sentence for sentence, _ in WISHED])
def test_a_wish_for_an_action_is_content_but_a_wish_for_a_thing_is_not(sentence, expected):
    assert [words for _, words in told(sentence)] == expected


# the rest of the content after “said”, and the author's additions
RESUMED = [
    ("Some will be moved, the guild said, though many will go.", ["Some will be moved … though many will go"]),
    ("He rang forty times, Ana Brook said, until a nurse came.", ["He rang forty times … until a nurse came"]),
    ("The mill will open, the guild said, once it has been dried.", ["The mill will open … once it has been dried"]),
    ("The mill will open, the guild said, as the crowd cheered.", ["The mill will open"]),
]


@pytest.mark.parametrize(("sentence", "expected"), RESUMED, ids=[sentence for sentence, _ in RESUMED])
def test_a_clause_continues_after_its_speaker(sentence, expected):
    assert [words for _, words in told(sentence)] == expected


# a statement about one's own statement is one quotation; another's statement is nested
AGAIN = [
    ("Ana Brook said she had asked the mayor to go.", ["she had asked the mayor to go"]),
    ("The guild said it had offered to pay.", ["it had offered to pay"]),
    (
        "Ana Brook said the mayor had promised to go.",
        ["the mayor had promised to go", "to go"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), AGAIN, ids=[sentence for sentence, _ in AGAIN])
def test_a_statement_about_ones_own_statement_is_one_quotation(sentence, expected):
    found = analyse(verbatim(sentence))
    assert [" … ".join(span.of(sentence) for span in q.spans) for q in found.quotations] == expected


# a sentence, and the speaker of its only quotation
SPEAKERS = [
    ("Workers who left said it was late.", "Workers who left"),
    ("Those who fled said it was late.", "Those who fled"),
    ("A man who was on the boat said it was late.", "A man who was on the boat"),
    ("Passengers stuck at the dock said it was late.", "Passengers stuck at the dock"),
    ("In 2003 doctors said it was late.", "doctors"),
    ("Since 2015 anglers have said it was late.", "anglers"),
    ("By the guild’s estimate, it was late.", "the guild"),
    ("Ana Brook asked that it be late.", "Ana Brook"),
    ("The Courier, citing two officials, said it was late.", "two officials"),
    ("Ana Brook, citing two studies, said it was late.", "Ana Brook"),
    ("Praise came from Ana Brook, county head of schools, who said it was late.", "Ana Brook, county head of schools"),
    ("Canal+ said it was late.", "Canal+"),
    ("Ana Brook, who ran the mill when it closed, said other mills would close.", "Ana Brook"),
    (
        "Furthermore, in May, Ana Brook, one of the women who left, said it was late.",
        "Ana Brook, one of the women",
    ),
]


@pytest.mark.parametrize(("sentence", "who"), SPEAKERS, ids=[sentence for sentence, _ in SPEAKERS])
def test_a_sentence_has_its_source(sentence, who):
    assert [mention for mention, _ in told(sentence)][-1:] == [who]


@pytest.mark.parametrize(
    "sentence",
    [
        "Everything Ada Roe said was wrong.",
        "The millers worry that anything they say will be used against them.",
        "Any miller who says the weir holds is not accurate.",
        "As all of these alleged offences piled up, the millers left.",
        "They fired on the neighbouring Gulf states hosting troops and left.",
        "Additional reporting by: Ada Roe, Otto Quist and Lena Poe",
        "The weir leaks, and the BBC verified footage of a mill reduced to rubble.",
        "Would Ada Roe have pleaded to keep it secret?",
        "Ada Roe left the mill, reporting from Tarn on condition that none of it is used.",
        "Biologists showed up in black gowns.",
        "Hours after news of this caused a stir, the mayor responded.",
        "The millers read the findings of ten studies that covered the weir.",
        "The mayor accused the miller of fraud.",
        "The mayor is not blaming the miller for leaving the gate open.",
    ],
)
def test_what_only_looks_like_a_statement_is_none(sentence):
    assert told(sentence) == []
