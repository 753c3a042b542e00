"""Places for a person to choose from: those with the most words of what was not found again."""

import pytest

from reader.text.anchors import selector_of
from reader.text.likely_places import MOST, likely_places
from tests.cpu_time import growth
from tests.text.test_anchors import LIST, span

RASK = "Per Rask gave 300 crowns for the lamp in Torsby."


def places(words, new, old=LIST, nth=0):
    exact, prefix, suffix = selector_of(old, (span(words, old, nth),))
    return [place.of(new) for place in likely_places(new, exact, prefix, suffix)]


def test_the_sentence_with_the_most_words_comes_first_and_others_follow():
    new = LIST.replace("Per Rask gave 300 crowns", "On Monday Per Rask gave nothing")
    found = places(RASK, new)
    assert found[0] == "On Monday Per Rask gave nothing for the lamp in Torsby."
    assert found[1:]
    assert all("for the lamp in" in each for each in found[1:])
    assert "It was late." not in found


def test_several_sentences_are_looked_for_together():
    new = LIST.replace("95", "90").replace("48", "50")
    found = places("Ada Ros gave 95 crowns for the lamp in Brede. Olga Rand gave 48 crowns for the lamp in Elmau.", new)
    assert found[0] == "Ada Ros gave 90 crowns for the lamp in Brede. Olga Rand gave 50 crowns for the lamp in Elmau."


def test_a_part_of_a_sentence_stays_a_part():
    assert places("gave 300 crowns for", LIST.replace("300 crowns", "300 good crowns"))[0] == "gave 300 good crowns for"


def test_of_the_same_words_those_in_the_same_context_come_first():
    exact, prefix, suffix = selector_of(LIST, (span("for the lamp", LIST, 2),))
    found = likely_places(LIST, exact, prefix, suffix)
    assert found[0] == span("for the lamp", LIST, 2)
    assert [place.of(LIST) for place in found] == ["for the lamp"] * 4


@pytest.mark.parametrize("words", ["Nothing at all is like these few words", " ", "", "…"])
@pytest.mark.parametrize("text", [LIST, ""])
def test_there_are_none_for_words_that_nothing_is_like(words, text):
    assert likely_places(text, words, "", "") == []


def test_there_are_not_too_many_and_none_overlaps():
    found = likely_places("So it goes. " * 50, "So it goes.", "", "")
    assert len(found) == MOST
    assert not any(one.overlaps(other) for one in found for other in found if one is not other)


@pytest.mark.no_cover
def test_time_is_linear_in_the_text():
    sentence = "The {} boat of the line was late again, and nobody on the quay at Oxholm could say why it was. "
    words = "The boat of the line was never late, and nobody on the quay at Oxholm could say why."

    def find(count):
        assert likely_places("".join(sentence.format(n) for n in range(count)), words, "", "")

    assert growth(find, 500, 5000) < 20
