"""The pseudonym of an unnamed source."""

import pytest

from tests.analysis.short_attribution import block

WORDS = "I saw the gates go down at noon, and my neighbours wept. [Source]"


def led(leadin):
    return [mention for mention, _ in block("News.", leadin, WORDS, "The council met on Monday.")]


@pytest.mark.parametrize(
    ("leadin", "name"),
    [
        ("A commenter called Otter was furious:", "Otter"),
        ("A miller named Ana Brook wrote:", "Ana Brook"),
        ("A reader who calls herself Sluicegirl describes the night:", "Sluicegirl"),
        ("A reader posted it to the forum under the user name weir_rat, with this explanation:", "weir_rat"),
        ("A user by the name of Otter wrote:", "Otter"),
        ("Somebody signing as Old Tom wrote:", "Old Tom"),
        ("A member of the group, who wants to be known only as Otter, explains:", "Otter"),
        ("A user with the nickname millie wrote:", "millie"),
        ("LJ user eelfriend was stopped on the bridge:", "LJ user eelfriend"),
        ("Blogger sluicegate writes:", "Blogger sluicegate"),
        ("Another user, pessimist summed up the mood:", "pessimist"),
        ("One netizen, sluicegate, wrote:", "sluicegate"),
        ("One commenter, identified as Ana Brook, wrote:", "Ana Brook"),
    ],
)
def test_a_speaker_with_a_pseudonym_is_named_by_it(leadin, name):
    assert led(leadin) == [name]


@pytest.mark.parametrize(
    ("leadin", "mention"),
    [
        ("A miller who calls the plan a disgrace wrote:", "A miller who calls the plan a disgrace"),
        ("A miller under the influence of his mother wrote:", "A miller under the influence of his mother"),
        ("Ana Brook, known as Otter, wrote:", "Ana Brook"),
        ("A blogger friend wrote:", "A blogger friend"),
        ("Blogger friends wrote:", "Blogger friends"),
        ("Another user, however, wrote:", "Another user"),
    ],
)
def test_words_that_are_no_name_of_the_source_are_no_pseudonym(leadin, mention):
    assert led(leadin) == [mention]
