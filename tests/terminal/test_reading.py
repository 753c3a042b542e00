"""The reader in a real terminal: it starts, keeps what is highlighted, and leaves the terminal as it was."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.terminal import pty_program
from tests.terminal.pty_program import Terminal, pullquote

SAMPLES = Path(__file__).parents[2] / "samples"
ROUND_UP = SAMPLES / "round-up.txt"

pytestmark = pytest.mark.terminal


def shelf(home):
    """What the library lists, as text."""
    out = subprocess.run(pullquote("library", "--json"), capture_output=True, check=True, env={**home, "PATH": ""})
    return out.stdout.decode()


def highlights(home):
    """The linear view's section of highlights of the round-up."""
    out = subprocess.run(
        pullquote(str(ROUND_UP), "--width", "0"), capture_output=True, check=True, env={**home, "PATH": ""}
    )
    return out.stdout.decode().partition("==== Highlights")[2]


def at_quotation(number):
    return lambda text: f" {number}/" in text.split("\n")[0]


def analysed(text):
    return "quotation" in text.split("\n")[0]


def walk_to_third(terminal):
    terminal.sees("On the first of October")
    terminal.until(analysed)
    for number in (1, 2, 3):
        terminal.send("n")
        terminal.until(at_quotation(number))


def test_a_highlight_made_before_quitting_is_there_at_the_next_start(home):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        walk_to_third(terminal)
        terminal.send("h")
        terminal.sees("highlighted")
        terminal.send("q")
        assert terminal.end() == 0
    assert "==== Highlights" not in highlights({**home, "PULLQUOTE_HOME": home["PULLQUOTE_HOME"] + "-other"})
    kept = highlights(home)
    assert kept.startswith(" (1) ====")
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.until(at_quotation(3))  # where it was left
        terminal.send("x")
        terminal.settle()
        terminal.send("q")
        assert terminal.end() == 0
    assert highlights(home) == ""


def test_a_file_whose_name_is_not_utf_8_is_read_and_its_highlight_kept(home, tmp_path):
    file = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        file.write_bytes(ROUND_UP.read_bytes())
    except OSError:
        pytest.skip("this file system takes no such name")
    with Terminal(pullquote(str(file)), home) as terminal:
        walk_to_third(terminal)
        terminal.send("h")
        terminal.sees("highlighted")
        terminal.send("i")
        terminal.sees("caf\ufffd.txt")
        terminal.send("qq")
        assert terminal.end() == 0
    with Terminal(pullquote(str(file)), home) as terminal:
        terminal.until(at_quotation(3))
        terminal.send("x")
        terminal.sees("highlight deleted")
        terminal.send("q")
        assert terminal.end() == 0


def test_the_terminal_is_asked_for_its_background_before_the_screen_and_only_for_auto(home):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.sees("On the first of October")
        assert -1 < terminal.raw.find(b"\x1b]11;?") < terminal.raw.find(b"\x1b[?1049h")
        assert b"48;2;21;24;28" in terminal.raw
        terminal.send("q")
        assert terminal.end() == 0
    with Terminal([*pullquote("read", str(ROUND_UP)), "--theme", "sepia"], home) as terminal:
        terminal.sees("On the first of October")
        assert b"\x1b]11;?" not in terminal.raw
        assert b"48;2;245;236;217" in terminal.raw
        terminal.send("q")
        assert terminal.end() == 0


def test_a_terminal_that_answers_late_types_nothing(home, monkeypatch):
    patient = tuple(pair for pair in pty_program._ANSWERS if b"11;" not in pair[0].pattern and pair[1][-1:] != b"c")
    monkeypatch.setattr(pty_program, "_ANSWERS", patient)
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.sees("On the first of October")
        terminal.until(analysed)
        terminal.settle()
        before = terminal.text
        terminal.send("\x1b]11;rgb:1515/1818/1c1c\x1b\\\x1b[?62;22c")
        terminal.settle(quiet=0.5, limit=1)
        assert terminal.text == before
        terminal.send("n")
        terminal.until(at_quotation(1))
        terminal.send("q")
        assert terminal.end() == 0


def test_in_a_console_of_sixteen_colours_its_own_are_used_and_every_sign_is_ascii(home):
    with Terminal(pullquote(str(ROUND_UP)), {**home, "TERM": "linux", "COLORTERM": ""}) as terminal:
        terminal.sees("On the first of October")
        terminal.until(analysed)
        assert terminal.text.isascii()
        assert b"48;2;" not in terminal.raw
        assert b"\x1b]11;?" not in terminal.raw
        terminal.send("q")
        assert terminal.end() == 0


def test_keys_typed_before_the_engine_is_done_are_not_lost(home):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.sees("On the first of October")
        terminal.send("nnn")
        terminal.until(at_quotation(3))
        terminal.send("h")
        terminal.sees("highlighted")
        terminal.send("q")
        assert terminal.end() == 0
    assert highlights(home).startswith(" (1) ====")


def test_a_highlight_outlives_a_kill_right_after_the_key(home):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        walk_to_third(terminal)
        terminal.send("h")
        terminal.sees("highlighted")
        terminal.kill()
    assert highlights(home).startswith(" (1) ====")


