"""Surnames that are also function words: "He Jianxiong" is a name, "He said" is not."""

import pytest

from reader.analysis import analyse
from reader.analysis.words.function_word_surnames import is_surname
from reader.sources import verbatim

# an article, and the voices in it
NAMED = [
    ("“Who will pay for all of this?” He Jianxiong, a former director, said on Friday.", ["He Jianxiong"]),
    ("“The gates stay shut,” He Jianxiong, a former director, said on Friday.", ["He Jianxiong"]),
    ("He Jianxiong said that the gates would stay shut.", ["He Jianxiong"]),
    ("In June, He Jianxiong told the court that the gates would stay shut.", ["He Jianxiong"]),
    ("According to He Jianxiong, the gates would stay shut.", ["He Jianxiong"]),
    ("An Nguyen said the ferry was late. “We waited for hours,” An Nguyen said.", ["An Nguyen"]),
    ("The ferry was late, said She Weilan. She said that it had leaked.", ["She Weilan"]),
    ("Will Sarto said the ferry was late.", ["Will Sarto"]),
    ("Ana Brook said the ferry was late. He Said It Leaked was the name of a play.", ["Ana Brook"]),
]


@pytest.mark.parametrize(("text", "voices"), NAMED)
def test_a_function_word_before_a_name_may_be_a_name(text, voices):
    assert [voice.name for voice in analyse(verbatim(f"News.\n\n{text}")).voices] == voices


@pytest.mark.parametrize(
    ("word", "following", "opens", "named"),
    [
        ("he", "Jianxiong", True, True),
        ("he", "Said", True, False),
        ("he", "Walked", False, False),
        ("he", "The", False, False),
        ("he", "US", False, False),
        ("an", "Nguyen", True, True),
        ("an", "American", False, False),
        ("an", "Hour", True, False),
        ("her", "Majesty", False, False),
        ("her", "Sunmi", False, True),
        ("so", "Ada", True, False),
        ("so", "Minjae", False, True),
    ],
)
def test_the_next_word_decides_whether_it_is_a_surname(word, following, opens, named):
    assert is_surname(word, following, opens=opens) is named


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Carla Manning says that the ferry is late.", ["Carla Manning"]),
        ("Manning says that the ferry is late.", ["Manning"]),
        ("Keating warns that the bridge will fall.", ["Keating"]),
        ("The lawyer Ben Golding argues that the law is bad.", ["Ben Golding"]),
        ("Bert Fielding asks who will pay for the dyke.", ["Bert Fielding"]),
        ("In his column, Fielding asks why nobody came.", ["Fielding"]),
        ("“It rained all day,” Keating adds, “and nobody cared.”", ["Keating"]),
        ("Beijing says that it will not pay.", ["Beijing"]),
        ("Beijing denies that it has paid.", ["Beijing"]),
        ("“The dyke,” Harding writes, “was never finished.”", ["Harding"]),
        ("Liu Ming adds: “The river is still rising.”", ["Liu Ming"]),
        ("Housing claims rose in the spring.", []),
        ("Housing claims that were filed in May are not read.", []),
        ("The mining claims have been sold.", []),
        ("The growing calls for patience worry the mayor.", []),
        ("In May, building claims rose again.", []),
    ],
)
def test_a_name_in_ing_speaks_and_a_gerund_does_not(sentence, speakers):
    analysis = analyse(verbatim(f"News.\n\n{sentence}"))
    assert [voice.name for q in analysis.quotations if (voice := analysis.voice(q.voice))] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“No bus runs,” said Lorna Baker, the manager. “It is not ideal,” Baker added.", ["Lorna Baker"] * 2),
        ("“No bus runs,” said Lorna King, the manager. King said that it was late.", ["Lorna King"] * 2),
        ("The lawyer Clara May won. “It is a good day,” May said. In May she had lost.", ["Clara May"]),
        ("The lawyer Clara May won. May told reporters that she was glad.", ["Clara May"]),
        ("Joan Bishop met the bishop. “He is a liar,” Bishop said.", ["Joan Bishop"]),
        ("Joan Bishop met the bishop. “She is a liar,” the bishop said.", ["the bishop"]),
        ("Paul Farmer met Ada Roe, a farmer. “Milk is cheap,” said the farmer.", ["Ada Roe"]),
        ("The guide Omar Said found him. “He was asleep,” Said said.", ["Omar Said"]),
        ("The photographer Odd Baker was there. “It was night,” Baker said.", ["Odd Baker"]),
        ("President Mateus Cook said that he would go.", ["Mateus Cook"]),
        ("Clara May won. May brought rain. Will said that he would come.", []),
    ],
)
def test_a_surname_that_is_also_a_common_word_is_a_name_when_alone(text, speakers):
    analysis = analyse(verbatim(f"News.\n\n{text}"))
    assert [voice.name for q in analysis.quotations if (voice := analysis.voice(q.voice))] == speakers
