"""The owner of a handle: by its spelling, the name next to it, and the posts that it heads."""

import pytest

from tests.analysis.voices.marked_texts import speakers

OWNERS = {
    "under the same user name without its sign": ("mill_fan77 asks why. {@mill_fan77}: ⟨no⟩.", "mill_fan77"),
    "of a long name, its first and last parts": (
        "Sheikh Omar bin Tarik Al Belqis came. {@omaralbelqis}: ⟨no⟩.",
        "Omar bin Tarik Al Belqis",
    ),
    "of all parts of a name": ("Ada Maria Cole came. {@adamariacole}: ⟨no⟩.", "Ada Maria Cole"),
    "of a surname that one person has": ("Vera Lindqvist came. {@lindqvist}: ⟨no⟩.", "Vera Lindqvist"),
    "of a surname with an office": ("Vera Lindqvist came. {@LindqvistMP}: ⟨no⟩.", "Vera Lindqvist"),
    "of a surname that two have": ("Vera Lindqvist met Otto Lindqvist. {@lindqvist}: ⟨no⟩.", "@lindqvist"),
    "of a first name": ("Vera Lindqvist came. {@vera}: ⟨no⟩.", "@vera"),
    "of the initials of a body": ("The Tarn Workers Union came. {@ourtwuparty}: ⟨no⟩.", "The Tarn Workers Union"),
    "of the initials of a body and its country": (
        "The Tarn Workers Union came. {@twu_no}: ⟨no⟩.",
        "The Tarn Workers Union",
    ),
    "of a blog of one word": ("Millstone asks why. {@millstoneblog}: ⟨no⟩.", "Millstone"),
    "of another blog": ("Millstone asks why. {@millsblog}: ⟨no⟩.", "@millsblog"),
    "of a person whose word is a part of it": ("Millstone asks why. {@millstonefan}: ⟨no⟩.", "@millstonefan"),
    "of a name inside it": ("Vera Lindqvist came. {@SenVeraLindqvist}: ⟨no⟩.", "Vera Lindqvist"),
    "of the first fifteen letters": (
        "Veronica Maria Lindqvist came. {@VeronicaMariaLi}: ⟨no⟩.",
        "Veronica Maria Lindqvist",
    ),
    "of two initials, which are anybody's": ("The Tarn Union came. {@ourtuparty}: ⟨no⟩.", "@ourtuparty"),
    "behind what somebody is": ("Nora Weil, a nurse from Tarn (@nowe), came. {@nowe}: ⟨no⟩.", "Nora Weil"),
    "behind where somebody works": ("Nora Weil of the Tarn Post (@nowe) came. {@nowe}: ⟨no⟩.", "Nora Weil"),
    "behind whom somebody met": ("Nora Weil, who met a friend (@nowe), came. {@nowe}: ⟨no⟩.", "@nowe"),
    "of the tweet that it posted": (
        "Two days later @tarn77 shared a picture of the weir. {The tweet} said ⟨no⟩.",
        "@tarn77",
    ),
    "of the post that is by it": ("A post by @tarn77 from May shows the weir. {The post} said ⟨no⟩.", "@tarn77"),
    "of no tweet in which it is only named": ("They like @tarn77 a lot. {The tweet} said ⟨no⟩.", "The tweet"),
    "behind “account”": ("{The account @tarn77} said ⟨no⟩.", "@tarn77"),
    "behind the tweet that is by it": ("{One tweet by @tarn77} said ⟨no⟩.", "@tarn77"),
    "under whom a lead-in names": ("Vera Lindqvist tweeted:\n\n{@tarn77}: ⟨no⟩.", "Vera Lindqvist"),
}


@pytest.mark.parametrize(("marked", "name"), OWNERS.values(), ids=OWNERS)
def test_a_handle_belongs_to_the_name_it_spells_or_is_next_to(marked, name):
    assert speakers(marked) == [name]


def test_a_post_under_a_user_name_and_its_translation_under_the_handle_have_one_speaker():
    assert speakers("{米尔迷}: ⟨不⟩\n\n{@米尔迷}: ⟨No⟩") == ["米尔迷"] * 2


PRONOUNS = {
    "who was named": ("Ada Roe came.\n\nThen {she} tweeted:\n\n@weirfan: ⟨Why now?⟩", "Ada Roe"),
}


@pytest.mark.parametrize(("marked", "name"), PRONOUNS.values(), ids=PRONOUNS)
def test_a_pronoun_before_a_post_is_no_owner_of_another_handle(marked, name):
    assert speakers(marked)[-1] == name
