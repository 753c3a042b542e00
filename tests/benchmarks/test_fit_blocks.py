"""Fitting block weights: cases come from annotated articles, and the weights separate them."""

from reader.analysis.blocks.passages import passages
from reader.sources import verbatim
from tests.benchmarks.fit_blocks import Case, Text, cases, fit, owners, total

PARAGRAPHS = (
    "News of the weir.",
    "Ana Brook wrote:",
    "I saw the gates go down, and we wept!",
    "We will not forget it!",
    "The council met on Monday.",
    "It went home again.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def gold(*numbers, via=()):
    """A document in which the paragraphs of these numbers are one block quotation."""
    spans = [[TEXT.index(PARAGRAPHS[n]), TEXT.index(PARAGRAPHS[n]) + len(PARAGRAPHS[n])] for n in numbers]
    return {"quotes": [{"form": "block", "spans": spans, "start": spans[0][0], "end": spans[-1][1], "via": via}]}


def test_a_passage_belongs_to_the_outermost_block_quotation_over_it():
    parts = passages(verbatim(TEXT))
    assert owners(gold(2, 3), parts) == {2: 0, 3: 0}
    assert owners(gold(2, 3, via=["Otto Reed"]), parts) == {2: 0, 3: 0}
    inner, outer = gold(3, via=["Ana Brook"])["quotes"], gold(2, 3)["quotes"]
    assert owners({"quotes": inner + outer}, parts) == owners({"quotes": outer + inner}, parts) | {2: 1, 3: 1}


def test_the_cases_of_an_article_end_with_the_second_passage_that_does_not_go_on():
    parts = passages(verbatim(TEXT))
    made = list(cases(Text(7, TEXT, parts, {2: 0, 3: 0})))
    assert [case.yes for case in made if "in a block" in case.features] == [True, False, False]
    assert [case.yes for case in made if "colon" in case.features] == [True]
    assert {case.article for case in made} == {7}


def test_the_fitted_weights_tell_yes_from_no():
    data = [Case(n, ["colon"] if n % 2 else ["stop"], bool(n % 2)) for n in range(20)]
    weights = fit(data)
    assert all((total(weights, case.features) > 0) == case.yes for case in data)
