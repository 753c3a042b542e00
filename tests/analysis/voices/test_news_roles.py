"""Names, roles and kinds as news states them: titles in short, seats, offices with a field, bodies without a known word."""

import pytest

from reader.analysis import analyse
from reader.sources import verbatim

VOICES = {
    "a title in short behind a comma": (
        "In October, Rep. Dana Okoro visited the weir. “It leaks,” Okoro said.",
        [("Dana Okoro", "official", "Rep.", None)],
    ),
    "the title of a president in short": (
        "Pres. Okoro closed the weir. “It leaks,” Pres. Okoro said.",
        [("Okoro", "official", "Pres.", None)],
    ),
    "the fuller role before a title": (
        "The chair of the committee, Sen. Dana Okoro, said that it leaks.",
        [("Dana Okoro", "official", "chair of the committee", None)],
    ),
    "a plural title that several share": (
        "Reps. Dana Okoro of Ohio and Ivo Trask of Maine were there. “It leaks,” Trask said.",
        [("Ivo Trask", "official", "Reps.", None)],
    ),
    "a seat in brackets": ("Dana Okoro (D-Ore.) said that it leaks.", [("Dana Okoro", "official", None, None)]),
    "a member of a party": (
        "House Republican Dana Okoro said that it leaks.",
        [("Dana Okoro", "official", "House Republican", None)],
    ),
    "the adviser of a party": (
        "“It leaks,” said Republican strategist Dana Okoro.",
        [("Dana Okoro", "expert", "Republican strategist", None)],
    ),
    "the chair of a party": (
        "“It leaks,” said Dana Okoro, the Democratic chair of Palm County.",
        [("Dana Okoro", "official", "Democratic chair of Palm County", None)],
    ),
    "an office with its field": (
        "Former secretary of state Dana Okoro said that it leaks.",
        [("Dana Okoro", "official", "Former secretary of state", None)],
    ),
    "no office that a preposition goes on from": (
        "A letter came to the mayor of the town. Dana Okoro said that it leaks.",
        [("Dana Okoro", "person", None, None)],
    ),
    "a trade that no list has, behind the speaker’s name": (
        "“It leaks,” said Bo Lisk, a retired eel smoker who lined up for hours.",
        [("Bo Lisk", "person", "a retired eel smoker", None)],
    ),
    "a time behind the speaker’s name": (
        "Bo Lisk, a year later, said that it leaks.",
        [("Bo Lisk", "person", None, None)],
    ),
    "a subject behind a name": (
        "It was a gift from Bo Lisk, the mayor denied. “It leaks,” said Ivo Trask.",
        [("Ivo Trask", "person", None, None)],
    ),
    "a body of members": (
        "“It leaks,” said Dana Okoro, executive director of National Nurses United, a union that has left.",
        [("Dana Okoro", "official", "executive director", "National Nurses United")],
    ),
    "no description of several": (
        "{Aides} of Gov. Dana Okoro, a former prosecutor, said that it leaks.".replace("{", "").replace("}", ""),
        [("Aides of Gov. Dana Okoro", "unnamed", None, None)],
    ),
    "whose study somebody relies on": (
        "She relied on Dana Okoro, an economist at Delta University who had once said that it leaks.",
        [("Dana Okoro", "expert", "an economist", "Delta University")],
    ),
    "a name with only an article": ("“It leaks,” The Quarrel reported.", [("The Quarrel", "organisation", None, None)]),
    "a name with a title behind the article": (
        "“It leaks,” said the Rev. Dana Okoro.",
        [("Dana Okoro", "person", "Rev.", None)],
    ),
    "a maker of figures": ("According to Quarry Ridge data, it leaks.", [("Quarry Ridge", "organisation", None, None)]),
    "who reported first": (
        "As reported by Western Quarrel, it rained.",
        [("Western Quarrel", "organisation", None, None)],
    ),
    "a paper whose name ends in “today”": (
        "According to USA TODAY contributor Dana Okoro, it leaks.",
        [("Dana Okoro", "journalist", "USA TODAY contributor", "USA TODAY")],
    ),
    "a paper in capital letters": ("As POLITICO has reported, it leaks.", [("POLITICO", "publication", None, None)]),
    "a verb before its subject": ("It leaked. Said Okoro: “It was bad.”", [("Okoro", "person", None, None)]),
    "a verb before a name with a body": (
        "Explains Dana Okoro of the Delta Trust: “It was bad.”",
        [("Dana Okoro", "person", None, "Delta Trust")],
    ),
    "a first name that is such a verb": (
        "Said Karimi told a nurse that it leaks.",
        [("Said Karimi", "person", None, None)],
    ),
    "a role and a body in brackets": (
        "Dana Okoro (director, University of Varna) said that it leaks.",
        [("Dana Okoro", "expert", "director", "University of Varna")],
    ),
    "a role with “as” before the sentence": (
        "As director of the Delta Institute, Dana Okoro said that it leaks.",
        [("Dana Okoro", "expert", "director", "Delta Institute")],
    ),
    "a role behind a body with an “of”": (
        "Center for Strategic Studies senior research fellow Dana Okoro said that it leaks.",
        [
            (
                "Dana Okoro",
                "expert",
                "Center for Strategic Studies senior research fellow",
                "Center for Strategic Studies",
            )
        ],
    ),
    "no party where an office is stated": (
        "Senator Dana Okoro, Democrat of Ohio, said that it leaks.",
        [("Dana Okoro", "official", "Senator", None)],
    ),
    "no kind of the party": (
        "“It leaks,” said Dana Okoro, a Republican activist.",
        [("Dana Okoro", "person", "a Republican activist", None)],
    ),
    "a member of a party who may be a voter": (
        "“It leaks,” said Dana Okoro, a Republican from Tarn.",
        [("Dana Okoro", "person", "a Republican from Tarn", None)],
    ),
    "who works for a senator": (
        "“It leaks,” said Dana Okoro, a staffer for Sen. Bo Lisk.",
        [("Dana Okoro", "person", "a staffer for Sen. Bo Lisk", None)],
    ),
    "the son of a candidate": (
        "“It leaks,” said Dana Okoro, son of the presidential front-runner.",
        [("Dana Okoro", "person", "son of the presidential front-runner", None)],
    ),
    "a surname that is a title, behind an initial": (
        "Sen. Dana T. King said that it leaks.",
        [("Dana T. King", "official", "Sen.", None)],
    ),
    "an office that no list of bodies has": (
        "“It leaks,” New York City Public Advocate Dana Okoro said.",
        [("Dana Okoro", "person", "New York City Public Advocate", None)],
    ),
    "a group at the beginning of a sentence": (
        "Opponents argued that it leaks.",
        [("Opponents", "unnamed", None, None)],
    ),
    "a common noun at the beginning of a sentence": (
        "Ada Roe has data. Data show that it leaks.",
        [("Data", "unnamed", None, None)],
    ),
    "no town before a dash": ("LONDON — “It leaks,” said Dana Okoro.", [("Dana Okoro", "person", None, None)]),
}


