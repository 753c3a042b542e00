"""The commands on the whole library: search, voices --library, and the index that doctor makes anew."""

import json

import pytest

from reader import config
from reader.services.session import Session
from tests.cli.command_runner import run
from tests.services.weir_library import fill


@pytest.fixture
def library():
    session = Session()
    fill(session)
    session.close()


@pytest.mark.usefixtures("library")
def test_a_search_prints_articles_with_the_words_around_what_was_found(capsys):
    status, out, err = run(capsys, "search", "voice:roe", "gates", "--width", "60")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "Weir report 1",
        "    Ferry Post · 1 May 2021 · https://post.example/1",
        "    - “The gates will hold until May,” (Ada Roe,",
        "      hydrologist, Delta Institute)",
    ]


@pytest.mark.usefixtures("library")
def test_a_search_as_json_has_a_line_for_each_article(capsys):
    status, out, _ = run(capsys, "search", '"gates will"', "--json")
    [found] = map(json.loads, out.splitlines())
    place = found["places"][0]
    assert (status, found["title"], found["outlet"], found["place_count"]) == (0, "Weir report 1", "Ferry Post", 1)
    assert place["text"][slice(*place["marks"][0])] == "gates will"
    assert (place["kind"], place["voice"]) == ("text", "Ada Roe")


@pytest.mark.usefixtures("library")
def test_a_search_prints_no_more_than_asked_for_and_says_so(capsys):
    status, out, err = run(capsys, "search", "weir", "--limit", "1", "--json")
    assert (status, len(out.splitlines())) == (0, 1)
    assert err == "pullquote: up to 2 more articles: --limit 0 prints all\n"
    assert len(run(capsys, "search", "weir", "--limit", "0", "--json")[1].splitlines()) == 3


@pytest.mark.parametrize("query", ["nowhere", '"', "***", "NEAR(weir", "a" * 10_000, "AND OR NOT"])
@pytest.mark.usefixtures("library")
def test_a_search_without_a_result_is_no_error(capsys, query):
    status, out, err = run(capsys, "search", "--", query, "zzz")
    assert (status, out, err) == (0, "", "pullquote: Nothing in your library has these words.\n")


@pytest.mark.usefixtures("library")
def test_a_filter_with_a_wrong_value_is_an_error_in_one_sentence(capsys):
    status, out, err = run(capsys, "search", "before:soon")
    assert (status, out) == (1, "")
    assert err == (
        "pullquote: before: needs a day, as in before:2024-05-31, before:2024-05 or before:2024. Nothing was searched for.\n"
    )


@pytest.mark.parametrize("command", [["search", "weir"], ["voices", "--library"]])
def test_without_a_library_none_is_made(capsys, command):
    assert run(capsys, *command) == (0, "", "pullquote: Nothing read yet.\n")
    assert not config.paths().library.exists()


@pytest.mark.usefixtures("library")
def test_the_voices_of_the_library_are_people_experts_first(capsys):
    status, out, _ = run(capsys, "voices", "--library")
    assert status == 0
    names = [line.split("  ")[0] for line in out.splitlines()]
    assert names[:3] == ["name", "Ada Roe", "Ada Roe"]
    assert "hydrologist, Delta Institute (2021–2022)" in out
    people = [json.loads(line) for line in run(capsys, "voices", "--library", "--json")[1].splitlines()]
    [roe] = [each for each in people if each["articles"] == 2]
    assert (roe["name"], roe["kinds"], roe["quotations"], roe["joined"]) == ("Ada Roe", ["expert"], 2, False)
    assert roe["known_as"] == [
        {"description": "hydrologist, Delta Institute", "first": "2021-05-01", "last": "2022-05-01"}
    ]
    assert [each["article"] for each in roe["voices"]] == ["a2", "a1"]


def test_voices_takes_articles_or_the_library(capsys, article):
    status, _, err = run(capsys, "voices", "--library", article)
    assert status == 2
    assert "--library takes no LOCATION." in err


@pytest.mark.usefixtures("library")
def test_doctor_says_how_much_is_indexed_and_makes_the_index_anew(capsys):
    assert json.loads(run(capsys, "doctor", "--json")[1])["search index"] == "0 articles"
    index = config.paths().library.with_suffix(".search.db")
    index.write_bytes(b"damaged")
    assert json.loads(run(capsys, "doctor", "--rebuild", "--json")[1])["search index"] == "3 articles, made anew"
    assert json.loads(run(capsys, "doctor", "--json")[1])["search index"] == "3 articles"


def test_what_can_not_be_printed_in_a_library_is_made_printable(capsys):
    from tests.services.weir_library import article  # noqa: PLC0415

    session = Session()
    fill(session, [article(1, "The weir \x1b[31m is red.", title="A \x1b]0;title\x07 weir")])
    session.close()
    for form in ([], ["--json"]):
        assert "\x1b" not in run(capsys, "search", "weir", *form)[1]
