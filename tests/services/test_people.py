"""The voices of all articles: who is one person, and what a reader joins for good."""

import pytest

from reader.errors import StorageError
from reader.services.person_groups import people_of
from reader.store.search_lookup import VoiceHit
from tests.services.weir_library import ARTICLES, article, fill


def voice(number, name, kind="expert", role=None, affiliation=None, *, key=None, published="2024-01-01", quotations=1):
    words = "".join(f" {word}" for word in name.lower().split())
    key = key or f"a{number}"
    return VoiceHit(number, name, words, kind, role, affiliation, quotations, number, key, key, published, "2026")


pytestmark = pytest.mark.usefixtures("home")

SAME = {
    "role": (voice(1, "Ada Roe", role="a hydrologist"), voice(2, "Ada Roe", role="hydrologist")),
    "affiliation": (
        voice(1, "Ada Roe", role="director", affiliation="the Delta Institute"),
        voice(2, "Ada Roe", "person", "hydrologist", "Delta Institute"),
    ),
    "body": (voice(1, "Delta Institute", "organisation"), voice(2, "Delta Institute", "publication")),
    "over a third": (
        voice(1, "Ada Roe", role="mayor"),
        voice(2, "Ada Roe", role="teacher"),
        voice(3, "Ada Roe", role="mayor", affiliation="Holm"),
        voice(4, "Ada Roe", role="teacher", affiliation="Holm"),
    ),
}
DIFFERENT = {
    "neither role nor affiliation": (voice(1, "Ada Roe"), voice(2, "Ada Roe")),
    "another role": (voice(1, "Ada Roe", role="teacher"), voice(2, "Ada Roe", role="mayor")),
    "a surname alone": (voice(1, "Roe", role="mayor"), voice(2, "Roe", role="mayor")),
    "another name": (voice(1, "Ada Roe", role="mayor"), voice(2, "Bo Roe", role="mayor")),
    "unnamed": (
        voice(1, "a senior official", "unnamed", "official"),
        voice(2, "a senior official", "unnamed", "official"),
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_voices_are_one_by_full_name_and_role_or_affiliation(case):
    assert len(people_of(SAME[case], ())) == 1


@pytest.mark.parametrize("case", DIFFERENT)
def test_other_voices_stay_several_until_a_reader_joins_them(case):
    voices = DIFFERENT[case]
    assert len(people_of(voices, ())) == 2
    joined = people_of(voices, [[(each.key, each.words) for each in voices]])
    assert [each.is_joined for each in joined] == [True]


def test_a_person_has_kinds_and_stations_over_time_and_the_name_that_most_articles_give():
    [person] = people_of(
        (
            voice(1, "Ada Roe", "official", "mayor", "Holm", published="2019-03-01", quotations=2),
            voice(2, "Ada Roe", "expert", "hydrologist", "Holm", published="2021-03-01", quotations=4),
            voice(3, "Ada Roe", "expert", "hydrologist", "Holm", published="2023-03-01"),
        ),
        (),
    )
    assert person.kinds == ("expert", "official")
    assert [(each.description, each.years) for each in person.stations] == [
        ("hydrologist, Holm", "2021–2023"),
        ("mayor, Holm", "2019"),
    ]
    assert (person.articles, person.quotations) == (3, 7)


def test_experts_come_first_and_who_says_more_before_who_says_less():
    voices = (
        voice(1, "Cy Vell", "person", "teacher", quotations=9),
        voice(2, "Bo Tarn", "expert", "lawyer", quotations=1),
        voice(3, "Ada Roe", "expert", "lawyer", quotations=2),
    )
    assert [each.name for each in people_of(voices, ())] == ["Ada Roe", "Bo Tarn", "Cy Vell"]


@pytest.fixture
def library(session):
    fill(session)
    session.search.refresh()
    return session


def named(session, name):
    return [each for each in session.people.all() if each.name == name]


def said(session, person):
    return [[place.text for place in each.places] for each in session.people.said(person)]


def test_the_people_of_a_library(library):
    hydrologist, teacher = sorted(named(library, "Ada Roe"), key=lambda each: -each.articles)
    assert (hydrologist.articles, teacher.articles) == (2, 1)
    assert said(library, hydrologist) == [["“Nobody dredged the river,”"], ["“The gates will hold until May,”"]]


def test_joining_is_for_good_and_can_be_undone_and_taken_apart(library, start):
    one, other = named(library, "Ada Roe")
    library.people.join(one, other)
    [person] = named(start(), "Ada Roe")
    assert (person.articles, person.is_joined) == (3, True)
    assert library.undo() == "Ada Roe and Ada Roe are two again"
    assert len(named(library, "Ada Roe")) == 2
    assert library.redo() == "Ada Roe and Ada Roe are one again"
    later = start()
    later.people.separate(*named(later, "Ada Roe"))
    assert len(named(library, "Ada Roe")) == 2
    assert later.undo() == "Ada Roe is one person again"
    assert len(named(library, "Ada Roe")) == 1


def test_the_sentence_on_an_undone_join_names_the_two(library):
    [one], [other, *_] = (
        named(library, "Ada Roe")[:1],
        [each for each in library.people.all() if each.name != "Ada Roe"],
    )
    library.people.join(one, other)
    assert library.undo() == f"{one.name} and {other.name} are two again"


def test_what_another_window_took_apart_is_not_joined_again(library, start):
    library.people.join(*named(library, "Ada Roe"))
    other = start()
    other.people.separate(*named(other, "Ada Roe"))
    assert library.undo().endswith("it was changed in another window")
    assert library.redo().endswith("it was changed in another window")
    assert len(named(library, "Ada Roe")) == 2


def test_a_join_stays_when_the_index_is_made_anew_and_a_new_article_comes(library):
    library.people.join(*named(library, "Ada Roe"))
    fill(library, [article(4, "“Shut it,” said Ada Roe, a teacher at the Salt School.")])
    library.search.rebuild()
    [person] = named(library, "Ada Roe")
    assert person.articles == 4


def test_joining_twice_or_taking_apart_what_is_not_joined_is_refused(library):
    one, other = named(library, "Ada Roe")
    with pytest.raises(StorageError, match="not joined"):
        library.people.separate(one)
    library.people.join(one, other)
    [both] = named(library, "Ada Roe")
    with pytest.raises(StorageError, match="already"):
        library.people.join(both, one)


def test_a_join_changes_nothing_that_is_known_of_voices(library):
    library.people.join(*named(library, "Ada Roe"))
    corrected = library.corrections.apply(ARTICLES[0], library.analyse(ARTICLES[0]))
    assert corrected.analysis is corrected.found or not corrected.known


def test_a_join_that_can_not_be_read_is_left_alone(library):
    library.people.join(*named(library, "Ada Roe"))
    with library.library.writing() as store:
        store._connection.execute("UPDATE known_voices SET value = '[1, {'")
    assert len(named(library, "Ada Roe")) == 2


def test_the_card_of_a_voice_has_the_same_person_elsewhere(library):
    assert [each.title for each in library.people.elsewhere(ARTICLES[0], "Ada Roe")] == ["Weir report 2"]
    assert library.people.elsewhere(ARTICLES[0], "Otto Reed") == ()
    library.people.join(*named(library, "Ada Roe"))
    assert [each.title for each in library.people.elsewhere(ARTICLES[0], "Ada Roe")] == [
        "Weir report 3",
        "Weir report 2",
    ]