@pytest.mark.parametrize(("text", "voices"), VOICES.values(), ids=VOICES)
def test_news_states_who_somebody_is(text, voices):
    found = analyse(verbatim(text)).voices
    assert [(v.name, v.kind, v.role, v.affiliation) for v in found] == voices


def test_several_are_who_they_are():
    text = "It rained on the town.\n\nSeveral residents saw it. They said that the weir was old."
    assert [voice.name for voice in analyse(verbatim(text)).voices] == ["Several residents"]


def test_words_in_marks_may_end_with_words_in_marks():
    text = "It rained on the town all day.\n\n“He said, ‘We have won the town.’” Ada Roe said."
    found = analyse(verbatim(text))
    voices = [found.voice(quotation.voice) for quotation in found.quotations if quotation.voice]
    assert [voice and voice.name for voice in voices] == ["Ada Roe"]


def test_an_article_appeared_in_its_paper():
    found = analyse(verbatim("Dana Okoro’s article in the Guardian says that it leaks.")).voices
    assert [(voice.name, voice.outlet) for voice in found] == [("Dana Okoro", "Guardian")]


def test_nobody_is_called_there():
    assert analyse(verbatim("Having said that, there are a lot of weirs out there, a lot of mills.")).voices == ()


def test_a_town_before_a_dash_says_nothing():
    assert analyse(verbatim("LOS ANGELES — “The weir leaks. The mill stands.”")).voices == ()
