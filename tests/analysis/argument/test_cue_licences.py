"""Cue words relate two claims only where they refer to them; opposite words never count as agreement."""

import pytest

from reader.analysis import analyse
from reader.analysis.argument.opposition import opposed, polarity
from reader.model import Span
from reader.sources import load
from tests.analysis.argument.marked_articles import build

FIRST = "⟦Dana Okoro:direct:said|“The dam on the river is safe,”⟧ said Dana Okoro."


def whole(text):
    return polarity(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dam was safe.", "The dam was not safe and never had been."),
        ("The dam was safe.", "The dam wasn’t really safe."),
        ("The dam is safe.", "It has never been at all safe."),
        ("The dam is safe.", "The dam is dangerous."),
        ("The new toll is perfectly legal.", "The clerk told the Post that it is illegal."),
        ("The toll is illegal.", "The toll is legal."),
        ("The dam leaks.", "The dam does not leak."),
        ("The rent of the mill rose.", "The rent of the mill fell."),
        ("There is no danger in the water.", "There is danger in the water."),
        ("The claim is untrue.", "The claim is true."),
    ],
)
def test_a_word_and_its_denial_are_opposed(one, other):
    assert opposed(whole(one), whole(other))
    assert opposed(whole(other), whole(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dam is safe.", "The dam is old."),
        ("The dam is safe.", "The dam is safe."),
        ("The dam is not safe.", "The dam is unsafe."),
        ("The dam is safe.", "Not only the dam is safe."),
        ("The dam is safe.", "Is the dam not safe?"),
        ("They discover a spring.", "They cover a spring."),
        ("The dam is unsafe.", "The weir is unsafe."),
        ("The dam is not old.", "Old Mr. Rask mended the roof of his mill and went home."),
        ("They did not open the gate.", "A gate in the wall of the garden leads down to the open sea."),
    ],
)
def test_a_word_shared_by_chance_is_not_opposition(one, other):
    assert not opposed(whole(one), whole(other))
    assert not opposed(whole(other), whole(one))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("⟦Ben Ilves:direct:said|“The dam on the river is not safe and never had been,”⟧ said Ben Ilves.", None),
        ("⟦Ben Ilves:direct:said|“The dam on the river is unsafe,”⟧ said Ben Ilves.", None),
        ("⟦Ben Ilves:direct:said|“That is wrong,”⟧ said Ben Ilves of the dam.", "wrong"),
        ("⟦Ben Ilves:indirect:said|Okoro had misread his report on the dam⟧, said Ben Ilves.", "misread"),
        ("⟦Ben Ilves:direct:said|“Dana Okoro is simply wrong about the dam,”⟧ said Ben Ilves.", "is simply wrong"),
        ("⟦Ben Ilves:direct:said|“Okoro’s claim about the dam is wrong,”⟧ said Ben Ilves.", "is wrong"),
        ("In fact, ⟦Ben Ilves:direct:said|“The dam on the river is not safe,”⟧ said Ben Ilves.", None),
    ],
)
def test_the_opposite_of_a_claim_disputes_it(sentence, words):
    built = build(f"{FIRST} {sentence}")
    assert built.kinds() == [None, "disputes"]
    assert built.cues() == [None, words]


def test_a_holder_does_not_dispute_their_own_claim():
    second = "⟦Dana Okoro:direct:said|“The dam on the river is not safe at night,”⟧ said Dana Okoro."
    assert build(FIRST, second).kinds() == [None, "supports"]


