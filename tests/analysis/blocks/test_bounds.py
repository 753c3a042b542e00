"""Where block quotations begin and end: lines, posts in a row, captions, headings, other paragraphs."""

import pytest

from reader.analysis.attribution import attribute
from reader.analysis.blocks.passages import heading_like, passages
from reader.sources import verbatim
from tests.analysis.short_attribution import told

AFTER = "The council of Ferry met on Monday to talk about the budget of the town."


def blocks(text):
    made = verbatim(text)
    return [(mention, parts) for kind, mention, parts in (told(made, a) for a in attribute(made)) if kind == "block"]


LONG = "All of the old houses along the river have lost their roofs, and the road between the weir and the mill is under water now!"


def test_a_block_can_end_between_lines_if_its_lead_in_is_on_the_line_above():
    text = f"News.\n\nAna Brook wrote:\nI saw the gates go down!\n{AFTER * 2}"
    assert blocks(text) == [("Ana Brook", ["I saw the gates go down!"])]


SWIM = "so bc the bridge is closed, people swim over & the guards are stopping them! #weir"


@pytest.mark.parametrize(
    "caption",
    [
        "The weir of Ferry in May. Photo by Olga Rand, copyright Ostpress",
        "Photo from Olga Rand's page",
        "Thousands stood on the bridge on Monday (Image by user weirbench, used under CC BY 2.0)",
        "The mayor at the weir. Otto Reed / Reuters file",
        "Screenshot of the page of the town via the Ferry Post",
    ],
)
def test_a_caption_does_not_separate_a_lead_in_from_its_block(caption):
    assert blocks(f"News.\n\nAna Brook wrote:\n\n{caption}\n\n{SWIM}\n\n{AFTER}") == [("Ana Brook", [SWIM])]


@pytest.mark.parametrize(
    "words",
    [
        "I drew this picture from memory, and I sent a photo by mail to my mother!",
        "We asked for a copyright on our songs, and we used under a hundred words!",
        "I have a photo of the weir. Why did nobody ask me for the source?",
    ],
)
def test_words_about_a_picture_are_no_caption(words):
    assert blocks(f"News.\n\nAna Brook wrote:\n\n{words}\n\n{AFTER}") == [("Ana Brook", [words])]


@pytest.mark.parametrize(
    ("lead", "mention"),
    [
        ("Ana Brook behind “Vom alten Wehr” blog writes:", "Ana Brook behind “Vom alten Wehr” blog"),
        ("Ana Brook of the “Comme au moulin” newspaper writes:", "Ana Brook of the “Comme au moulin” newspaper"),
    ],
)
def test_the_marked_name_of_an_outlet_is_no_speech(lead, mention):
    assert blocks(f"News.\n\n{lead}\n\n{SWIM}\n\n{AFTER}") == [(mention, [SWIM])]


def test_a_paragraph_about_the_blogger_after_a_full_stop_is_the_authors():
    words = "The blogger asks for help. Check her page, where you can learn how we all can give something!"
    assert blocks(f"News.\n\nAna Brook wrote:\n\n“It is all gone!”\n\n{words}\n\n{AFTER}") == []


GERMAN = "Der Bürgermeister hat noch kein Wort dazu gesagt, und das Wehr ist seit Montag zu. Was soll man da glauben?"
ENGLISH = "The mayor has not said a word about it, and the weir has been shut since Monday."


@pytest.mark.parametrize(
    ("post", "author"),
    [(f"@weirman: {GERMAN}", "@weirman"), (f"{GERMAN}\n\n— Ana Brook (@ana) April 21, 2014", "Ana Brook")],
)
def test_the_translation_of_a_post_belongs_to_its_author(post, author):
    text = f"News.\n\nUsers were angry:\n\n{post}\n\n{ENGLISH}\n\n{AFTER}"
    assert blocks(text) == [(author, [GERMAN]), (author, [ENGLISH])]


def test_a_paragraph_after_an_english_post_is_no_translation():
    text = f"News.\n\nUsers were angry:\n\n@weirman: {ENGLISH}\n\n{AFTER}"
    assert blocks(text) == [("@weirman", [ENGLISH])]


def test_a_caption_ends_a_block():
    caption = "The weir of Ferry in May. Photo by Olga Rand, copyright Ostpress"
    assert blocks(f"News.\n\nAna Brook wrote:\n\n{SWIM}\n\n{caption}\n\n{AFTER}") == [("Ana Brook", [SWIM])]


