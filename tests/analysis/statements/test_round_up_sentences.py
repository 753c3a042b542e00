"""Statements in the running text of round-ups: nouns, idioms, labels, extents, and what only looks like a statement."""

import pytest

from reader.analysis.attribution import attribute
from tests.analysis.short_attribution import article, found


def said(sentence: str) -> list[tuple[str | None, list[str]]]:
    """Mention and parts of each attribution in a paragraph."""
    return [(mention, parts) for _, mention, parts in found(sentence)]


@pytest.mark.parametrize(
    ("sentence", "mention", "content"),
    [
        ("Ada Roe rejects Reed’s idea that the weir leaks.", "Ada Roe", "that the weir leaks"),
        ("Ada Roe dismissed the notion that it was neglected.", "Ada Roe", "that it was neglected"),
        ("Roe disputes the council’s claim that it is safe.", "the council", "that it is safe"),
        ("The guild defended its statement on Wednesday that it is safe.", "its", "that it is safe"),
        ("Roe was asked about her claim in a radio interview that it leaks.", "her", "that it leaks"),
        ("Roe is making the case to the millers that it leaks.", "Roe", "that it leaks"),
        ("Ada Roe ends with a warning that the weir will fall.", "Ada Roe", "that the weir will fall"),
        ("Otto Reed ignored his promise to stay out of the race, after losing.", "his", "to stay out of the race"),
        ("The guild voiced alarm that the weir may fall.", "The guild", "that the weir may fall"),
        ("The guild expressed confidence that it will hold.", "The guild", "that it will hold"),
        ("Reed rejected the claim of Ada Roe that it leaks.", "Ada Roe", "that it leaks"),
        ("Reed went through the claims of a former mayor that it leaks.", "a former mayor", "that it leaks"),
        ("Nobody heard the complaints of many millers that it leaks.", "many millers", "that it leaks"),
    ],
)
def test_a_noun_presents_what_its_owner_or_its_verb_says(sentence: str, mention: str, content: str) -> None:
    assert (mention, [content]) in said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Roe made a plan in a hall that the guild built.",
        "The guild voiced support for a plan that the mayor made.",
        "The guild keeps its promise to the millers.",
        "The play ends with a song that was lost.",
        "Roe likes the idea that the weir has.",
        "Those who like the project that the guild ended are few.",
        "The plan of the guild that the mayor likes is old.",
    ],
)
def test_a_relative_clause_after_a_noun_is_no_statement(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "mention", "content"),
    [
        ("The guild is a “charity,” as it is called by its founders.", "its founders", "“charity,”"),
        ("The guild is a “charity”, as its founders call it.", "its founders", "“charity”"),
        ("The weir, described by Ada Roe as “a trap”, will close.", "Ada Roe", "“a trap”"),
        ("The weir, called “a trap” by Ada Roe, will close.", "Ada Roe", "“a trap”"),
        ("The tax, called the “eel tax” by the millers, will rise.", "the millers", "“eel tax”"),
        ("Ada Roe spoke of a “long war” in the guild.", "Ada Roe", "“long war”"),
        ("Ada Roe called for a “total halt” of the works.", "Ada Roe", "a “total halt” of the works"),
    ],
)
def test_words_in_marks_belong_to_the_one_who_calls_a_thing_so(sentence: str, mention: str, content: str) -> None:
    assert said(sentence) == [(mention, [content])]


@pytest.mark.parametrize(
    "sentence",
    [
        "The title of the song, “No more dams”, was seen.",
        "Here is “progress”, as they like to call it.",
        "Roe spoke about a “Long War”.",
        "Both guilds have often spoken of the “long war” over eels.",
        "His pupils started “Hands Off Our Weir” under the lead of Ada Roe.",
        "The guild opened “The Eel House” in May.",
    ],
)
def test_names_and_titles_in_marks_are_no_quotations(sentence: str) -> None:
    assert said(sentence) == []


def test_the_first_words_of_a_speaker_are_no_title() -> None:
    assert said("Ada Roe began “We are here to stay”.") == [("Ada Roe", ["“We are here to stay”"])]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Ada Roe said “Wir bleiben” (“We stay”).", ["“Wir bleiben”", "“We stay”"]),
        ("Ada Roe called it “ein Fehler” [de] (“a mistake”), and left.", ["“ein Fehler”", "“a mistake”"]),
        ("The men shouted: “No más” (“No more”).", ["“No más”", "“No more”"]),
    ],
)
def test_the_translation_in_a_bracket_is_part_of_the_quotation(sentence: str, parts: list[str]) -> None:
    assert [parts_found for _, parts_found in said(sentence)] == [parts]


