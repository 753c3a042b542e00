"""The commands that take out of the library and put into it."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from reader.services import exports
from reader.services.highlight_speakers import quotation_speaker
from reader.services.session import Session
from tests.cli.command_runner import ARTICLE, run

LISTED = "https://courier.invalid/ferry The night ferry\nhttps://courier.invalid/ferry#top\nno address\n"


def test_an_import_prints_what_is_new_and_adds_it_to_the_library(capsys, article, tmp_path):
    listed = tmp_path / "list.txt"
    listed.write_text(LISTED, encoding="utf-8")
    run(capsys, article)
    _, out, _ = run(capsys, "import", listed, "--dry-run")
    assert out.startswith("New in your library (not saved: --dry-run): 1\nSkipped: 2\n")
    status, out, err = run(capsys, "import", listed)
    assert (status, err) == (0, "")
    assert out.startswith("New in your library: 1\nSkipped: 2\n")
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


def test_a_file_that_is_not_a_list_is_one_sentence(capsys, article):
    status, out, err = run(capsys, "import", article)
    assert (status, out) == (1, "")
    assert re.fullmatch(r"pullquote: .* was not imported: there is no list of addresses in it\.\n", err)


def _highlighted(article: Path) -> None:
    session = Session()
    opened = session.open(str(article))
    analysis = session.analyse(opened)
    quotation = analysis.quotations[0]
    session.highlights.add(opened, quotation.spans, speaker=quotation_speaker(opened, analysis, quotation))
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


def test_export_can_be_printed_and_then_writes_no_file(capsys, article, tmp_path):
    _highlighted(article)
    before = {*tmp_path.iterdir()}
    status, out, err = run(capsys, "export", article, "--output", "-")
    assert (status, err) == (0, "")
    assert out.startswith("---\ntitle: The Weir Is Shut\n")
    assert "## Otto Reed" in out
    assert {*tmp_path.iterdir()} == before
    path = Path(run(capsys, "export", article)[1].strip())
    assert path.read_text(encoding="utf-8") == out


def test_an_export_of_nothing_is_one_sentence_wherever_it_goes(capsys, article):
    printed = run(capsys, "export", article, "--output", "-")
    assert printed == run(capsys, "export", article)
    assert (printed[0], printed[1], printed[2].count("\n")) == (1, "", 1)


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["a.txt", "b.txt"], "prints the Markdown of one article: name one."),
        (["--all"], "prints the Markdown of one article: name one instead of --all."),
        (["a.txt", "--json"], "prints the export itself and can't be used with --json."),
    ],
)
def test_only_one_article_is_printed_as_markdown(capsys, args, sentence):
    status, out, err = run(capsys, "export", *args, "--output", "-")
    assert (status, out) == (2, "")
    assert sentence in " ".join(err.split())


def test_an_export_that_can_not_be_written_says_why_and_what_to_do(capsys, article, tmp_path):
    _highlighted(article)
    status, out, err = run(capsys, "export", article, "--output", tmp_path / "none" / "x.md")
    assert (status, out) == (1, "")
    assert err.endswith(
        "x.md could not be written (No such file or directory): make its folder or name another place with --output.\n"
    )


@pytest.mark.parametrize("form", [form for form in exports.FORMATS if form != "markdown"])
def test_every_format_can_be_named_written_and_printed(capsys, article, tmp_path, form):
    _highlighted(article)
    status, out, err = run(capsys, "export", article, "--format", form, "--output", tmp_path)
    path = Path(out.rstrip("\n"))
    assert (status, err, path.name.endswith(exports.FORMATS[form].extension)) == (0, "", True)
    status, out, err = run(capsys, "export", article, "--format", form, "--output", "-")
    assert (status, err) == (0, "")
    assert out == path.read_bytes().decode().removeprefix("\ufeff")


def test_several_articles_go_into_one_file_of_most_formats(capsys, article, tmp_path):
    _highlighted(article)
    target = tmp_path / "all.bib"
    assert run(capsys, "export", "--all", "--format", "bibtex", "--output", target)[:2] == (0, f"{target}\n")
    assert run(capsys, "export", article, article, "--format", "org", "--output", tmp_path / "x.org")[0] == 0
    status, out, _ = run(capsys, "export", "--all", "--format", "csl", "--output", "-")
    assert (status, len(json.loads(out))) == (0, 1)


def test_a_format_that_there_is_not_is_wrong_usage(capsys, article):
    status, _, err = run(capsys, "export", article, "--format", "docx")
    assert status == 2
    assert "'docx' is not one of 'markdown', 'obsidian'" in err


def test_a_file_that_is_not_ours_is_not_written_over_whatever_the_format(capsys, article, tmp_path):
    _highlighted(article)
    mine = tmp_path / "mine.csv"
    mine.write_text("mine\n")
    status, out, err = run(capsys, "export", article, "--format", "csv", "--output", mine)
    assert (status, out, mine.read_text()) == (1, "", "mine\n")
    assert "stays as it is: name another file." in err


def test_a_whole_library_goes_out_and_in(capsys, article, tmp_path, monkeypatch):
    _highlighted(article)
    file = tmp_path / "library.jsonl"
    assert run(capsys, "library", "export", file)[:2] == (0, f"{file}\n")
    status, out, err = run(capsys, "library", "export", "-")
    assert (status, out, err) == (0, file.read_text(encoding="utf-8"), "")
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "elsewhere"))
    assert run(capsys, "library", "import", file) == (0, "New in your library: 1 article, 1 highlight.\n", "")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
    status, out, _ = run(capsys, "library", "import", "-", "--json")
    assert (status, sum(json.loads(out)["new"].values()), json.loads(out)["skipped"]) == (0, 0, [])
    assert run(capsys, "library", "export", "-")[1] == file.read_text(encoding="utf-8")


def test_what_is_no_library_is_one_sentence_and_bad_rows_are_named(capsys, article, tmp_path):
    status, out, err = run(capsys, "library", "import", article)
    assert (status, out) == (1, "")
    assert "is not JSON in line 1. Nothing was imported." in err
    assert "could not be read (No such file or directory)" in run(capsys, "library", "import", tmp_path / "none")[2]
    file = tmp_path / "bad.jsonl"
    file.write_text('{"pullquote":"library","format":1,"schema":1}\n' + '{"table":"feeds","row":{}}\n' * 25)
    status, out, err = run(capsys, "library", "import", file)
    assert (status, out) == (0, "New in your library: nothing.\n")
    assert err.splitlines()[0] == "pullquote: skipped line 2 (feeds): Pullquote can't have written it"
    assert err.splitlines()[-1] == "pullquote: and 5 more lines were skipped"


def test_a_word_after_two_hyphens_is_looked_for_in_the_library(capsys, article):
    _highlighted(article)
    assert "No article has “export” in its title" in run(capsys, "library", "--", "export")[2]
    assert run(capsys, "library", "zzz", "--json")[:2] == (0, "")


def test_highlights_are_imported_and_found_when_their_article_is_opened(capsys, article, tmp_path):
    quoted = Session(library=False).open(str(article))
    sentence = quoted.text.split("\n\n")[1][:60]
    file = tmp_path / "highlights.csv"
    file.write_text(
        f'Highlight,Title,Note\n"{sentence}",{quoted.name!r},why\nx,,\n'.replace("'", '"'), encoding="utf-8"
    )
    status, out, err = run(capsys, "import", file, "--dry-run")
    assert (status, err) == (0, "")
    assert out.startswith(
        "New highlights (not saved: --dry-run): 1\n0 in articles of your library, 1 until their article is opened\nSkipped: 1\n"
    )
    run(capsys, "import", file)
    run(capsys, article)
    assert json.loads(run(capsys, "library", "--json")[1])["highlights"] == 1
    assert "Note: why" in run(capsys, "export", article, "--output", "-")[1]
    status, out, _ = run(capsys, "import", file, "--json")
    assert (status, json.loads(out.splitlines()[0])) == (0, {"new": 0, "found": 0, "waiting": 0})


@pytest.mark.parametrize("more", [(), ("--format", "org")])
def test_a_name_that_is_too_long_for_the_disk_is_one_sentence(capsys, article, tmp_path, more):
    run(capsys, "read", article)
    status, out, err = run(capsys, "export", article, "--output", tmp_path / ("a" * 300), *more)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.endswith("can't be written (File name too long): name another file.\n")
