"""A sheet of facts wraps and scrolls."""

from reader.app.widgets.fact_sheet import Fact, FactSheet
from tests.app.pane_harness import lines, run_pane

FACTS = [
    Fact("Moving", heading=True),
    Fact("a line down, which is where one reads on", label="j", keys=True),
    Fact("a line up", label="k", keys=True),
    Fact("Quitting", heading=True),
    Fact("quit", label="ctrl", keys=True),
]


async def test_labels_and_texts_are_in_columns_and_headings_after_a_blank_row():
    sheet = FactSheet("Keys")
    async with run_pane(sheet, (32, 12), prepare=lambda: sheet.show(FACTS, "5 [all]")):
        assert lines(sheet) == [
            " Keys                   5 [all]",
            "",
            " Moving",
            " j     a line down, which is",
            "       where one reads on",
            " k     a line up",
            "",
            " Quitting",
            " ctrl  quit",
            "",
            "",
            "",
        ]


async def test_a_text_without_a_label_has_a_blank_row_after_it():
    sheet = FactSheet("Library")
    facts = [Fact("Nothing read yet, and that is a pity."), Fact("open it", label="file")]
    async with run_pane(sheet, (32, 7), prepare=lambda: sheet.show(facts)):
        assert lines(sheet)[2:6] == [" Nothing read yet, and that is", " a pity.", "", " file  open it"]


async def test_keys_scroll_and_select_nothing():
    sheet = FactSheet("Keys")
    facts = [Fact(f"words {at}", label=f"{at}") for at in range(30)]
    async with run_pane(sheet, (32, 10), prepare=lambda: sheet.show(facts)) as (_, pilot):
        await pilot.press("j", "j", "k")
        assert lines(sheet)[1] == " 0   words 0"
        await pilot.press("pagedown")
        assert lines(sheet)[1] == " 8   words 8"
        await pilot.press("G")
        assert lines(sheet)[-1] == " 29  words 29"
        await pilot.press("g")
        assert (lines(sheet)[1], sheet.selected) == ("", None)


async def test_other_facts_are_shown_from_the_first_one_on():
    sheet = FactSheet("Keys")
    many = [Fact(f"key {number}", label=str(number)) for number in range(40)]
    async with run_pane(sheet, (32, 12), prepare=lambda: sheet.show(many)):
        sheet.scroll_rows(20)
        assert "key 0" not in " ".join(lines(sheet))
        sheet.show(many[:30])
        assert lines(sheet)[2] == " 0   key 0"
