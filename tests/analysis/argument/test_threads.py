"""Which claims share a thread, and its title."""

from collections import Counter
from dataclasses import replace

import pytest

from reader.analysis import analyse
from reader.analysis.argument.claim_paragraphs import paragraphs
from reader.analysis.argument.claims import drafts
from reader.analysis.argument.holders import stretches, surnames
from reader.analysis.argument.similarity import likeness, stem
from reader.analysis.argument.threads import WINDOW, clusters, group
from reader.analysis.units.sentences import sentences
from reader.sources import load
from tests.analysis.argument.marked_articles import build, said_by

DAM = (
    "Cracks run through the dam, and the water behind the dam is rising.",
    "The water pressed on the dam all spring, and cracks in the dam grew.",
)
SONG = (
    "The choir sings flat, and its singers lack a conductor.",
    "No choir of forty singers can sing without a conductor.",
)


def test_claims_on_one_subject_share_a_thread_and_claims_on_another_do_not():
    built = build(
        *(said_by(f"Speaker {letter}", words) for letter, words in zip("AB", DAM, strict=True)),
        "# Music",
        *(said_by(f"Speaker {letter}", words) for letter, words in zip("CD", SONG, strict=True)),
    )
    assert built.grouping() == [1, 1, 2, 2]
    assert [thread.claims for thread in built.threads] == [(1, 2), (3, 4)]


def test_a_thread_can_be_returned_to():
    built = build(
        "# News",
        *(said_by(f"Speaker {letter}", words) for letter, words in zip("AB", DAM, strict=True)),
        "# Music",
        *(said_by(f"Speaker {letter}", words) for letter, words in zip("CD", SONG, strict=True)),
        "# Once more",
        said_by("Speaker E", DAM[0] + " " + DAM[1]),
    )
    assert built.grouping() == [1, 1, 2, 2, 1]


def test_a_block_is_one_unit_with_its_lead_in():
    built = build(
        "Dana Okoro says ⟦Dana Okoro:indirect:says|that the dam is old⟧:",
        "⟦Dana Okoro:block#1|Whales sing in the bay.⟧",
        "⟦Dana Okoro:block#1|Nobody has a conductor.⟧",
    )
    assert built.grouping() == [1, 1, 1]


def test_an_evaluation_belongs_to_the_thread_of_its_paragraph():
    built = build(
        "Unfortunately, the dam is a dangerous failure and must be watched. "
        + said_by("Dana Okoro", "Whales sing in the bay.")
        + " [Source]",
        said_by("Ben Ilves", SONG[0]),
    )
    assert built.grouping()[:2] == [1, 1]


@pytest.mark.parametrize("note", [" [Source]", "\n\n[Source]"])
def test_a_source_note_closes_a_thread(note):
    words = [said_by(f"Speaker {letter}", words) for letter, words in zip("ABCD", [*DAM, *SONG], strict=True)]
    paragraphs = "\n\n".join([words[0], words[1] + note, words[2], words[3]]).split("\n\n")
    assert build(*paragraphs).grouping() == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("opening", "turns"),
    [
        ("", False),
        ("The bell of the town is an older matter. ", True),
        ("Ilves wrote to the town. ", False),
        ("He wrote to the town. ", False),
        ("Now this in the town: ", False),
    ],
)
def test_a_sentence_by_the_author_that_opens_a_paragraph_begins_another_thread(opening, turns):
    built = build(said_by("Dana Okoro", "The dam leaks."), opening + said_by("Ben Ilves", "It does."))
    text, passages = built.article.text, paragraphs(built.article, sentences)
    found = drafts(text, passages, stretches(text, passages, built.quotations), surnames(built.voices))
    assert [draft.turns for draft in found] == [False, turns]
    joined, parted = (
        group([replace(draft, turns=turned) for draft in found], [None, None], [Counter(), Counter()])
        for turned in (False, True)
    )
    assert joined[0] == joined[1]
    assert parted[0] != parted[1]


def test_a_claim_with_a_question_of_its_own_has_no_thread():
    built = build(said_by("Dana Okoro", "The dam leaks."))
    assert built.grouping() == [None]
    assert built.threads == ()


