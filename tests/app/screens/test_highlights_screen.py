"""The screen of all highlights, and going from highlight to highlight."""

from dataclasses import replace
from datetime import datetime

import pytest

from reader.app.screens.correction_screen import CorrectionScreen
from reader.app.screens.highlights_screen import HighlightsScreen
from reader.app.screens.library_screen import ArticleList, LibraryScreen
from reader.app.screens.reading_screen import ReadingScreen
from reader.app.shutdown import save_unsaved
from reader.app.widgets.fact_sheet import FactSheet
from reader.app.widgets.footer import Footer
from reader.app.widgets.highlight_list import HighlightList
from reader.app.widgets.note_box import NoteBox
from reader.model import Block, BlockKind, Colour, Span, Speaker, format_date
from reader.services import correcting
from reader.services.highlights import HighlightService
from reader.services.session import Session
from tests.app.pane_harness import ANALYSIS, ARTICLE, STOPS, TEXT, lines, settle

OTHER = "The Bridge at Oxholm\n\nA bridge will be built, the county said.\n\nNobody had asked for it.\n"


@pytest.fixture
def other(tmp_path):
    """Another article, with a highlight."""
    file = tmp_path / "bridge.txt"
    file.write_text(OTHER)
    session = Session()
    article = session.open(str(file))
    start = article.text.index("Nobody")
    session.highlights.set_tags(session.highlights.add(article, (Span(start, start + 6),)), ("bridges",))
    session.close()
    return file


async def listed(at):
    """The screen of all highlights, opened by its key."""
    await at.press("H")
    await at.pilot.pause()
    assert isinstance(at.app.screen, HighlightsScreen)
    return at.app.screen.query_one(HighlightList)


def footer(at):
    return " ".join(" ".join(lines(at.app.screen.query_one(Footer))).split())


async def test_a_denied_quotation_begins_with_the_denial(opened):
    session = Session()
    start = TEXT.index("Eight hours")
    session.highlights.add(ARTICLE, (Span(start, start + 11),), speaker=Speaker("Ann Orr", "person", denied="denied"))
    session.close()
    async with opened() as at:
        shown = [line.strip("▌ ") for line in lines(await listed(at))]
        assert shown[3:5] == ["denied: Eight hours", "Ann Orr"]


async def test_highlights_are_in_groups_with_speaker_note_and_tags(opened, other):
    assert other.is_file()
    async with opened() as at:
        await at.press("n", "n", "n", "n", "c", "c", "a", *"why", "enter", "n", "h")
        keepsakes = await listed(at)
        shown = [line.strip("▌ ") for line in lines(keepsakes)]
        assert shown[0].split() == ["Highlights", "3", "by", "article"]
        assert shown[2] == "This article"
        assert shown[3].startswith("▲ “Both sides want to be seen to act")
        assert shown[4] == "Ilse Marchetti  ✎ why"
        assert shown[6].startswith(TEXT[STOPS[4].start :][:20])
        assert shown[9:11] == ["The Bridge at Oxholm", "Nobody"]
        assert shown[11] == "#bridges"
        assert footer(at) == "Enter go there / filter = order Esc back a note t tags ? keys"


async def test_enter_goes_to_the_place_in_this_article(opened):
    async with opened() as at:
        await at.press("n", "n", "n", "n", "h", "g")
        await listed(at)
        await at.press("enter")
        await at.pilot.pause()
        assert at.app.screen is at.screen
        assert at.reading.cursor == STOPS[3].start
        assert at.body.viewport.top <= at.body.page_layout.row_at(STOPS[3].start)


@pytest.mark.no_cover
async def test_enter_opens_another_article_at_the_highlight_and_q_returns(opened, other):
    async with opened() as at:
        assert other.is_file()
        await listed(at)
        await at.press("enter")
        await settle(at.pilot, lambda: isinstance(at.app.screen, ReadingScreen) and at.app.screen is not at.screen)
        screen = at.app.screen
        await settle(at.pilot, lambda: screen.reading.cursor == screen.reading.article.text.index("Nobody"))
        await settle(at.pilot, lambda: screen.reading.analysis is ANALYSIS or at.app.article_recorded.is_set())
        await at.press("q")
        assert at.app.screen is at.screen


async def test_w_opens_another_article_with_the_dialog_on_its_highlight(opened, other):
    async with opened() as at:
        assert other.is_file()
        await listed(at)
        await at.press("w")
        await settle(at.pilot, lambda: isinstance(at.app.screen, CorrectionScreen))
        assert at.app.screen_stack[-2].reading.article.text.startswith("The Bridge")
        await at.press("escape")
        await settle(at.pilot, lambda: isinstance(at.app.screen, ReadingScreen))
        assert at.app.screen is not at.screen


