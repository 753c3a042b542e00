"""Block quotations without quotation marks."""

import pytest

from reader.analysis.attribution import attribute
from tests.analysis.short_attribution import article, block, found

LEAD = "At the Ferry Post, Ana Brook described how the weir was closed:"
ONE = "I saw the gates go down at noon, and my neighbours wept."
TWO = "We will not forget it, and our children will not either! [Source]"
AFTER = "The council of Ferry met on Monday to talk about the budget of the town."


def test_a_block_begins_after_a_colon_and_ends_at_its_closer():
    assert block("News.", LEAD, ONE, TWO, AFTER) == [("Ana Brook", [ONE, TWO.removesuffix(" [Source]")])]


def test_a_short_sentence_without_punctuation_that_names_a_speaker_is_a_lead_in():
    lead = "Otto Reed, director of the Mill Trust, highlighted the role of the weir in the flood"
    assert block("News.", lead, ONE + " [Source]", AFTER) == [("Otto Reed, director of the Mill Trust", [ONE])]


def test_a_sentence_with_a_full_stop_is_no_lead_in():
    assert block("News.", AFTER, AFTER) == []


def test_block_quotes_marked_in_the_source_are_the_only_blocks():
    assert block("News.", LEAD, ONE, "We wept.", AFTER, quotes=(2, 3), continued=(3,)) == [
        ("Ana Brook", [ONE, "We wept."])
    ]


def test_a_block_quote_of_the_source_without_a_lead_in_has_no_voice():
    assert block(ONE, AFTER, quotes=(0,)) == [(None, [ONE])]


def test_a_quotation_inside_a_block_is_nested_in_it():
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
    ("lead", "mention"),
    [
        ("In the comments, one of the millers asks the question that many are asking:", "one of the millers"),
        ("Radio 4 writes:", "Radio 4"),
        ("Commenting on a story published on the site Weirwatch, Ana Brook writes:", "Ana Brook"),
        ("Among them was Otto Reed, who wrote:", "Otto Reed"),
    ],
)
def test_the_last_words_of_an_article_have_the_source_of_their_lead_in(lead, mention):
    assert block("The weir is shut.", lead, "The gates went down at four.") == [
        (mention, ["The gates went down at four."])
    ]


def test_a_list_in_a_block_continues_to_its_last_item():
    told = block(
        "News.",
        "Ana Brook of the Mill Trust lists three demands:",
        "1. The weir of the town was built in 1861.",
        "2. The mills",
        "They were built in 1871.",
        "3. The eels of the river came in 1881.",
        AFTER,
    )
    assert [len(parts) for _, parts in told] == [4]


def test_a_colon_before_a_list_in_a_block_begins_no_other_block():
    told = block(
        "News.", "Ana Brook wrote:", "We must ask two questions:", "1. Who built it?", "2. Who paid for it?", AFTER
    )
    assert [(mention, len(parts)) for mention, parts in told] == [("Ana Brook", 3)]


def test_a_sentence_over_several_paragraphs_stays_in_its_block():
    told = block(
        "News.",
        "Ana Brook quoted a verse:",
        "The weir is older than the mill,",
        "the hill is older than it all.",
        AFTER,
    )
    assert [len(parts) for _, parts in told] == [2]


@pytest.mark.parametrize(
    "lead",
    [
        "A video uploaded by a visitor shows the gates of the weir on Monday:",
        "The photograph below was taken at the weir:",
    ],
)
def test_a_picture_is_no_speaker(lead):
    assert block("News.", lead, ONE + " [Source]", AFTER) == [(None, [ONE])]


def test_a_second_post_under_one_handle_continues_the_first():
    first, second = attribute(article("News.", "@ana: It is shut!", "@ana: It is open."))
    assert (first.same_as, second.same_as) == (None, 0)


def test_the_answers_of_an_interview_belong_to_the_labelled_speaker():
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


def test_the_label_of_a_transcript_may_have_a_role_in_capitals():
    turns = (f"ADA ROE, HOST: {ONE}", f"OTTO REED, BYLINE: {TWO}", f"ROE: {TWO}", f"REED: {ONE}")
    words = [said.removesuffix(" [Source]") for said in (ONE, TWO, TWO, ONE)]
    assert [said for _, said in block("The weir at Tarn broke.", *turns)] == [[said] for said in words]