def test_the_translation_of_a_title_is_no_quotation() -> None:
    assert said("The film “Der Aal” (“The Eel”) was shown.") == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("The teachers said that there is a will to write, which they saw at the fair.", "saw at the fair"),
        ("Roe said that it wants a tax, which would cost a lot.", "which would cost a lot"),
        ("Roe said that the weir is old, which the guild denies.", "that the weir is old"),
        ("Roe said that he wrote a book, which she called “a mess”.", "that he wrote a book"),
        ("The comment by the mayor that “a permit is needed”, not naming anybody, hurt.", "“a permit is needed”"),
        ("The mayor said that it would hold, not fall.", "not fall"),
        ("The blog notes that the law passed, and wonders whether it will help.", "that the law passed"),
        ("Lea Mott says the men lied and abused his trust.", "and abused his trust"),
        ("Some say the weir leaks, others claim that the mill does.", "the weir leaks"),
        ("Reed claimed all over the place that, he did not want the post.", "that, he did not want the post"),
        ("Reed said, among other things, that the weir leaks.", "that the weir leaks"),
        ("Ada Roe, in a post arguing that the guild must pay, cites the mayor.", "that the guild must pay"),
        ("A petition asking the mayor to step down has been signed by many.", "to step down"),
        ("Roe and some media accuse him of stealing and link him to a gang.", "him of stealing"),
        ("Reed said the weir is safe (though he never went there).", "the weir is safe"),
        ("Reed said he met Ada Roe of Clean Rivers (CR).", "Ada Roe of Clean Rivers (CR)"),
        ("jon said we go hungry. what now, fuel is short", "we go hungry"),
    ],
)
def test_a_content_ends_where_the_author_or_another_speaker_goes_on(sentence: str, content: str) -> None:
    [(_, parts), *_] = said(sentence)
    assert parts[-1].endswith(content)


@pytest.mark.parametrize(
    ("sentence", "mention", "content"),
    [
        ("Ada Roe calls attention to the fact that it leaks.", "Ada Roe", "the fact that it leaks"),
        ("The letter drew attention to the fact that it leaks.", "The letter", "the fact that it leaks"),
        ("Ada Roe refers to the fact that it leaks.", "Ada Roe", "the fact that it leaks"),
        ("Ada Roe went on to anticipate that it would leak.", "Ada Roe", "that it would leak"),
        ("Ada Roe explained to the Post why it leaks.", "Ada Roe", "why it leaks"),
        ("Ada Roe reminded Reed he’d have to pay.", "Ada Roe", "he’d have to pay"),
        ("The council proclaimed thieves to be heroes.", "The council", "thieves to be heroes"),
        (
            "Political opponents and some media claim that it leaks.",
            "Political opponents and some media",
            "that it leaks",
        ),
        ("In Ada Roe’s opinion the weir is a trap.", "Ada Roe", "the weir is a trap"),
        ("According to Ada Roe in the Post [de] the weir is shut.", "Ada Roe", "the weir is shut"),
        ("It fell, according to officials 300 mills are shut.", "officials", "300 mills are shut"),
        ("The press labels it as Roe’s mistake.", "The press", "it as Roe’s mistake"),
        ("Activists on Twitter claim that it leaks.", "Activists on Twitter", "that it leaks"),
        ("The organisers of the march ask people to stay.", "The organisers of the march", "to stay"),
        ("Ada Roe writes here that it leaks.", "Ada Roe", "that it leaks"),
        ("Ada Roe puts it this way: the weir is lost.", "Ada Roe", "the weir is lost"),
    ],
)
def test_further_ways_to_present_a_statement(sentence: str, mention: str, content: str) -> None:
    assert (mention, [content]) in said(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Where it is “off the scale,” one can conclude that the weir is old.",
        "But this is not to say that there are no ‘good’ millers.",
        "“Could be better,” one might say of the weir.",
        "On Friday the Tarn Assembly proposes to work on the feast.",
        "The papers forget to mention that the weir leaks.",
        "Roe points to what, in his opinion, was the flaw in “Eels”.",
        "The millers will stop and undertake a ‘pens down’ day.",
        "Ada Roe wrote a brief post dedicated to the team.",
        "A film showing men being beaten by guards caused a row.",
        "She demanded from her readers an effort to reach that insight.",
        "Censorship worked in hidden forms: blocks on comments and on all posts.",
        "Ada Roe had promised a council with two features: as many women as men in it.",
    ],
)
def test_what_nobody_says_is_no_quotation(sentence: str) -> None:
    assert said(sentence) == []


def test_a_quotation_in_a_post_is_that_of_the_account_or_the_name_behind_it() -> None:
    posts = article(
        "Ada Roe tweeted:",
        "This is sad. “The old weir fell at noon today via @ferrypost”",
        "Ben Bly wrote:",
        "“Rain sweetens life, but not for everyone.” Otto Reed",
    )
    mentions = [a.mention.of(posts.text) for a in attribute(posts) if a.mention is not None]
    assert {"@ferrypost", "Otto Reed"} <= set(mentions)