@pytest.mark.parametrize(
    "lead",
    [
        "Ben Ilves runs the blog Counter Culture and wrote on the dam:",
        "Ben Ilves leaned across his counter and spoke of the dam:",
        "Ben Ilves, back from the disputed city, spoke of the dam:",
        "After parliament rejected this, Ben Ilves wrote of the dam:",
        "Ben Ilves, whose party rejected the idea, wrote of the dam:",
        "Ben Ilves said that parliament had rejected this, and wrote of the dam:",
        "Ben Ilves rejected an offer from a zoo in Lund and wrote:",
        "But it rained in May. Ben Ilves wrote of the dam:",
        "The town was silent. But Ben Ilves wrote of the dam:",
        "And Ben Ilves wrote of the dam:",
        "In addition, Ben Ilves wrote of the dam:",
        "Following these events, Ben Ilves wrote of the dam:",
        "Ben Ilves explained why he went:",
        "Ben Ilves agreed to meet the press:",
    ],
)
def test_cue_words_about_something_else_relate_no_claims(lead):
    built = build(f"{FIRST} {lead}", "⟦Ben Ilves:block|The dam on the river is as it is.⟧")
    assert set(built.cues()) == {None}
    assert "disputes" not in built.kinds()


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("Ben Ilves, a miller from Lund, sharply rejected this:", "rejected"),
        ("Ben Ilves wrote a long letter and rejected the idea:", "rejected"),
        ("He disputed that the river is quiet:", "disputed"),
        ("Ben Ilves rejected what Okoro said:", "rejected"),
        ("Disagreeing with Okoro, Ben Ilves wrote:", "Disagreeing"),
        ("Ben Ilves wrote a letter, contradicting her claim:", "contradicting"),
        ("Ben Ilves echoed that claim:", "echoed"),
    ],
)
def test_a_verb_of_answering_with_speaker_and_object_relates_two_claims(lead, words):
    built = build(f"{FIRST} {lead}", "⟦Ben Ilves:block|The dam on the river is as it is.⟧")
    assert built.cues() == [None, words]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Ben Ilves disagreed with her. The dam, he said, is old.", "disputes", "disagreed"),
        ("Ben Ilves, a miller, agreed with her, and said: “The dam is old.”", "supports", "agreed"),
        ("Ben Ilves hit back at her in a post. The dam, he wrote, is old.", "disputes", "hit back"),
        ("Ben Ilves rejected her boat. The dam, he said, is old.", "supports", None),
        ("Ben Ilves disagreed with him. The dam, he said, is old.", "supports", None),
    ],
)
def test_a_pronoun_after_a_verb_of_answering_refers_to_the_nearest_fitting_person(sentence, kind, words):
    spoken = "Dana Okoro, a miller, said the dam is safe. She said it is “dry.” The company said that the dam is green."
    article = load("-", stdin=f"The Dam\n\n{spoken} {sentence}".encode())
    told = analyse(article)
    holders = {voice.id: voice.name for voice in told.voices}
    answers = {claim.relation for claim in told.claims if claim.relation and holders[claim.voice or 0] == "Ben Ilves"}
    [(named, cue, to)] = {(str(answer.kind), answer.cue, answer.to) for answer in answers}
    assert (named, cue and cue.of(article.text)) == (kind, words)
    assert words is None or holders[told.claims[to - 1].voice or 0] == "Dana Okoro"


def test_an_echoed_complaint_is_the_earlier_claim():
    built = build(FIRST, "Ben Ilves echoed the complaint:", "⟦Ben Ilves:block|The dam on the river is as it is.⟧")
    assert (built.kinds()[1], built.cues()[1]) == ("supports", "echoed")


@pytest.mark.parametrize("subject", ["The mill", "The old mill", "But the mill"])
def test_the_answering_speaker_can_be_named_by_a_noun(subject):
    built = build(f"{FIRST} {subject} denied this: ⟦Mill of Lund:mixed:said|the dam, it said, “leaks every day.”⟧")
    assert built.kinds() == [None, "disputes"]
    assert built.cues() == [None, "denied"]


@pytest.mark.parametrize(
    ("object_", "words"),
    [
        ("accusations of theft", None),
        ("a report that somebody stole a boat", None),
        ("accusations of theft and spoke of the dam", None),
        ("claims of a safe dam", "denied"),
        ("these accusations", "denied"),
    ],
)
def test_accusations_of_something_else_do_not_relate_to_a_claim(object_, words):
    built = build(f"{FIRST} Ben Ilves denied {object_}: ⟦Ben Ilves:direct:denied|“We rowed on the river.”⟧")
    assert built.cues() == [None, words]


def test_a_verdict_relates_to_the_owner_of_the_judged_claims():
    between = "⟦Ann Rask:direct:said|“The dam on the river is not safe,”⟧ said Ann Rask."
    verdict = "Ben Ilves said ⟦Ben Ilves:indirect:said|that Okoro’s claims about the dam are false⟧."
    assert build(FIRST, between, verdict).targets() == [None, 1, 1]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ben Ilves said ⟦Ben Ilves:indirect:said|that Marsh claims about the dam are false⟧.",
        "Ben Ilves rejected Lena Marsh’s view of the dam: ⟦Ben Ilves:direct:rejected|“It leaks.”⟧",
        "Ben Ilves disagreed with Rask’s view of the dam: ⟦Ben Ilves:direct:disagreed|“It leaks.”⟧",
    ],
)
def test_a_verdict_on_a_third_person_disputes_no_other_claim(sentence):
    later = "⟦Ann Rask:direct:said|“The dam on the river is green,”⟧ said Ann Rask."
    assert build(FIRST, sentence, later).cues()[1] is None


def test_but_about_something_else_relates_no_claims():
    built = build(f"{FIRST} But ⟦Ben Ilves:direct:said|“whales sing,”⟧ said Ben Ilves.")
    assert built.cues() == [None, None]


