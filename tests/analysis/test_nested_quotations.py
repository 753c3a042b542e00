"""Words that are quoted or reported inside of other quoted words have their own speaker and a chain of sources."""

import pytest

from reader.analysis import analyse_quotations
from reader.sources import verbatim


def chains(*paragraphs):
    """The words of each quotation with its speaker and, outermost first, those who pass it on."""
    article = verbatim("\n\n".join(paragraphs))
    found = analyse_quotations(article)
    name: dict[int | None, str] = {voice.id: voice.name for voice in found.voices}
    return [
        (" … ".join(span.of(article.text) for span in q.spans), name.get(q.voice), [name[via] for via in q.via])
        for q in found.quotations
    ]


@pytest.mark.parametrize("mark", ["", "“"], ids=["one opening mark", "a mark before each paragraph"])
def test_words_reported_in_a_later_paragraph_of_marks_have_their_own_speaker(mark):
    first = "“The millers get angry every time a guest comes to see the weir."
    second = f"{mark}The mayor said that the town is not willing to pay for it.”"
    found = chains("Ada Roe told the Mill Post:", first, second)
    assert ("that the town is not willing to pay for it", "The mayor", ["Ada Roe"]) in found


def test_a_second_verb_with_an_adverb_opens_no_clause():
    assert not chains("The miller showed great strength and also kept on working.")
    assert chains("The miller said great strength and also luck were needed.")


HEARD = {
    "I have heard one of the guests saying that the sea is safe.": ("that the sea is safe", "one of the guests"),
    "I hear the mayor saying that it leaks.": ("that it leaks", "the mayor"),
    "I heard somebody saying this was an attack.": ("this was an attack", "somebody"),
}


@pytest.mark.parametrize(("sentence", "said"), HEARD.items(), ids=HEARD)
def test_the_speaker_of_words_that_are_heard_is_who_says_them(sentence, said):
    assert chains("Ada Roe writes:", f"The evening was long. {sentence}")[1:] == [(*said, ["Ada Roe"])]


def test_each_of_several_people_who_say_something_after_a_comma_is_a_speaker():
    sentence = "I heard one of them saying that the mill is old, another one saying that it is safe, and then, others claiming it leaks."
    assert chains("Ada Roe writes:", sentence)[1:] == [
        ("that the mill is old", "one of them", ["Ada Roe"]),
        ("that it is safe", "another one", ["Ada Roe"]),
        ("it leaks", "others", ["Ada Roe"]),
    ]


AS_SAID = {
    "The mill will close, as Otto Reed is saying.": ("The mill will close", "Otto Reed"),
    "As Otto Reed was saying on Monday, the mill will close.": ("the mill will close", "Otto Reed"),
    "We must wait and see, as everyone is saying, if the mill will close.": (
        "We must wait and see … if the mill will close",
        "everyone",
    ),
    "The mayor paid for it all, as reported by Otto Reed.": ("The mayor paid for it all", "Otto Reed"),
}


@pytest.mark.parametrize(("sentence", "said"), AS_SAID.items(), ids=AS_SAID)
def test_a_clause_with_as_can_have_a_verb_that_goes_on_or_a_participle_behind_a_comma(sentence, said):
    assert chains(sentence) == [(*said, [])]


def test_a_subject_with_its_verb_behind_it_is_no_clause_that_is_reported():
    assert not chains("The mayor, as described by Otto Reed, is ill.")


def test_a_bracket_in_the_first_person_is_a_remark_of_the_writer():
    assert chains("Otto Reed said that this helps the south ( I think they laugh when they hear it).") == [
        ("that this helps the south", "Otto Reed", [])
    ]


WHO_THEY_ARE = {
    "The workers angrily met in front of the gate.": "The workers",
    "Ten years ago, on a wet day, the workers of Tarn Mill angrily gathered here.": "the workers of Tarn Mill",
    "Hundreds of the workers gathered here.": "Hundreds of the workers",
}


@pytest.mark.parametrize(("before", "speaker"), WHO_THEY_ARE.items(), ids=WHO_THEY_ARE)
def test_they_are_the_people_asked_or_acting_in_the_sentence_before(before, speaker):
    found = chains("Ada Roe writes:", f"It was cold. {before} They said that only one firm could take part.")
    assert found[1:] == [("that only one firm could take part", speaker, ["Ada Roe"])]


ABOUT_LUND = (
    "Otto Lund spoke in Tarn on Monday. Lund promised a new mill. Many came to hear Lund. Otto Lund was glad. So Lund left.",
    "It rained all night, and the streets of the town were empty.",
    "The shops closed at noon, and nobody was seen in the harbour.",
    "The trains ran late, and the buses did not run at all.",
    "Bloggers were there all day.",
)


def test_he_in_a_block_that_names_a_person_is_that_person():
    block = "Oh, what a day! Bo Poe came late. He said the mill gave a lot to the town."
    assert chains(*ABOUT_LUND, "Ada Roe writes:", block)[-1][1:] == ("Bo Poe", ["Ada Roe"])


POSTS = {
    "“@adaroe: Ten parties for so small a town.” democracy": ("Ten parties for so small a town.", "@adaroe"),
    '"@millpost: 140 hurt in the mill" why light it?': ("140 hurt in the mill", "@millpost"),
}


@pytest.mark.parametrize(("post", "said"), POSTS.items(), ids=POSTS)
def test_a_post_in_marks_is_passed_on_by_who_posts_it(post, said):
    assert chains("Users wrote on Twitter:", f"@otto: {post}")[1:] == [(*said, ["@otto"])]