def test_a_label_and_its_short_form_are_one_speaker():
    told = block(
        "News.",
        "Delta Courier: What is the weir for?",
        "Otto Reed: It holds the water for our mill.",
        "DC: And what about the eels?",
        "Reed: They pass at night when we open it.",
    )
    assert told == [
        ("Otto Reed", ["It holds the water for our mill."]),
        ("Reed", ["They pass at night when we open it."]),
    ]


def test_the_answers_to_unlabelled_questions_belong_to_the_interviewee():
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


def test_a_labelled_question_needs_no_question_mark():
    told = block(
        "News.",
        "The Post talked to Otto Reed about his mill.",
        "Q: What do you grind?",
        "Wheat and rye, mostly.",
        "Q: Do you like your mill?",
        "It was my father’s.",
        "He never left it.",
        "Q: Will you stay?",
        "Yes.",
        "Q: Favourite boat",
        "A long list, which I do not have.",
    )
    assert [words for _, words in told] == [
        ["Wheat and rye, mostly."],
        ["It was my father’s.", "He never left it."],
        ["Yes."],
        ["A long list, which I do not have."],
    ]


def test_reported_speech_formatted_as_a_block_quote_is_no_block():
    told = found("News.", "The weir was shut.", "“We heard it from the ducks,” said Otto Reed.", quotes=(2,))
    assert told == [("direct", "Otto Reed", ["“We heard it from the ducks,”"])]


@pytest.mark.parametrize(
    ("lead", "kinds"),
    [
        ("Ana Brook said nothing.", ["direct"]),
        ("Ana Brook wrote of the flood:", ["block", "direct"]),
    ],
)
def test_quoted_words_with_their_own_cue_are_a_block_only_after_a_colon(lead, kinds):
    told = found("News.", lead, "“It was not us,” reads the sign that Reed put up. “It was the ducks.”", quotes=(2,))
    assert [kind for kind, *_ in told] == kinds
    assert told[-1] == ("direct", "the sign", ["“It was not us,”", "“It was the ducks.”"])


def test_a_list_with_groups_in_brackets_is_no_transcript():
    items = (
        "Norvia (Group A): Tenth time here at last",
        "Oslan (Group A): Third time here since then",
        "Vel (Group B): First time here and last",
        "Brill (Group B): Never here until now",
    )
    assert block("News.", *items) == []


@pytest.mark.parametrize(
    "lead",
    [
        "On Mon, 3 Mar 2025 at 09:12, Ana Brook <ana@vel.example> wrote:",
        "Ana Brook <ana@vel.example> wrote:",
        "On 3 March 2025 Ana Brook wrote:",
    ],
)
def test_the_quoted_part_of_a_mail_belongs_to_its_author(lead):
    told = block("We go on.", lead, "The mill is shut. Nobody told us.", quotes=(2,))
    assert [words for _, words in told] == [["The mill is shut. Nobody told us."]]
    assert "Ana Brook" in (told[0][0] or "")


def test_the_label_of_an_answer_is_no_part_of_it():
    told = block(
        "News.",
        "The Post talked to Otto Reed about his mill.",
        "What do you grind?",
        "A: Wheat and rye, mostly.",
        "Do you like your mill?",
        "A: It was my father’s.",
        "Will you stay?",
        "A: Yes.",
    )
    assert told == [("Otto Reed", [words]) for words in ("Wheat and rye, mostly.", "It was my father’s.", "Yes.")]


def test_words_after_a_colon_are_a_block_up_to_the_end_of_the_paragraph():
    told = block(
        "News.", "Otto Reed wrote on Facebook (http://a.example/b): we saw it all happen there. I wept for hours."
    )
    assert told == [("Otto Reed", ["we saw it all happen there. I wept for hours."])]


def test_boilerplate_and_headings_are_no_blocks():
    assert block("News.", LEAD, "[embed]http://a.example/video[/embed]", AFTER) == []


