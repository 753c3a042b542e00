"""The command library and its subcommands, with a library that is sound or damaged."""

import json

import pytest

from reader.cli import progress_line
from tests.cli.command_runner import run
from tests.services.test_recovery import change, first_page, flip


@pytest.fixture
def library(article, home):
    """A library with one article and a highlight in it; its path."""
    from reader.services.session import Session  # noqa: PLC0415 - the home of this test is set by now

    session = Session()
    opened = session.open(str(article))
    session.highlights.add(opened, session.analyse(opened).quotations[0].spans)
    session.close()
    return home / "home" / "library.db"


@pytest.mark.usefixtures("library")
def test_the_names_of_subcommands_are_those_and_after_a_dash_they_are_words_to_look_for(capsys):
    assert run(capsys, "library", "backup")[1].endswith(".db\n")
    status, out, err = run(capsys, "library", "--", "backup")
    assert (status, out) == (0, "")
    assert "No article has “backup”" in err
    assert "The Weir Is Shut" in run(capsys, "library", "weir")[1]
    assert "The Weir Is Shut" in run(capsys, "library", "weir", "--json")[1]
    assert "The Weir Is Shut" in run(capsys, "library", "--json", "weir")[1]
    assert run(capsys, "library", "weir", "shut")[0] == 2


def test_the_help_has_the_options_of_the_list_and_the_subcommands(capsys):
    _, out, _ = run(capsys, "library", "--help")
    for words in ("--remove LOCATION", "recover ", "backup ", "restore ", "export ", "import ", "library -- export"):
        assert words in out


def test_a_damaged_library_is_recovered_and_what_became_of_it_is_told(capsys, library):
    flip(library, library.read_bytes().index(b"deleted_at TEXT"))
    status, out, err = run(capsys, "library")
    assert (status, out) == (1, "")
    assert "run pullquote library recover" in err
    status, out, err = run(capsys, "library", "recover")
    assert (status, err) == (0, "")
    assert "It was set aside with all its files in " in out
    assert ": 1 article, 1 text, 1 highlight. Nothing is known to be lost." in out
    assert "The Weir Is Shut" in run(capsys, "library")[1]
    assert run(capsys, "library", "recover") == (0, "Your library is sound: there is nothing to recover.\n", "")


def test_on_a_terminal_a_recovery_shows_how_far_it_is(capsys, library, tmp_path, monkeypatch):
    monkeypatch.setattr(progress_line, "_BEGINS_AFTER", 0)
    monkeypatch.setattr(progress_line, "_INTERVAL", 0)
    other = tmp_path / "other.db"
    other.write_bytes(library.read_bytes())
    status, _, err = run(capsys, "library", "recover", other)
    assert (status, err) == (0, "")  # in a pipe
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    status, _, err = run(capsys, "library", "recover", other)
    shown = [words.rstrip() for words in err.split("\r")]
    assert status == 0
    assert {"reading pages: 0 %", "looking for highlights: 0 %"} <= {*shown}
    assert shown[-2:] == ["", ""]  # the last words are gone
    assert "\n" not in err


def test_recovering_prints_json(capsys, library):
    assert json.loads(run(capsys, "library", "recover", "--json")[1]) == {
        "source": None,
        "set_aside": False,
        "added": {},
        "present": {},
        "repaired": [],
        "gone": [],
    }
    flip(library, 69)
    found = json.loads(run(capsys, "library", "recover", "--json")[1])
    assert (found["set_aside"], found["added"]["highlights"], found["gone"]) == (True, 1, [])


def test_a_list_of_a_damaged_library_is_printed_with_a_notice(capsys, library):
    flip(library, first_page(library, "whereabouts"))
    status, out, err = run(capsys, "library")
    assert status == 0
    assert "The Weir Is Shut" in out
    assert err.startswith("pullquote: Your library was damaged. It was set aside")


def test_an_export_goes_on_without_a_damaged_highlight_and_fails(capsys, library, tmp_path):
    change(library, "UPDATE highlights SET note = CAST(x'41ff' AS TEXT)")
    status, _, err = run(capsys, "export", "--all", "--output", str(tmp_path))
    assert status == 1
    assert "left out: the highlight “Nobody asked us,”" in err
    assert "Traceback" not in err


def test_a_backup_is_listed_and_restored(capsys, library, tmp_path):
    assert run(capsys, "library", "restore") == (
        0,
        "",
        "pullquote: There are no backups yet: pullquote library backup makes one.\n",
    )
    made = json.loads(run(capsys, "library", "backup", "--json")[1])["path"]
    assert made in run(capsys, "library", "restore")[1]
    assert json.loads(run(capsys, "library", "restore", "--json")[1])["path"] == made
    change(library, "DELETE FROM highlights")
    status, out, err = run(capsys, "library", "restore", made)
    assert (status, err) == (0, "")
    assert "Your former library is " in out
    other = tmp_path / "copy.db"
    assert run(capsys, "library", "backup", str(other))[0] == 0
    assert run(capsys, "library", "backup", str(other))[0] == 1
    assert json.loads(run(capsys, "library", "restore", str(other), "--json")[1])["restored"] == str(other)
    assert " 1 " in run(capsys, "library")[1].splitlines()[1]


def test_doctor_checks_every_row_and_names_the_last_backup(capsys, library):
    found = json.loads(run(capsys, "doctor", "--json")[1])
    assert (found["library check"], found["backups"]) == ("sound", "none")
    run(capsys, "library", "backup")
    change(library, "UPDATE highlights SET tags = '[1]'")
    found = json.loads(run(capsys, "doctor", "--json")[1])
    assert "can't be read. Quit Pullquote in all windows and run pullquote library recover" in found["library check"]
    assert found["backups"].startswith("1, the last one library-")


def test_a_backup_whose_name_is_too_long_is_one_sentence_about_the_name(capsys, library, tmp_path):
    assert library.exists()
    status, _, err = run(capsys, "library", "backup", str(tmp_path / ("a" * 300)))
    assert (status, err.count("\n")) == (1, 1)
    assert err.endswith("(File name too long): name another file, or change what forbids it.\n")
