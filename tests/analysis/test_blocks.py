"""Paragraphs that are somebody's words without marks."""

import pytest

from reader.analysis.attribution import attribute
from tests.analysis.attributing import article, found

LEAD = "At the Ferry Post, Ana Brook described how the weir was closed:"
ONE = "I saw the gates go down at noon, and my neighbours wept."
TWO = "We will not forget it, and our children will not either! [Source]"
AFTER = "The council of Ferry met on Monday to talk about the budget of the town."


def block(*paragraphs, **kept):
    return [(mention, parts) for kind, mention, parts in found(*paragraphs, **kept) if kind == "block"]


def test_a_colon_leads_into_a_block_that_its_closer_ends():
    assert block("News.", LEAD, ONE, TWO, AFTER) == [("Ana Brook", [ONE, TWO.removesuffix(" [Source]")])]


def test_a_short_sentence_without_a_stop_leads_in_when_it_names_who_speaks():
    lead = "Otto Reed, director of the Mill Trust, highlighted the role of the weir in the flood"
    assert block("News.", lead, ONE + " [Source]", AFTER) == [("Otto Reed, director of the Mill Trust", [ONE])]


def test_a_sentence_with_a_stop_leads_into_nothing():
    assert block("News.", AFTER, AFTER) == []


def test_the_source_decides_where_it_keeps_block_quotes():
    assert block("News.", LEAD, ONE, "We wept.", AFTER, quotes=(2, 3), continued=(3,)) == [
        ("Ana Brook", [ONE, "We wept."])
    ]


def test_a_block_quote_of_the_source_without_a_lead_in_has_no_voice():
    assert block(ONE, AFTER, quotes=(0,)) == [(None, [ONE])]


def test_a_voice_inside_a_block_is_nested_in_it():
    made = article("News.", LEAD, "“We wept,” said Otto Reed, a miller. I wept with him. [Source]", AFTER)
    outer, inner = attribute(made)
    assert (outer.parent, inner.parent) == (None, 0)
    assert inner.mention is not None
    assert inner.mention.of(made.text) == "Otto Reed, a miller"


def test_the_paragraph_of_a_lead_in_and_the_block_have_one_source():
    lead = "Ana Brook argued that the weir must stay shut:"
    told = found("News.", lead, ONE + " [Source]", AFTER)
    assert [(kind, mention) for kind, mention, _ in told] == [("indirect", "Ana Brook"), ("block", "Ana Brook")]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("@ana: The weir is shut!",), [("@ana", ["The weir is shut!"])]),
        (("Ana Brook tweeted:", "@weirana: It is shut!"), [("Ana Brook", ["It is shut!"])]),
        (("Ana Brook and Otto Reed tweeted:", "@OttoReed: It is shut!"), [("Otto Reed", ["It is shut!"])]),
        (("Tweeps were angry:", "@ana: It is shut!", "@otto: No."), [("@ana", ["It is shut!"]), ("@otto", ["No."])]),
        (
            ("Otto Reed left.", "@ana: Reed: I will stay here #weir"),
            [("@ana", ["Reed: I will stay here #weir"]), ("Reed", ["I will stay here"])],
        ),
    ],
)
def test_a_post_is_its_author_s(paragraphs, expected):
    assert block("News.", *paragraphs) == expected


def test_a_second_post_of_one_handle_goes_on_with_the_first():
    first, second = attribute(article("News.", "@ana: It is shut!", "@ana: It is open."))
    assert (first.same_as, second.same_as) == (None, 0)


def test_the_answers_of_an_interview_are_the_labelled_speaker_s():
    told = block(
        "News.",
        "Ana Brook (AB): What is the weir for?",
        "OR: It holds the water for our mill.",
        "It always has.",
        "AB: And what about the eels?",
        "OR: They pass at night when we open it.",
    )
    assert told == [
        ("OR", ["It holds the water for our mill.", "It always has."]),
        ("OR", ["They pass at night when we open it."]),
    ]


def test_the_answers_to_unlabelled_questions_are_the_interviewee_s():
    told = block(
        "News.",
        "The Post talked to Otto Reed about his mill.",
        "What do you grind?",
        "Wheat and rye, mostly.",
        "Do you like your mill?",
        "It was my father’s.",
        "Will you stay?",
        "Yes.",
    )
    assert [mention for mention, _ in told] == ["Otto Reed"] * 3


def test_words_after_a_colon_in_one_paragraph_are_a_block_to_its_end():
    told = block(
        "News.", "Otto Reed wrote on Facebook (http://a.example/b): we saw it all happen there. I wept for hours."
    )
    assert told == [("Otto Reed", ["we saw it all happen there. I wept for hours."])]


def test_furniture_and_headings_are_no_blocks():
    assert block("News.", LEAD, "[embed]http://a.example/video[/embed]", AFTER) == []


def test_marks_that_are_never_closed_end_before_the_closer():
    told = found("News.", LEAD, "I saw it. Otto Reed said it was clear: “At noon they came. [Source]", AFTER)
    assert ("direct", "Otto Reed", ["“At noon they came."]) in told


