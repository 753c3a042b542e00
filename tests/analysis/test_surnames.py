"""Function words that are surnames: "He Jianxiong" is a name, "He said" and "An American" are none."""

import pytest

from reader.analysis import analyse
from reader.analysis.words.surnames import is_surname
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
def test_what_follows_tells_whether_it_is_a_surname(word, following, opens, named):
    assert is_surname(word, following, opens=opens) is named
