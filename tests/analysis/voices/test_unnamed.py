"""People without a name are found by pronouns and phrases."""

import pytest

from tests.analysis.voices.marked_texts import speakers

UNNAMED_PERSONS = {
    "who is named by who they are called": ("⟨No,⟩ said {a girl called Ada}.", ["Ada"]),
    "who is called so": ("⟨No,⟩ said {the young man}, who is called Niko.", ["Niko"]),
    "whose name is told": ("⟨No,⟩ said {the driver}, whose name is Otto.", ["Otto"]),
    "an age means who is the subject since somebody spoke": (
        "⟨No,⟩ said {Ada Cole}. Her boss, Otto Reed, stayed. ⟨Yes,⟩ {the 58-year-old} said.",
        ["Ada Cole", "Otto Reed"],
    ),
    "it is the name with which the sentence before begins": (
        "Open Doors has looked into the case. {It} ~found~ ⟨no⟩.",
        ["Open Doors"],
    ),
    "a judge has no lawyer": (
        "{Otto Cole} said ⟨yes⟩. The judge nodded. {His lawyer} said ⟨no⟩.",
        ["Otto Cole", "Otto Cole’s lawyer"],
    ),
    "the deputy of a mayor who is named": (
        "The mayor, Otto Cole, did not come. {His deputy} said ⟨no⟩.",
        ["Otto Cole’s deputy"],
    ),
    "whose memo it is": (
        "{Ada Cole’s memo} ~says~ ⟨no⟩. {The memo} ~adds~ ⟨yes⟩.",
        ["Ada Cole", "Ada Cole"],
    ),
    "whose yearly survey it is": (
        "{The Delta Trust’s yearly survey} ~says~ ⟨no⟩. {The survey} ~adds~ ⟨yes⟩.",
        ["The Delta Trust", "The Delta Trust"],
    ),
    "no director of somebody’s house": (
        "Ada Cole’s house was sold on Friday. ⟨“Yes,”⟩ {the director} said.",
        ["the director"],
    ),
    "a collective that is named": (
        "{The women’s collective Las Manos} said ⟨yes⟩. ⟨“No,”⟩ {the collective} said.",
        ["Las Manos", "Las Manos"],
    ),
    "the witness is the second": (
        "{The second witness} said ⟨yes⟩. {The witness} said ⟨no⟩.",
        ["The second witness", "The second witness"],
    ),
    "unless a woman was there": (
        "{An officer} spoke to a woman. {The officer} said ⟨yes⟩. ⟨“No,”⟩ {the woman} said.",
        ["An officer", "An officer", "a woman"],
    ),
    "a relative with whom it begins": (
        "{The mayor} said ⟨no⟩. His sister laughed. ⟨“When?”⟩ {she} asked.",
        ["The mayor", "The mayor’s sister"],
    ),
    "a woman in a place": (
        "{The mayor} said ⟨no⟩. A woman in the front row laughed. ⟨“When?”⟩ {she} asked.",
        ["The mayor", "A woman"],
    ),
    "but the woman who is named": (
        "{Ada Cole} said ⟨no⟩. The driver laughed. ⟨“When?”⟩ {she} asked.",
        ["Ada Cole", "Ada Cole"],
    ),
    "nor one whose gender is another": (
        "{The mayor} said ⟨no⟩. His brother laughed. ⟨“When?”⟩ {she} asked.",
        ["The mayor", "The mayor"],
    ),
    "what is done to somebody’s relative introduces nobody": (
        "{An officer} told my mother ⟨no⟩. {My mother} answered ⟨yes⟩.",
        ["An officer", "My mother"],
    ),
    "an age, over a paragraph about nobody": (
        "⟨No,⟩ said {Otto Cole}.\n\nThe storm passed over the valley.\n\n⟨Yes,⟩ {the 61-year-old} said.",
        ["Otto Cole", "Otto Cole"],
    ),
    "an apposition of a woman": (
        "{John Reyes} said ⟨it⟩. {Mary Hale}, a nurse, said ⟨no⟩. {He} said ⟨yes⟩.",
        ["John Reyes", "Mary Hale", "John Reyes"],
    ),
    "an office of a woman": (
        "{John Reyes} said ⟨it⟩. {Mary Hale}, the mayor of Tarn, said ⟨no⟩. {He} said ⟨yes⟩.",
        ["John Reyes", "Mary Hale", "John Reyes"],
    ),
    "my neighbour": ("Ivo Trask left. I heard it from my neighbour, a nurse. {She} said ⟨no⟩.", ["my neighbour"]),
    "my father": ("{Ivo Trask} said ⟨a⟩.\n\nMy father kept it, and {he} said ⟨b⟩.", ["Ivo Trask", "My father"]),
    "an old farmer": ("{Ivo Trask} said ⟨a⟩.\n\nAn old farmer came by. {He} said ⟨b⟩.", ["Ivo Trask", "An old farmer"]),
    "my sister, of whom the sentence before is": (
        "{A doctor} said ⟨no⟩. My sister left for the coast. {She} said ⟨b⟩.",
        ["A doctor", "My sister"],
    ),
    "the Prime Minister, of whom the sentence before is": (
        "{Ann Whitelaw} said ⟨no⟩.\n\nThe Prime Minister, who came on Sunday, was calm. {She} said ⟨yes⟩.",
        ["Ann Whitelaw", "The Prime Minister"],
    ),
    "a neighbour with her name": (
        "{Tom Cray} said ⟨no⟩. His neighbour Ina Berg left. {She} said ⟨yes⟩.",
        ["Tom Cray", "Ina Berg"],
    ),
    "a chief without an article": (
        "Tuco, chief of a village, came. {The chief} said ⟨no⟩.",
        ["Tuco"],
    ),
    "one of them, a caterer": ("{One of them, a caterer from Tarn,} said ⟨no⟩.", ["a caterer from Tarn"]),
    "who took the picture": (
        "{The police commander} denied ⟨no⟩. A video taken by Kofi Mensah shows it. {He} said ⟨yes⟩.",
        ["The police commander", "Kofi Mensah"],
    ),
    "of whom the sentence before tells who she is": (
        "{Ada Cole} said ⟨no⟩. She left.\n\nOne name is that of Greta Weir, who keeps a shop. {She} said ⟨yes⟩.",
        ["Ada Cole", "Greta Weir"],
    ),
    "the mother of a pupil": (
        "{The principal} said ⟨no⟩. {The mother of a third-grader} said ⟨no⟩. {She} said ⟨yes⟩.",
        ["The principal", "The mother of a third-grader", "The mother of a third-grader"],
    ),
    "not my mother": ("{Ivo Trask} said ⟨a⟩.\n\nMy mother slept. {He} said ⟨b⟩.", ["Ivo Trask"] * 2),
    "not whom he met": ("{Ivo Trask} said ⟨a⟩.\n\nHe met a doctor. {He} said ⟨b⟩.", ["Ivo Trask"] * 2),
    "not beside a name": ("Tom Cray saw a doctor. {He} said ⟨b⟩.", ["Tom Cray"]),
    "her letter": ("Rosa Quill left. {Her letter} said ⟨no⟩.", ["Rosa Quill"]),
    "in his view": ("Tom Cray left. In {his view} ⟨no⟩.", ["Tom Cray"]),
    "their statement": ("{Two doctors} said ⟨a⟩. {Their statement} said ⟨b⟩.", ["Two doctors"] * 2),
    "an age": ("Signe Quor, {71}, who sold eel, said ⟨no⟩.", ["Signe Quor"]),
    "a dateline": ("{LIMA BAY} — The mayor of Lima Bay, Ivo Trask, ~said~ ⟨no⟩.", ["Ivo Trask"]),
    "a dateline in the mention": ("{LIMA BAY — The mayor, Ivo Trask,} ~said~ ⟨no⟩.", ["Ivo Trask"]),
    "the same phrase cut short": (
        "{A senior official in the mint} said ⟨a⟩. {The official} said ⟨b⟩.",
        ["A senior official in the mint"] * 2,
    ),
}


@pytest.mark.parametrize(("marked", "names"), UNNAMED_PERSONS.values(), ids=UNNAMED_PERSONS)
def test_an_unnamed_person_is_found_by_pronoun_and_phrase(marked, names):
    assert speakers(marked) == names