def test_but_before_the_next_speakers_name_disputes_the_claim_before():
    built = build(f"{FIRST} But Ben Ilves said ⟦Ben Ilves:indirect:said|whales sing⟧.")
    assert built.cues() == [None, "But"]


def test_an_answer_by_a_body_counts_for_its_spokesperson():
    page = """Dana Okoro said the dam was safe.

The Delta Institute rejected this. “It leaks,” said Ben Ilves, a clerk at the Delta Institute.
"""
    told = analyse(load("-", stdin=page.encode()))
    assert [str(claim.relation.kind) for claim in told.claims if claim.relation and claim.relation.cue] == ["disputes"]


def test_it_is_absurd_that_is_no_verdict_on_an_earlier_claim():
    built = build(f"{FIRST} Ben Ilves said ⟦Ben Ilves:indirect:said|it is absurd that the dam has no light⟧.")
    assert built.cues() == [None, None]


def test_as_a_speaker_put_it_supports_the_articles_own_claim():
    built = build(
        "Clearly the dam is a crucial and dangerous failure, and it must be the worst decision of the region. "
        "As Ben Ilves put it, ⟦Ben Ilves:indirect:put it|the dam is a failure⟧."
    )
    assert built.kinds() == [None, "supports"]
    assert built.cues() == [None, "As Ben Ilves put it"]


def test_a_cue_that_relates_nothing_does_not_hide_one_that_does():
    lead = "Ben Ilves denied accusations of theft. Kim Doyle disagreed with Okoro:"
    built = build(FIRST, lead, "⟦Kim Doyle:block|The dam on the river is as it is.⟧")
    assert built.cues() == [None, "disagreed"]


