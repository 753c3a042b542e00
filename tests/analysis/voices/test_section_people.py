"""A pronoun can refer to the person whom the heading above names."""

import pytest

from reader.analysis.voices.names.section_headings import person_of_heading
from tests.analysis.voices.marked_texts import speakers

SECTIONS = {
    "not the person as whose wife she is known": (
        (
            "1. Otto Quell - Delta Party\n\nA baker.\n\n"
            "2. Jadra Selic, River Party\n\nWife, mother. Known as a wife of Vojan Selic. {She} said ⟨no⟩."
        ),
        "Jadra Selic",
    ),
    "also paragraphs below": (
        "1. Otto Quell - Delta Party\n\nA baker.\n\n2. Nora Weil, LDP\n\nBorn in Lisk.\n\nIt rained.\n\nIt snowed.\n\n{She} said ⟨no⟩.",
        "Nora Weil",
    ),
    "who is a minister and a politician": (
        (
            "1. Otto Quell - Delta Party\n\nA baker.\n\n2. Ivo Trask, LDP\n\n"
            "As health minister and a politician he was not liked. {He} said ⟨no⟩."
        ),
        "Ivo Trask",
    ),
    "but who is the subject of the sentence before": (
        "1. Otto Quell - Delta Party\n\nA baker.\n\n2. Ivo Trask, LDP\n\nTom Cray ran for mayor. {He} said ⟨no⟩.",
        "Tom Cray",
    ),
    "but not below another heading": (
        "# Otto Quell\n\nA baker.\n\n# What comes next\n\nTom Cray is out. It rains. {He} said ⟨no⟩.",
        "Tom Cray",
    ),
    "but not a woman": ("# Nora Weil\n\nA baker.\n\nTom Cray met her. {He} said ⟨no⟩.", "Tom Cray"),
}


@pytest.mark.parametrize(("marked", "name"), SECTIONS.values(), ids=SECTIONS)
def test_the_person_of_a_section_is_he_or_she(marked, name):
    assert speakers(marked) == [name]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ada Roe", "Ada Roe"),
        ("2. Qurmo Dastel (River Party)", "Qurmo Dastel"),
        ("Ada Roe – a miller", "Ada Roe"),
        ("Qurmo Dastel", None),
        ("Best Business Blog", None),
        ("Ada Roe opens the weir", None),
        ("Ada Roe said:", None),
    ],
)
def test_the_line_of_a_heading_names_a_person(line, name):
    found = person_of_heading(line, 0, len(line))
    assert (found and found.of(line)) == name