@pytest.mark.parametrize(("key", "status"), [("q", 0), ("\x03", 130)])
def test_leaving_gives_the_terminal_back_as_it_was(home, key, status):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.sees("On the first of October")
        assert terminal.alternate
        assert terminal.attributes != terminal.before
        terminal.send(key)
        assert terminal.end() == status
        assert terminal.attributes == terminal.before
        assert not terminal.alternate
        assert terminal.cursor_shown
        assert "Traceback" not in terminal.text


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_brings_the_reader_back(home):
    reader = shlex.join(pullquote(str(ROUND_UP)))
    script = f'{reader}; echo paused; read -r line; fg; echo "ended with $?"'
    with Terminal(["sh", "-m", "-c", script], home) as terminal:
        walk_to_third(terminal)
        terminal.settle()
        page = terminal.text
        terminal.send("\x1a")
        terminal.sees("paused")
        assert not terminal.alternate
        assert terminal.cursor_shown
        assert terminal.attributes == terminal.before
        terminal.send("\r")
        terminal.until(lambda _: terminal.alternate)
        terminal.until(lambda text: text == page)
        terminal.send("n")
        terminal.until(at_quotation(4))
        terminal.send("q")
        terminal.sees("ended with 0")
        assert terminal.end() == 0


def test_a_window_made_narrower_and_wider_keeps_the_line_under_the_eye(home):
    with Terminal(pullquote(str(ROUND_UP)), home, size=(140, 40)) as terminal:
        walk_to_third(terminal)
        terminal.settle()
        row = next(line for line in terminal.text.split("\n") if line.startswith("›"))
        words = re.findall(r"[A-Za-z]{4,}", row)[0]
        for size in ((80, 24), (60, 20), (140, 40)):
            terminal.resize(*size)
            terminal.settle()
            terminal.until(lambda text: "/" in text.split("\n")[0])
            assert words in terminal.text
            assert at_quotation(3)(terminal.text)


@pytest.mark.parametrize("named", [["-"], []])
def test_an_article_piped_in_opens_in_the_reader_with_the_keyboard(home, named):
    with Terminal(pullquote(*named), home, piped=ROUND_UP.read_bytes()) as terminal:
        walk_to_third(terminal)
        terminal.send("q")
        assert terminal.end() == 0
        assert terminal.attributes == terminal.before


def test_an_empty_pipe_leaves_the_library_to_the_keyboard(home):
    with Terminal(pullquote(), home, piped=b"") as terminal:
        terminal.sees("Library")
        terminal.send("q")
        assert terminal.end() == 0


def test_piped_in_and_opened_by_path_it_is_the_same_article(home):
    with Terminal(pullquote("-"), home, piped=ROUND_UP.read_bytes()) as terminal:
        walk_to_third(terminal)
        terminal.send("h")
        terminal.sees("highlighted")
        terminal.send("q")
        terminal.end()
    assert highlights(home).startswith(" (1) ====")


@pytest.mark.parametrize("sample", ["report.html", "interview.md", "opinion.txt"])
def test_every_sample_opens(home, sample):
    with Terminal(pullquote(str(SAMPLES / sample)), home, size=(140, 40)) as terminal:
        terminal.until(analysed)
        terminal.send("n")
        terminal.until(at_quotation(1))
        terminal.send("q")
        assert terminal.end() == 0


def test_a_start_at_a_quotation_is_there(home):
    with Terminal(pullquote("read", str(ROUND_UP), "--voice", "Vane"), home) as terminal:
        terminal.sees("They will vote for it")
        terminal.send("q")
        assert terminal.end() == 0


def test_without_a_location_the_library_opens_and_enter_opens_from_it(home):
    subprocess.run(pullquote(str(ROUND_UP)), capture_output=True, check=True, env={**home, "PATH": ""})
    with Terminal(pullquote(), home) as terminal:
        terminal.sees("No Change Given")
        terminal.send("\r")
        terminal.sees("On the first of October")
        terminal.send("\x03")
        assert terminal.end() == 130


def test_a_linear_view_can_be_asked_for_on_a_terminal(home):
    with Terminal(pullquote(str(SAMPLES / "opinion.txt"), "--linear"), home) as terminal:
        assert terminal.end() == 0
        assert not terminal.alternate
        assert "==== Voices" in terminal.raw.decode()


def test_a_dumb_terminal_gets_the_linear_view(home):
    with Terminal(pullquote(str(SAMPLES / "opinion.txt")), {**home, "TERM": "dumb"}) as terminal:
        assert terminal.end() == 0
        assert b"\x1b" not in terminal.raw


def test_what_cannot_be_opened_never_starts_the_screen(home):
    with Terminal(pullquote("nowhere.txt"), home) as terminal:
        assert terminal.end() == 1
        assert not terminal.alternate
        assert "pullquote: " in terminal.text


def test_ctrl_c_while_data_is_awaited_ends_with_130(home):
    with Terminal(pullquote("voices", "-"), home) as terminal:
        terminal.sees("waiting for text on standard input")
        terminal.send("\x03")
        assert terminal.end() == 130
        assert "Traceback" not in terminal.text


def test_a_note_typed_without_a_pause_is_written_and_none_of_it_taken_for_a_command(home):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        walk_to_third(terminal)
        terminal.send("haxqUx? yes")
        terminal.sees("xqUx? yes")
        terminal.send("\r")
        terminal.sees("note saved")
        terminal.send("q")
        assert terminal.end() == 0
    assert "xqUx? yes" in highlights(home)