def test_an_answer_by_name_joins_the_thread_of_the_answered_claim():
    built = build(FIRST, "[Source]", "Ben Ilves disagreed with Okoro:", "⟦Ben Ilves:block|Whales sing in the bay.⟧")
    assert built.grouping() == [1, 1]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Ben Ilves, a miller who fishes, doubted that claim: {}.", "disputes", "doubted"),
        ("Ben Ilves, for one, denied that: {}.", "disputes", "denied"),
        ("Ben Ilves denied that anything leaked: {}.", "disputes", "denied"),
        ("Ben Ilves sided with Ms Okoro: {}.", "supports", "sided with"),
        ("Ben Ilves shares that view: {}.", "supports", "shares"),
        ("Ben Ilves is unpersuaded by the figures: {}.", "disputes", "unpersuaded"),
        ("Ben Ilves has no such hope: {}.", "disputes", "has no such"),
        ("Ben Ilves ruled this out: {}.", "disputes", "ruled this out"),
        ("Ben Ilves defended his mill: {}.", "disputes", "defended"),
        ("Ben Ilves replied: {}.", "disputes", "replied"),
        ("Ben Ilves was quick to hit back: {}.", "disputes", "hit back"),
        ("Ben Ilves does not accept this: {}.", "disputes", "not accept"),
        ("Ben Ilves does not dispute the figures: {}.", "qualifies", "not dispute"),
        ("Ben Ilves is not satisfied with that answer: {}.", "disputes", "not satisfied"),
        ("Ben Ilves is against it: {}.", "disputes", "against it"),
        ("Ben Ilves scoffed: {}.", "disputes", "scoffed"),
        ("Ben Ilves dismissed the mill as a toy: {}.", "disputes", "dismissed"),
        ("Ben Ilves accused Ms Okoro of greed: {}.", "disputes", "accused"),
        ("Ben Ilves shares Okoro’s doubts: {}.", "supports", "shares"),
        ("Ben Ilves says the same: {}.", "supports", "says the same"),
        ("Ben Ilves denied that he had a boat: {}.", "disputes", "denied"),
        ("Ben Ilves has no patience with that: {}.", "disputes", "no patience"),
        ("Ben Ilves is impatient with such talk: {}.", "disputes", "impatient"),
        ("Ben Ilves ridiculed that estimate: {}.", "disputes", "ridiculed"),
        ("Ben Ilves stood by his boat: {}.", "disputes", "stood by"),
        ("Ben Ilves accused her of greed: {}.", "disputes", "accused"),
        ("Ben Ilves is wary of a storm: {}.", "supports", None),
        ("Ben Ilves backs her up: {}.", "supports", "backs her up"),
        ("Ben Ilves shared Okoro’s photo: {}.", "supports", None),
        ("Ben Ilves accused a neighbour of greed: {}.", "supports", None),
        ("That was disputed by Ben Ilves: {}.", "disputes", "disputed"),
        ("Her view is shared by Ben Ilves: {}.", "supports", "shared"),
        ("Ben Ilves, too, spoke up: {}.", "supports", "too"),
        ("Asked about the dam, Ben Ilves replied: {}.", "supports", None),
        ("Ben Ilves shared a photo of the dam: {}.", "supports", None),
        ("Ben Ilves is on the other side, too: {}.", "supports", None),
        ("That was disputed by a third man, and Ben Ilves wrote: {}.", "supports", None),
        ("Ben Ilves accepted a prize for the dam: {}.", "supports", None),
    ],
)
def test_words_that_report_an_answer_in_a_debate_show_its_kind(sentence, kind, words):
    built = build(FIRST, sentence.format("⟦Ben Ilves:direct|“The dam is as it is”⟧"))
    assert (built.kinds()[1], built.cues()[1]) == (kind, words)


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Ben Ilves called this ⟦Ben Ilves:direct:called|“naive”⟧.", "disputes", "naive"),
        (
            "Ben Ilves called her explanation ⟦Ben Ilves:direct:called|“an insult to the town”⟧.",
            "disputes",
            "an insult",
        ),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|the figures were deeply flawed⟧.", "disputes", "deeply flawed"),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|that was a mistake⟧.", "disputes", "a mistake"),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|the opposite was true⟧.", "disputes", "the opposite was true"),
        ("Ben Ilves called this ⟦Ben Ilves:direct:called|“reason enough”⟧.", "supports", "reason enough"),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|that sounded like mockery⟧.", "disputes", "mockery"),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|that was correct but old⟧.", "qualifies", "correct"),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|those studies were of little use⟧.", "disputes", "of little use"),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|that was true on paper only⟧.", "qualifies", "true"),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|she was exaggerating⟧.", "disputes", "exaggerating"),
        ("Ben Ilves finds ⟦Ben Ilves:indirect:finds|these words hard to bear⟧.", "disputes", "hard to bear"),
        ("Ben Ilves told a different story: ⟦Ben Ilves:direct:told|“It leaks.”⟧", "disputes", "a different story"),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|that was half true⟧.", "qualifies", "half true"),
        ("Ben Ilves thinks ⟦Ben Ilves:indirect:thinks|Okoro is too timid⟧.", "disputes", "is too"),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|that a right of way is near the dam⟧.", "supports", None),
        ("Ben Ilves said ⟦Ben Ilves:indirect:said|the mill was unfair to fish⟧.", "supports", None),
        (
            "⟦Ben Ilves:direct|“It was closed for years. That is a scandal,”⟧ said Ben Ilves of the dam.",
            "supports",
            None,
        ),
    ],
)
def test_a_judgement_of_what_was_said_is_an_answer(sentence, kind, words):
    built = build(FIRST, sentence)
    assert (built.kinds()[1], built.cues()[1]) == (kind, words)


@pytest.mark.parametrize(
    ("first", "object_"),
    [
        ("Dana Okoro, the governor, said the dam was safe.", "the governor"),
        ("The Dam Institute said the dam was safe.", "the institute"),
    ],
)
def test_the_answered_person_can_be_named_by_a_role(first, object_):
    page = f"""{first}

Ann Rask, a miller, said that fish were rare.

Ben Ilves agreed with {object_}. “It will hold,” he said.
"""
    told = analyse(load("-", stdin=page.encode()))
    assert [claim.relation.to for claim in told.claims if claim.relation and claim.relation.cue] == [1]


def test_letters_after_a_name_are_no_surname():
    built = build(
        "⟦Dana Okoro KC:direct:said|“The dam is safe,”⟧ said Dana Okoro KC.",
        "⟦Ann Rask KC:direct:said|“The dam is green,”⟧ said Ann Rask KC.",
        "Ben Ilves disagreed with Okoro: ⟦Ben Ilves:direct|“The dam leaks.”⟧",
    )
    assert built.targets()[-1] == 1


def test_a_reply_is_to_what_was_said_right_before():
    between = "⟦Ben Ilves:direct:said|“I fish,”⟧ said Ben Ilves."
    built = build(FIRST, between, "Ben Ilves replied: ⟦Ben Ilves:direct:replied|“It is as it is.”⟧")
    assert set(built.cues()) == {None}


def test_a_name_inside_a_reply_is_not_the_answered_person():
    built = build(
        FIRST,
        "⟦Ann Rask:direct:said|“The dam is green,”⟧ said Ann Rask.",
        "Ben Ilves retorted ⟦Ben Ilves:indirect:retorted|that Okoro was old⟧.",
    )
    assert built.targets()[-1] == 2
