"""The outlet of a series of posts, named once before them."""

import pytest

from reader.analysis import analyse
from reader.sources import verbatim

WORDS = "I have seen the weir, and I would not walk on it with my children today."
MORE = "You are wrong, my friend, it will stand for a hundred years and more."


def outlets(*paragraphs):
    """The outlet of each voice of an article, by name."""
    found = analyse(verbatim("\n\n".join(["The council has sold the weir, and nobody knows why.", *paragraphs])))
    return {voice.name: voice.outlet for voice in found.voices}


@pytest.mark.parametrize(
    ("first", "place"),
    [
        ("Netizens reacted to the news on Facebook. Khalan notes:", "Facebook"),
        ("On Facebook, where readers meet, Khalan notes:", "Facebook"),
        ("In the Tidal forum, where fishermen meet, many are angry. Khalan notes:", "Tidal"),
        ("On NetPort, where comments are signed, Khalan notes:", "NetPort"),
        ("On the forum Tideline [es], where there is a long thread, few agree. Some examples:\n\nKhalan:", "Tideline"),
        ("The debate soon moved to the bulletin board Tideline. Some of the posts:\n\nKhalan:", "Tideline"),
        ("On O Sal’s Facebook page, however, many readers agreed. Khalan notes:", "Facebook"),
        ("A Facebook user said no. Khalan notes:", None),
        ("The news soon reached Lima, and its members had much to say. Khalan notes:", None),
        ("The mayor is on Facebook too. Khalan notes:", None),
        ("Netizens reacted to the news in Lima. Khalan notes:", None),
        ("Netizens reacted on Facebook. The mayor was away. The council met. Khalan notes:", "Facebook"),
    ],
)
def test_an_outlet_named_before_a_series_is_that_of_each_post(first, place):
    assert outlets(first, WORDS, "Isandro disagrees:", MORE) == {"Khalan": place, "Isandro": place}


@pytest.mark.parametrize(
    "between",
    [
        "The blogger Isandro disagrees:",
        "The council met again on Monday, and it rained all day long.\n\nIsandro disagrees:",
        "In the Vela Times, Ivo Sandro disagrees:",
    ],
)
def test_a_series_ends_where_the_author_continues_or_another_outlet_is_named(between):
    found = outlets("Netizens reacted to the news on Facebook. Khalan notes:", WORDS, between, MORE)
    assert found.pop("Khalan") == "Facebook"
    assert found
    assert "Facebook" not in found.values()


def test_a_quotation_in_the_paragraph_that_names_the_outlet_has_that_outlet():
    scene = "On Facebook, where a group has 40,000 members, people exchange recipes."
    assert outlets(f"{scene} “Roast all that you have,” advises Khalan.") == {"Khalan": "Facebook"}


def test_several_quoted_sentences_keep_the_outlet_before_them():
    scene = "On the Facebook page “Mill Friends”, where members meet, feelings run high."
    found = outlets(f"{scene} “They shut it. They sold it. They left,” posted Khalan R. The mayor was away.")
    assert found == {"Khalan R.": "Facebook page “Mill Friends”"}


def test_a_body_among_them_does_not_post():
    found = outlets("Netizens reacted on Facebook. The Delta Council replied:", WORDS)
    assert found == {"The Delta Council": None}


BLOG = "On her blog Tidal Notes, Rosa Quill writes:"


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("An anonymous visitor left her this comment:", "Tidal Notes"),
        ("Under the same post, Khalan is angry:", "Tidal Notes"),
        ("Her post received more than a hundred comments. Khalan is angry:", "Tidal Notes"),
        ("She got 31 answers, the shortest from Khalan:", "Tidal Notes"),
        ("It was also in the comment box that Khalan left a request:", "Tidal Notes"),
        ("Khalan, commenting on Quill's post, has no patience:", "Tidal Notes"),
        ("A commenter, Khalan, is angry:", "Tidal Notes"),
        ("It has been shared a thousand times. Under it, Khalan is angry:", "Tidal Notes"),
        ("The door is shut. Under it Khalan wrote:", None),
        ("Within a day there were 214 comments. Khalan is angry:", "Tidal Notes"),
        ("Khalan left this reply:", "Tidal Notes"),
        ("Khalan answered her:", "Tidal Notes"),
        ("Khalan commented:", "Tidal Notes"),
        ("Here are some of the comments:\n\nKhalan:", "Tidal Notes"),
        ("Khalan, commenting below, disagrees:", "Tidal Notes"),
        ("One of the commenters, Khalan, disagrees:", "Tidal Notes"),
        ("A comment by Khalan says:", "Tidal Notes"),
        ("The post has been commented on by many. Khalan is angry:", "Tidal Notes"),
        ("In the comments on Instagram, Khalan is angry:", "Instagram"),
        ("The council met on Monday, and it rained all day long. It has a new chair. Khalan commented:", None),
        ("Khalan commented on the weir:", None),
        ("A reader, Khalan, is angry:", None),
        ("Khalan is angry about the weir:", None),
        ("Asked for a comment, Khalan was angry:", None),
        ("The council received no answers from Khalan:", None),
    ],
)
def test_a_comment_appears_where_its_post_does(lead, place):
    found = outlets(BLOG, WORDS, lead, MORE)
    assert found.pop("Rosa Quill") == "Tidal Notes"
    assert list(found.values()) == [place]


def test_words_in_a_paper_have_no_comments():
    found = outlets("In an interview with the Vela Times, Rosa Quill said:", WORDS, "Khalan commented:", MORE)
    assert found == {"Rosa Quill": "Vela Times", "Khalan": None}


def test_comments_continue_under_short_lead_ins_only():
    found = outlets(BLOG, WORDS, "Here are some comments on this post. Khalan:", MORE, "Isandro:", WORDS)
    assert found == {"Rosa Quill": "Tidal Notes", "Khalan": "Tidal Notes", "Isandro": "Tidal Notes"}
    more = "A more serious voice is that of the architect Ivo Sandro, who wrote a letter:"
    found = outlets(BLOG, WORDS, "Here are some comments on this post. Khalan:", MORE, more, WORDS)
    assert found["Ivo Sandro"] is None


def test_a_group_of_a_network_has_its_whole_name():
    found = outlets("In the Facebook group Vela Market, people were less amused. Khalan notes:", WORDS)
    assert found == {"Khalan": "Facebook group Vela Market"}


@pytest.mark.parametrize(
    ("first", "post", "place"),
    [
        (
            "Tweeps took a break from the flood. Khalan notes:",
            "#Weir fever hits Lisk, and the fish may keep it.",
            "Twitter",
        ),
        ("Tweeps took a break from the flood. Khalan notes:", "Weir No. 1 hits Lisk, and the fish may keep it.", None),
        ("Bloggers took a break from the flood. Khalan notes:", "#Weir fever hits Lisk, the fish may keep it.", None),
        ("Tweeps took a break. On Facebook, Khalan notes:", "#Weir fever hits Lisk, the fish may keep it.", "Facebook"),
    ],
)
def test_posts_with_hash_tags_are_tweets_where_the_text_speaks_of_tweets(first, post, place):
    assert outlets(first, post) == {"Khalan": place}


@pytest.mark.parametrize(
    "where", ["Camp Vela", "Lake Orta", "Dorn Station", "Orta Square", "Christmas", "Easter", "Heathrow"]
)
def test_nobody_publishes_at_a_spot_or_a_feast(where):
    assert outlets(f"At {where}, Ana Reis was not sure. “It is cold,” she wrote.") == {"Ana Reis": None}
