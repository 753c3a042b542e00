"""A role that a text mentions in passing links later descriptions to a person."""

import pytest

from tests.analysis.voices.marked_texts import speakers

ROLES_IN_PASSING = {
    "as minister he": "Ivo Trask saw it. As finance minister he had shut it. Rosa Quill came. {The former minister} said ⟨no⟩.",
    "as mayor, by name": "As mayor, Ivo Trask built it. Rosa Quill sang. {The former mayor} said ⟨no⟩.",
    "who was minister": "Ivo Trask, who was finance minister until May, came. Rosa Quill sang. {The minister} said ⟨no⟩.",
    "he became ambassador": "Ivo Trask sang. He became ambassador in May. Rosa Quill left. {The ambassador} said ⟨no⟩.",
    "served as a judge": "Ivo Trask served as a judge. Rosa Quill sang. {The judge} said ⟨no⟩.",
    "was justice minister": "Ivo Trask was justice minister. Rosa Quill sang. {The former minister} said ⟨no⟩.",
    "he served as mayor": "Ivo Trask sang. He served as mayor. Rosa Quill sang. {The former mayor} said ⟨no⟩.",
    "the suspect, by name": "The suspect, Ivo Trask, was caught. Rosa Quill sang. {The suspect} said ⟨no⟩.",
    "was elected mayor": "Ivo Trask was elected mayor. Rosa Quill sang. {The mayor} said ⟨no⟩.",
}


@pytest.mark.parametrize("marked", ROLES_IN_PASSING.values(), ids=ROLES_IN_PASSING)
def test_a_role_said_in_passing_links_a_later_description(marked):
    assert speakers(marked) == ["Ivo Trask"]


NO_ROLES_IN_PASSING = {
    "not whose spokesman": "Ivo Trask was a spokesman for the mayor. {The mayor} said ⟨no⟩.",
    "not whose house": "Ivo Trask’s house was once the mayor. {The old mayor} said ⟨no⟩.",
    "not a thing’s": "It was long ago, and so the town went on. It became mayor. {The mayor} said ⟨no⟩.",
    "not as by nobody": "As mayor one sleeps badly. {The mayor} said ⟨no⟩.",
    "not in the very words": "{The mayor} said ⟨Ivo Trask was mayor⟩.",
}


@pytest.mark.parametrize("marked", NO_ROLES_IN_PASSING.values(), ids=NO_ROLES_IN_PASSING)
def test_a_role_without_a_person_links_nothing(marked):
    assert str(speakers(marked)[0]).endswith("mayor")


OWN_ROLES = {
    "the mayor’s spokesman": "Mayor Ivo Trask left. {The mayor’s spokesman, Tom Cray,} said ⟨a⟩. {The mayor} said ⟨b⟩.",
    "a spokesman for the mayor": "Mayor Ivo Trask left. {Tom Cray, a spokesman for the mayor,} said ⟨a⟩. {The mayor} said ⟨b⟩.",
    "an aide to the mayor": "Ivo Trask, the mayor, left. {Tom Cray, aide to the mayor,} said ⟨a⟩. {The mayor} said ⟨b⟩.",
    "the mayor of a town": "The mayor of Lima Bay, Ivo Trask, left. {Tom Cray} said ⟨a⟩. {The mayor} said ⟨b⟩.",
}


@pytest.mark.parametrize("marked", OWN_ROLES.values(), ids=OWN_ROLES)
def test_a_role_does_not_belong_to_its_holders_staff(marked):
    assert speakers(marked) == ["Tom Cray", "Ivo Trask"]