@pytest.mark.no_cover
async def test_a_missing_file_opens_from_the_library(opened, other):
    other.unlink()
    async with opened() as at:
        await listed(at)
        await at.press("enter")
        await settle(at.pilot, lambda: isinstance(at.app.screen, ReadingScreen) and at.app.screen is not at.screen)
        assert at.app.screen.reading.article.text.startswith("The Bridge")


@pytest.mark.no_cover
async def test_an_article_that_cannot_be_opened_is_reported_on_the_reading_screen(opened, other):
    assert other.is_file()
    async with opened((140, 40)) as at:
        await listed(at)
        other.write_bytes(b"\x7fELF\x00\x00\x00")
        await at.press("enter")
        await at.pilot.pause()
        assert at.app.screen is at.screen
        assert "bridge.txt" in at.said


async def test_a_highlight_not_found_in_the_text_is_marked_and_does_not_open(opened, tmp_path):
    file = tmp_path / "wall.txt"
    file.write_text(OTHER)
    session = Session()
    article = session.open(str(file))
    session.highlights.add(article, (Span(article.text.index("A bridge"), article.text.index(", the")),))
    file.write_text(OTHER.replace("A bridge will be built", "Nothing has been decided"))
    changed = session.open(str(file))
    session.close()
    async with opened(
        article=changed, analysis=replace(ANALYSIS, quotations=(), voices=(), claims=(), threads=())
    ) as at:
        await settle(at.pilot, lambda: at.reading.highlights)
        await at.press("alt+n")
        assert at.said.startswith("no highlights yet")
        keepsakes = await listed(at)
        assert "no longer in the article" in lines(keepsakes)[3]
        await at.press("enter")
        assert footer(at).startswith("these words are no longer in the article")
        assert at.app.screen is not at.screen
        at.screen.controllers.highlights.go_to(at.reading.highlights[0].id)
        await at.press("escape")
        assert at.said.startswith("these words are no longer in the article")


async def test_words_that_changed_in_the_article_are_listed_as_kept_with_what_they_are_now(opened, tmp_path):
    file = tmp_path / "wall.txt"
    file.write_text(OTHER)
    session = Session()
    article = session.open(str(file))
    words = "A bridge will be built"
    at_words = article.text.index(words)
    made = session.highlights.add(article, (Span(at_words, at_words + len(words)),))
    session.highlights.annotate(made, "when?")
    file.write_text(OTHER.replace("bridge will be", "bridge may be"))
    changed = session.open(str(file))
    session.close()
    async with opened(
        article=changed, analysis=replace(ANALYSIS, quotations=(), voices=(), claims=(), threads=())
    ) as at:
        await settle(at.pilot, lambda: at.reading.highlights)
        shown = [line.strip("▌ ") for line in lines(await listed(at))]
        assert shown[3].split("  ")[0] == "A bridge will be built"
        assert shown[3].endswith("changed in the article")
        assert shown[4] == "now: A bridge [-will-] {+may+} be built"
        assert shown[5] == "✎ when?"
        await at.press("slash", *"may be")
        assert at.app.screen.query_one(HighlightList).count == 1
        await at.press("enter")
        assert at.app.screen is at.screen
        assert at.reading.cursor == changed.text.index("A bridge may")


async def test_slash_filters_and_esc_ends_the_filter_first(opened, other):
    assert other.is_file()
    async with opened() as at:
        await at.press("n", "h", "n", "h")
        keepsakes = await listed(at)
        await at.press("slash", *"halloran")
        assert keepsakes.count == 2
        await at.press("down", "up", "down")
        assert keepsakes.selected == 1
        await at.press(*"zzz")
        assert "No highlight matches “halloranzzz”" in " ".join(lines(at.app.screen.query_one(FactSheet)))
        await at.press("escape")
        assert keepsakes.count == 3
        assert keepsakes.has_focus
        await at.press("slash", *"bridge", "enter")
        await settle(at.pilot, lambda: isinstance(at.app.screen, ReadingScreen) and at.app.screen is not at.screen)


