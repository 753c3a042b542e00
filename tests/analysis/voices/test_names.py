"""Names are found in running text with their titles, and told from bodies, places and plain capitals."""

import time

import pytest

from reader.analysis.voices.names import scan
from tests.analysis.voices.marked import article

TEXTS = {
    "a title is told from the name": ("Then Russian President Pavel Orlin came.", ["Pavel Orlin"]),
    "a sentence begins with a capital": ("While Orlin slept, Trask sang.", ["Orlin", "Trask"]),
    "a possessive ends a name": ("He saw Orlin’s Lima house.", ["Orlin", "Lima"]),
    "a full stop ends a name": ("He left Vela. Trask sang.", ["Vela", "Trask"]),
    "an initial does not": ("Then J. K. Quill sang.", ["J. K. Quill"]),
    "a title's point does not": ("Then Mr. Quill sang.", ["Quill"]),
    "a body goes on over of": ("the University of Vela Mar and others", ["University of Vela Mar"]),
    "and over and": ("the Centre for Tides and Winds at Lima", ["Centre for Tides and Winds", "Lima"]),
    "small words inside": ("Then Tito wa Mora sang.", ["Tito wa Mora"]),
    "an address is one word": ("It was on Vela.org today.", ["Vela.org"]),
    "a page of a platform": ("the Vela Mar Facebook page", ["Vela Mar", "Facebook"]),
    "no adjective with a hyphen": ("a Vela-born poet", []),
    "the place of an office": ("the Archbishop of Lima Carlos Orta", ["Carlos Orta"]),
    "a known name with an opener": ("Then Democracy Now reported.", ["Democracy Now"]),
}


@pytest.mark.parametrize(("text", "names"), TEXTS.values(), ids=TEXTS)
def test_names_are_found(text, names):
    found = scan(article(text + " It was so."))
    assert [" ".join(name.words) for name in found.all] == names


def test_bodies_places_and_persons_are_told_apart():
    found = scan(article("So the Delta Council, France, NATO, the Herald and Pavel Orlin of AT&T agreed."))
    bodies = [" ".join(name.words) for name in found.all if name.body]
    assert bodies == ["Delta Council", "NATO", "Herald", "AT&T"]
    assert [name.words for name in found.all if name.place] == [("France",)]


@pytest.mark.parametrize("piece", ["A", "Ab ", "A.", "AB", "Ministry of the ", "A, ", "Ab-", "d'A", "“", "Mr. "])
def test_a_megabyte_of_anything_is_read_in_a_few_seconds(piece):
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()
    scan(article(text))
    assert time.process_time() - start < 5
