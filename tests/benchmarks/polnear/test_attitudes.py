"""Attitudes by the scheme of PolNeAR: objects, passives, relative clauses, nouns and adjectives."""

import pytest

from tests.analysis.short_attribution import found
from tests.benchmarks.polnear.short_scheme import polnear


def held(sentence, title="The news was bad."):
    """Mention and parts of every attribution in a sentence under a title."""
    return [(mention, parts) for _, mention, parts in polnear(title, sentence)]


OBJECTS: list[tuple[str, str | None, list[str]]] = [
    ("Brook loved the old weir.", "Brook", ["the old weir"]),
    ("Brook opposes closing the gates.", "Brook", ["closing the gates"]),
    ("Brook has backed Otto Reed for mayor.", "Brook", ["Otto Reed for mayor"]),
    ("Brook condemned the raid on the mill on Friday.", "Brook", ["the raid on the mill"]),
    ("Brook praised the clerk after the flood.", "Brook", ["the clerk"]),
    ("Brook praised nets, eels and weirs.", "Brook", ["nets, eels and weirs"]),
    ("Brook praised the clerk and left the town.", "Brook", ["the clerk"]),
    ("Brook mentioned a man who was told to leave.", "Brook", ["a man who was told to leave"]),
    ("Brook mentioned remarks Reed had made about eels.", "Brook", ["remarks Reed had made about eels"]),
    ("Brook cited many gains, including a new weir.", "Brook", ["many gains, including a new weir"]),
    ("Brook praised the clerk, who was there.", "Brook", ["the clerk"]),
    ("Brook wants 40% of $2.5 million.", "Brook", ["40% of $2.5 million"]),
    ("Brook objected to the plan.", "Brook", ["the plan"]),
    ("Brook spoke about the eels.", "Brook", ["the eels"]),
    ("Brook worried over what the flood would do.", "Brook", ["what the flood would do"]),
    ("Brook dismissed Reed as a dreamer.", "Brook", ["Reed as a dreamer"]),
    ("Brook described himself as a miller.", "Brook", ["himself as a miller"]),
    ("Brook asked Reed, Lind and Poe to leave.", "Brook", ["Reed, Lind and Poe to leave"]),
    ("Brook appeared on the radio to defend the mill.", "Brook", ["the mill"]),
    ("The flood led Otto Reed to praise the clerk.", "Otto Reed", ["the clerk"]),
    ("“We stay,” said Reed, praising the clerk.", "Reed", ["the clerk"]),
    ("Brook praised the clerk at a rally in Ferry.", "Brook", ["the clerk"]),
    ("Brook praised the clerk on Monday over his manners.", "Brook", ["the clerk on Monday over his manners"]),
    ("Brook praised the clerk at the mill in Ferry.", "Brook", ["the clerk at the mill in Ferry"]),
    ("Brook praised “the old weir,” which he knew.", "Brook", ["“the old weir,”"]),
    ("Brook condemned what he called “the trap” and cast a net.", "Brook", ["what he called “the trap”"]),
    ("Brook praised the clerk [Source] and the mill.", "Brook", ["the clerk [Source] and the mill"]),
    ("Brook praised the clerk, but nobody came.", "Brook", ["the clerk"]),
    ("Brook praised the clerk, and the mill shut.", "Brook", ["the clerk"]),
    ("Brook praised the clerk, or the mill.", "Brook", ["the clerk, or the mill"]),
    ("Brook praised the clerk and warmly thanked him.", "Brook", ["the clerk"]),
    ("Brook defended the weir although it leaked.", "Brook", ["the weir"]),
    ("Brook wants $5 million.", "Brook", ["$5 million"]),
    ("Brook voiced doubts.", "Brook", ["doubts"]),
    ("Brook voiced the anger of the town.", "Brook", ["the anger of the town"]),
    ("Brook praised the clerk, the miller.", "Brook", ["the clerk"]),
    ("Brook spoke only about eels.", "Brook", ["eels"]),
    ("Brook saw the plan as a trap.", "Brook", ["the plan as a trap"]),
    ("Brook believes in nets that “hold.”", "Brook", ["nets that “hold.”"]),
    ("Brook said it was simple: “We stay here.”", "Brook", ["it was simple: “We stay here.”"]),
    ("If it rains, Brook said he would leave.", "Brook", ["If it rains", "he would leave"]),
    ("Asked by Otto Reed whether it was safe, she left.", "Otto Reed", ["whether it was safe"]),
]
APART: list[tuple[str, str | None, list[str]]] = [
    ("The weir is seen as a trap.", None, ["The weir", "as a trap"]),
    ("The plan was backed by Otto Reed.", "Otto Reed", ["The plan"]),
    ("She kept a plan backed by Otto Reed.", "Otto Reed", ["a plan"]),
    ("She met a man who was praised by Otto Reed.", "Otto Reed", ["who"]),
    ("The weir, which Reed says leaks, is old.", "Reed", ["which", "leaks"]),
    ("The weir, which many call a trap, is old.", "many", ["which", "a trap"]),
    ("The man, whom Reed sees as a thief, is gone.", "Reed", ["whom", "as a thief"]),
    ("The mill, about which Reed dreams, is old.", "Reed", ["about which"]),
]
NOUNS: list[tuple[str, str | None, list[str]]] = [
    ("Brook’s call for a new weir was heard.", "Brook’s", ["a new weir"]),
    ("His fear of eels is well known.", "His", ["eels"]),
    ("Brook gave support for the mill.", "Brook", ["the mill"]),
    ("Brook has doubts about whether it is safe.", "Brook", ["whether it is safe"]),
    ("Brook voiced fears of floods.", "Brook", ["floods"]),
    ("He kept his hope that it would rain.", "his", ["that it would rain"]),
    ("Brook was a critic of the mill.", "Brook", ["the mill"]),
    ("The town heard warnings that eels had died.", "The town", ["that eels had died"]),
]
ADJECTIVES: list[tuple[str, str | None, list[str]]] = [
    ("Brook is afraid of eels.", "Brook", ["eels"]),
    ("Brook remained sure it was safe.", "Brook", ["it was safe"]),
    ("Brook was more worried about the gates.", "Brook", ["the gates"]),
]
BESIDES: list[tuple[str, str | None, list[str]]] = [
    ("The eels are gone, Reed believes.", "Reed", ["The eels are gone"]),
    ("Brook urged the town to leave.", "Brook", ["the town to leave"]),
    ("Brook called Reed “a liar” and left.", "Brook", ["Reed “a liar”"]),
    ("Brook left the room (Reed opposes the plan of the mill).", "Reed", ["the plan of the mill"]),
]


