"""Colours, tags and notes, in a line and in the person's editor."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest
from rich.color import Color
from textual.widgets import Input, Static

from reader.app.controllers import prompt
from reader.app.rendering.page_rows import SIGNS
from reader.app.theming.palette import DARK
from reader.app.widgets.note_box import NoteBox
from reader.app.widgets.prompt_input import PromptInput
from reader.errors import StorageError
from reader.model import Colour
from reader.services.highlights import HighlightService
from reader.services.session import Session
from tests.app.pane_harness import ARTICLE, STOPS, TEXT, style_of


@pytest.mark.no_cover
async def test_c_cycles_through_four_colours_each_with_a_sign_but_the_first(opened):
    async with opened((100, 30)) as at:
        await at.press("n", "c")
        assert [each.colour for each in at.reading.highlights] == [Colour.YELLOW]
        y = at.body.page_layout.row_at(STOPS[0].start) - at.body.viewport.top
        seen = []
        for colour in (Colour.GREEN, Colour.BLUE, Colour.PINK, Colour.YELLOW):
            await at.press("c")
            assert at.said.startswith(f"{colour.value} · c changes it")
            assert at.reading.highlights[0].colour is colour
            assert style_of(at.body, y, TEXT[STOPS[0].start :][:5]).bgcolor == Color.parse(DARK.highlight(colour))
            seen.append(at.shown()[y].rstrip()[-1])
        assert seen[:3] == [SIGNS[colour] for colour in (Colour.GREEN, Colour.BLUE, Colour.PINK)]
        assert seen[3] not in SIGNS.values()
        assert Session().highlights.of(ARTICLE)[0].colour is Colour.YELLOW
        await at.press("U")
        assert at.said.startswith("pink again")
        assert at.reading.highlights[0].colour is Colour.PINK


@pytest.mark.no_cover
async def test_a_note_and_a_colour_share_the_margin(opened):
    async with opened() as at:
        await at.press("n", "c", "c", "a", "x", "enter")
        y = at.body.page_layout.row_at(STOPS[0].start) - at.body.viewport.top
        assert at.shown()[y].endswith("▲✎")


@pytest.mark.no_cover
async def test_t_sets_tags_separated_by_commas_and_u_undoes_it(opened):
    async with opened() as at:
        await at.press("n", "t", *"sea wall, #costs, costs,, ", "enter")
        assert at.reading.highlights[0].tags == ("sea wall", "costs")
        assert at.said.startswith("tagged #sea wall, #costs")
        assert "#sea wall, #costs" in at.screen.panes.speaker_line.render_line(1).text
        await at.press("t", "escape")
        assert not at.said.startswith("draft kept")
        assert at.reading.highlights[0].tags == ("sea wall", "costs")
        await at.press("t")
        assert at.screen.query_one(Input).value == "sea wall, costs, "
        await at.press(*"Costs, press", "enter")
        assert at.said.startswith("tagged #sea wall, #costs, #press")
        assert at.reading.highlights[0].tags == ("sea wall", "costs", "press")
        await at.press("U")
        assert at.reading.highlights[0].tags == ("sea wall", "costs")
        await at.press("t", "ctrl+u", "enter")
        assert at.said.startswith("tags removed")
        await at.press("U")
        assert at.reading.highlights[0].tags == ("sea wall", "costs")


@pytest.mark.parametrize("key", ["tab", "right"])
async def test_a_tag_that_the_library_has_is_suggested_and_a_key_takes_it(opened, key):
    async with opened() as at:
        await at.press("n", "t")
        assert "Tab" not in str(at.app.screen.query_one("#prompt-hint", Static).render())  # there are no tags so far
        await at.press(*"costs, water", "enter", "n", "t", *"water", "enter", "n", "t", *"w")
        await at.pilot.pause()
        line = at.app.screen.query_one(Input)
        assert "".join(segment.text for segment in line.render_line(0)).strip() == "water"
        assert line.value == "w"
        assert "Tab complete" in str(at.app.screen.query_one("#prompt-hint", Static).render())
        await at.press(key, *", c")
        await at.pilot.pause()
        await at.press(key, "x", "backspace", "tab", "enter")
        assert at.said.startswith("tagged #water, #costs")


async def test_in_the_list_of_highlights_tags_are_suggested_as_well(opened):
    async with opened() as at:
        await at.press("n", "h", "t", *"sea wall", "enter", "n", "h", "H", "j", "t", "s", "tab", "enter", "escape")
        assert {each.tags for each in at.reading.highlights} == {("sea wall",)}


@pytest.mark.no_cover
async def test_a_tagged_selection_is_highlighted_first(opened):
    async with opened() as at:
        await at.press("v", "ctrl+right", "t", *"harbour", "enter")
        assert [(each.exact, each.tags) for each in at.reading.highlights] == [("Harbour", ("harbour",))]


async def test_without_a_quotation_or_selection_there_is_nothing_to_edit(opened):
    async with opened() as at:
        for key in ("c", "t", "A"):
            await at.press(key)
            assert at.said.startswith("nothing to highlight here")


class FailingHighlights(HighlightService):
    def recolour(self, *_):
        raise StorageError("recolour failed.")

    def set_tags(self, *_):
        raise StorageError("set_tags failed.")

    def annotate(self, *_):
        raise StorageError("annotate failed.")


async def test_a_colour_that_cannot_be_saved_is_reported(opened):
    async with opened() as at:
        await at.press("n", "h")
        at.screen.session.highlights.__class__ = FailingHighlights
        await at.press("c")
        assert at.said.startswith("recolour failed.")
        at.screen.session.highlights.__class__ = HighlightService


@pytest.mark.parametrize(
    ("key", "line", "aside", "refused", "said", "kept"),
    [
        ("a", NoteBox, "#note-hint", "annotate failed.", "note saved", ("why", ())),
        ("t", PromptInput, "#prompt-hint", "set_tags failed.", "tagged #why", ("", ("why",))),
    ],
)
async def test_text_that_cannot_be_saved_stays_in_the_prompt(opened, key, line, *, aside, refused, said, kept):
    async with opened() as at:
        await at.press("n", "h")
        at.screen.session.highlights.__class__ = FailingHighlights
        await at.press(key, *"why", "enter")
        written = at.screen.query_one(line)
        assert written.text == "why"
        assert refused in written.query_one(aside, Static).render().plain
        at.screen.session.highlights.__class__ = HighlightService
        await at.press("enter")
        assert at.said.startswith(said)
        assert [(each.note, each.tags) for each in at.reading.highlights] == [kept]


@pytest.mark.no_cover
@pytest.mark.parametrize("way", ["escape", "ctrl+c", "exit"])
async def test_an_unsaved_note_is_kept_as_a_draft(opened, way):
    async with opened((140, 40)) as at:
        await at.press("n", "a", *"why")
        if way == "exit":
            at.app.end_interrupted()
        else:
            await at.press(way)
            assert at.app.return_code is None
            assert at.said.startswith("draft kept; press a to continue")
    async with opened((140, 40)) as at:
        await at.press("g", "n", "a")
        box = at.screen.query_one(NoteBox)
        assert (box.text, at.reading.highlights[0].note) == ("why", "")
        assert box.query_one("#note-hint", Static).render().plain.startswith("your earlier draft")
        await at.press(*" so", "enter")
        assert at.reading.highlights[0].note == "why so"
        await at.press("a", "escape")
        assert not at.said.startswith("draft kept")
        await at.press("a", "x", "escape", "a", "ctrl+a", "ctrl+k", "escape", "a")
        assert at.screen.query_one(NoteBox).text == "why so"


@pytest.mark.no_cover
@pytest.mark.parametrize("way", ["escape", "ctrl+c", "exit"])
async def test_unsaved_tags_are_kept_as_a_draft_of_their_own(opened, way):
    async with opened((140, 40)) as at:
        await at.press("n", "t", *"wall", "enter", "t", *"tea")
        if way == "exit":
            at.app.end_interrupted()
        else:
            await at.press(way)
            assert at.said.startswith("draft kept; press t to continue")
    async with opened((140, 40)) as at:
        await at.press("g", "n", "a")
        assert at.screen.query_one(NoteBox).text == ""
        await at.press("escape", "t")
        line = at.screen.query_one(PromptInput)
        assert (line.text, at.reading.highlights[0].tags) == ("wall, tea", ("wall",))
        assert line.query_one("#prompt-hint", Static).render().plain.startswith("your earlier draft")
        await at.press(*"s", "enter")
        assert at.reading.highlights[0].tags == ("wall", "teas")
        await at.press("t", "escape")
        assert not at.said.startswith("draft kept")
        await at.press("t")
        assert not at.screen.query_one("#prompt-hint", Static).render().plain.startswith("your earlier draft")


@pytest.mark.no_cover
@pytest.mark.parametrize(("key", "line"), [("a", NoteBox), ("t", PromptInput)])
async def test_a_draft_that_the_library_cannot_store_lasts_while_the_article_is_open(opened, key, line):
    async with opened((140, 40)) as at:
        await at.press("n", "h")
        library = at.screen.session.library.store()._connection
        library.execute("PRAGMA query_only = ON")
        await at.press(key, *"why", "escape")
        said = " ".join(at.screen.panes.footer.render_line(y).text.strip() for y in range(2))
        assert f"draft kept; press {key} to continue, but only until you close this screen: Your library" in said
        await at.press(key)
        assert at.screen.query_one(line).text == "why"
        library.execute("PRAGMA query_only = OFF")
        await at.press("escape")
        assert f"draft kept; press {key} to continue" in at.said
        assert "but only" not in at.said
    async with opened((140, 40)) as at:
        await at.press("g", "n", key)
        assert at.screen.query_one(line).text == "why"


@pytest.mark.parametrize(("key", "line", "aside"), [("a", NoteBox, "#note-hint"), ("t", PromptInput, "#prompt-hint")])
async def test_a_saved_draft_is_forgotten_even_if_the_library_cannot_delete_it(opened, monkeypatch, key, line, aside):
    def refuse(*_):
        raise StorageError("no drafts.")

    async with opened((140, 40)) as at:
        await at.press("n", key, *"why", "escape")
        monkeypatch.setattr("reader.services.positions.Positions.save_draft", refuse)
        await at.press(key, *" so", "enter", key)
        assert at.screen.query_one(line).text.rstrip(",") == "why so"
        assert "draft" not in at.screen.query_one(aside, Static).render().plain


# The editor


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """Make an editor of a few lines of Python, which get the file's path as `file`."""

    def make(lines, variable="EDITOR"):
        script = tmp_path / "the editor.py"
        script.write_text(f"import sys, pathlib\nfile = pathlib.Path(sys.argv[1])\n{lines}\n")
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv(variable, f"{sys.executable} '{script}'")

    return make


