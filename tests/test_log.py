"""A fault of the program is found again in the log, and nothing of what a person reads is."""

import pytest

from reader import log
from reader.app.app import PullquoteApp
from reader.app.screens.reading_screen import ReadingScreen
from reader.errors import PullquoteError
from reader.launcher import report_error
from reader.model import Article
from reader.services.session import Session

WORDS = "Nobody wants to pay for the wall"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def fault():
    def find():
        dict[str, int]()[WORDS]

    try:
        find()
    except KeyError as error:
        cause = error
    try:
        int(WORDS)
    except ValueError as error:
        error.__cause__ = cause
        return error


def test_it_says_what_failed_where_and_by_what_and_nothing_that_was_read(home):
    path = home / "pullquote.log"
    assert log.write_error(fault()) == path
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    assert "Pullquote" in first
    assert "Python" in first
    kinds = [line.strip() for line in rest if not line.startswith("    ")]
    assert kinds == ["builtins.ValueError", "from builtins.KeyError"]
    assert sum("test_log.py:" in line and line.endswith((" fault", " find")) for line in rest) == 3
    assert WORDS not in path.read_text(encoding="utf-8")
    assert str(home.parent) not in path.read_text(encoding="utf-8")


def test_a_fault_in_a_file_whose_name_is_not_utf_8_is_noted(home):
    with pytest.raises(ZeroDivisionError) as caught:
        exec(compile("1 / 0", "/plugins/caf\udce9/odd.py", "exec"))  # noqa: S102 - the file of its own name
    assert log.write_error(caught.value) is not None
    assert "caf\ufffd/odd.py:1" in (home / "pullquote.log").read_text(encoding="utf-8")


def test_it_never_grows_beyond_two_files(home, monkeypatch):
    monkeypatch.setattr(log, "MAX_BYTES", 1000)
    for _ in range(20):
        log.write_error(fault())
    files = sorted(home.iterdir())
    assert [file.name for file in files] == ["pullquote.log", "pullquote.log.1"]
    assert all(0 < file.stat().st_size <= 1000 for file in files)


def test_where_there_is_no_place_for_it_a_fault_is_still_one_sentence(monkeypatch, capsys):
    monkeypatch.setenv("PULLQUOTE_HOME", "~nobody-of-that-name/home")
    report_error(fault())
    assert capsys.readouterr().err.endswith("; --debug shows where.\n")


def test_an_error_that_goes_in_a_circle_is_told_once():
    one, other = ValueError("one"), KeyError("other")
    one.__cause__, other.__cause__ = other, one
    assert len(list(log._lines(one))) == 2


def test_places_in_the_package_are_told_from_there_on():
    assert log._place(log._PACKAGE / "app" / "app.py") == "reader/app/app.py"


@pytest.mark.parametrize(
    "spoil", [lambda home: home.write_text("a file"), lambda home: (home / log.NAME).mkdir(parents=True)]
)
def test_where_no_log_can_be_written_there_is_none(home, spoil, capsys):
    spoil(home)
    assert log.write_error(fault()) is None
    report_error(fault())
    assert capsys.readouterr().err.endswith("; --debug shows where.\n")


def test_what_nobody_expected_names_the_log_and_an_error_for_a_person_writes_none(home, capsys):
    report_error(PullquoteError("The sea took it."))
    assert not home.exists()
    report_error(fault())
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "pullquote: The sea took it."
    assert told[1].endswith(f"; --debug shows where, and so does {home / log.NAME}.")


@pytest.mark.parametrize("error", [ZeroDivisionError(WORDS), PullquoteError("The engine has no steam.")])
async def test_a_fault_of_the_engine_is_noted_behind_what_is_being_read(home, monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(Session, "analyse", fail)
    session = Session(library=False)
    app = PullquoteApp(session, Article("made", "", WORDS, ()), theme="pullquote-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        for _ in range(300):
            if "the analysis failed" in screen.panes.footer._message:
                break
            await pilot.pause(0.01)
    assert (home / log.NAME).exists() is isinstance(error, ZeroDivisionError)
    session.close()