@pytest.mark.parametrize(
    ("affinities", "together"),
    [
        ([], []),
        ([[]], [{0}]),
        ([[], [1.0]], [{0, 1}]),
        ([[], [-1.0]], [{0}, {1}]),
        ([[], [-1.0], [-2.0, 3.0]], [{0, 2}, {1}]),
        ([[], [1.0], [2.0, -3.0], [4.0, -2.0, -2.0]], [{0, 1}, {2, 3}]),
        ([[], [1.0], [-3.0, 0.5], [-3.0, -3.0, 4.0]], [{0, 3}, {1}, {2}]),
    ],
)
def test_units_are_clustered_by_the_sum_of_their_log_odds(affinities, together):
    windows = [value for row in affinities for value in (*row, *[0.0] * (WINDOW - len(row)))]
    labels = clusters(windows, len(affinities))
    assert sorted(map(sorted, together)) == sorted(
        sorted(index for index, label in enumerate(labels) if label == wanted) for wanted in set(labels)
    )


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        (
            [
                "Dana Okoro says ⟦Dana Okoro:indirect:says|that the dam is old and weak⟧:",
                "⟦Dana Okoro:block|It leaks.⟧",
            ],
            "The dam is old and weak",
        ),
        (
            ["Despite all warnings, the old dam should never be torn down.", said_by("Dana Okoro", "The dam is old.")],
            "The old dam should never be torn down",
        ),
        (
            [
                "# Harrow news",
                "The council met.",
                "# Why the dam is weak",
                "⟦Dana Okoro:block#1|It leaks.⟧",
                "⟦Dana Okoro:block#1|It rusts.⟧",
            ],
            "Why the dam is weak",
        ),
        (
            [
                "Dana Okoro underlined the message that goes to Harrow:",
                "⟦Dana Okoro:block:underlined#1|It leaks.⟧",
                "⟦Dana Okoro:block:underlined#1|It rusts.⟧",
            ],
            "The message that goes to Harrow",
        ),
        (
            [
                "Ben Ilves wrote a post.",
                "He said ⟦Ben Ilves:mixed:said|that the dam “is a disgrace for the town of Harrow”⟧.",
                "Ben Ilves wrote again:",
                "⟦Ben Ilves:block:wrote|The dam is a disgrace.⟧",
            ],
            "The dam “is a disgrace for the town of Harrow”",
        ),
        (
            [
                "Ben Ilves wrote ⟦Ben Ilves:direct:wrote#1|“It leaks.⟧",
                "⟦Ben Ilves:direct:wrote#1|The wall of the old dam leaks into the road.”⟧",
            ],
            "The wall of the old dam leaks into the road",
        ),
        (
            ["⟦@rask:block#1|@rask: The old dam leaks.⟧", "⟦@rask:block#1|@rask: Look at it.⟧"],
            "The old dam leaks",
        ),
        (
            ["Dana Okoro blamed the town council for years of neglect:", "⟦Dana Okoro:block|It leaks.⟧"],
            "Dana Okoro blamed the town council for years of neglect",
        ),
        (
            [
                (
                    "⟦Dana Okoro:block#1|The old wall (which the men of Harrow built in the year of the great flood) and the "
                    "road leak.⟧"
                ),
                "⟦Dana Okoro:block#1|It rusts.⟧",
            ],
            "The old wall",
        ),
        (
            [
                "⟦Dana Okoro:block#1|One two three four five six, seven eight nine ten eleven twelve thirteen fourteen x.⟧",
                "⟦Dana Okoro:block#1|It rusts.⟧",
            ],
            "One two three four five six",
        ),
        (
            [
                "⟦Dana Okoro:block#1|The men of Harrow built in the year of the great flood under a wooden bridge house.⟧",
                "⟦Dana Okoro:block#1|It rusts.⟧",
            ],
            "The men of Harrow built in the year of the great flood…",
        ),
        (
            [
                "⟦Dana Okoro:block#1|The men of Harrow who built it in a year of floods never saw that it leaks.⟧",
                "⟦Dana Okoro:block#1|It rusts.⟧",
            ],
            "The men of Harrow who built it in a year of floods never saw…",
        ),
        (
            ["⟦Dana Okoro:block#1|And who is going to pay for it?⟧", "⟦Dana Okoro:block#1|Harrow will not pay.⟧"],
            "Who is going to pay for it?",
        ),
        (
            ["⟦Dana Okoro:block#1|Harrow is by now “a leaking boat.”⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "Harrow is by now “a leaking boat”",
        ),
        (
            [
                "⟦Dana Okoro:block#1|Harrow asked the king for more money than it has “with nothing at all in return for the town”.⟧",
                "⟦Dana Okoro:block#1|It rusts.⟧",
            ],
            "Harrow asked the king for more money…",
        ),
        (
            ["⟦Dana Okoro:block#1|Harrow is by now „ein altes Boot“ of one man.⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "Harrow is by now „ein altes Boot“ of one man",
        ),
        (
            ["⟦Dana Okoro:block#1|Harrow is by now „ein altes Boot.“⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "Harrow is by now „ein altes Boot“",
        ),
        (
            ["⟦Dana Okoro:block#1|„Harrow is by now an old boat.“⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "Harrow is by now an old boat",
        ),
        (
            ["⟦Dana Okoro:block#1|Harrow is by now « un vieux bateau ».⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "Harrow is by now « un vieux bateau »",
        ),
        (
            ["⟦Dana Okoro:block#1|“Old Harrow” is by now a leaking boat.⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "“Old Harrow” is by now a leaking boat",
        ),
        (
            ["⟦Dana Okoro:block#1|« Vieux Harrow » is by now a leaking boat.⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "« Vieux Harrow » is by now a leaking boat",
        ),
        (
            ['⟦Dana Okoro:block#1|Harrow is by now "a leaking boat."⟧', "⟦Dana Okoro:block#1|It rusts.⟧"],
            'Harrow is by now "a leaking boat"',
        ),
        (
            ['⟦Dana Okoro:block#1|"Old Harrow" is by now a leaking boat.⟧', "⟦Dana Okoro:block#1|It rusts.⟧"],
            '"Old Harrow" is by now a leaking boat',
        ),
        (
            [
                '⟦Dana Okoro:block#1|Harrow asked "for more money than it has and with nothing at all in return for it".⟧',
                "⟦Dana Okoro:block#1|It rusts.⟧",
            ],
            'Harrow asked "for more money than it has"…',
        ),
        (
            ["⟦Dana Okoro:block#1|‘Old Harrow’ is by now the sailors’ boat.⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "‘Old Harrow’ is by now the sailors’ boat",
        ),
        (
            ["⟦Dana Okoro:block#1|Harrow is a leaking boat. It rusts as well.⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "Harrow is a leaking boat",
        ),
        (
            ["⟦Dana Okoro:block#1|Harrow and Mr. Ilves built a leaking boat.⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "Harrow and Mr. Ilves built a leaking boat",
        ),
        (
            ["⟦Dana Okoro:block#1|HARROW, Tarn – The dam leaks into the road.⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "The dam leaks into the road",
        ),
        (
            ["⟦Dana Okoro:block#1|Q: Who pays for the dam?⟧", "⟦Dana Okoro:block#1|Harrow pays.⟧"],
            "Who pays for the dam?",
        ),
        (
            ["⟦Dana Okoro:block#1|But, meanwhile, the dam of Harrow leaks.⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "The dam of Harrow leaks",
        ),
        (
            [
                "⟦Dana Okoro:block#1|Ten years after the flood, a storm, and a war, the dam has not been mended.⟧",
                "⟦Dana Okoro:block#1|It rusts.⟧",
            ],
            "The dam has not been mended",
        ),
        (
            ["⟦Dana Okoro:block#1|Why the dam leaks into the road [fr]:⟧", "⟦Dana Okoro:block#1|It rusts.⟧"],
            "Why the dam leaks into the road",
        ),
    ],
)
def test_a_title_is_the_clause_that_states_the_subject(paragraphs, title):
    built = build(*paragraphs)
    assert [thread.title for thread in built.threads] == [title]


@pytest.mark.parametrize(
    ("claims", "title"),
    [
        (
            ("called ⟦Ben Ilves:indirect:called|for a new dam⟧", "said ⟦Ben Ilves:indirect:said|it leaks⟧"),
            "Ben Ilves called for a new dam",
        ),
        (
            (
                "accused ⟦Ben Ilves:indirect:accused|the town of hiding the leak⟧",
                "said ⟦Ben Ilves:indirect:said|it leaks⟧",
            ),
            "Ben Ilves accused the town of hiding the leak",
        ),
        (
            ("called ⟦Ben Ilves:indirect:called|it money down the drain⟧", "said ⟦Ben Ilves:indirect:said|it leaks⟧"),
            "Ben Ilves called it money down the drain",
        ),
        (
            (
                "said ⟦Ben Ilves:indirect:said|that on wet days it is worse than in town, and that most of the smoke is ours⟧",
                "said ⟦Ben Ilves:indirect:said|it leaks⟧",
            ),
            "Most of the smoke is ours",
        ),
        (
            (
                "said ⟦Ben Ilves:indirect:said|that every leak had been mended and that none was left⟧",
                "said ⟦Ben Ilves:indirect:said|it leaks⟧",
            ),
            "Every leak had been mended…",
        ),
        (
            ("wonders ⟦Ben Ilves:indirect:wonders|whether the dam is old⟧", "said ⟦Ben Ilves:indirect:said|it leaks⟧"),
            "Whether the dam is old",
        ),
        (
            (
                "wants a dam, which, he says, ⟦Ben Ilves:indirect:says|would hold⟧",
                "said ⟦Ben Ilves:indirect:said|it leaks⟧",
            ),
            "Ben Ilves wants a dam, which, he says, would hold",
        ),
        (
            (
                "said ⟦Ben Ilves:indirect:said|that the new dam cannot be relied on when the river is as high as it was in May⟧",
                "said ⟦Ben Ilves:indirect:said|it leaks⟧",
            ),
            "The new dam cannot be relied on…",
        ),
        (
            (
                "said ⟦Ben Ilves:indirect:said|the old dam should go⟧",
                "said ⟦Ben Ilves:indirect:said|the old dam should stay⟧",
            ),
            "The old dam should go",
        ),
        (
            (
                "said ⟦Ben Ilves:indirect:said|the dam would bring ruin⟧",
                "said ⟦Ben Ilves:indirect:said|our men know it⟧",
            ),
            "The dam would bring ruin",
        ),
    ],
)
def test_a_thread_is_named_by_the_position_that_opens_it(claims, title):
    [thread] = build(*(f"Ben Ilves {words}." for words in claims)).threads
    assert thread.title == title


@pytest.mark.parametrize(("a", "b"), [("dams", "dam"), ("sanctions", "sanction"), ("Constitutional", "constitution")])
def test_forms_of_one_word_have_one_stem(a, b):
    assert stem(a) == stem(b) != ""


def test_function_words_have_no_stem():
    assert stem("Because") == ""


def test_similarity_is_one_with_itself_and_lower_with_another():
    dam = {"dam": 2, "water": 1}
    itself, like, unlike = likeness([{"choir": 1}, {"dam": 1, "road": 1}, dam, dam], 3)[-3:]
    assert itself == pytest.approx(1)
    assert like > unlike


def test_similarity_does_not_depend_on_the_order_of_two_texts():
    bags = [{"dam": 2, "water": 1}, {"choir": 1}, {"dam": 1, "road": 1}]
    [*_, near, far] = likeness(bags, 2)
    assert likeness([bags[2], bags[1], bags[0]], 2)[-1] == pytest.approx(far)
    assert likeness([bags[0], bags[2], bags[1]], 2)[-2] == pytest.approx(near)


def test_similarity_of_equal_stretches_that_fill_the_whole_text_is_zero():
    assert list(likeness([{"dam": 1}, {"dam": 1}], 1)) == [0, 0]


def test_a_denied_clause_is_no_title():
    page = b"""A spokesman for the mill denied that the weir was shut for eels.

Ada Roe, a farmer, denied that the weir was shut for the mill.
"""
    [thread] = analyse(load("-", stdin=page)).threads
    assert " denied that the weir was shut for " in thread.title


@pytest.mark.parametrize(
    "other",
    [
        "The flooded dam of Harrow",
        "Harrow, the dam that was flooded",
        "It was the flooded dam of Harrow",
        "When the dam of Harrow was flooded",
    ],
)
def test_a_clause_that_is_clear_without_context_is_preferred_as_title(other):
    told = "The dam of Harrow was flooded"
    for claims in ((told, other), (other, told)):
        built = build(*(f"Ben Ilves said ⟦Ben Ilves:indirect:said|{words}⟧." for words in claims))
        assert [thread.title for thread in built.threads] == [told]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("“Yes,” said Ada Roe. The weir is shut.\n\n“No,” said Ben Ilves.\n", "“Yes,” said Ada Roe"),
        ("‘Yes,’ said Ada Roe. The weir is shut.\n\n‘No,’ said Ben Ilves.\n", "‘Yes,’ said Ada Roe"),
        ("“But yes,” said Ada Roe. The weir is shut.\n\n“But no,” said Ben Ilves.\n", "“But yes,” said Ada Roe"),
        ("“Yes,” said Ada Roe.\n\n“No,” said Ben Ilves. “The weir is open.”\n", "The weir is open"),
        (
            (
                "“When the weir was built,” said Ada Roe, “the mill stood still.” She runs the mill.\n\n"
                "“And the weir is shut,” said Ben Ilves of the mill.\n"
            ),
            "The weir is shut",
        ),
    ],
)
def test_a_title_has_both_marks_or_none(page, title):
    [thread] = analyse(load("-", stdin=page.encode())).threads
    assert thread.title == title
