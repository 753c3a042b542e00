"""The command line: what it prints, what it says when it fails, and with which status it ends."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader import cli
from reader.errors import PullquoteError
from reader.session import Session
from tests.sources.serving import response, serving
from tests.sources.writing import html

ARTICLE = """The Weir Is Shut

By Ida Stone

The weir at Holm was shut on Friday. “Nobody asked us,” said Otto Reed, a miller at the Holm Mill. “Nobody will.”

Ana Brook, the mayor of Holm, said that the gates were old. “They had to go,” she said.
"""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "weir.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(capsys, *args):
    """The exit status, standard output and standard error of one run in this process."""
    with pytest.raises(SystemExit) as end:
        cli.main([str(arg) for arg in args])
    out, err = capsys.readouterr()
    return end.value.code, out, err


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
    session.highlight(opened, (session.analyse(opened).quotations[0].spans[0],))
    session.close()
    _, out, _ = run(capsys, article)
    assert "==== Highlights (1) ====\n\n“Nobody asked us,” (yellow)" in out


def test_lines_are_as_wide_as_asked(capsys, article):
    _, out, _ = run(capsys, "read", article, "--width", "40")
    assert max(map(len, out.split("\n"))) <= 40


def test_quotes_are_numbered_and_have_their_speaker(capsys, article):
    status, out, _ = run(capsys, "quotes", article)
    assert status == 0
    assert re.match(r"1\. Otto Reed.* \(direct\)\n   “Nobody asked us,” \[…\] “Nobody will.”\n\n", out)


@pytest.mark.parametrize(
    ("options", "speakers"),
    [
        (["--voice", "brook"], {"Ana Brook"}),
        (["--voice", "Otto Reed"], {"Otto Reed"}),
        (["--kind", "indirect"], {"Ana Brook"}),
        (["--kind", "block"], set()),
    ],
)
def test_quotes_can_be_chosen_by_voice_and_kind(capsys, article, options, speakers):
    _, out, _ = run(capsys, "quotes", article, "--json", *options)
    assert {quote["speaker"] for quote in json.loads(out)["quotations"]} == speakers


def test_a_voice_that_does_not_speak_is_told_with_those_that_do(capsys, article):
    status, out, err = run(capsys, "quotes", article, "--voice", "Nemo")
    assert (status, out) == (1, "")
    assert err == "pullquote: Nobody called Nemo is quoted in this article; it quotes Otto Reed, Ana Brook.\n"


def test_voices_are_a_table(capsys, article):
    _, out, _ = run(capsys, "voices", article)
    head, *rows = out.splitlines()
    assert head.split() == ["tag", "name", "kind", "role", "affiliation", "outlet", "quotations", "words"]
    assert [re.split("  +", row)[1] for row in rows] == ["Otto Reed", "Ana Brook"]


def test_threads_are_printed(capsys):
    sample = Path(__file__).parents[1] / "samples" / "round-up.txt"
    status, out, _ = run(capsys, "threads", sample)
    assert status == 0
    assert out.startswith("1. ")
    _, out, _ = run(capsys, "threads", sample, "--json")
    first = json.loads(out)["threads"][0]
    assert first["claims"][0]["text"]
    assert [claim["thread"] for claim in first["claims"]] == [1] * len(first["claims"])


def test_show_has_everything_under_the_names_of_schema_1(capsys, article):
    _, out, _ = run(capsys, "show", article, "--json")
    shown = json.loads(out)
    assert list(shown) == [
        *("schema", "engine", "location", "id", "title", "byline", "outlet", "published", "language", "url"),
        *("text", "blocks", "marks", "quotations", "voices", "claims", "threads"),
    ]
    assert shown["schema"] == 1
    assert (shown["title"], shown["byline"]) == ("The Weir Is Shut", "Ida Stone")
    quotation = shown["quotations"][0]
    assert list(quotation) == [
        *("id", "start", "end", "spans", "kind", "voice", "via", "cue", "mention", "confidence", "evidence"),
    ]
    parts = [shown["text"][start:end] for start, end in quotation["spans"]]
    assert parts == ["“Nobody asked us,”", "“Nobody will.”"]
    assert quotation["cue"]["text"] == "said"


@pytest.mark.parametrize("command", ["quotes", "voices", "threads", "show"])
def test_several_articles_come_as_one_json_object_a_line(capsys, article, tmp_path, command):
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("Otto Reed", "Olga Rand"), encoding="utf-8")
    status, out, _ = run(capsys, command, article, other, "--json")
    assert status == 0
    found = [json.loads(line) for line in out.splitlines()]
    assert [Path(one["location"]).name for one in found] == ["weir.txt", "other.txt"]


def test_several_articles_as_text_have_their_places_above_them(capsys, article):
    _, out, _ = run(capsys, "voices", article, article)
    assert sum(line.startswith("==> ") for line in out.splitlines()) == 2


def test_one_article_that_fails_does_not_keep_the_others_back(capsys, article):
    status, out, err = run(capsys, "voices", article, "nowhere.txt", article, "--json")
    assert status == 1
    assert len(out.splitlines()) == 2
    assert err.count("\n") == 1
    assert "nowhere.txt" in err


def test_standard_input_is_an_article(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    status, out, _ = run(capsys, "voices", "-", "--json")
    assert status == 0
    assert [voice["name"] for voice in json.loads(out)["voices"]] == ["Otto Reed", "Ana Brook"]


@pytest.mark.parametrize("location", ["nowhere.txt", "https://example.org/article", "book.epub"])
def test_what_cannot_be_opened_is_one_sentence_and_status_1(capsys, location):
    status, out, err = run(capsys, location)
    assert (status, out) == (1, "")
    assert err.startswith("pullquote: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["read"], "Missing argument 'LOCATION'"),
        (["voices"], "Missing argument 'LOCATION...'"),
        (["quotes", "a", "--voise", "X"], "Did you mean '--voice'?"),
        (["quotes", "a", "--kind", "spoken"], "'direct', 'mixed', 'indirect', 'block'"),
        (["voiecs", "weir.txt"], "Did you mean voices?"),
        (["a.txt", "b.txt"], "unexpected extra argument"),
        (["export"], "Name the articles to export, or give --all."),
        (["export", "a.txt", "--all"], "Name the articles to export, or give --all."),
        (["export", "a.txt", "b.txt", "--output", "c.md"], "--output is a file for one article"),
    ],
)
@pytest.mark.usefixtures("article")
def test_wrong_usage_is_explained_and_status_2(capsys, args, words):
    status, out, err = run(capsys, *args)
    assert (status, out) == (2, "")
    assert words in " ".join(err.split())


def test_a_file_with_the_name_of_a_command_is_read_as_a_path(capsys, tmp_path):
    (tmp_path / "voices").write_text(ARTICLE, encoding="utf-8")
    status, out, _ = run(capsys, "./voices")
    assert status == 0
    assert "# The Weir Is Shut" in out


@pytest.mark.parametrize(
    "args", [["--debug", "nowhere.txt"], ["nowhere.txt", "--debug"], ["voices", "nowhere.txt", "--debug"]]
)
def test_debug_adds_the_traceback(capsys, args):
    status, _, err = run(capsys, *args)
    assert status == 1
    assert "Traceback (most recent call last)" in err


def test_without_debug_there_is_no_traceback_even_for_what_nobody_expected(capsys, article, monkeypatch):
    def fail(*_args):
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(Session, "analyse", fail)
    status, _, err = run(capsys, "voices", article)
    assert status == 1
    assert err == "pullquote: This should not have happened (ZeroDivisionError: by nothing); see --debug.\n"


def test_an_interruption_is_status_130(capsys, article, monkeypatch):
    def interrupt(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(Session, "analyse", interrupt)
    status, _, err = run(capsys, "voices", article)
    assert status == 130
    assert "Traceback" not in err


def test_every_command_has_help_with_an_example(capsys):
    for command in cli.cli.commands:
        status, out, _ = run(capsys, command, "--help")
        assert status == 0
        assert f"Example: pullquote {command}" in out


def test_the_version_is_printed(capsys):
    status, out, _ = run(capsys, "--version")
    assert (status, out.startswith("pullquote ")) == (0, True)


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


LISTED = "https://courier.invalid/ferry The night ferry\nhttps://courier.invalid/ferry#top\nno address\n"


def test_what_is_imported_is_told_and_waits_in_the_library(capsys, article, tmp_path):
    listed = tmp_path / "list.txt"
    listed.write_text(LISTED, encoding="utf-8")
    run(capsys, article)
    _, out, _ = run(capsys, "import", listed, "--dry-run")
    assert out.startswith("New in your library, to be read (not kept: --dry-run): 1\nPassed over: 2\n")
    status, out, err = run(capsys, "import", listed)
    assert (status, err) == (0, "")
    assert out.startswith("New in your library, to be read: 1\nPassed over: 2\n")
    assert re.search(r"it has no address on the web +no address", out)
    _, out, _ = run(capsys, "library")
    assert [line.split("  ")[0].strip() for line in out.splitlines()][2] == "to read"
    _, out, _ = run(capsys, "library", "ferry", "--json")
    assert (json.loads(out)["read"], json.loads(out)["location"]) == (None, "https://courier.invalid/ferry")


def test_an_import_can_be_read_from_a_pipe_and_as_json(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LISTED.encode())))
    _, out, _ = run(capsys, "import", "-", "--json")
    new, *passed = map(json.loads, out.splitlines())
    assert (new["location"], new["title"]) == ("https://courier.invalid/ferry", "The night ferry")
    assert [each["why"] for each in passed] == ["it is listed twice", "it has no address on the web"]


def test_what_is_no_list_is_one_sentence(capsys, article):
    status, out, err = run(capsys, "import", article)
    assert (status, out) == (1, "")
    assert re.fullmatch(r"pullquote: .* was not imported: there is no list of addresses in it\.\n", err)


def test_data_of_an_article_is_not_reading_it(capsys, article):
    run(capsys, "voices", article)
    status, out, _ = run(capsys, "library")
    assert (status, out) == (0, "")


def _highlighted(article: Path) -> None:
    session = Session()
    opened = session.open(str(article))
    analysis = session.analyse(opened)
    quotation = analysis.quotations[0]
    session.highlight(opened, quotation.spans, speaker=session.speaker(analysis, quotation))
    session.close()


@pytest.mark.parametrize("args", [[], ["--format", "markdown"], ["--json"]])
def test_export_writes_markdown_and_says_where(capsys, article, args):
    _highlighted(article)
    status, out, err = run(capsys, "export", article, *args)
    assert (status, err) == (0, "")
    path = Path(json.loads(out)["path"] if args == ["--json"] else out.strip())
    assert "Nobody asked us" in path.read_text(encoding="utf-8")


def test_export_writes_to_the_file_asked_for(capsys, article, tmp_path):
    _highlighted(article)
    run(capsys, "export", article, "--output", tmp_path / "notes.md")
    assert "Otto Reed" in (tmp_path / "notes.md").read_text(encoding="utf-8")


def test_export_all_writes_every_article_with_highlights(capsys, article, tmp_path):
    _highlighted(article)
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("Weir Is Shut", "Lock Is Open"), encoding="utf-8")
    run(capsys, other)
    status, out, _ = run(capsys, "export", "--all")
    assert (status, len(out.splitlines())) == (0, 1)


def test_config_says_where_things_are_and_what_is_set(capsys, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "config.toml").write_text('theme = "pullquote-light"\n', encoding="utf-8")
    _, out, _ = run(capsys, "config", "--json")
    assert json.loads(out) == {
        "theme": "pullquote-light",
        "export_folder": None,
        "ascii": False,
        "config": str(home / "config.toml"),
        "library": str(home / "library.db"),
        "log": str(home),
        "pages": str(home / "pages"),
    }


def test_settings_that_cannot_be_used_are_told_and_reading_goes_on(capsys, article, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "config.toml").write_text("theme = \n", encoding="utf-8")
    status, out, err = run(capsys, article)
    assert status == 0
    assert "# The Weir Is Shut" in out
    assert err.startswith("pullquote: The settings in ")
    status, _, err = run(capsys, "config")
    assert (status, err.count("\n")) == (1, 1)


def test_keys_are_those_of_the_reader(capsys):
    _, out, _ = run(capsys, "keys", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert {"keys": "f", "id": "voice.alone", "does": "this voice or this thread alone"} in rows
    assert len({row["id"] for row in rows}) == len(rows)
    _, out, _ = run(capsys, "keys")
    assert len(out.splitlines()) == len(rows) + 1


def test_doctor_tells_of_a_library_that_cannot_be_used(capsys, tmp_path):
    _, out, _ = run(capsys, "doctor", "--json")
    assert json.loads(out)["problem"] == "none found"
    (tmp_path / "home" / "library.db").write_bytes(
        b"this is no database, and it is long enough to be taken for one" * 50
    )
    _, out, _ = run(capsys, "doctor", "--json")
    assert "library.db" in json.loads(out)["problem"]


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


def test_places_in_the_text_are_found_for_the_reader(article):
    session = Session(library=False)
    opened = session.open(str(article))
    analysis = session.analyse(opened)
    assert cli._start(analysis, 1, None) == opened.text.index("“Nobody asked")
    assert cli._start(analysis, None, "brook") == opened.text.index("that the gates")
    with pytest.raises(PullquoteError, match="There is no quotation 9; the article has 3"):
        cli._start(analysis, 9, None)


def _environment(tmp_path: Path, **more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PULLQUOTE_HOME": str(tmp_path / "home"), **more}


def test_a_closed_pipe_ends_it_silently(tmp_path):
    big = tmp_path / "big.txt"
    big.write_text(ARTICLE * 400, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "show", str(big), "--width", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(tmp_path),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_output_that_cannot_be_written_is_one_sentence_and_status_1(article, tmp_path):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "voices", str(article)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=_environment(tmp_path),
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "pullquote: [Errno 28] No space left on device\n"


def test_a_standard_input_that_is_closed_is_no_article(tmp_path):
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m reader voices - <&-"],
        capture_output=True,
        check=False,
        env=_environment(tmp_path),
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"pullquote: ")
    assert b"should not have happened" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_whatever_the_encoding_of_the_pipe_the_data_gets_through(article, tmp_path, encoding):
    for args in (["show", str(article), "--json"], ["show", str(article)]):
        out = subprocess.run(
            [sys.executable, "-m", "reader", *args],
            capture_output=True,
            check=True,
            env=_environment(tmp_path, PYTHONIOENCODING=encoding),
        ).stdout.decode(encoding)
        assert "Nobody asked us," in out
        assert "--json" not in args or "“Nobody asked us,”" in json.loads(out)["text"]


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
    assert err.endswith("; as it was read before, it opens without --refresh.\n")