@pytest.fixture
def suspended(monkeypatch):
    """A screen that can be left for another program."""
    monkeypatch.setattr("textual.app.App.suspend", lambda _: nullcontext())


@pytest.mark.usefixtures("suspended")
async def test_capital_a_edits_the_note_in_the_persons_editor(opened, editor):
    editor("file.write_text(file.read_text() + 'first\\n\\nsecond — “third”\\n', encoding='utf-8')", "VISUAL")
    async with opened() as at:
        await at.press("n", "A")
        assert at.reading.highlights[0].note == "first\n\nsecond — “third”"
        assert at.said.startswith("note saved")
        editor("file.write_text(file.read_text(encoding='utf-8').replace('first', '1st'), encoding='utf-8')")
        await at.press("A")
        assert at.reading.highlights[0].note == "1st\n\nsecond — “third”"
        await at.press("U")
        assert at.reading.highlights[0].note.startswith("first")


@pytest.mark.usefixtures("suspended")
async def test_the_editor_opens_with_the_draft(opened, editor):
    editor("pass")
    async with opened((140, 40)) as at:
        await at.press("n", "a", *"why", "escape", "A")
        assert at.said.startswith("draft kept; press a to continue")
        editor("file.write_text(file.read_text() + ' so')")
        await at.press("A")
        assert at.reading.highlights[0].note == "why so"
        await at.press("a")
        assert at.screen.query_one(NoteBox).text == "why so"