async def test_an_equals_sign_groups_by_voice_and_by_tag(opened, other):
    assert other.is_file()
    async with opened() as at:
        await at.press("n", "t", *"sea", "enter")
        keepsakes = await listed(at)
        titles = []
        below = []
        for _ in range(4):
            await at.press("equals_sign")
            titles.append((lines(keepsakes)[0].split()[-1], lines(keepsakes)[2].strip("▌ ")))
            below.append(lines(keepsakes)[4].strip("▌ ").split("  ")[0])
        today = format_date(datetime.now().astimezone().date().isoformat())
        assert titles == [
            ("voice", "Petra Halloran"),
            ("tag", "#sea"),
            ("date", today),
            ("article", "This article"),
        ]
        assert below == [
            "This article",
            "Petra Halloran · This article",
            "Petra Halloran · This article",
            "Petra Halloran",
        ]
        await at.press("escape")
        assert at.app.screen is at.screen


async def test_a_question_mark_shows_the_keys_of_the_list(opened, other):
    assert other.is_file()
    async with opened() as at:
        await listed(at)
        assert footer(at).endswith("? keys")
        await at.press("question_mark")
        await at.pilot.pause()
        shown = lines(at.app.screen.query_one(FactSheet))
        assert any("group by article, voice, tag or date" in line for line in shown)
        await at.press("escape")
        assert isinstance(at.app.screen, HighlightsScreen)


async def test_an_empty_list_says_how_to_highlight(opened):
    async with opened() as at:
        keepsakes = await listed(at)
        assert not keepsakes.display
        assert "No highlights yet." in " ".join(lines(at.app.screen.query_one(FactSheet)))
        await at.press("enter", "q")
        assert at.app.screen is at.screen


async def test_a_library_that_cannot_be_used_is_reported(opened, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "library.db").write_bytes(b"no database, but longer than its header would be " * 40)
    async with opened() as at:
        await listed(at)
        assert footer(at)[:20] == at.screen.session.library.problem[:20]


# From highlight to highlight


async def test_alt_n_and_alt_p_go_from_highlight_to_highlight(opened):
    async with opened() as at:
        await at.press("n", "h", "n", "n", "n", "h", "g", "alt+n")
        assert at.reading.cursor == STOPS[0].start
        await at.press("alt+n")
        assert at.reading.cursor == STOPS[3].start
        await at.press("alt+n")
        assert at.said.startswith("last highlight")
        await at.press("alt+p")
        assert at.reading.cursor == STOPS[0].start
        await at.press("alt+p")
        assert at.said.startswith("first highlight")


async def test_l_shows_the_library_and_esc_returns(opened, other):
    assert other.is_file()
    async with opened() as at:
        await at.press("l")
        assert isinstance(at.app.screen, LibraryScreen)
        await at.press("escape")
        assert at.app.screen is at.screen


@pytest.mark.no_cover
async def test_the_library_shows_how_far_the_article_below_is_read_now(opened):
    async with opened() as at:
        await settle(at.pilot, at.app.article_recorded.is_set)
        await at.press("G", "l")
        await settle(at.pilot, lambda: any("● read" in line for line in lines(at.app.screen.query_one(ArticleList))))


@pytest.mark.parametrize("key", ["l", "V"])
async def test_what_is_undone_in_another_list_is_gone_from_the_article_below(opened, other, key):
    assert other.is_file()
    async with opened() as at:
        await at.press("n", "h")
        assert len(at.reading.highlights) == 1
        await at.press(key, "U")
        await at.press("escape")
        assert at.app.screen is at.screen
        assert at.reading.highlights == ()
        await at.press(key, "ctrl+r", "escape")
        assert len(at.reading.highlights) == 1


async def test_what_is_undone_in_an_article_above_is_gone_from_the_article_below(opened, other):
    assert other.is_file()
    async with opened() as at:
        await at.press("n", "h")
        await listed(at)
        await at.press("G", "enter")
        await settle(at.pilot, lambda: isinstance(at.app.screen, ReadingScreen) and at.app.screen is not at.screen)
        await at.press("U", "q")
        await settle(at.pilot, lambda: at.app.screen is at.screen)
        await at.pilot.pause()
        assert at.reading.highlights == ()


async def test_a_correction_that_is_undone_in_the_library_is_gone_from_the_article_below(opened, other):
    assert other.is_file()
    async with opened() as at:
        before = len(at.reading.stops)
        article, analysis = at.reading.article, at.reading.corrections
        quotation = analysis.analysis.quotations[0]
        at.app.session.corrections.add(article, analysis, correcting.not_a_quotation(article, quotation))
        at.screen.controllers.highlights.show_stored()
        assert len(at.reading.stops) < before
        await at.press("l", "U", "escape")
        assert len(at.reading.stops) == before


