"""A blog's title of several words can be used for its writer; other phrases cannot."""

import pytest

from tests.analysis.voices.marked_texts import speakers

TITLES = {
    "an article inside": ("{Like a Paper Boat} said ⟨no⟩.", "Like a Paper Boat"),
    "a word that titles begin with": ("{Lost in Lisk} said ⟨no⟩.", "Lost in Lisk"),
    "a people in a town": ("{A Lisker in London} said ⟨no⟩.", "A Lisker in London"),
    "something of one's own": ("{My Little Island} said ⟨no⟩.", "My Little Island"),
    "a preposition before what was taken": ("News.\n\nUnder {the Mango Tree} says ⟨no⟩.", "Under the Mango Tree"),
    "words before what was taken": ("News.\n\nThoughts of {a Lisker} says ⟨no⟩.", "Thoughts of a Lisker"),
    "an article at the front": ("{The Mad Miller} said ⟨no⟩.", "The Mad Miller"),
    "a capital inside": ("{iTide} said ⟨no⟩.", "iTide"),
    "its kind before it": ("{Blog Tidal Notes} said ⟨no⟩.", "Tidal Notes"),
}


@pytest.mark.parametrize(("marked", "name"), TITLES.values(), ids=TITLES)
def test_a_title_of_several_words_is_one_name(marked, name):
    assert speakers(marked) == [name]


OTHERS = {
    "people of a town": ("{Residents of a Town} said ⟨no⟩.", "Residents of a Town"),
    "a person with a blog": ("{Rami of Tidal Notes} said ⟨no⟩.", "Rami"),
    "a person with a paper": ("{Rami at the Herald} said ⟨no⟩.", "Rami"),
    "a name with a paper": ("{Rosa Quill of the Herald} said ⟨no⟩.", "Rosa Quill"),
    "a minister of a land": ("{Roe’s Minister} said ⟨no⟩.", "Roe’s Minister"),
    "one of a people": ("{A Kenyan in London} said ⟨no⟩.", "A Kenyan in London"),
    "a day before who speaks": ("News.\n\nOn Monday {the Council} says ⟨no⟩.", "Council"),
    "a town before who speaks": ("News.\n\nFrom Lima {the Council} says ⟨no⟩.", "Council"),
    "a body under a heading": ("News.\n\nFrom {the Mango Council}: ⟨no⟩.", "Mango Council"),
    "a weblog of a person": ("{Ada Quill’s Weblog} said ⟨no⟩.", "Ada Quill"),
    "a body in a town behind its kind": ("{The group Delta Voices in Lisk} said ⟨no⟩.", "Delta Voices"),
    "a person behind the title of a blog": ("{The blog Tidal Notes by Ada Quill} said ⟨no⟩.", "Ada Quill"),
    "one's own mother": ("{My Mother} said ⟨no⟩.", "My Mother"),
}


@pytest.mark.parametrize(("marked", "name"), OTHERS.values(), ids=OTHERS)
def test_people_with_a_place_a_paper_or_an_owner_are_no_blog_title(marked, name):
    assert speakers(marked) == [name]