def test_unclosed_marks_end_before_the_closer():
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
        ("Ana Brook, in a long post titled “The Weir” wrote:", "Ana Brook"),
        ("Weir analyst Otto Reed, finalizes:", "Weir analyst Otto Reed"),
        ("One of them is Otto Reed, a miller, who says:", "Otto Reed, a miller"),
        ("While Ana Brook praised the mayor, Otto Reed called for his head:", "Otto Reed"),
        ("When the mayor said that it was safe, Ana Brook asked for proof:", "Ana Brook"),
        (
            "The answer came from Otto Reed, the director of the Mill Trust:",
            "Otto Reed, the director of the Mill Trust",
        ),
        ("For Ana Brook, the weir is a disgrace:", "Ana Brook"),
        ("An excerpt from Ana Brook’s letter:", "Ana Brook"),
        ("The mayor’s answer was short:", "The mayor"),
        ("On the blog Mill Post, a comment argues:", "Mill Post"),
        ("Below is a letter that the miller Ana Brook sent to the mayor:", "the miller Ana Brook"),
        ("mill_er replied:", "mill_er"),
        ("millie called it “a shame” and “a disgrace”:", "millie"),
        ("The blog Ink & Lead disagrees:", "The blog Ink & Lead"),
        ("His answer:", "His"),
        ("There is also a poem about it, by Ana Brook. Here are the first lines:", "Ana Brook"),
        ("They claim that it is safe, as Ana Brook points out in a letter to the mayor:", "Ana Brook"),
        ("In a post titled “The Weir”, much shared, the miller Otto Reed argues:", "the miller Otto Reed"),
        ("A post titled “The Weir” by Otto Reed argues:", "Otto Reed"),
        ("Blogger mill_er was less sure:", "Blogger mill_er"),
        ("In this long post, journalist Otto Reed pieces together what happened:", "journalist Otto Reed"),
        ("Among the comments is that of Otto Reed:", "Otto Reed"),
        ("Here is the miller Otto Reed, who was born at the weir:", "the miller Otto Reed"),
        ("Ana Brook’s apology, which was printed by all papers, is worth quoting in full:", "Ana Brook"),
        ("The council sent this reply to an inquiry by The Mill Post:", "The council"),
        ("The council called for help. The statement reads:", "The council"),
    ],
)
def test_a_lead_in_names_the_speaker_of_its_block(lead, mention):
    assert [m for m, _ in block("News.", lead, ONE + " [Source]", AFTER)][-1:] == ([mention] if mention else [])


@pytest.mark.parametrize("lead", ["The mayor had this to say.", "The Ferry Post carries a letter from the mayor."])
def test_a_sentence_with_a_full_stop_that_announces_words_is_a_lead_in(lead):
    told = block("News.", "Otto Reed wrote:", "We wept!", "Ana Brook wrote:", "We left!", lead, ONE + " We do…", AFTER)
    assert told[-1] == ("the mayor" if "Post" in lead else "The mayor", [ONE + " We do…"])


def test_a_paragraph_that_announces_words_ends_the_block_before():
    told = block(
        "News.", "Otto Reed wrote:", "We wept at the weir!", "The mayor had this to say in a mail.", "We left!", AFTER
    )
    assert told[0] == ("Otto Reed", ["We wept at the weir!"])


def test_a_thing_that_cannot_speak_is_no_source_of_a_block():
    assert block("News.", "The protests brought the town to a halt:", ONE + " [Source]", AFTER) == [(None, [ONE])]


@pytest.mark.parametrize(
    ("lead", "chain"),
    [
        ("The Ferry Post quotes Otto Reed as saying:", ["The Ferry Post", "Otto Reed"]),
        ("Ana Brook quotes the mayor:", ["Ana Brook", "the mayor"]),
        ("Ana Brook retweeted Otto Reed:", ["Ana Brook", "Otto Reed"]),
        ("The Ferry Post carries a letter from Otto Reed:", ["The Ferry Post", "Otto Reed"]),
        ("Ana Brook shared Otto Reed’s post about the weir:", ["Ana Brook", "Otto Reed"]),
        ("As Ana Brook summarized for the Mill Review, the mayor told the council:", ["Ana Brook", "the mayor"]),
        ("As Ana Brook explained in the Mill Review, the weir was never checked:", ["Ana Brook"]),
    ],
)
def test_the_relaying_sources_of_a_block_come_before_its_speaker(lead, chain):
    assert [m for m, _ in block("News.", lead, ONE + " [Source]", AFTER)] == chain


