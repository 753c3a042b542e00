"""What is kept, and what is said when it can't be."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.app.controllers import highlight_actions
from reader.app.widgets.footer import Footer
from reader.errors import StorageError
from reader.model import Span
from reader.services.highlights import HighlightService
from reader.services.session import Session
from tests.app.pane_harness import ANALYSIS, ARTICLE, STOPS, TEXT, lines, reading, settle, span

ROW = Span(0, 10)


def keep(session, read):
    return highlight_actions.add(session, read, ROW)


def test_a_quotation_in_parts_is_highlighted_in_its_parts(session):
    done = keep(session, reading(3))
    (highlight,) = done.reading.highlights
    assert highlight.spans == STOPS[3].spans
    assert highlight.quotation == " … ".join(part.of(TEXT) for part in STOPS[3].spans)
    assert done.highlight.id == highlight.id


@pytest.mark.parametrize(
    ("first", "last", "speaker"),
    [
        ("sides want", "", "Ilse Marchetti"),
        ("Eight hours", "the sea.", "Petra Halloran"),
        ("Three coastal", "autumn.", None),
        # over the end of a quotation: who is quoted, where most of it is their words
        ("out of time", "wall:", "Petra Halloran"),
        ("drew a line", "Petra Halloran", None),
        # over several voices: none of them said it
        ("“Whoever", "column.", None),
    ],
)
def test_a_highlighted_selection_has_the_speaker_of_its_text(session, first, last, speaker):
    done = keep(session, reading(0, selection=span(first, last)))
    (highlight,) = done.reading.highlights
    assert (highlight.speaker and highlight.speaker.name) == speaker
    assert done.reading.selection is None


def test_a_selected_paragraph_belongs_to_the_voice_inside_it_that_says_most_of_it(session):
    paragraph = span("“Both sides", "who waited.”")
    done = keep(session, reading(0, selection=Span(paragraph.start - 5, paragraph.end)))
    assert done.highlight.speaker.name == "Ilse Marchetti"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("“Nobody wants", "waited.”"),  # the second part of the quotation
        ("Nobody wants", "waited"),  # without its marks
        ("Nobody wants to be", ""),  # some of its words
    ],
)
def test_words_that_are_highlighted_are_not_highlighted_again(session, first, last):
    before = keep(session, reading(3))
    again = keep(session, reading(3, highlights=before.reading.highlights, selection=span(first, last)))
    assert again.reading.highlights == before.reading.highlights
    assert again.highlight == before.highlight
    assert again.message == "already highlighted · Ilse Marchetti · a its note · x deletes it"


def test_words_of_another_voice_inside_a_highlight_can_be_highlighted_as_its_own(session):
    outer = keep(session, reading(2)).reading
    assert outer.highlights[0].speaker.name == "Petra Halloran"
    inner = keep(session, reading(3, highlights=outer.highlights)).reading
    assert {each.speaker.name for each in inner.highlights} == {"Petra Halloran", "Ilse Marchetti"}


def test_more_words_than_those_highlighted_are_a_new_highlight(session):
    first = keep(session, reading(3, selection=span("Nobody wants"))).reading
    assert len(keep(session, replace(first, selection=span("Nobody wants", "waited"))).reading.highlights) == 2


def test_a_highlight_leaves_out_white_space_around_the_selection(session):
    start = TEXT.index(" wants to be")
    done = keep(session, reading(3, selection=Span(start, start + len(" wants "))))
    assert done.reading.highlights[0].exact == "wants"


def test_with_an_empty_selection_the_quotation_is_highlighted(session):
    assert keep(session, reading(3, selection=Span(5, 5))).reading.highlights[0].spans == STOPS[3].spans


def test_a_quotation_without_a_voice_is_highlighted_without_a_speaker(session):
    first, *rest = ANALYSIS.quotations
    unknown = replace(ANALYSIS, quotations=(replace(first, voice=None), *rest))
    done = keep(session, replace(reading(0), analysis=unknown))
    assert done.reading.highlights[0].speaker is None
    assert done.message.startswith("highlighted ·")


class FailingHighlights(HighlightService):
    """The highlights of a library that can't be written."""

    def add(self, *_, **__):
        raise StorageError("add failed.")

    def annotate(self, *_):
        raise StorageError("annotate failed.")

    def delete(self, *_):
        raise StorageError("delete failed.")

    def undo(self):
        raise StorageError("undo failed.")


class Failing(Session):
    """A session whose library can't be written."""

    def __init__(self):
        super().__init__(library=False)
        self.highlights = FailingHighlights(self.library, self._history)
        self._history.record(self.highlights)


