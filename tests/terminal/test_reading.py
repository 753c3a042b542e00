"""The reader in a terminal: it starts, stores highlights, and restores the terminal."""

import os
import re
import shlex
import time
from pathlib import Path

import pytest

from tests.terminal import pty_program
from tests.terminal.pty_program import Terminal, pullquote

SAMPLES = Path(__file__).parents[2] / "samples"
ROUND_UP = SAMPLES / "round-up.txt"

pytestmark = pytest.mark.terminal


def highlights(printed, **more):
    """The section of highlights in the linear view of the round-up."""
    return printed(str(ROUND_UP), "--width", "0", **more).partition("==== Highlights")[2]


def at_quotation(number):
    return lambda text: f" {number}/" in text.split("\n")[0]


def analysed(text):
    return "quotation" in text.split("\n")[0]


def go_to_third_quotation(terminal):
    terminal.wait_for("On the first of October")
    terminal.wait_until(analysed)
    for number in (1, 2, 3):
        terminal.send("n")
        terminal.wait_until(at_quotation(number))


def test_experts_are_reached_by_keys_and_by_an_option(reader):
    with reader("read", str(ROUND_UP), "--only", "experts") as terminal:
        terminal.wait_for("experts only")
        terminal.send("n")
        terminal.wait_until(lambda text: "experts: 1 of" in text.split("\n")[0])
        terminal.wait_for("Emeka Sandvik")
        terminal.send("\x1b")
        terminal.wait_for("all quotations again")
        terminal.send("Fo")
        terminal.wait_for("officials only")
        terminal.send("E")
        terminal.wait_for("Emeka Sandvik")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_a_highlight_made_before_quitting_is_there_at_the_next_start(reader, printed, home):
    with reader(str(ROUND_UP)) as terminal:
        go_to_third_quotation(terminal)
        terminal.send("h")
        terminal.wait_for("highlighted")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    assert highlights(printed, variables={"PULLQUOTE_HOME": home["PULLQUOTE_HOME"] + "-other"}) == ""
    kept = highlights(printed)
    assert kept.startswith(" (1) ====")
    with reader(str(ROUND_UP)) as terminal:
        terminal.wait_until(at_quotation(3))  # where it was left
        terminal.send("x")
        terminal.settle()
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    assert highlights(printed) == ""


def test_a_file_whose_name_is_not_utf_8_is_read_and_its_highlight_kept(home, reader, tmp_path):
    file = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        file.write_bytes(ROUND_UP.read_bytes())
    except OSError:
        pytest.skip("this file system takes no such name")
    with Terminal(pullquote(str(file)), home) as terminal:
        go_to_third_quotation(terminal)
        terminal.send("h")
        terminal.wait_for("highlighted")
        terminal.send("i")
        terminal.wait_for("caf\ufffd.txt")
        terminal.send("qq")
        assert terminal.wait_for_exit() == 0
    with reader(str(file)) as terminal:
        terminal.wait_until(at_quotation(3))
        terminal.send("x")
        terminal.wait_for("highlight deleted")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_the_terminal_is_asked_for_its_background_before_the_screen_and_only_for_auto(home):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.wait_for("On the first of October")
        assert -1 < terminal.raw.find(b"\x1b]11;?") < terminal.raw.find(b"\x1b[?1049h")
        assert b"48;2;21;24;28" in terminal.raw
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    with Terminal([*pullquote("read", str(ROUND_UP)), "--theme", "sepia"], home) as terminal:
        terminal.wait_for("On the first of October")
        assert b"\x1b]11;?" not in terminal.raw
        assert b"48;2;245;236;217" in terminal.raw
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_a_late_reply_of_the_terminal_does_not_count_as_keys(home, monkeypatch):
    others = tuple(pair for pair in pty_program._REPLIES if b"11;" not in pair[0].pattern and pair[1][-1:] != b"c")
    monkeypatch.setattr(pty_program, "_REPLIES", others)
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.wait_for("On the first of October")
        terminal.wait_until(analysed)
        terminal.settle()
        before = terminal.text
        terminal.send("\x1b]11;rgb:1515/1818/1c1c\x1b\\\x1b[?62;22c")
        terminal.settle(quiet=0.5, limit=1)
        assert terminal.text == before
        terminal.send("n")
        terminal.wait_until(at_quotation(1))
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_in_a_console_its_own_sixteen_colours_and_ascii_characters_are_used(home):
    with Terminal(pullquote(str(ROUND_UP)), {**home, "TERM": "linux", "COLORTERM": ""}) as terminal:
        terminal.wait_for("On the first of October")
        terminal.wait_until(analysed)
        assert terminal.text.isascii()
        assert b"48;2;" not in terminal.raw
        assert b"\x1b]11;?" not in terminal.raw
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_keys_typed_before_the_analysis_has_ended_are_not_lost(reader, printed):
    with reader(str(ROUND_UP)) as terminal:
        terminal.wait_for("On the first of October")
        terminal.send("nnn")
        terminal.wait_until(at_quotation(3))
        terminal.send("h")
        terminal.wait_for("highlighted")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    assert highlights(printed).startswith(" (1) ====")


