"""Forms of round-ups: lead-ins with titles of blogs, closers and headers on their own lines."""

import pytest

from reader.analysis import analyse_quotations
from reader.sources import verbatim

ONE = "I saw the gates go down at noon, and my neighbours wept."
FACT = "The gates gave way at noon. They had been inspected in May and were to be replaced next year."
NEWS = "The weir at Ferry broke on Monday. The council of the town met in the evening."
MORE = f"Otto Reed wrote:\n\n{ONE}\n\nThis post is part of our special coverage on the river."


def said(*paragraphs: str) -> list[tuple[str | None, str]]:
    """The speaker of each quoted paragraph between NEWS and MORE."""
    article = verbatim("\n\n".join((NEWS, *paragraphs, MORE)))
    analysis = analyse_quotations(article)
    names = {voice.id: voice.name for voice in analysis.voices}
    until = article.text.index(MORE)
    return [
        (names.get(each.voice or 0), span.of(article.text))
        for each in analysis.quotations
        for span in each.spans
        if span.end <= until
    ]


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("From Under the Bridge:", "Under the Bridge"),
        ("And this from Out of Tarn:", "Out of Tarn"),
        ("The best summary comes from Notes on a Mill:", "Notes on a Mill"),
        ("At Under the Bridge, Ada Roe explains:", "Ada Roe"),
        ("Ada Roe and Bea Lund write:", "Ada Roe and Bea Lund"),
        ("On Facebook, Ada Roe sums it up:", "Ada Roe"),
        ("The Ferry Post spoke to Ada Roe, a miller:", "Ada Roe"),
        ("Ada Roe asks the question that many are asking:", "Ada Roe"),
        ("One commenter shows why the gates fell:", "commenter"),
        ("Ada Roe @ada_roe · May 3", "Ada Roe"),
        ("@ada_roe tweeted:", "@ada_roe"),
    ],
)
def test_a_lead_in_names_the_speaker_of_the_block(lead: str, name: str):
    ((speaker, words),) = said(lead, ONE)
    assert speaker is not None
    assert (speaker.removeprefix("One "), words) == (name, ONE)


@pytest.mark.parametrize("closer", ["[Source]", "(translated by Bea Lund)", "[via Weir Watch]"])
def test_a_closer_on_a_line_of_its_own_ends_a_block(closer: str):
    assert said("Ada Roe wrote:", ONE, closer, FACT) == [("Ada Roe", ONE)]


@pytest.mark.parametrize(
    "lead",
    [
        "Here is the latest:",
        "What is known so far:",
        "Some background:",
        "A video uploaded by @ada shows what happened:",
        "This video was filmed on Monday:",
    ],
)
def test_facts_after_a_colon_are_the_authors(lead: str):
    assert said(lead, FACT) == []


@pytest.mark.parametrize(
    "back",
    [
        "Many readers agreed.",
        "Other bloggers have made similar observations.",
        "At the time of writing, the ministry had not reacted.",
        "Her post was shared by thousands.",
    ],
)
def test_the_author_continues_after_a_block(back: str):
    assert said("Ada Roe wrote:", ONE, back) == [("Ada Roe", ONE)]


@pytest.mark.parametrize("label", ["weathervane", "weathervane (May 3, 10:42 am)", "Tea and Toast"])
def test_after_a_lead_in_with_several_people_the_label_names_the_author(label: str):
    assert said("Users reacted:", f"{label}: {ONE}") == [(label.partition(" (")[0], ONE)]


@pytest.mark.parametrize("first", ["Opening hours", "Large coffee"])
def test_a_list_after_a_mention_of_comments_has_no_labels(first: str):
    assert said("The council had many comments. Most were used.", f"{first}: {FACT}", f"Annual fee: {FACT}") == []


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("The mood was captured best by Ada Roe, a miller:", "Ada Roe"),
        (
            "The first picture of the weir was tweeted at 6:40 in the morning by Ada Roe, a miller on her way home:",
            "Ada Roe",
        ),
        ("The question was raised on Monday by Ada Roe, who lives there:", "Ada Roe"),
    ],
)
def test_a_lead_in_can_end_with_an_agent(lead: str, name: str):
    assert said(lead, ONE) == [(name, ONE)]


@pytest.mark.parametrize(
    ("leads", "name"),
    [
        # a name is in the lead-in, and beside it a noun, a place, a note or a preposition that could be taken for one
        (["At the portal Vela Now, a Norvian reader named Ogwera left a comment:"], "Ogwera"),
        (["LiberateTarn, a blog authored by Los Angeles culture writer Bea Lund, asks why nobody left:"], "Bea Lund"),
        (["An essay written by Bea Lund, a law professor, in the Tarn Post argued:"], "Bea Lund"),
        (["In Norvia, writing at the Tarn Post, Bea Lund tells how it was:"], "Bea Lund"),
        (["Belan_k [Fr] was there and he twittered:"], "Belan_k"),
        (["Belan [Fr] followed the events. He wrote:"], "Belan"),
        (["Abdel al'Koush, blogging at Tarn Notes [Ar], was not amused. He wrote:"], "Abdel al'Koush"),
        (["Another blogger, Cheerful old miller, was there too. He says:"], "Cheerful old miller"),
        (["Commenter Just Me says:"], "Just Me"),
        # the owner of the words opens the lead-in
        (["Mayor Bea Lund is a friend of the mill.", "Lund’s 64 words of praise:"], "Bea Lund"),
        # no stop at its end
        (["Many wrote to the mayor.", "Bea Lund from Tarn left this message"], "Bea Lund"),
        (["Many wrote to the mayor.", "Bea Lund from Tarn texted this message on the website"], "Bea Lund"),
    ],
)
def test_the_speaker_of_a_lead_in_is_the_one_who_is_named_in_it(leads: list[str], name: str) -> None:
    assert (name, ONE) in said(*leads, ONE)
