"""All highlights in their groups."""

from reader.app.viewmodels.highlight_groups import (
    NO_SPEAKER,
    NO_TAG,
    THIS_ARTICLE,
    by_article,
    by_tag,
    by_voice,
    collect_entries,
)
from reader.model import Highlight, Span, Speaker
from reader.store import LibraryEntry
from tests.app.pane_harness import reading

BOOK = LibraryEntry("b", "./bridge.md", "The\nBridge", None, None, "", 10, 2)
UNTITLED = LibraryEntry("c", "./note.txt", None, None, None, "", 10, 1)


def kept(id_, exact, speaker=None, tags=(), note=""):
    who = Speaker(speaker, "person") if speaker else None
    return Highlight(id_, "a", (Span(0, 3),), exact, "", "", "", "", speaker=who, tags=tags, note=note)


WALL = kept("1", "the wall", "Ann Orr", ("sea",))
TIDE = kept("2", "the tide", None, ("sea", "moon"), "look this up")
BRIDGE = kept("3", "the bridge", "Ann Orr")
NOTE = kept("4", "a note")
ALL = collect_entries(reading(highlights=(WALL, TIDE)), [(BOOK, (WALL, BRIDGE)), (UNTITLED, (NOTE,))])


def told(groups):
    return [(group.title, [each.highlight.id for each in group.entries]) for group in groups]


def test_the_open_article_comes_first_and_no_highlight_twice():
    assert told(by_article(ALL)) == [(THIS_ARTICLE, ["1", "2"]), ("The Bridge", ["3"]), ("./note.txt", ["4"])]
    assert [each.library_entry for each in ALL] == [None, None, BOOK, UNTITLED]


def test_by_voice_groups_over_all_articles_with_no_speaker_last():
    assert told(by_voice(ALL)) == [("Ann Orr", ["1", "3"]), (NO_SPEAKER, ["2", "4"])]


def test_by_tag_a_highlight_is_in_the_group_of_each_tag():
    assert told(by_tag(ALL)) == [("#sea", ["1", "2"]), ("#moon", ["2"]), (NO_TAG, ["3", "4"])]


def test_without_an_open_article_all_are_of_others():
    assert [each.highlight.id for each in collect_entries(None, [(BOOK, (WALL,))])] == ["1"]


def test_a_query_matches_all_fields_of_a_highlight():
    def found(query):
        return [each.highlight.id for each in ALL if each.matches(query.casefold().split())]

    assert found("the ORR") == ["1", "3"]
    assert found("look moon") == ["2"]
    assert found("bridge") == ["3"]
    assert found("nothing") == []
    assert found("") == ["1", "2", "3", "4"]
