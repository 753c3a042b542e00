"""The commands that read: the linear view, and the list of what was read."""

import io
import json
import re
import sys

import pytest

from reader.cli.read_commands import start_at
from reader.errors import PullquoteError
from reader.model import Speaker
from reader.services.session import Session
from tests.cli.command_runner import ARTICLE, run
from tests.sources.loopback_servers import response, serving
from tests.sources.sample_article import html


@pytest.mark.parametrize("command", [[], ["read"], ["show"], ["read", "--linear"], ["--linear"]])
def test_without_a_terminal_an_article_is_printed_in_the_linear_view(capsys, article, command):
    status, out, err = run(capsys, *command, article)
    assert (status, err) == (0, "")
    assert "# The Weir Is Shut" in out
    assert "“Nobody asked us,” said Otto Reed" in out
    assert "==== Voices (2) ====" in out


def test_the_linear_view_shows_what_was_highlighted(capsys, article):
    session = Session()
    opened = session.open(str(article))
    session.highlights.add(opened, (session.analyse(opened).quotations[0].spans[0],))
    session.close()
    _, out, _ = run(capsys, article)
    assert "==== Highlights (1) ====\n\n“Nobody asked us,” (yellow)" in out


def test_the_linear_view_shows_speakers_that_were_pending(capsys, article):
    session = Session()
    opened = session.open(str(article))
    [first, *_] = session.analyse(opened).quotations
    session.highlights.add(opened, first.spans, speaker=Speaker("Reed", "person"), speaker_pending=True)
    _, out, _ = run(capsys, article)
    assert "(yellow) / Otto Reed" in out
    assert [here.speaker_pending for here in session.highlights.of(opened)] == [False]
    session.close()


def test_lines_are_as_wide_as_asked(capsys, article):
    _, out, _ = run(capsys, "read", article, "--width", "40")
    assert max(map(len, out.split("\n"))) <= 40


@pytest.mark.parametrize("location", ["nowhere.txt", "https://example.org/article", "book.epub"])
def test_what_cannot_be_opened_is_one_sentence_and_status_1(capsys, location):
    status, out, err = run(capsys, location)
    assert (status, out) == (1, "")
    assert err.startswith("pullquote: ")
    assert err.count("\n") == 1


def test_a_file_with_the_name_of_a_command_is_read_as_a_path(capsys, tmp_path):
    (tmp_path / "voices").write_text(ARTICLE, encoding="utf-8")
    status, out, _ = run(capsys, "./voices")
    assert status == 0
    assert "# The Weir Is Shut" in out


def test_the_library_lists_what_was_read_newest_first(capsys, article, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("The Weir Is Shut", "The Lock Is Open"), encoding="utf-8")
    run(capsys, article)
    run(capsys, other)
    _, out, _ = run(capsys)
    assert [re.split("  +", line)[1] for line in out.splitlines()] == ["title", "The Lock Is Open", "The Weir Is Shut"]
    _, out, _ = run(capsys, "library", "weir", "--json")
    (found,) = map(json.loads, out.splitlines())
    assert (found["title"], found["location"], found["highlights"]) == ("The Weir Is Shut", str(article), 0)


def test_unusable_settings_are_reported_and_reading_goes_on(capsys, article, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "config.toml").write_text("theme = \n", encoding="utf-8")
    status, out, err = run(capsys, article)
    assert status == 0
    assert "# The Weir Is Shut" in out
    assert err.startswith("pullquote: ")
    assert "config.toml is not valid TOML" in err
    status, _, err = run(capsys, "config")
    assert (status, err.count("\n")) == (1, 1)


def test_a_library_that_cannot_be_used_is_one_sentence_where_it_is_asked_for(capsys, article, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "library.db").write_bytes(
        b"this is no database, and it is long enough to be taken for one" * 50
    )
    status, out, err = run(capsys, "library")
    assert (status, out, err.count("\n")) == (1, "", 1)
    status, out, err = run(capsys, article)
    assert status == 0
    assert "# The Weir Is Shut" in out


def test_the_start_position_is_found_by_quotation_or_voice(article):
    session = Session(library=False)
    opened = session.open(str(article))
    analysis = session.analyse(opened)
    assert start_at(analysis, 1, None) == opened.text.index("“Nobody asked")
    assert start_at(analysis, None, "brook") == opened.text.index("that the gates")
    with pytest.raises(PullquoteError, match="There is no quotation 9; the article has 3"):
        start_at(analysis, 9, None)


