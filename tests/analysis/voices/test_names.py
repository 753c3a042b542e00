"""Names are found with their titles, and distinguished from bodies, places and plain capitals."""

import pytest

from reader.analysis.voices.names.names import scan
from tests.analysis.voices.marked_texts import article
from tests.cpu_time import growth

TEXTS = {
    "a title is told from the name": ("Then Russian President Pavel Orlin came.", ["Pavel Orlin"]),
    "an office that is addressed is no name": ("Mr Mayor, Mr Quill sang.", ["Quill"]),
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
    "the department of an office": ("the Secretary of State Ada Cole", ["Ada Cole"]),
    "a department of two words": ("the Minister of Foreign Affairs Ada Cole", ["Ada Cole"]),
    "a house of an office": ("the Speaker of the House Ada Cole", ["Ada Cole"]),
    "no department without an office": ("the view of State Farm Insurance", ["State Farm Insurance"]),
    "the place of an envoy": ("the envoy to South Korea Ada Cole", ["Ada Cole"]),
    "no office before a place": ("a letter to South Korea Telecom", ["South Korea Telecom"]),
    "a given name in two syllables": ("Then Lam Wai-kit sang.", ["Lam Wai-kit"]),
    "an office without a name": ("the Secretary of State herself", ["State"]),
    "a saint in a place": ("the mayor of Port St. Lowe and others", ["Port St. Lowe"]),
    "an office in capitals": ("the CEO of the bank", []),
    "a surname that is a trade": ("the baker Peter Cook and others", ["Peter Cook"]),
    "a land with a party": ("the Kenyan man met the Texas Republican", ["Kenyan"]),
    "behind a headline in capitals": (
        "TEN LOST IN LIMA STORM Turkish President Recep Ali Demir spoke.",
        ["Recep Ali Demir"],
    ),
    "the office of an office": (
        "the Norvia Governor’s Office of Emergency Tides wrote",
        ["Norvia Governor’s Office of Emergency Tides"],
    ),
    "the office of an attorney": (
        "the U.S. Attorney’s Office for the Northern District wrote",
        ["U.S. Attorney’s Office for the Northern District"],
    ),
    "a coroner's office": ("The Coroner’s Office wrote", ["Coroner’s Office"]),
    "a shop of a coroner": ("the Coroner’s Lima shop", ["Lima"]),
    "a post in letters behind a club": ("Then Harriers QB Peter Oke left.", ["Peter Oke"]),
    "letters that are a first name's": ("Then J.D. Peter Oke left.", ["J.D. Peter Oke"]),
    "a line in capitals": ("RIVER QB PETER OKE LEFT.", ["RIVER QB PETER OKE LEFT"]),
    "a body and a day": ("the Tide Ministry on Monday and others", ["Tide Ministry"]),
    "a firm and whom it works for": ("by Vela Systems for the Tide Ministry", ["Vela Systems", "Tide Ministry"]),
    "partners for something": ("the Partners for Lima left", ["Partners for Lima"]),
    "the council of a mayor": ("the Mayor's Council met", ["Mayor's Council"]),
    "the office of a person": ("He saw Orlin’s Office of Tides.", ["Orlin", "Office of Tides"]),
    "whom an office has": ("the Governor’s Lima house", ["Lima"]),
    "a land with an and": ("It is Antigua and Barbuda Weir Blog.", ["Antigua and Barbuda Weir Blog"]),
    "a land with another": ("He saw Trinidad and Jamaica.", ["Trinidad", "Jamaica"]),
    "two matters of a body": ("The Ministry for Tides and Pensions met", ["Ministry for Tides and Pensions"]),
    "a matter and a firm": ("The Ministry for Tides and Boeing met", ["Ministry for Tides", "Boeing"]),
    "a matter and a name": ("The Ministry for Tides and Dorn met", ["Ministry for Tides", "Dorn"]),
    "a matter and a full name": ("The Ministry of Justice and Ada Roe met", ["Ministry of Justice", "Ada Roe"]),
    "two matters before a committee": ("The Work and Tides Committee of Lima", ["Work and Tides Committee of Lima"]),
    "two matters of a secretary": ("Then Work and Pensions Secretary Ada Roe left.", ["Ada Roe"]),
    "two matters of a secretary, named later": ("The Work and Pensions Secretary, Ada Roe, left.", ["Ada Roe"]),
    "a body and a person": ("the Coalition for Lima and Ada Roes met", ["Coalition for Lima", "Ada Roes"]),
    "a title with a word that begins sentences": ("Blogger Vela Like Salt left.", ["Vela Like Salt"]),
    "a sentence behind a headline": ("VELA LOST As Roe left.", ["VELA LOST", "Roe"]),
    "an owner of two words of a body": ("The Prisoners' Rights Union met.", ["Prisoners' Rights Union"]),
    "an owner of a body with a name": ("They met Orlin's Rights Union.", ["Orlin", "Rights Union"]),
    "a title with another small word": ("The blog Sal desde Luna wrote.", ["Sal desde Luna"]),
    "an article run into a word": ("It was in Corriere dell'Vela.", ["Corriere dell'Vela"]),
    "a title in another tongue": ("There Sal para Luna wrote.", ["Sal para Luna"]),
    "a known name with an opener": ("Then Democracy Now reported.", ["Democracy Now"]),
}