@pytest.mark.parametrize(
    ("lead", "mention"),
    [
        ("Then there is Ana Brook:", "Ana Brook"),
        ("Otto Reed thinks that the weir is a sign of poor planning:", "Otto Reed"),
        ("It reads:", "It"),
        ("Another neighbour – Ana Brook, who was there herself – comments:", "Ana Brook"),
        ("That moved Otto Reed, who was not there, to ask:", "Otto Reed"),
        ("He has a simple explanation:", "He"),
        ("Otto Reed shares a memory of the mill:", "Otto Reed"),
        ("I wrote on my blog:", None),
        ("Below is Ana Brook’s comment:", "Ana Brook"),
        ("In the words of Ana Brook:", "Ana Brook"),
        ("In the same vein, Ana Brook of Ferry on the weir:", "Ana Brook"),
        ("Ana Brook sums it up:", "Ana Brook"),
        ("Others agree, like Ana Brook:", "Ana Brook"),
        ("The Ferry Post quotes Otto Reed as saying:", "Otto Reed"),
        ("Otto Reed was quoted by the Ferry Post as saying:", "Otto Reed"),
        ("The Ferry Post carries a letter from Otto Reed:", "Otto Reed"),
        ("Here are excerpts from an interview with Ana Brook:", "Ana Brook"),
        ("Ana Brook wrote an open letter to the mayor. The letter reads:", "Ana Brook"),
        ("The pamphlet was a letter of many hands. The letter reads:", "The letter"),
    ],
)
def test_a_lead_in_names_who_speaks(lead, mention):
    assert [m for m, _ in block("News.", lead, ONE + " [Source]", AFTER)] == ([mention] if mention else [])


def test_a_label_leaves_a_block_to_who_is_named_before_it():
    told = block("News.", "Otto Reed kept a diary of the flood.", "April 5:", ONE, "April 6:", "We wept! [Source]")
    assert told == [("Otto Reed", [ONE]), (None, ["We wept!"])]
    first, second = attribute(
        article("News.", "Otto Reed kept a diary of the flood.", "April 5:", ONE, "April 6:", "We wept! [Source]")
    )
    assert (first.same_as, second.same_as) == (None, 0)


def test_a_block_by_its_style_follows_a_sentence_with_a_stop():
    lament = "Ana Brook lamented that nobody had come to see the weir."
    told = block(
        "News.", "Otto Reed wrote:", "We wept!", "Ana Brook tweeted:", "@ana: We wept!", lament, ONE + " We do!"
    )
    assert told[-1] == ("Ana Brook", [ONE + " We do!"])


def test_the_author_who_names_the_source_again_has_ended_the_block():
    told = block(
        "News.", LEAD, ONE, "Otto Reed wrote:", "We wept!", "Meanwhile, Reed also wrote on Monday that he would leave."
    )
    assert told == [("Ana Brook", [ONE]), ("Otto Reed", ["We wept!"])]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("FERRY — The latest on the flood (all times local):", "9:45 p.m.", AFTER),
        ("The law has set the mills three goals:", AFTER),
        ("Otto Reed wrote on Facebook: I saw it all and we wept!", "Ana Brook wrote on Facebook: We wept! I saw it."),
    ],
)
def test_a_paragraph_of_the_author_s_is_no_block_whatever_leads_into_it(paragraphs):
    made = article("News.", *paragraphs)
    starts = {made.text.index(words) for words in paragraphs}
    assert not [a for a in attribute(made) if a.kind == "block" and a.spans[0].start in starts]


def test_a_question_of_an_interview_is_no_block():
    asked = "AB: And what about the eels? I saw them! We all did, and I told you."
    told = block(
        "News.", "Ana Brook (AB): What is it for?", "OR: It holds our water.", asked, "OR: They pass at night."
    )
    assert [parts for _, parts in told] == [["It holds our water."], ["They pass at night."]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We will stay here. Reed #weir #ferry", [("Reed", ["We will stay here"])]),
        ("Who will stay here? - Otto Reed asks the town", [("Otto Reed", ["Who will stay here"])]),
        ("Otto Reed: We will stay here", [("Otto Reed", ["We will stay here"])]),
        ("Nobody: We will stay here", []),
        ("We will stay here. Resign", []),
    ],
)
def test_a_post_names_a_speaker_before_or_behind_the_words(words, expected):
    assert block("News.", "@ana: " + words) == [("@ana", [words]), *expected]


def test_a_pronoun_that_is_not_the_subject_does_not_name_the_author_of_a_post():
    lead = "Reed on the other hand had a milder reply, declining to answer whether he considered it a weir:"
    assert block("News.", lead, "@ana: He wept!") == [("@ana", ["He wept!"])]


def test_an_edited_or_omitted_passage_goes_on_with_its_block():
    told = block(
        "News.", LEAD, ONE, "[…] And we [the millers] will not forget it!", "Otto Reed wrote:", "We wept. [Source]"
    )
    assert told[0] == ("Ana Brook", [ONE, "[…] And we [the millers] will not forget it!"])
    assert told[1][0] == "Otto Reed"


def test_apostrophes_tell_whose_hand_it_is():
    lead = "The miller's friend Ana Brook described how the town's weir was closed:"
    told = block(
        "News.",
        lead,
        "I don’t know why they’re shut.",
        "It’s what they’ve done and we’ve seen.",
        "The town's council didn't meet.",
    )
    assert told == [
        ("The miller's friend Ana Brook", ["I don’t know why they’re shut.", "It’s what they’ve done and we’ve seen."])
    ]