# Headings


async def test_parentheses_go_from_heading_to_heading(opened):
    text = f"{TEXT}\n\nWhat Comes Next\n\nNobody knows."
    start = len(TEXT) + 2
    blocks = (
        *ARTICLE.blocks,
        Block(BlockKind.HEADING, Span(start, start + 15), level=2),
        Block(BlockKind.PARAGRAPH, Span(start + 17, len(text))),
    )
    async with opened(article=replace(ARTICLE, text=text, blocks=blocks)) as at:
        await at.press("right_parenthesis")
        assert at.reading.cursor == start
        await at.press("right_parenthesis")
        assert at.said.startswith("last heading")
        await at.press("left_parenthesis")
        assert at.reading.cursor == 0
        await at.press("left_parenthesis")
        assert at.said.startswith("first heading")


async def test_without_headings_it_says_so(opened):
    blocks = tuple(replace(block, kind=BlockKind.PARAGRAPH) for block in ARTICLE.blocks)
    async with opened(article=replace(ARTICLE, blocks=blocks)) as at:
        await at.press("right_parenthesis")
        assert at.said.startswith("no headings here")


@pytest.mark.parametrize("keys", [("escape",), ("x", "escape"), ("c", "enter"), ("x", "U", "escape")])
async def test_after_the_list_the_highlights_of_the_article_are_read_once(opened, monkeypatch, keys):
    async with opened() as at:
        await at.press("n", "h")
        *before, last = keys
        await listed(at)
        await at.press(*before)
        reads = []
        read = HighlightService.of

        def count_reads(service, article):
            reads.append(article)
            return read(service, article)

        monkeypatch.setattr(HighlightService, "of", count_reads)
        await at.press(last)
        await at.pilot.pause()
        assert at.app.screen is at.screen
        assert len(reads) == 1
        assert at.reading.highlights == read(at.screen.session.highlights, ARTICLE)


async def test_highlights_are_deleted_recoloured_and_restored_in_the_list(opened, other):
    assert other.is_file()
    async with opened() as at:
        await at.press("n", "h", "n", "h")
        keepsakes = await listed(at)
        assert keepsakes.count == 3
        await at.press("j", "c")
        assert keepsakes.selected_entry.highlight.colour is Colour.GREEN
        assert footer(at).startswith("green · c changes it")
        await at.press("x")
        assert keepsakes.count == 2
        assert footer(at).startswith("highlight deleted · U undoes")
        await at.press("x")  # that of the other article
        assert keepsakes.count == 1
        await at.press("x")
        assert keepsakes.count == 0
        await at.press("U", "U", "U")
        assert keepsakes.count == 3
        assert footer(at).startswith("highlight restored")
        await at.press("ctrl+r", "j")
        assert keepsakes.count == 2
        await at.press("escape")
        assert len(at.reading.highlights) == 1


# Notes, tags and export


async def test_a_and_t_edit_the_selected_highlight_also_one_of_another_article(opened, other):
    assert other.is_file()
    async with opened((100, 30)) as at:
        await at.press("n", "h")
        keepsakes = await listed(at)
        await at.press("a", *"why not", "enter")
        assert footer(at).startswith("note saved")
        assert keepsakes.has_focus
        await at.press("j", "t", *", towns", "enter")
        assert footer(at).startswith("tagged #bridges, #towns")
        await at.press("a", *"x?", "ctrl+j", *"yes", "enter")
        session = Session()
        found = {entry.name: highlights[0] for entry, highlights in session.highlights.by_article()}
        assert {name: (each.note, each.tags) for name, each in found.items()} == {
            ARTICLE.title: ("why not", ()),
            "The Bridge at Oxholm": ("x?\nyes", ("bridges", "towns")),
        }
        session.close()
        await at.press("U", "U")
        assert [entry.highlight.tags for _, entry in keepsakes._entries] == [(), ("bridges",)]
        await at.press("escape")
        assert at.reading.highlights[0].note == "why not"


async def test_unsaved_text_of_a_highlight_in_the_list_is_a_draft_also_in_its_article(opened, other):
    async with opened((100, 30)) as at:
        await listed(at)
        await at.press("a", *"ask who", "escape")
        assert footer(at).startswith("draft kept; press a to continue")
        await at.press("t", *", tow")
        save_unsaved(at.app)
        await at.press("enter")
        assert footer(at).startswith("tagged")
    session = Session()
    article = session.open(str(other))
    [highlight] = session.highlights.of(article)
    assert session.positions(article).draft(highlight.id) == "ask who"
    assert session.positions(article).draft(f"{highlight.id}#") == ""
    session.close()
    async with opened((100, 30)) as at:
        await listed(at)
        await at.press("a")
        assert at.app.screen.query_one(NoteBox).text == "ask who"