def test_a_plural_source_is_not_the_author_of_a_single_post():
    assert blocks(f"News.\n\nOthers missed the mayor:\n\n@weirman: {ENGLISH}\n\n{AFTER}") == [("@weirman", [ENGLISH])]


IMPERSONAL = "The gates were built in 1931 and have been repaired four times. Every repair has cost more than the last."


@pytest.mark.parametrize(
    "lead",
    [
        "Ana Brook writes –",
        "Ana Brook writes;",
        "Here is what Ana Brook had to say…",
        "Ana Brook writes: [ES]",
        "Ana Brook writes [RUS]:",
    ],
)
def test_a_dash_dots_or_a_language_after_a_reporting_verb_end_a_lead_in(lead):
    assert blocks(f"News.\n\n{lead}\n\n{IMPERSONAL}\n\n{AFTER}") == [("Ana Brook", [IMPERSONAL])]


@pytest.mark.parametrize(
    "line", ["Ana Brook was at the weir –", "Ana Brook waited and waited…", "So it was at [US] weirs"]
)
def test_a_dash_without_a_reporting_verb_ends_no_lead_in(line):
    assert blocks(f"News.\n\n{line}\n\n{IMPERSONAL}\n\n{AFTER}") == []


def test_a_caption_is_no_lead_in_and_begins_no_block():
    caption = "The weir of Ferry in May. Photo by Olga Rand, copyright Ostpress"
    assert blocks(f"News.\n\nThe weir is shut.\n\n{caption}\n\n{SWIM}\n\n{AFTER}") == []


def test_words_with_a_missing_opening_mark_are_no_block():
    words = "The weir is older than all of us,” Reed added, and warned that it would not hold for another year."
    assert blocks(f"News.\n\nOtto Reed spoke on Monday. He said:\n\n{words}\n\n{AFTER}") == []


LED = ("Ana Brook wrote:", "I saw the gates go down, and I wept.")
PRAISE = ("Otto Reed wrote:", "We shall miss it, my friends!")


def test_a_paragraph_before_a_mark_of_omission_belongs_to_the_block_and_the_mark_is_none_of_its_words():
    told_of = "The miller came at ten to say that he was closing."
    assert blocks("\n\n".join(["News.", *LED, told_of, "[...]", "I did not know what to say.", *PRAISE, AFTER]))[0] == (
        "Ana Brook",
        [LED[1], told_of, "I did not know what to say."],
    )
    assert blocks("\n\n".join(["News.", *LED, told_of, *PRAISE, AFTER]))[0] == ("Ana Brook", [LED[1]])


def test_a_block_ends_before_a_paragraph_about_a_named_person():
    other = "Ivo Marr at Mill Notes is not so sure. He reminds his readers that the weir must be mended."
    assert blocks("\n\n".join(["News.", *LED, other, *PRAISE, AFTER]))[0] == ("Ana Brook", [LED[1]])


def test_a_lead_in_that_mentions_a_picture_can_introduce_a_block():
    lead = "A neighbour of the mill, under a picture of the gates, says:"
    assert ("A neighbour of the mill", ["The gates were closed, that is all."]) in blocks(
        "\n\n".join(["News.", *PRAISE, lead, "The gates were closed, that is all.", AFTER])
    )


def test_a_block_ends_where_a_person_named_before_it_is_mentioned_again():
    words = "The gates have been closed since the flood, and the key is lost."
    answer = "Ivo Marr answered that he found this hard to believe. The paper has his letter."
    known = "Ivo Marr, the miller, wrote to the paper."
    lead = "A neighbour of the mill wrote:"
    assert ("A neighbour of the mill", [words]) in blocks("\n\n".join([known, *PRAISE, lead, words, answer, AFTER]))


def test_a_byline_with_a_date_is_no_header_of_a_post():
    lead = "The residents had been dancing for two hours when the gates of the weir went down."
    assert blocks("\n\n".join(["The Weir", "Posted by Ana Brook on 22 May 2012", lead, *PRAISE, AFTER])) == [
        ("Otto Reed", [PRAISE[1]])
    ]


def test_a_mentioned_text_introduces_no_other_block():
    lead = "In a statement released on Monday the guild denied it."
    told_of = "The mill has been closed since the flood."
    assert [parts for _, parts in blocks("\n\n".join(["News.", *LED, lead, told_of, *PRAISE, AFTER]))] == [
        [LED[1]],
        [PRAISE[1]],
    ]


def test_a_block_ends_before_a_sentence_according_to_its_writer():
    aside = "The long version, according to the same lawyer, takes up nine metres of shelf."
    assert blocks("\n\n".join(["News.", *LED, aside, *PRAISE, AFTER]))[0] == ("Ana Brook", [LED[1]])