def test_a_highlight_is_stored_before_it_is_shown(reader, printed):
    with reader(str(ROUND_UP)) as terminal:
        go_to_third_quotation(terminal)
        terminal.send("h")
        terminal.wait_for("highlighted")
        terminal.kill()
    assert highlights(printed).startswith(" (1) ====")


@pytest.mark.parametrize(("key", "status"), [("q", 0), ("\x03", 130)])
def test_the_terminal_is_restored_at_the_end(home, key, status):
    with Terminal(pullquote(str(ROUND_UP)), home) as terminal:
        terminal.wait_for("On the first of October")
        assert terminal.is_alternate_screen
        assert terminal.attributes != terminal.initial_attributes
        terminal.send(key)
        assert terminal.wait_for_exit() == status
        assert terminal.attributes == terminal.initial_attributes
        assert not terminal.is_alternate_screen
        assert terminal.is_cursor_visible
        assert "Traceback" not in terminal.text


def test_ctrl_z_suspends_the_reader_and_fg_resumes_it(home):
    reader = shlex.join(pullquote(str(ROUND_UP)))
    script = f'{reader}; echo paused; read -r line; fg; echo "ended with $?"'
    with Terminal(["sh", "-m", "-c", script], home) as terminal:
        go_to_third_quotation(terminal)
        terminal.settle()
        page = terminal.text
        terminal.send("\x1a")
        terminal.wait_for("paused")
        assert not terminal.is_alternate_screen
        assert terminal.is_cursor_visible
        assert terminal.attributes == terminal.initial_attributes
        terminal.send("\r")
        terminal.wait_until(lambda _: terminal.is_alternate_screen)
        terminal.wait_until(lambda text: text == page)
        terminal.send("n")
        terminal.wait_until(at_quotation(4))
        terminal.send("q")
        terminal.wait_for("ended with 0")
        assert terminal.wait_for_exit() == 0


def test_the_current_line_stays_on_the_screen_when_the_size_changes(reader):
    with reader(str(ROUND_UP), size=(140, 40)) as terminal:
        go_to_third_quotation(terminal)
        terminal.settle()
        row = next(line for line in terminal.text.split("\n") if line.startswith("›"))
        words = re.findall(r"[A-Za-z]{4,}", row)[0]
        for size in ((80, 24), (60, 20), (140, 40)):
            terminal.resize(*size)
            terminal.settle()
            terminal.wait_until(lambda text: "/" in text.split("\n")[0])
            assert words in terminal.text
            assert at_quotation(3)(terminal.text)


