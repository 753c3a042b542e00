"""The relation of a claim: which earlier claim, which kind, and which words."""

import pytest

from tests.analysis.argument.marked_articles import build

FIRST = "⟦Dana Okoro:direct:said|“The dam on the river is safe,”⟧ said Dana Okoro."


@pytest.mark.parametrize(
    ("lead", "kind", "words"),
    [
        ("Ben Ilves concurred in a post:", "supports", "concurred"),
        ("Ben Ilves echoed that view:", "supports", "echoed"),
        ("Ben Ilves disagreed in a post:", "disputes", "disagreed"),
        ("Ben Ilves takes issue with all of it:", "disputes", "takes issue"),
        ("Dwelling on other doubts, Ben Ilves wrote:", "supports", "Dwelling on other doubts"),
        ("Visiting the dam, Ben Ilves wrote:", "supports", None),
        ("Ben Ilves, however, wrote:", "disputes", "however"),
        ("But Ben Ilves wrote:", "disputes", "But"),
        ("For instance, Ben Ilves wrote:", "evidence", "For instance"),
        ("Even so, Ben Ilves wrote:", "qualifies", "Even so"),
        ("Ben Ilves conceded a point:", "qualifies", "conceded"),
        ("Ben Ilves wrote:", "supports", None),
    ],
)
def test_the_lead_in_licenses_the_relation_of_the_words_after_it(lead, kind, words):
    built = build(f"{FIRST} {lead}", "⟦Ben Ilves:block|The dam on the river is as it is.⟧")
    assert built.kinds() == [None, kind]
    assert built.cues() == [None, words]
    assert built.targets() == [None, 1]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Ben Ilves rejected this as ⟦Ben Ilves:direct:rejected|“a tale about the dam”⟧.", "disputes", "rejected"),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|that the claim about the dam is false⟧.", "disputes", "false"),
        (
            "Ben Ilves said the story was ⟦Ben Ilves:direct:said|“absolutely not true.”⟧",
            "disputes",
            "absolutely not true",
        ),
        ("⟦Ben Ilves:direct:added|“The dam is safe,”⟧ he added.", "supports", None),
        ("As Ben Ilves put it, ⟦Ben Ilves:indirect:put it|the dam is safe⟧.", "supports", None),
        ("“And the dam is old,” said Ben Ilves.", None, None),
        ("⟦Ben Ilves:direct|“And the dam is old,”⟧ said Ben Ilves.", "supports", None),
        ("⟦Ben Ilves:direct|“I agree that the dam is old,”⟧ said Ben Ilves.", "supports", None),
        ("Ben Ilves did not echo this: ⟦Ben Ilves:direct|“The dam is old.”⟧", "supports", None),
    ],
)
def test_the_reporting_clause_licenses_a_relation_but_quoted_words_do_not(sentence, kind, words):
    built = build(f"{FIRST} {sentence}")
    assert built.kinds()[1:] == ([kind] if kind else [])
    assert built.cues()[1:] == ([words] if kind else [])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("⟦Dana Okoro:direct:added|“The dam is old,”⟧ she added.", "added"),
        ("⟦Dana Okoro:direct|“And the dam is old,”⟧ said Dana Okoro.", "And"),
    ],
)
def test_a_speaker_who_continues_supports_their_claim(sentence, words):
    built = build(FIRST, sentence)
    assert built.kinds() == [None, "supports"]
    assert built.cues() == [None, words]


def test_a_stance_relates_to_the_voice_it_names():
    built = build(
        f"{FIRST} ⟦Ben Ilves:direct:said|“The dam on the river is old,”⟧ said Ben Ilves. "
        "⟦Ann Rask:direct:said|“The dam on the river is green,”⟧ said Ann Rask.",
        "Kim Doyle disagreed with Okoro’s view, writing:",
        "⟦Kim Doyle:block|The dam on the river leaks.⟧",
    )
    assert built.targets()[-1] == 1


def test_a_name_after_the_next_comma_is_not_the_answered_voice():
    built = build(
        f"{FIRST} ⟦Ben Ilves:direct:said|“The dam on the river is old,”⟧ said Ben Ilves.",
        "Kim Doyle disagreed in a post titled “Okoro’s Dam”:",
        "⟦Kim Doyle:block|The dam on the river leaks.⟧",
    )
    assert built.targets()[-1] == 2


def test_nobody_disputes_their_own_words_across_quotations():
    built = build(
        f"{FIRST} ⟦Ben Ilves:direct:said|“The dam on the river is old,”⟧ said Ben Ilves. "
        "Ben Ilves disputed the safety of the river’s dam: ⟦Ben Ilves:direct:disputed|“It leaks.”⟧"
    )
    assert built.targets()[-1] in {1, None}


def test_a_turn_inside_one_quotation_answers_the_paragraph_before():
    built = build("⟦Dana Okoro:block#1|The dam is a fine dam.⟧", "⟦Dana Okoro:block#1|But the dam has cracks.⟧")
    assert built.kinds() == [None, "disputes"]
    assert built.targets() == [None, 1]


def test_events_that_a_writer_adds_are_evidence():
    built = build(
        "⟦Dana Okoro:block#1|The dam is a danger.⟧",
        "⟦Dana Okoro:block#1|In May it leaked for days. The wall cracked, and the engineers came and closed the road.⟧",
    )
    assert built.kinds() == [None, "evidence"]


def test_the_first_claim_of_a_thread_has_a_relation_only_by_an_answering_cue():
    apart = "The orchestra of Lund opened its season with an opera about whales."
    closing = ("⟦Dana Okoro:block#1|The dam leaks.⟧ [Source]",)
    quiet = build(*closing, f"⟦Ann Rask:block|{apart}⟧", "⟦Ann Rask:block|Whales sing.⟧")
    cued = build(*closing, f"Be that as it may, ⟦Ann Rask:indirect|{apart}⟧")
    assert quiet.kinds()[1] is None
    assert (cued.kinds()[1], cued.cues()[1]) == ("qualifies", "Be that as it may")
