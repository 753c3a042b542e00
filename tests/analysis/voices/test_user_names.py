"""User names in lower case."""

import pytest

from reader.analysis import analyse_quotations
from reader.analysis.voices.names.user_names import users
from reader.sources import verbatim


def told(text):
    """The speaker of each quotation of a text."""
    found = analyse_quotations(verbatim(text))
    named = {voice.id: voice.name for voice in found.voices}
    return [named.get(quote.voice or 0) for quote in found.quotations]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LJ user lena-k is an engineer.", ["lena-k"]),
        ("The blogger millie disagrees.", ["millie"]),
        ("Then weir_rat, a miller, wrote.", ["weir_rat"]),
        ("It came from otter99 and lotta_k.", ["otter99", "lotta_k"]),
        ("A user nicknamed otters wrote.", ["otters"]),
        ("A commenter called millie disagrees.", ["millie"]),
        ("A reader calling himself otters said no, and one who called herself millie agreed.", ["otters", "millie"]),
        ("She called herself lucky.", []),
        ("Under the pseudonym waterlily she writes.", ["waterlily"]),
        ("Another user, pessimist summed it all up.", ["pessimist"]),
        ("One netizen, sluicegate, wrote.", ["sluicegate"]),
        ("A user wrote that he was ill.", []),
        ("The blogger writes and the user commented.", []),
        ("The user from Ferry and the blogger who left.", []),
        ("See ferry.example/a_b and @lotta_k.", []),
        ("User Otter wrote.", []),
        ("The miller 푸른여우, a mother of two, agrees.", ["푸른여우"]),
        ("It is too late. 夜空 said so.", ["夜空"]),
        ("夜空 wrote it down.\nmossy-otter, a baker, did not.", ["夜空", "mossy-otter"]),
        ("They ran to the mill\notters, a hundred of them", ["otters"]),
        ("They saw otters, a hundred of them, and élan.", []),
        ("Мы видели мельницу, the mill.", []),
        ("푸른 여우가 왔다. 夜空", []),
    ],
)
def test_a_user_name_is_distinguished_from_other_words(text, found):
    assert [text[start:end] for start, end, _ in users(text, [(0, len(text))])] == found


def test_the_word_that_calls_a_user_so_is_the_title():
    text = "LJ user lena-k"
    assert list(users(text, [(0, len(text))])) == [(8, 14, 3)]


@pytest.mark.parametrize(
    ("user", "introduced"),
    [
        ("lena-k", "LJ user lena-k is an engineer, and she has few readers."),
        ("mossy-otter", "mossy-otter, a baker in her forties, has few readers."),
        ("푸른여우", "Blogger 푸른여우, a mother of two, has few readers."),
        ("夜空", "夜空, who had been a baker, has few readers."),
    ],
)
def test_she_is_the_user_named_before(user, introduced):
    text = f"{introduced} On Monday she wrote:\n\nWe are not moving! [Source]"
    assert told(text) == [user]


def test_they_refers_to_two_people_named_together():
    text = "Ada Roe and Olga Rand run a blog.\n\nThey write:\n\nWe are not moving! [Source]"
    assert told(text) == ["Ada Roe and Olga Rand"]
