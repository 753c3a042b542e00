"""What stands left of the text: tags and bars."""

from dataclasses import replace

import pytest
from rich.cells import split_graphemes

from reader.app.rendering.gutter import Gutter, gutter_of, source_label, spans_of_nested_voices
from reader.app.state import Reading
from reader.model import BlockKind, Span
from reader.text.layout import lay_out
from reader.text.navigation import Stop
from tests.app.pane_harness import ARTICLE, BLOCKS, STOPS, TEXT, reading
from tests.text.layout.test_layout import article

PAGE = lay_out(ARTICLE, 60, split_graphemes)


def gutter(words, stop=None, after=""):
    y = PAGE.row_at(TEXT.index(words, TEXT.index(after)))
    return gutter_of(y, PAGE, replace(reading(None), stop=stop))


@pytest.mark.parametrize(
    ("words", "stop", "expected"),
    [
        ("Harbour Towns", None, Gutter()),
        ("Petra Halloran", None, Gutter(0, 0)),
        ("argue about the wall:", None, Gutter(None, 0)),
        ("Eight hours", None, Gutter(1, 1)),
        ("calls every month", None, Gutter(None, 1)),
        # Halloran's block goes on, and in it Marchetti begins: the inner tag, and a bar each
        ("“Both sides", None, Gutter(3, 2, 3)),
        ("“Both sides", 2, Gutter(2, 2, 3)),
        # after rows of other words the tag is shown again
        ("“Nobody wants", None, Gutter(3, 2, 3)),
        ("The mayor held up", None, Gutter(5, 4, 5)),
        # two voices in one paragraph of text: the one who begins on the row, else the current one
        ("“Fear of the sea", None, Gutter(8, 8)),
        ("Few doubt", None, Gutter(8, 8)),
        ("spring.", None, Gutter(10, 10)),
    ],
)
def test_a_row_shows_the_tag_of_the_voice_that_begins_and_the_bars_of_all_that_speak(words, stop, expected):
    assert gutter(words, stop) == expected


TURNS = article("“Yes,” said Ann. “No,” said Ben, “not so.” “Ann calls it ‘a pity’ now,” said Cy. “Oh,” Ben said.")


def turns(*voices, nested=False):
    """The stops of four quotations in one paragraph, by voice; `nested` one of Ann's in the third."""
    texts = [("“Yes,”",), ("“No,”", "“not so.”"), ("“Ann calls it ‘a pity’ now,”",), ("“Oh,”",)]
    texts[3:3] = [("‘a pity’",)] * nested
    text = TURNS.text
    spans = (tuple(Span(at := text.index(part), at + len(part)) for part in parts) for parts in texts)
    return tuple(Stop(id_, voice, parts) for id_, (voice, parts) in enumerate(zip(voices, spans, strict=True), 1))


@pytest.mark.parametrize(
    ("stops", "width", "current", "expected"),
    [
        # the first voice to begin on a row is named there, and that others begin as well
        (turns(1, 2, 3, 2), 200, None, [Gutter(0, 0, has_more=True)]),
        (turns(1, 2, 3, 2), 200, 2, [Gutter(2, 2, has_more=True)]),
        (turns(1, 2, 3, 2), 18, None, [Gutter(0, 0), Gutter(1, 1), Gutter(2, 2)]),
        # the same voice twice is not another voice
        (turns(1, 1, 1, 1), 200, None, [Gutter(0, 0)]),
        (turns(None, None, None, None), 200, None, [Gutter(0, 0)]),
        # a voice nested in another is not another either; its tag is the one shown
        (turns(1, 1, 1, 2, 1, nested=True)[2:4], 200, None, [Gutter(1, 1)]),
        (turns(1, 1, 3, 2, 1, nested=True)[2:], 200, None, [Gutter(1, 1, has_more=True)]),
    ],
)
def test_a_row_on_which_several_voices_begin_shows_the_first_tag_and_that_there_are_more(
    stops, width, current, expected
):
    page = lay_out(TURNS, width, split_graphemes)
    rows = page.rows_of(TURNS.blocks[0].span)
    found = [gutter_of(y, page, Reading(TURNS, stops=stops, stop=current)) for y in rows]
    assert found[: len(expected)] == expected


def test_on_a_row_shared_by_two_the_bar_belongs_to_the_current_quotation():
    y = PAGE.row_at(TEXT.index("“Fear of the sea"))
    row = PAGE.row(y)
    sharing = [index for index, stop in enumerate(STOPS) if stop.span.overlaps(Span(row.start, row.end))]
    for index in sharing:
        assert gutter_of(y, PAGE, reading(index)).bar == index


def test_the_bar_runs_through_blank_rows_only_inside_one_quotation():
    blank = [PAGE.row_at(block.span.start) - 1 for block in BLOCKS[1:]]
    bars = [gutter_of(y, PAGE, reading(None)).bar for y in blank]
    assert [bar is not None for bar in bars] == [False, False, True, False, False, True, False, False, False, False]


def test_rows_without_text_have_no_gutter():
    assert gutter_of(1, PAGE, reading(None)) == Gutter()


def test_a_blank_row_after_the_last_block_has_no_bar():
    short = replace(ARTICLE, blocks=BLOCKS[:2])
    page = lay_out(short, 60, split_graphemes)
    blanks = [y for y in range(page.height) if not page.row(y).is_first and page.row(y).block == 0]
    assert [gutter_of(y, page, replace(reading(None), article=short)) for y in blanks][-1] == Gutter()


def test_nested_spans_are_those_of_another_voice():
    assert spans_of_nested_voices(STOPS, 2, BLOCKS[3].span) == list(STOPS[3].spans)
    assert spans_of_nested_voices(STOPS, 3, BLOCKS[3].span) == []


SOURCED = article(
    "She wrote:",
    (BlockKind.QUOTE, "The tide has come in every night since then. [Source]", {"level": 1}),
    "He asked whether it is so [really].",
)
WORDS = SOURCED.blocks[1].span
SAID = Span(WORDS.start, WORDS.end - len(" [Source]"))


def test_the_bar_of_a_block_quote_includes_the_label_of_its_source():
    page = lay_out(SOURCED, 27, split_graphemes)
    read = Reading(SOURCED, stops=(Stop(1, None, (SAID,)),))
    rows = page.rows_of(WORDS)
    assert page.row_at(SAID.end - 1) < rows[-1]
    assert [gutter_of(y, page, read).bar for y in rows] == [0] * len(rows)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("It is so. [Source]", "[Source]"),
        ("It is so. [Quelle, S. 12]", "[Quelle, S. 12]"),
        ("It is so. [Source] ", None),
        ("It is so. […]", None),
        ("It is so. [1]", None),
        ("It is so. He said [Source]", None),
        ("It is so. [A note that is far too long to be the label of a source]", None),
        ("It is so.", None),
    ],
)
def test_only_words_in_brackets_right_after_a_quotation_are_the_label_of_its_source(words, label):
    found = source_label(words, Span(0, len(words)), Span(0, len("It is so.")))
    assert (None if found is None else found.of(words)) == label
