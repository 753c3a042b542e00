"""Forms of round-ups, press reviews and lists of blog posts: who speaks in each, by the whole analysis."""

import pytest

from reader.analysis import analyse_quotations
from tests.analysis.short_attribution import article


def read(*paragraphs):
    """The speaker and the parts of every quotation of an article."""
    made = article(*paragraphs)
    found = analyse_quotations(made)
    names = {voice.id: voice.name for voice in found.voices}
    return [
        (None if q.voice is None else names[q.voice], [span.of(made.text) for span in q.spans])
        for q in found.quotations
    ]


def speakers(*paragraphs):
    return [name for name, _ in read(*paragraphs)]


REVIEW = (
    "All papers write of the Tarn League and its ferry.",
    "Tarn and the flood",
    "Norvelia's Uferwacht urges the millers to “open every gate tonight”.",
    "“Nobody has asked the herons,” the paper notes.",
    "And “the ferry should have gone in May”, it continues.",
    "“Then let it rain,” the paper concludes.",
)


def test_the_paper_is_the_one_with_which_an_earlier_paragraph_of_the_section_begins():
    assert speakers(*REVIEW) == ["Uferwacht"] * 4


def test_a_heading_ends_what_the_paper_refers_to():
    section = "Eels and other guests"
    told = speakers(*REVIEW[:3], section, "“Nobody has asked the herons,” the paper notes.")
    assert told == ["Uferwacht", "the paper"]


def test_a_paper_named_by_one_word_is_it_in_the_next_sentence():
    told = speakers(
        "The Daily Harbour says the weir is a disgrace.",
        "The Guardian has a picture of a frog on its cover. It calls the gates “a toy for engineers”.",
    )
    assert told == ["The Daily Harbour", "The Guardian"]


@pytest.mark.parametrize("label", ["fennimore (Otto Fenn, a miller):", "weirwatch (a teacher at the mill school):"])
def test_a_user_name_with_brackets_is_the_label_of_the_post_below(label):
    post = "My boat is older than the mayor, and it leaks less. Let them build their weir."
    assert read("Reactions to the plan", "Here are some posts on the plan:", label, post)[-1] == (
        label.split()[0],
        [post],
    )


SUMMED_UP = [
    ("“We dried our shoes and forgot the rest”: Ada Roe looks back on the spring.", ["Ada Roe"]),
    ("“Ferries need captains, not poets”: But Ada Roe is fond of the new one.", ["Ada Roe"]),
    ("“The Long Way Down to the Weir”: Ada Roe has a new book.", []),
]


@pytest.mark.parametrize(("sentence", "told"), SUMMED_UP)
def test_marks_before_a_colon_are_of_the_person_whom_the_clause_is_about(sentence, told):
    assert speakers("News of the week", sentence) == told


def test_the_topic_before_a_colon_does_not_speak():
    told = speakers("News", "Ada Roe sums up a long evening in the halls of Tarn: “We stay, whatever they build.”")
    assert told == ["Ada Roe"]


def test_a_paragraph_that_quotes_several_people_is_the_authors():
    told = read(
        "The Tarn Ferry put this note on its door:",
        "It rained all day. Ada Roe claimed that “no boat had left since noon.” But Otto Reed says that the ferry “was "
        "only late.”",
    )
    assert [name for name, _ in told] == ["Ada Roe", "Otto Reed"]


def test_a_report_that_somebody_links_to_is_what_says_it():
    assert speakers("News", "The blogger pointed to a report that said the weir leaks.") == ["a report"]


CLOSED = [
    ("The ferry needs a second captain, the daily Tarn Post argues: “One of them has to sleep.”", 2),
    ("The weir is old and must go, Ada Roe said: “Even the eels say so.”", 2),
    ("When the weir broke, Ada Roe said: “Even the eels knew.”", 1),
    ("In a letter that shocked the town, Ada Roe said: “Even the eels knew.”", 1),
    ("Asked whether it leaks, Ada Roe said: “Even the eels know.”", 1),
]


@pytest.mark.parametrize(("sentence", "parts"), CLOSED)
def test_a_clause_that_a_speaker_closes_before_a_colon_belongs_to_the_words(sentence, parts):
    assert [len(spans) for _, spans in read("News", sentence)] == [parts]


@pytest.mark.parametrize("alias", ["aka", "a.k.a."])
def test_a_name_stands_before_its_alias(alias):
    assert speakers("News", f"Otto Buchner {alias} Otter wrote: “It leaks.”") == ["Otto Buchner"]


def test_the_name_of_a_country_over_a_list_does_not_speak():
    listed = (
        "What we read this morning:",
        "Norway:",
        "- The mill fair opens at noon, with two bands and one goat.",
        "- Rain fell on the new dam. Ada Roe writes in her blog about it.",
        "- Otto Reed of Weirwatch reports that the eels have left.",
    )
    assert read(*listed) == [("Otto Reed", ["that the eels have left"])]


def test_a_paper_named_before_a_longer_one_is_no_short_form_of_it():
    told = speakers(
        "The Times says that the weir is late.",
        "The Financial Times comments that the weir is dear.",
        "The Times says that the mayor is glad.",
    )
    assert told == ["The Times", "The Financial Times", "The Times"]


def test_a_short_name_in_brackets_is_the_same_person():
    told = speakers("News", "Otto Buchner (Bucho) said that it leaks. Rain fell. Bucho added that it was cold.")
    assert told == ["Otto Buchner"] * 2


@pytest.mark.parametrize("other", ["Labour", "Kenya", "DCB"])
def test_a_party_or_a_country_in_brackets_is_nobodys_name(other):
    told = speakers("News", f"Otto Buchner ({other}) said that it leaks. {other} says that it does not.")
    assert told == ["Otto Buchner", other]


def test_the_original_below_a_translation_belongs_to_the_block():
    told = read(
        "A weir in the north",
        "Blogger Ada Roe writes about the weir and about those who keep it:",
        "We have kept this weir for a hundred years, and we will keep it for another hundred.",
        "私たちは百年のあいだこの堰を守ってきました。これからも守っていきます。",
        "The town has other plans, which it will make public in May.",
    )
    assert [(name, len(parts)) for name, parts in told] == [("Ada Roe", 2)]


NOT_SAID = [
    (
        "Norway’s “mill week” starts now, and I want to name two of my friends:",
        "The first one keeps bees by the river.",
    ),
    ("Norway: “The Last Heron”", "Rain fell, and the goat went home."),
    ("The miller writes about the way that ferries were built in those years.", "It was late."),
]


@pytest.mark.parametrize("paragraphs", NOT_SAID)
def test_what_only_looks_like_a_lead_in_or_a_clause_is_not_said(paragraphs):
    assert read("Blogs of the week", *paragraphs) == []
