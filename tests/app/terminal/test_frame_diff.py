"""What is written for a frame brings the terminal to show that frame, with fewer bytes."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.terminal.frame_diff import PLAIN, CellStyle, FrameDiff, apply_sgr, parse_row, style_change

WIDTH, HEIGHT, RIGHT = 120, 3, 61

SGR_PARAMETERS = [
    "",
    "0",
    "1",
    "3",
    "4",
    "1;4",
    "7",
    "31",
    "38;5;12",
    "38;2;217;218;215;48;2;21;24;28",
    "48;2;21;24;28",
    "4;9;96;41",
]
UNCERTAIN_WIDTH = ["界", "e\u0301", "👍🏽", "\x1b]8;;https://ost.example\x1b\\"]


def segments(*, uncertain):
    alphabet = [*"ab –“▎é", *(UNCERTAIN_WIDTH if uncertain else [])]
    text = st.lists(st.sampled_from(alphabet), max_size=9).map("".join)
    return st.lists(st.tuples(st.sampled_from(SGR_PARAMETERS), text), max_size=3)


def row(pieces):
    """A row as Textual writes it."""
    return "".join(f"\x1b[{sgr}m{text}\x1b[0m" if sgr else text for sgr, text in pieces)


def frame(rows):
    """A frame with these pieces at their positions: at most two on a line."""
    return "\n".join(f"\x1b[{y};{x}H{row(pieces)}" for (y, x), pieces in sorted(rows.items())) + "\x1b[1;1H"


def frames(*, uncertain):
    positions = st.tuples(st.integers(1, HEIGHT), st.sampled_from([1, 3, RIGHT]))
    rows = st.dictionaries(positions, segments(uncertain=uncertain), max_size=6).filter(
        lambda rows: len({(y, x < RIGHT) for y, x in rows}) == len(rows)
    )
    return st.lists(rows.map(frame), min_size=1, max_size=5)


class EmulatedTerminal:
    """What a terminal shows."""

    def __init__(self):
        self.screen = pyte.Screen(WIDTH, HEIGHT + 1)  # a newline in the last row would scroll
        self.stream = pyte.Stream(self.screen)

    def feed(self, written):
        self.stream.feed(written.replace("\x1b]8;;https://ost.example\x1b\\", ""))

    @property
    def cells(self):
        rows = [[self.screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]
        return [[cell if cell.data.strip() else space_style(cell) for cell in row] for row in rows]

    @property
    def cursor(self):
        return self.screen.cursor.y, self.screen.cursor.x


def space_style(cell):
    """Of a space the background is seen, and lines through it in the colour of the text."""
    has_line = cell.underscore or cell.reverse or cell.strikethrough
    return cell.bg, cell.underscore, cell.reverse, cell.strikethrough, cell.fg if has_line else None


def shown(given_frames):
    """Two terminals after each frame: one that got the frames, and one that got the differences."""
    whole, reduced, frame_diff = EmulatedTerminal(), EmulatedTerminal(), FrameDiff()
    for each in given_frames:
        whole.feed(each)
        reduced.feed(frame_diff.difference(each))
        yield whole, reduced


@pytest.mark.no_cover
@given(frames(uncertain=False))
def test_the_differences_show_what_the_frames_show(given_frames):
    for whole, reduced in shown(given_frames):
        assert reduced.cells == whole.cells
        assert reduced.cursor == whole.cursor


@pytest.mark.no_cover
@given(frames(uncertain=True))
def test_characters_whose_width_terminals_disagree_on_are_written_as_they_come(given_frames):
    for whole, reduced in shown(given_frames):
        assert reduced.cells == whole.cells


@pytest.mark.no_cover
@given(frames(uncertain=False))
def test_for_a_frame_that_is_shown_already_only_the_cursor_position_is_written(given_frames):
    frame_diff = FrameDiff()
    frame_diff.difference(given_frames[0])
    assert frame_diff.difference(given_frames[0]) == "\x1b[1;1H"


def test_only_the_cells_that_differ_are_written():
    frame_diff = FrameDiff()
    frame_diff.difference("\x1b[2;3H\x1b[31mthe ferry to Ost leaves at nine\x1b[0m")
    written = frame_diff.difference("\x1b[2;3H\x1b[31mthe ferry to Ulm leaves at nine\x1b[0m")
    assert written == "\x1b[31m\x1b[2;16HUlm\x1b[m"


def test_up_to_four_equal_cells_are_written_again_and_the_cursor_moves_over_more():
    frame_diff = FrameDiff()
    frame_diff.difference("\x1b[1;1Ha234b6789012c")
    assert frame_diff.difference("\x1b[1;1HA234B6789012C") == "\x1b[1;1HA234B\x1b[7CC"


def test_cells_of_one_style_are_written_together():
    frame_diff = FrameDiff()
    written = frame_diff.difference(
        "\x1b[1;1H\x1b[31mred\x1b[0m\x1b[32mgreen\x1b[0m\n\x1b[2;1H\x1b[31mred\x1b[0m\x1b[32mgreen\x1b[0m"
    )
    assert written == "\x1b[31m\x1b[1;1Hred\x1b[2;1Hred\x1b[32m\x1b[1;4Hgreen\x1b[2;4Hgreen\x1b[m"


def test_a_space_takes_the_style_of_the_text_beside_it():
    cells = parse_row("\x1b[31mred\x1b[0m\x1b[32m  \x1b[0m\x1b[44m \x1b[0m\x1b[33;44mdeep\x1b[0m")
    assert cells is not None
    assert cells.text == "red   deep"
    assert cells.boundaries == (0, 5, 10)


@pytest.mark.parametrize(
    "row", ["界", "e\u0301", "\x1b[2Ka", "\x1b[4:3mcurly\x1b[0m", "\x1b[21mdouble", "\x1b[38;9mx", "\x1b[38mx"]
)
def test_a_row_with_more_than_styles_and_text_of_one_cell_a_character_is_not_parsed(row):
    assert parse_row(row) is None


@given(
    st.lists(st.sampled_from([*SGR_PARAMETERS, "22", "23", "24", "39", "49", "27", "29"]), max_size=6),
    st.sampled_from(SGR_PARAMETERS),
)
def test_a_style_change_leads_from_any_style_to_any_other(sequences, last):
    style = PLAIN
    for parameters in sequences:
        style = apply_sgr(style, parameters) or PLAIN
    wanted = apply_sgr(PLAIN, last)
    assert wanted is not None
    change = style_change(style, wanted)
    assert apply_sgr(style, change[2:-1]) == wanted if change else style == wanted


def test_the_end_of_bold_does_not_end_dim():
    assert style_change(CellStyle(frozenset("12")), CellStyle(frozenset("2"))) == "\x1b[22;2m"
