"""A thinned frame shows what the frame shows, with less written."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.terminal.frame_diff import PLAIN, CellStyle, FrameDiff, cells_of, turn, turned_by

WIDTH, HEIGHT, RIGHT = 120, 3, 61

SIGNS = [
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
ODD = ["界", "e\u0301", "👍🏽", "\x1b]8;;https://ost.example\x1b\\"]


def segments(*, odd):
    alphabet = [*"ab –“▎é", *(ODD if odd else [])]
    text = st.lists(st.sampled_from(alphabet), max_size=9).map("".join)
    return st.lists(st.tuples(st.sampled_from(SIGNS), text), max_size=3)


def row(pieces):
    """A row as Textual writes it."""
    return "".join(f"\x1b[{sign}m{text}\x1b[0m" if sign else text for sign, text in pieces)


def frame(rows):
    """A frame of rows by their place: at most two to a line."""
    return "\n".join(f"\x1b[{y};{x}H{row(pieces)}" for (y, x), pieces in sorted(rows.items())) + "\x1b[1;1H"


def frames(*, odd):
    places = st.tuples(st.integers(1, HEIGHT), st.sampled_from([1, 3, RIGHT]))
    apart = st.dictionaries(places, segments(odd=odd), max_size=6).filter(
        lambda rows: len({(y, x < RIGHT) for y, x in rows}) == len(rows)
    )
    return st.lists(apart.map(frame), min_size=1, max_size=5)


class Shown:
    """What a terminal shows."""

    def __init__(self):
        self.screen = pyte.Screen(WIDTH, HEIGHT + 1)  # a newline in the last row would scroll
        self.stream = pyte.Stream(self.screen)

    def feed(self, written):
        self.stream.feed(written.replace("\x1b]8;;https://ost.example\x1b\\", ""))

    @property
    def cells(self):
        rows = [[self.screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]
        return [[cell if cell.data.strip() else bare(cell) for cell in row] for row in rows]

    @property
    def cursor(self):
        return self.screen.cursor.y, self.screen.cursor.x


def bare(cell):
    """A space shows its ground, and lines through it in the colour of its text."""
    lined = cell.underscore or cell.reverse or cell.strikethrough
    return cell.bg, cell.underscore, cell.reverse, cell.strikethrough, cell.fg if lined else None


def shown(given_frames):
    """Two screens after each frame: one that it came to as it is, and one that it came to thinned."""
    plain, thin, thinned = Shown(), Shown(), FrameDiff()
    for each in given_frames:
        plain.feed(each)
        thin.feed(thinned.thinned(each))
        yield plain, thin


@given(frames(odd=False))
def test_a_thinned_frame_shows_what_the_frame_shows(given_frames):
    for plain, thin in shown(given_frames):
        assert thin.cells == plain.cells
        assert thin.cursor == plain.cursor


@given(frames(odd=True))
def test_what_terminals_measure_in_their_own_ways_is_written_as_it_comes(given_frames):
    for plain, thin in shown(given_frames):
        assert thin.cells == plain.cells


@given(frames(odd=False))
def test_a_frame_that_stands_there_already_writes_nothing_but_the_place_of_the_cursor(given_frames):
    thinned = FrameDiff()
    thinned.thinned(given_frames[0])
    assert thinned.thinned(given_frames[0]) == "\x1b[1;1H"


def test_only_what_differs_is_written():
    thinned = FrameDiff()
    thinned.thinned("\x1b[2;3H\x1b[31mthe ferry to Ost leaves at nine\x1b[0m")
    written = thinned.thinned("\x1b[2;3H\x1b[31mthe ferry to Ulm leaves at nine\x1b[0m")
    assert written == "\x1b[31m\x1b[2;16HUlm\x1b[m"


def test_a_few_cells_that_do_not_differ_are_written_again_and_more_are_leapt_over():
    thinned = FrameDiff()
    thinned.thinned("\x1b[1;1Ha234b6789012c")
    assert thinned.thinned("\x1b[1;1HA234B6789012C") == "\x1b[1;1HA234B\x1b[7CC"


def test_what_has_one_look_is_drawn_together():
    thinned = FrameDiff()
    written = thinned.thinned(
        "\x1b[1;1H\x1b[31mred\x1b[0m\x1b[32mgreen\x1b[0m\n\x1b[2;1H\x1b[31mred\x1b[0m\x1b[32mgreen\x1b[0m"
    )
    assert written == "\x1b[31m\x1b[1;1Hred\x1b[2;1Hred\x1b[32m\x1b[1;4Hgreen\x1b[2;4Hgreen\x1b[m"


def test_a_space_is_drawn_with_what_stands_beside_it():
    cells = cells_of("\x1b[31mred\x1b[0m\x1b[32m  \x1b[0m\x1b[44m \x1b[0m\x1b[33;44mdeep\x1b[0m")
    assert cells is not None
    assert cells.text == "red   deep"
    assert cells.turns == (0, 5, 10)


@pytest.mark.parametrize(
    "row", ["界", "e\u0301", "\x1b[2Ka", "\x1b[4:3mcurly\x1b[0m", "\x1b[21mdouble", "\x1b[38;9mx", "\x1b[38mx"]
)
def test_a_row_that_is_more_than_looks_and_simple_text_is_not_taken_apart(row):
    assert cells_of(row) is None


@given(
    st.lists(st.sampled_from([*SIGNS, "22", "23", "24", "39", "49", "27", "29"]), max_size=6), st.sampled_from(SIGNS)
)
def test_a_turn_leads_from_any_look_to_any_other(signs, last):
    look = PLAIN
    for sign in signs:
        look = turned_by(look, sign) or PLAIN
    wanted = turned_by(PLAIN, last)
    assert wanted is not None
    step = turn(look, wanted)
    assert turned_by(look, step[2:-1]) == wanted if step else look == wanted


def test_bold_that_ends_does_not_take_dim_with_it():
    assert turn(CellStyle(frozenset("12")), CellStyle(frozenset("2"))) == "\x1b[22;2m"
