"""Fitting the weights of own claims: cases come from annotated articles, and the weights separate them."""

import json

from tests.benchmarks.fit_argument import cases, documents, fit, in_runs
from tests.benchmarks.fit_blocks import Case, total

JUDGED = "That is a serious mistake, and the dam should never be so full again."
TEXT = f"News of the weir\n\nThe council met on Monday. {JUDGED}\n\n“It leaks,” said Ana Brook."


def gold_folder(folder):
    """A folder with one article in which the second sentence is a claim."""
    start = TEXT.index(JUDGED)
    claim = {"start": start, "end": start + len(JUDGED), "holder": "author", "thread": None, "relation": None}
    (folder / "weir.txt").write_text(TEXT, encoding="utf-8")
    document = {"id": "weir", "text_file": "weir.txt", "claims": [claim], "threads": []}
    (folder / "weir.gold.json").write_text(json.dumps(document), encoding="utf-8")
    return folder


def test_the_cases_are_the_articles_own_sentences_with_whether_they_are_in_a_claim(tmp_path):
    [document] = documents(gold_folder(tmp_path))
    made = list(cases(3, document))
    assert [case.yes for case in made] == [False, True]
    assert "judgement 1" in made[1].features
    assert {case.article for case in made} == {3}
    words = set(TEXT.lower().split())
    assert words.isdisjoint(feature for case in made for feature in case.features)


def test_the_fitted_weights_tell_yes_from_no():
    data = [Case(n, ["judgement 1"] if n % 2 else ["a number"], bool(n % 2)) for n in range(60)]
    weights = fit(data)
    assert all((total(weights, case.features) > 0) == case.yes for case in data)


def test_equal_runs_have_as_many_claims_as_can_be():
    prediction = {"claims": [{"thread": 0}] * 5, "threads": [{"title": "one"}]}
    assert [claim["thread"] for claim in in_runs(prediction, 2)["claims"]] == [0, 0, 0, 1, 1]
    assert len(in_runs(prediction, 2)["threads"]) == 2