@pytest.mark.parametrize("arguments", [["-"], []])
def test_a_piped_article_is_read_with_the_keyboard(home, arguments):
    with Terminal(pullquote(*arguments), home, stdin=ROUND_UP.read_bytes()) as terminal:
        go_to_third_quotation(terminal)
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.attributes == terminal.initial_attributes


def test_an_empty_pipe_is_an_error_also_on_a_terminal(home):
    with Terminal(pullquote(), home, stdin=b"") as terminal:
        assert terminal.wait_for_exit() == 1
        assert "Standard input is empty." in terminal.raw.decode()


def test_an_article_is_the_same_piped_and_opened_by_its_path(reader, printed):
    with reader("-", stdin=ROUND_UP.read_bytes()) as terminal:
        go_to_third_quotation(terminal)
        terminal.send("h")
        terminal.wait_for("highlighted")
        terminal.send("q")
        terminal.wait_for_exit()
    assert highlights(printed).startswith(" (1) ====")


@pytest.mark.parametrize("sample", ["report.html", "interview.md", "opinion.txt"])
def test_every_sample_opens(reader, sample):
    with reader(str(SAMPLES / sample), size=(140, 40)) as terminal:
        terminal.wait_until(analysed)
        terminal.send("n")
        terminal.wait_until(at_quotation(1))
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_the_reader_starts_at_the_quotation_asked_for(reader):
    with reader("read", str(ROUND_UP), "--voice", "Vane") as terminal:
        terminal.wait_for("They will vote for it")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_without_a_location_the_library_opens_and_enter_opens_from_it(reader, printed):
    printed(str(ROUND_UP))
    with reader() as terminal:
        terminal.wait_for("No Change Given")
        terminal.send("\r")
        terminal.wait_for("On the first of October")
        terminal.send("\x03")
        assert terminal.wait_for_exit() == 130


def test_the_linear_view_can_be_printed_on_a_terminal(reader):
    with reader(str(SAMPLES / "opinion.txt"), "--linear") as terminal:
        assert terminal.wait_for_exit() == 0
        assert not terminal.is_alternate_screen
        assert "==== Voices" in terminal.raw.decode()


def test_on_a_dumb_terminal_the_linear_view_is_printed(home):
    with Terminal(pullquote(str(SAMPLES / "opinion.txt")), {**home, "TERM": "dumb"}) as terminal:
        assert terminal.wait_for_exit() == 0
        assert b"\x1b" not in terminal.raw


def test_where_an_article_cannot_be_opened_the_screen_is_not_started(home):
    with Terminal(pullquote("nowhere.txt"), home) as terminal:
        assert terminal.wait_for_exit() == 1
        assert not terminal.is_alternate_screen
        assert "pullquote: " in terminal.text


def test_ctrl_c_while_standard_input_is_read_exits_with_130(home):
    with Terminal(pullquote("voices", "-"), home) as terminal:
        terminal.wait_for("waiting for text on standard input")
        terminal.send("\x03")
        assert terminal.wait_for_exit() == 130
        assert "Traceback" not in terminal.text


def test_no_character_of_a_note_typed_without_a_pause_counts_as_a_command(reader, printed):
    with reader(str(ROUND_UP)) as terminal:
        go_to_third_quotation(terminal)
        terminal.send("haxqUx? yes")
        terminal.wait_for("xqUx? yes")
        terminal.send("\r")
        terminal.wait_for("note saved")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    assert "xqUx? yes" in highlights(printed)


def test_a_note_survives_kill_9_while_it_is_typed(reader):
    with reader(str(ROUND_UP)) as terminal:
        go_to_third_quotation(terminal)
        terminal.send("ha")
        terminal.wait_for("Enter save")
        terminal.send("ask the ferryman")
        terminal.wait_for("ask the ferryman")
        time.sleep(1.5)
        terminal.kill()
    with reader(str(ROUND_UP)) as terminal:
        go_to_third_quotation(terminal)
        terminal.send("a")
        terminal.wait_for("your earlier draft")
        assert "ask the ferryman" in terminal.text