@pytest.mark.parametrize(("key", "name"), [("a", ""), ("t", "#")])
async def test_what_stands_in_the_prompt_is_kept_when_the_program_ends(opened, other, key, name):
    async with opened((100, 30)) as at:
        await listed(at)
        await at.press(key, *"why")
        at.app.end_interrupted()
    session = Session()
    article = session.open(str(other))
    [highlight] = session.highlights.of(article)
    assert session.positions(article).draft(highlight.id + name).endswith("why")
    session.close()


async def test_a_prompt_left_by_a_click_ends_with_esc_and_keeps_a_draft(opened, other):
    assert other.is_file()
    async with opened((100, 30)) as at:
        keepsakes = await listed(at)
        await at.press("a", *"why")
        await at.pilot.click(keepsakes, offset=(5, 3))
        assert keepsakes.has_focus
        await at.press("escape")
        assert isinstance(at.app.screen, HighlightsScreen)
        assert not at.app.screen.query(NoteBox)
        assert footer(at).startswith("draft kept")


async def test_the_same_highlight_stays_selected_in_another_order_and_after_a_change(opened, other):
    assert other.is_file()
    async with opened((100, 30)) as at:
        await at.press("n", "h", "n", "n", "n", "h")
        keepsakes = await listed(at)
        await at.press("j", "j")
        selected = keepsakes.selected_entry.highlight.id
        for _ in range(4):
            await at.press("equals_sign")
            assert keepsakes.selected_entry.highlight.id == selected
        await at.press("equals_sign", "equals_sign", "t", "ctrl+u", *"zoo", "enter")
        assert keepsakes.selected_entry.highlight.tags == ("zoo",)


async def test_tab_leads_from_the_filter_to_what_it_found(opened, other):
    assert other.is_file()
    async with opened((100, 30)) as at:
        await at.press("n", "h")
        keepsakes = await listed(at)
        await at.press("slash", *"bridge")
        assert footer(at) == "Enter open ↑ ↓ move Tab to the list Esc back"
        await at.press("tab")
        assert (keepsakes.has_focus, keepsakes.count) == (True, 1)
        assert footer(at).startswith("Enter go there")
        await at.press("x")
        assert keepsakes.count == 0


async def exported(at, *keys):
    await at.press("e")
    await at.press(*keys, "enter")
    await settle(at.pilot, lambda: footer(at).startswith("exported"))
    return footer(at)


async def test_e_exports_what_the_list_shows(opened, other, tmp_path, monkeypatch):
    assert other.is_file()
    monkeypatch.chdir(tmp_path)
    async with opened((120, 30)) as at:
        await at.press("n", "h", "n", "n", "n", "h")
        await listed(at)
        await at.press("slash", *"marchetti", "tab")
        assert "exported 1 highlight to " in await exported(at)
        [file] = tmp_path.glob("*.md")
        assert "Both sides" in file.read_text()
        assert "out of time" not in file.read_text()
        await at.press("escape")
        assert "exported 3 highlights to 2 files in " in await exported(at)
        assert "out of time" in file.read_text()
        assert "highlights.org" in await exported(at, *"org")
        assert "Nobody" in (tmp_path / "highlights.org").read_text()
        await at.press("slash", *"bridges", "tab")
        assert "highlights-bridges.org" in await exported(at, *"org")
        assert "Both sides" not in (tmp_path / "highlights-bridges.org").read_text()
        assert "Both sides" in (tmp_path / "highlights.org").read_text()


async def test_an_export_that_fails_says_why(opened, other, tmp_path):
    assert other.is_file()
    (tmp_path / "exports").write_text("a file in its place")
    (tmp_path / "home" / "config.toml").write_text(f"export_folder = '{tmp_path / 'exports'}'\n")
    async with opened((120, 30)) as at:
        await listed(at)
        await at.press("e", "enter")
        await settle(at.pilot, lambda: footer(at).startswith("The folder for exports"))


async def test_with_nothing_listed_there_is_nothing_to_edit_or_export(opened):
    async with opened() as at:
        await listed(at)
        await at.press("a", "t", "A", "e")
        assert footer(at).startswith("nothing is listed")
        assert isinstance(at.app.screen, HighlightsScreen)