@pytest.mark.no_cover
@pytest.mark.usefixtures("suspended")
@pytest.mark.parametrize(
    ("lines", "said"),
    [("pass", "the note was not changed"), ("sys.exit(3)", "ended with status 3: the note was not changed")],
)
async def test_an_editor_that_changes_nothing_or_fails_leaves_the_note_unchanged(opened, editor, lines, said):
    editor(lines)
    async with opened((140, 40)) as at:
        await at.press("n", "a", *"note", "enter", "A")
        assert said in " ".join(row.strip() for row in (at.screen.panes.footer.render_line(y).text for y in range(2)))
        assert at.reading.highlights[0].note == "note"


@pytest.mark.usefixtures("suspended")
async def test_text_saved_before_the_editor_failed_is_kept_as_a_draft(opened, editor):
    editor("file.write_text('a long thought')\nsys.exit(1)")
    async with opened((140, 40)) as at:
        await at.press("n", "a", *"note", "enter", "A")
        assert at.said.startswith("draft kept; press a to continue")
        assert at.reading.highlights[0].note == "note"
        await at.press("a")
        assert at.screen.query_one(NoteBox).text == "a long thought"


@contextmanager
def away(steps: list[str]) -> Iterator[None]:
    """A screen that is left as Textual does it: an error in between keeps it from coming back."""
    steps.append("left")
    yield
    steps.append("back")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("no-such-editor", "no-such-editor was not found: set $EDITOR"),
        ("/no/such/vim -n", "/no/such/vim -n was not found: set $EDITOR"),
        ("{broken}", "{broken} could not be started"),
        ("'unbalanced", "'unbalanced could not be used"),
    ],
)
async def test_an_editor_that_cannot_be_started_is_reported(opened, monkeypatch, tmp_path, command, said):
    broken = tmp_path / "ed"
    broken.write_bytes(b"\0no program")
    broken.chmod(0o755)
    steps: list[str] = []
    monkeypatch.setattr("textual.app.App.suspend", lambda _: away(steps))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command.format(broken=broken))
    async with opened((200, 40)) as at:
        await at.press("n", "A")
        shown = "".join(at.screen.panes.footer.render_line(y).text.strip() for y in range(2))
        assert said.format(broken=broken)[:40] in shown
    assert steps in ([], ["left", "back"])