def test_a_block_under_a_label_belongs_to_the_person_named_before():
    told = block("News.", "Otto Reed kept a diary of the flood.", "April 5:", ONE, "April 6:", "We wept! [Source]")
    assert told == [("Otto Reed", [ONE]), (None, ["We wept!"])]
    first, second = attribute(
        article("News.", "Otto Reed kept a diary of the flood.", "April 5:", ONE, "April 6:", "We wept! [Source]")
    )
    assert (first.same_as, second.same_as) == (None, 0)


def test_a_block_with_a_quoted_style_can_follow_a_full_stop():
    lament = "Ana Brook lamented that nobody had come to see the weir."
    told = block(
        "News.", "Otto Reed wrote:", "We wept!", "Ana Brook tweeted:", "@ana: We wept!", lament, ONE + " We do…", AFTER
    )
    assert told[-1] == ("Ana Brook", [ONE + " We do…"])


def test_no_block_begins_after_the_closer_of_another():
    again = "But I saw the gates open… We were there, and we wept! [Source]"
    assert block("News.", LEAD, TWO, again, AFTER) == [("Ana Brook", [TWO.removesuffix(" [Source]")])]


def test_a_block_ends_where_the_author_names_its_source_again():
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
def test_a_paragraph_by_the_author_is_no_block_whatever_its_lead_in(paragraphs):
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
def test_a_post_names_a_speaker_before_or_after_the_words(words, expected):
    assert block("News.", "@ana: " + words) == [("@ana", [words]), *expected]


def test_a_pronoun_that_is_not_the_subject_does_not_name_the_author_of_a_post():
    lead = "Reed on the other hand had a milder reply, declining to answer whether he considered it a weir:"
    assert block("News.", lead, "@ana: He wept!") == [("@ana", ["He wept!"])]


def test_an_edited_or_omitted_passage_belongs_to_its_block():
    told = block(
        "News.", LEAD, ONE, "[…] And we [the millers] will not forget it!", "Otto Reed wrote:", "We wept. [Source]"
    )
    assert told[0] == ("Ana Brook", [ONE, "[…] And we [the millers] will not forget it!"])
    assert told[1][0] == "Otto Reed"


def test_apostrophe_style_distinguishes_writers():
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


def test_time_stamps_are_no_part_of_a_transcript():
    lead = "Below is a film made by the Mill Trust.", "Here is an excerpt from the script:"
    told = block(
        "News.", *lead, "0:18 – The weir is shut.", "[1:40]: It was built by hand.", "4'24\": It leaks.", AFTER
    )
    assert told == [("the Mill Trust", ["The weir is shut.", "It was built by hand.", "It leaks."])]


def test_a_paragraph_labelled_with_a_thing_is_no_comment():
    told = block("News.", "Several users reacted:", "The weir: it will be rebuilt.", "The road: it is shut.", AFTER)
    assert not any(mention in {"The weir", "The road"} for mention, _ in told)


def test_a_short_line_that_ends_in_a_reporting_verb_is_a_lead_in():
    told = block("News.", LEAD, ONE, "To which another reader shot back", "Then mend it! [Source]", AFTER)
    assert told == [("Ana Brook", [ONE]), ("another reader", ["Then mend it!"])]
    assert block("News.", LEAD, ONE, "The weir in May", AFTER, AFTER) == [("Ana Brook", [ONE])]


def test_a_selection_of_things_other_than_words_is_no_lead_in():
    work = "Ivana Roe and Pavel Reed (Ost) found their light in an old painting. Since then nights have been less dark."
    assert block("A selection of the artists and artworks:", work, "The guild makes films.") == []
    comment = "I found my light in an old painting. We like it, and we will come again!"
    assert [parts for _, parts in block("A selection of the comments:", comment)] == [[comment]]
