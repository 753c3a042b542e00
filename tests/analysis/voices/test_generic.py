"""Nouns that fit many bodies ("the company") mean the one whose name allows them, and "it" a body that nothing names so."""

import pytest

from tests.analysis.voices.marked import speakers, voice

MEANT = {
    "a company by its head": ("Delta Foods closed. {The company} said ⟨no⟩.", ["Delta Foods"]),
    "a company by its form": ("Delta Group closed. {The firm} said ⟨no⟩.", ["Delta Group"]),
    "the subject rather than the last": ("Delta Foods sued Vela Systems. {The company} said ⟨no⟩.", ["Delta Foods"]),
    "the nearest sentence": ("Delta Foods closed. Vela Systems opened. {The company} said ⟨no⟩.", ["Vela Systems"]),
    "an agency, not a company": ("Delta Foods met the Vela Authority. {The agency} said ⟨no⟩.", ["Vela Authority"]),
    "an acronym may be any of them": ("The DCB closed. {The agency} said ⟨no⟩.", ["The DCB"]),
    "one word that says “it”": ("{Corvane} said ⟨it would close⟩. {The company} said ⟨no⟩.", ["Corvane"] * 2),
    "one word that is meant by “it”": ("{Norvair} stopped, {it} said ⟨no⟩. {The airline} said ⟨no⟩.", ["Norvair"] * 3),
    "what stands behind it": (
        "The Liga Rossa, a coalition of clubs, left. {The organization} said ⟨no⟩.",
        ["The Liga Rossa"],
    ),
    "a group of some": ("A group of bakers came. {The group} said ⟨no⟩.", ["A group of bakers"]),
}
NOT_MEANT = {
    "a university is no company": ("Delta University closed. {The company} said ⟨no⟩.", ["The company"]),
    "an apposed person is no body": ("Vela Dorn, a union man, left. {The union} said ⟨no⟩.", ["The union"]),
    "a paper is no company": ("The New York Times closed. {The company} said ⟨no⟩.", ["The company"]),
    "a person is no company": ("{Orlin} said ⟨he would go⟩. {The company} said ⟨no⟩.", ["Orlin", "The company"]),
    "another's": ("Delta Foods closed. {The rival Vela company} said ⟨no⟩.", ["The rival Vela company"]),
    "three paragraphs away": (
        "Delta Foods closed.\n\nIt rained.\n\nIt snowed.\n\nIt thawed.\n\n{The company} said ⟨no⟩.",
        ["The company"],
    ),
    "several": ("Delta Foods closed. {The companies} said ⟨no⟩.", ["The companies"]),
    "who has a title is no “it”": ("Mr. Norvair stopped, {it} said ⟨no⟩.", [None]),
}


@pytest.mark.parametrize(("marked", "names"), [*MEANT.values(), *NOT_MEANT.values()], ids=[*MEANT, *NOT_MEANT])
def test_a_noun_for_many_bodies_means_one_whose_name_allows_it(marked, names):
    assert speakers(marked) == names


def test_what_was_called_a_company_is_an_organisation():
    assert voice("{Corvane} said ⟨it would close⟩. {The company} said ⟨no⟩.").kind == "organisation"