def test_web_pages_are_fetched_once_and_anew_when_asked(capsys):
    with serving({"/ferry": response(html().encode())}) as server:
        address = f"{server.address}/ferry"
        status, out, err = run(capsys, "quotes", address)
        assert (status, out) == (1, "")
        assert err.startswith(f"pullquote: {address} was not opened: 127.0.0.1 is in this machine's own network")
        assert run(capsys, "quotes", "--allow-private", address)[0] == 0
        assert server.paths == ["/ferry"]
        assert run(capsys, address)[0] == 0
        assert run(capsys, "show", "--json", "--refresh", "--allow-private", address)[0] == 0
        assert server.paths == ["/ferry", "/ferry"]
    assert "Port Ansel Keeps Its Ferry" in run(capsys, address)[1]
    status, _, err = run(capsys, "--refresh", address)
    assert status == 1
    assert err.startswith(f"pullquote: {address} was not opened: 127.0.0.1 is in this machine's own network")
    assert err.endswith("; the copy in the cache opens without --refresh.\n")


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        (["--theme", "nope"], 2, "There is no theme nope; there are auto, "),
        (["--voice", "zz"], 1, "No voice of the article is called zz; it quotes Otto Reed, Ana Brook."),
        (["--at", "500"], 1, "There is no quotation 500; the article has 3."),
    ],
)
def test_an_unknown_start_position_is_an_error_in_a_pipe_too(capsys, article, options, status, words):
    ended, out, err = run(capsys, "read", article, *options)
    assert (ended, out) == (status, "")
    assert words in " ".join(err.split())


@pytest.mark.parametrize("options", [["--theme", "sepia"], ["--voice", "otto"], ["--at", "3"]])
def test_a_known_start_position_changes_nothing_in_a_pipe(capsys, article, options):
    assert run(capsys, "read", article, *options) == run(capsys, article)


def test_a_search_of_the_library_that_finds_nothing_says_so_beside_the_data(capsys, article):
    assert run(capsys, "library") == (0, "", "pullquote: Nothing read yet.\n")
    run(capsys, article)
    status, out, err = run(capsys, "library", "zzz")
    assert (status, out) == (0, "")
    assert err == "pullquote: No article has “zzz” in its title, byline, outlet or location.\n"
    assert run(capsys, "library", "zzz", "--json") == (0, "", "")


