"""The entries of the command palette and their order."""

from reader.app.viewmodels.palette_entries import EntryKind, PaletteEntry, find_entries


def test_the_best_matches_come_first_and_words_may_be_in_any_order():
    entries = [
        PaletteEntry(EntryKind.ACTION, "previous quotation", "N", "a"),
        PaletteEntry(EntryKind.VOICE, "Nils Quot", "QU", 1),
        PaletteEntry(EntryKind.ACTION, "quotation marks", "q", "b"),
        PaletteEntry(EntryKind.ACTION, "misquote", "m", "c"),
    ]
    assert [entry.title for entry in find_entries(entries, "quot")] == [
        "quotation marks",
        "previous quotation",
        "Nils Quot",
        "misquote",
    ]
    assert [entry.title for entry in find_entries(entries, "quot VOICE")] == ["Nils Quot"]
    assert find_entries(entries, "") == entries
    assert find_entries(entries, "nothing such") == []
