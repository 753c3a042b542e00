"""The author of a post where its handle and its lead-in name different people."""

import pytest

from reader.analysis import analyse_quotations
from reader.sources import verbatim


def told(*paragraphs):
    """Kind, speaker, relaying sources and words of every quotation of posts."""
    text = "\n\n".join(["News.", "The weir was shut on Monday.", *paragraphs])
    found = analyse_quotations(verbatim(text))
    name: dict[int | None, str] = {voice.id: voice.name for voice in found.voices}
    return [
        (str(q.kind), name.get(q.voice), [name[v] for v in q.via], q.spans[0].of(text))
        for q in found.quotations
        if q.spans[0].start > text.index("@")
    ]


def test_a_handle_in_the_lead_in_belongs_to_the_name_next_to_it():
    posts = told(
        "In response to a comment by the minister Otto Reed (@ottoreed), Ada Brook (@adab) wrote to him:",
        "@ottoreed: A shut weir is better than none.",
        "@adab: @ottoreed Then open it!",
    )
    assert [(name, words) for _, name, _, words in posts] == [
        ("Otto Reed", "A shut weir is better than none."),
        ("Ada Brook", "@ottoreed Then open it!"),
    ]


@pytest.mark.parametrize(
    ("post", "said"),
    [
        ("“They will stay.” -Otto Reed, Ferry #weir", ("direct", "“They will stay.”")),
        ("Reed: “This is the best of all weirs!” #weir", ("direct", "“This is the best of all weirs!”")),
        ("Reed: We will stay #weir", ("block", "We will stay")),
    ],
)
def test_a_source_that_quotes_a_post_relays_it(post, said):
    kind, words = said
    assert told("The journalist Ada Brook wrote of the miller Otto Reed:", f"@adabrook: {post}") == [
        ("block", "Ada Brook", [], post),
        (kind, "Otto Reed", ["Ada Brook"], words),
    ]


def test_later_posts_under_a_handle_have_the_author_of_the_first():
    posts = told("Here are some tweets of minister Ada van Brook:", *[f"@adabrook: No. {n} is open." for n in range(6)])
    assert {name for _, name, _, _ in posts} == {"Ada van Brook"}


def test_who_tweets_writes_the_first_post_though_another_answers():
    posts = told("Rona Lang tweeted from the bridge:", "@noor: Nobody asked us.", "@weir99: They never do.")
    assert [name for _, name, _, _ in posts] == ["Rona Lang", "@weir99"]