@pytest.mark.parametrize(("text", "names"), TEXTS.values(), ids=TEXTS)
def test_names_are_found(text, names):
    found = scan(article(text + " It was so."))
    assert [" ".join(name.words) for name in found.all] == names


def test_bodies_places_and_persons_are_distinguished():
    found = scan(article("So the Delta Council, France, NATO, the Herald and Pavel Orlin of AT&T agreed."))
    bodies = [" ".join(name.words) for name in found.all if name.body]
    assert bodies == ["Delta Council", "NATO", "Herald", "AT&T"]


def test_a_part_of_a_country_is_a_place_if_the_words_before_say_so():
    found = scan(
        article("He is from Tsk, North Vela-Alm, and lives in Eastern Vela. Then North Vela Rovers met West Roe.")
    )
    places = [" ".join(name.words) for name in found.all if name.place]
    assert places == ["North Vela-Alm", "Eastern Vela"]


def test_a_seat_of_government_is_a_body():
    assert [name.body for name in scan(article("So the White House agreed.")).all] == [True]


def test_a_line_in_title_case_has_no_names_but_the_lines_around_it_do():
    found = scan(article("Then Ana Reis left.\nIvo Trask Booed After Telling Jem Cole To Stop\nRosa Quill did not."))
    assert [" ".join(name.words) for name in found.all] == ["Ana Reis", "Rosa Quill"]


def test_a_short_line_of_names_is_no_title():
    assert [name.words for name in scan(article("Ana Luz Reis")).all] == [("Ana", "Luz", "Reis")]


def test_a_body_in_a_town_is_still_a_body():
    found = scan(article("So the Embassy in Port Ellis agreed."))
    assert [(" ".join(name.words), name.body) for name in found.all] == [("Embassy in Port Ellis", True)]


def test_places_are_distinguished_from_persons():
    found = scan(article("So the Delta Council, France, NATO, the Herald and Pavel Orlin of AT&T agreed."))
    assert [name.words for name in found.all if name.place] == [("France",)]


@pytest.mark.no_cover
@pytest.mark.parametrize("piece", ["A", "Ab ", "A.", "AB", "Ministry of the ", "A, ", "Ab-", "d'A", "“", "Mr. "])
def test_time_grows_linearly_with_a_text_without_breaks(piece):
    assert growth(lambda size: scan(article(piece * (size // len(piece)))), 30_000, 300_000) < 20


@pytest.mark.parametrize("name", ["Oakdale County", "Tarn Province", "Weir Islands"])
def test_a_country_is_recognised_by_its_last_word(name):
    (found,) = scan(article(f"They came from {name} by boat.")).all
    assert (" ".join(found.words), found.place) == (name, True)