@pytest.mark.parametrize(("sentence", "mention", "parts"), OBJECTS + APART + NOUNS + ADJECTIVES + BESIDES)
def test_an_attitude_has_a_source_and_a_content(sentence, mention, parts):
    assert (mention, parts) in held(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Brook sat down in the old mill.",
        "The plans of the mill are old.",
        "In order to leave, Brook ran.",
        "Brook seemed to say nothing.",
        "The report in the Post was long.",
        "It was wanted.",
        "Brook saw the plan.",
        "Brook said in the end.",
        "The claims were many, and the fear of it was old.",
        "Brook is sure of.",
        "There are 384 pledged guests in the hall.",
    ],
)
def test_sentences_without_an_attitude_have_no_attribution(sentence):
    assert held(sentence) == []


@pytest.mark.parametrize(
    "sentence", [row[0] for row in OBJECTS[:12] + NOUNS[:4] + ADJECTIVES + APART[:4] if "“" not in row[0]]
)
def test_attitudes_are_no_quotations_in_the_own_scheme(sentence):
    assert found("The news was bad.", sentence) == []


def test_a_headline_in_title_case_is_read_as_a_sentence():
    assert ("Ana Brook", ["The Old Mill"]) in held("It rained.", title="Ana Brook Slams The Old Mill After The Flood")