def test_the_library_has_times_as_clocks_have_them_and_json_has_iso_8601(capsys, article):
    run(capsys, article)
    assert re.search(r"^\d{4}-\d\d-\d\d \d\d:\d\d  The Weir Is Shut  ", run(capsys, "library")[1], re.MULTILINE)
    read = json.loads(run(capsys, "library", "--json")[1])["read"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", read)


def test_the_library_fits_the_width_asked_for(capsys, article):
    run(capsys, article)
    out = run(capsys, "library", "--width", str(80 + len(str(article))))[1]
    assert out.split()[:4] == ["read", "title", "words", "location"]  # of the others nothing is known
    title, facts, place = run(capsys, "library", "--width", "40")[1].splitlines()
    assert title == "The Weir Is Shut"
    assert re.fullmatch(r"    \d{4}-\d\d-\d\d \d\d:\d\d · \d+ words", facts)
    assert place == f"    {article}"  # whole, to be copied


def test_an_article_to_read_has_no_word_count(capsys, tmp_path):
    listed = tmp_path / "list.txt"
    listed.write_text("https://courier.invalid/ferry\n", encoding="utf-8")
    run(capsys, "import", listed)
    assert run(capsys, "library")[1].splitlines()[1].split()[-3:] == ["-", "-", "https://courier.invalid/ferry"]


def test_what_came_from_a_pipe_is_listed_by_its_first_words(capsys, monkeypatch):
    text = "The weir at Holm was shut on Friday by the mayor, and nobody was asked.\n\nThat was all.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    run(capsys, "-", "--keep")
    found = json.loads(run(capsys, "library", "--json")[1])
    assert found["title"] == "The weir at Holm was shut on Friday…"
    assert found["was"] is None
    assert run(capsys, found["location"])[0] == 0


def test_what_goes_from_one_pipe_into_another_is_not_added_to_the_library(capsys, monkeypatch):
    def pipe(*options):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
        assert "Otto Reed" in run(capsys, "-", *options)[1]
        return run(capsys, "library", "--json")[1]

    assert pipe() == ""
    assert "The Weir Is Shut" in pipe("--keep")
    run(capsys, "library", "--remove", json.loads(run(capsys, "library", "--json")[1])["location"])
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert "The Weir Is Shut" in pipe("--linear")


def test_a_file_that_is_gone_is_listed_with_where_it_was(capsys, article):
    run(capsys, article)
    article.unlink()
    found = json.loads(run(capsys, "library", "--json")[1])
    assert found["was"] == str(article)
    assert found["location"].startswith("library:")
    assert f"{found['location']} (was {article})" in run(capsys, "library")[1]
    assert run(capsys, "library", "weir.txt")[1]
    assert run(capsys, found["location"])[0] == 0


@pytest.fixture
def screen(monkeypatch):
    """What the reader was started with, in place of a reader on a terminal."""
    started: dict[str, object] = {}

    def start(session, thing, **given):
        started.update(given, session=session, thing=thing)
        return 7

    for module in ("read_commands", "library_commands"):
        monkeypatch.setattr(f"reader.cli.{module}.has_terminal", lambda: True)
    monkeypatch.setattr("reader.app.run.run_reader", start)
    monkeypatch.setattr("reader.app.run.run_library", start)
    monkeypatch.setenv("NO_COLOR", "1")  # so that no terminal is asked for its colours
    return started


def test_on_a_terminal_the_reader_starts_at_the_place_asked_for(capsys, article, screen):
    status, out, err = run(capsys, "read", article, "--voice", "brook", "--theme", "sepia", "--ascii")
    assert (status, out, err) == (7, "", "")
    assert screen["thing"].text[screen["at"] :].startswith("that the gates")
    assert screen["theme"] == "sepia"
    assert screen["session"].settings.ascii


def test_on_a_terminal_the_reader_starts_at_the_beginning(capsys, article, screen):
    assert run(capsys, article)[0] == 7
    assert screen["at"] is None


def test_on_a_terminal_the_library_opens_in_the_reader_with_its_filter(capsys, screen):
    assert run(capsys, "library", "weir") == (7, "", "")
    assert screen["thing"] == "weir"


def test_on_a_terminal_the_library_is_printed_where_a_width_is_asked_for(capsys, screen):
    status, _, err = run(capsys, "library", "--width", "60")
    assert (status, err) == (0, "pullquote: Nothing read yet.\n")
    assert screen == {}


def test_a_page_that_is_gone_is_read_from_the_library_with_a_notice(capsys, home):
    with serving({"/weir": response(html().encode())}) as server:
        address = f"{server.address}/weir"
        _, read, _ = run(capsys, address, "--allow-private")
    for page in home.rglob("*.page"):
        page.unlink()
    status, out, err = run(capsys, address, "--allow-private")
    assert (status, out) == (0, read)
    assert err.startswith("pullquote: This is the copy in your library: ")
    status, out, err = run(capsys, address, "--allow-private", "--refresh")
    assert (status, out, err.count("\n")) == (1, "", 1)


def test_an_article_is_removed_from_the_library(capsys, article):
    run(capsys, article)
    assert run(capsys, "library", "--remove", article) == (0, "Removed: The Weir Is Shut\n", "")
    assert run(capsys, "library") == (0, "", "pullquote: Nothing read yet.\n")
    status, out, err = run(capsys, "library", "--remove", article)
    assert (status, out) == (1, "")
    assert " is not in your library: " in err


@pytest.mark.parametrize("command", ["quotes", "voices", "threads", "show"])
def test_commands_that_print_data_leave_the_library_alone(capsys, article, command):
    run(capsys, command, article)
    assert run(capsys, "library") == (0, "", "pullquote: Nothing read yet.\n")


@pytest.mark.parametrize("asked", ["option", "setting"])
def test_the_linear_view_can_be_in_ascii_alone(capsys, tmp_path, asked):
    page = tmp_path / "wehr.txt"
    page.write_text(
        "„Die Größe zählt nicht für uns und auch nicht für die“, sagte der Müller Jörg Weiß.", encoding="utf-8"
    )
    if asked == "setting":
        (tmp_path / "home").mkdir()
        (tmp_path / "home" / "config.toml").write_text("ascii = true\n", encoding="utf-8")
    status, out, _ = run(capsys, "read", page, "--linear", *(["--ascii"] if asked == "option" else []))
    assert (status, out.isascii()) == (0, True)
    assert '"Die Groesse zaehlt nicht' in out


@pytest.mark.parametrize(
    ("args", "private"), [((), False), (("--allow-private",), True), (("--debug", "--allow-private"), True)]
)
def test_the_library_alone_can_fetch_from_ones_own_network(capsys, screen, args, private):
    assert run(capsys, *args) == (7, "", "")
    assert screen["session"].allow_private is private
