"""The highlights of a list are exported one export at a time, and what came of it is told wherever a person is."""

from threading import Event

import pytest

from reader.app.screens.highlights_screen import HighlightsScreen
from reader.app.widgets.footer import Footer
from reader.services import exports
from reader.services.session import Session
from tests.app.pane_harness import lines, settle


def said(at):
    return " ".join(" ".join(lines(at.app.screen.query_one(Footer))).split())


class Held(Event):
    """Exports wait until this is set; `begun` counts them."""

    begun = 0


@pytest.fixture
def held(monkeypatch):
    event, write = Held(), exports.write_chosen

    def wait(*args, **options):
        event.begun += 1
        event.wait(10)
        return write(*args, **options)

    monkeypatch.setattr(exports, "write_chosen", wait)
    yield event
    event.set()


async def listed(at):
    await at.press("n", "h", "H")
    await at.pilot.pause()
    assert isinstance(at.app.screen, HighlightsScreen)


async def test_the_result_is_told_also_where_the_list_was_left(opened, held):
    async with opened((120, 30)) as at:
        await listed(at)
        await at.press("e", "enter")
        await settle(at.pilot, lambda: said(at).startswith("exporting"))
        await at.press("escape")
        assert at.app.screen is at.screen
        held.set()
        await settle(at.pilot, lambda: at.said.startswith("exported 1 highlight to "))


async def test_the_result_is_told_below_a_screen_that_has_no_place_for_it(opened, held):
    async with opened((120, 30)) as at:
        await listed(at)
        await at.press("e", "enter")
        await settle(at.pilot, lambda: held.begun == 1)
        await at.press("escape", "question_mark")
        assert at.app.screen is not at.screen
        held.set()
        await settle(at.pilot, lambda: at.said.startswith("exported 1 highlight to "))
        await at.press("escape")
        assert at.said.startswith("exported 1 highlight to ")


async def test_a_second_export_waits_until_the_first_has_ended_also_in_a_new_list(opened, held):
    async with opened((120, 30)) as at:
        await listed(at)
        await at.press("e", "enter")
        await settle(at.pilot, lambda: held.begun == 1)
        await at.press("escape", "H")
        await at.pilot.pause()
        await at.press("e", "enter")
        await settle(at.pilot, lambda: said(at).startswith("an export is still running: "))
        held.set()
        await settle(at.pilot, lambda: said(at).startswith("exported 1 highlight to "))
        assert held.begun == 1
        await at.press("e", "enter")
        await settle(at.pilot, lambda: held.begun == 2)
        await settle(at.pilot, lambda: said(at).startswith("exported 1 highlight to "))


@pytest.mark.parametrize("form", ["", "csv"])
async def test_highlights_that_are_gone_meanwhile_are_told(opened, held, form):
    async with opened((120, 30)) as at:
        await listed(at)
        await at.press("e", *form, "enter")
        await settle(at.pilot, lambda: held.begun == 1)
        other = Session()
        for _, found in other.highlights.by_article():
            other.highlights.delete(found[0])
        other.close()
        held.set()
        await settle(at.pilot, lambda: said(at).startswith("these highlights are not in the"))


async def test_a_fault_ends_the_export_with_a_sentence(opened, monkeypatch):
    monkeypatch.setattr(exports, "write_chosen", lambda *_, **__: 1 // 0)
    async with opened((120, 30)) as at:
        await listed(at)
        for _ in range(2):
            await at.press("e", "enter")
            await settle(at.pilot, lambda: said(at).startswith("The export failed (ZeroDivisionError"))
            await at.press("k")