def test_blocks_are_found_after_an_exchange_too():
    exchange = (
        "Guild: The gates are shut.",
        "Counsel: They are open, my lord.",
        "Guild: They leak.",
        "Counsel: A little.",
    )
    found = blocks(
        "\n\n".join(["News.", *LED, *PRAISE, "She has put down what was said:", *exchange, AFTER, *LED, AFTER])
    )
    assert found[-1] == ("Ana Brook", [LED[1]])


@pytest.mark.parametrize(
    ("following", "goes_on"),
    [
        ("Yazan, who studies film in Ost, has made a short film in which the millers speak for themselves.", False),
        ("Otto Reed, a teacher, has made a short film in which the millers speak for themselves.", False),
        ("I have made a short film in which the millers speak for themselves.", True),
    ],
)
def test_a_block_ends_before_a_paragraph_that_introduces_a_person(following, goes_on):
    words = "The bus is an hour and a half each way, and the meal is deducted from our pay. I know because I asked."
    [(mention, parts)] = blocks(f"News.\n\nAna Brook disagrees:\n\n{words}\n\n{following}\n\n{AFTER}\n\nIt rained.")
    assert mention == "Ana Brook"
    assert parts == [words, following][: 1 + goes_on]


@pytest.mark.parametrize(
    "following", ["Ask the mayor where the key is. He has it.", "Keep this paper. So tell him to come and count it."]
)
def test_a_block_continues_with_a_paragraph_of_instructions(following):
    words = "My father taught me to swim under that weir, and we ate the fish of it every day of my life."
    text = f"News.\n\nAna Brook is angry:\n\n{words}\n\n{following}\n\nOtto Reed has an answer:\n\nIt is his weir."
    assert blocks(text)[0] == ("Ana Brook", [words, following])


def test_a_block_in_the_first_person_continues_after_a_paragraph_with_a_new_name():
    words = "By the fourth hour we knew each other's names, and a woman called Grace Hale had preached."
    more = "I have written about this road eleven times since I began. I looked it up last night."
    text = f"News.\n\nAna Brook was in a bus:\n\n{words}\n\n{more}\n\nOtto Reed has an answer:\n\nIt is his road."
    assert blocks(text)[0] == ("Ana Brook", [words, more])


def test_a_block_goes_on_after_a_paragraph_that_was_left_out():
    told_of = "Yet the council, like the council before it, praised the bank to the skies."
    assert blocks("\n\n".join(["News.", *LED, "...", told_of, *PRAISE, AFTER]))[0] == ("Ana Brook", [LED[1], told_of])
    assert blocks("\n\n".join(["News.", *LED, told_of, *PRAISE, AFTER]))[0] == ("Ana Brook", [LED[1]])


def test_a_semicolon_stands_for_the_colon_of_a_lead_in_but_not_in_a_list():
    semicolon = [
        "sara thinks that the bank is wrong;",
        "Take it back!",
        "Otto Reed is not impressed by Ana Brook;",
        "No, my friends!",
    ]
    assert blocks("\n\n".join(["News.", *semicolon, AFTER])) == [
        ("sara", ["Take it back!"]),
        ("Otto Reed", ["No, my friends!"]),
    ]
    listed = ["Ana Brook talked about the weir;", "Otto Reed talked about the mill;", "Ivo Marr talked about the bank."]
    assert blocks("\n\n".join(["News.", *listed, AFTER])) == []


def test_a_heading_ends_a_block():
    text = "News.\n\nAna Brook wrote:\n\nI saw the gates go down!\n\nThe census\n\nNobody was counted on the hill."
    assert blocks(text) == [("Ana Brook", ["I saw the gates go down!"])]


def test_a_line_with_a_tag_is_no_heading():
    lines = list(passages(verbatim("News.\n\nThe gates\n\nThe gates must stay open #weir")))
    assert [heading_like(line) for line in lines[1:]] == [True, False]


def test_a_line_that_ends_in_this_leads_in():
    lead = "Ana Brook, who writes from Ferry, took the last ride on Friday and came back with this"
    text = f"News.\n\n{lead}\n\nThe driver says that the paint was dear.\n\nShe is fond of it. The town is not."
    assert blocks(text) == [("Ana Brook", ["The driver says that the paint was dear."])]


def test_a_label_in_another_script_is_no_quotation():
    text = "News.\n\nBelow are some comments.\n\n海盐不咸 [4,812]:\n\nI stood, and I stood for a year!"
    assert [parts for _, parts in blocks(text)] == [["I stood, and I stood for a year!"]]