def test_what_can_not_be_kept_is_said_in_one_sentence(session):
    read = keep(session, reading(3)).reading
    highlight = read.highlights[0]
    failing = Failing()
    assert keep(failing, reading(4)).message == "add failed."
    assert highlight_actions.set_note(failing, read, highlight, "x").message == "annotate failed."
    assert highlight_actions.delete(failing, read, ROW).message == "delete failed."
    assert highlight_actions.undo(failing, read, ROW).message == "undo failed."
    assert highlight_actions.export(failing, read, "org").message.startswith("This session has no library")


def test_paths_are_shown_absolute_or_from_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "ann"))
    here = tmp_path / "ann" / "notes"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    assert highlight_actions.shown_path(Path("wall.md")) == "~/notes/wall.md"
    assert highlight_actions.shown_path(tmp_path / "ann" / "out" / "wall.md") == "~/out/wall.md"
    assert highlight_actions.shown_path(tmp_path / "wall.md") == str(tmp_path / "wall.md")


def test_a_highlight_changed_in_another_window_is_shown_before_it_is_deleted(session):
    mine = keep(session, reading(3)).reading
    other = Session()
    other.highlights.annotate(other.highlights.of(mine.article)[0], "theirs")
    other.close()
    row = Span(STOPS[3].start, STOPS[3].start + 10)
    done = highlight_actions.delete(session, mine, row)
    assert "press x again to delete it" in done.message
    assert [here.note for here in done.reading.highlights] == ["theirs"]
    assert highlight_actions.delete(session, done.reading, row).reading.highlights == ()


@pytest.mark.no_cover
async def test_h_highlights_the_quotation_with_its_speaker_and_x_deletes_it(opened):
    async with opened() as at:
        await at.press("n", "n", "n", "n", "h")
        (highlight,) = at.reading.highlights
        assert highlight.spans == STOPS[3].spans
        assert highlight.speaker.name == "Ilse Marchetti"
        assert highlight.speaker.via == ("Petra Halloran",)
        assert at.said.startswith("highlighted · Ilse Marchetti · a adds")
        await at.press("h")
        assert at.said.startswith("already highlighted")
        assert Session().highlights.of(ARTICLE) == at.reading.highlights
        await at.press("x")
        assert at.reading.highlights == ()
        await at.press("U")
        assert at.reading.highlights[0].spans == STOPS[3].spans
        assert at.said.startswith("highlight restored")


async def test_keys_without_a_quotation_or_highlight_say_so(opened):
    async with opened() as at:
        for key, sentence in (
            ("h", "nothing to highlight here"),
            ("a", "nothing to highlight here"),
            ("x", "no highlight here"),
            ("U", "nothing to undo"),
        ):
            await at.press(key)
            assert at.said.startswith(sentence)


async def test_ctrl_r_makes_what_u_undid_again(opened):
    async with opened() as at:
        await at.press("n", "h", "U")
        assert at.reading.highlights == ()
        await at.press("ctrl+r")
        assert len(at.reading.highlights) == 1
        assert at.said.startswith("highlighted again: “")
        await at.press("ctrl+r")
        assert at.said.startswith("nothing to redo")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("keys", "ending"), [((), ".md"), (("c", "s", "l"), ".csl.json"), (("down", "down", "down"), ".org")]
)
async def test_e_lists_the_formats_exports_in_one_and_shows_the_path(opened, tmp_path, keys, ending):
    async with opened((140, 40)) as at:
        await at.press("n", "h", "e", *keys, "enter")
        await settle(at.pilot, lambda: at.said.startswith("exported to"))
        (file,) = tmp_path.glob("*" + ending)
        assert str(file) in at.said.replace(" ", "")
        assert "Petra Halloran" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("keys", [("e",), ("H", "e")])
async def test_in_the_list_of_formats_the_footer_says_that_enter_exports(opened, keys):
    async with opened() as at:
        await at.press("n", "h", *keys)
        (footer,) = at.app.screen.query(Footer)
        assert lines(footer)[0].split() == ["Enter", "export", "↑", "↓", "move", "Esc", "back"]
        await at.press(*"zzz")
        assert lines(footer)[0].strip() == "no format matches"


async def test_an_export_without_highlights_says_so_and_esc_exports_nothing(opened, tmp_path):
    async with opened() as at:
        await at.press("e", "escape")
        assert not [*tmp_path.glob("*.md")]
        await at.press("e", "enter")
        await settle(at.pilot, lambda: at.said.startswith("There are no highlights in"))