async def test_where_no_editor_can_run_that_is_said(opened, editor):
    editor("pass")
    async with opened((140, 40)) as at:
        await at.press("n", "A")
        assert at.said.startswith("no editor can be started here")


@pytest.mark.no_cover
async def test_a_highlights_the_quotation_and_asks_for_a_note(opened):
    async with opened() as at:
        await at.press("n", "a")
        assert at.screen.query("#prompt")
        await at.press("w", "h", "y", "enter")
        assert not at.screen.query("#prompt")
        assert at.said.startswith("note saved")
        assert [highlight.note for highlight in at.reading.highlights] == ["why"]
        assert any(row.rstrip().endswith("✎") for row in at.shown())
        await at.press("a", "x", "escape")
        assert [highlight.note for highlight in at.reading.highlights] == ["why"]
        await at.press("a", *["backspace"] * len("whyx"), "enter")
        assert at.said.startswith("note removed")
        assert [highlight.note for highlight in at.reading.highlights] == [""]
        await at.press("j")
        assert at.screen.panes.current == "body"


async def test_ctrl_c_cancels_a_prompt_and_quits_where_none_is_open(opened):
    async with opened((140, 40)) as at:
        await at.press("/", *"wall", "ctrl+c")
        assert (len(at.screen.query("#prompt")), at.reading.search, at.app.return_code) == (0, None, None)
        await at.press("ctrl+c")
        assert at.app.return_code == 130


async def test_a_note_is_stored_as_a_draft_while_it_is_typed(opened, monkeypatch):
    monkeypatch.setattr(prompt, "BACKUP_INTERVAL", 0.01)
    async with opened((140, 40)) as at:
        await at.press("n", "h", "a", *"why")
        await asyncio.sleep(0.1)
        [highlight] = at.reading.highlights
        positions = at.screen.session.positions(at.reading.article)
        assert positions.draft(highlight.id) == "why"
        assert at.screen.query_one(NoteBox).text == "why"
        await at.press("enter")
        await asyncio.sleep(0.1)
        assert (positions.draft(highlight.id), at.reading.highlights[0].note) == ("", "why")
