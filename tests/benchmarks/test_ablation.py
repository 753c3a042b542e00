"""The worth of a function is what annotated articles lose without it."""

import json

import pytest

from reader.analysis.blocks import labelled_posts
from tests.benchmarks.ablation import Worth, nothing, worths

POST = "@ada: We saw it all from the bridge."
TEXT = f"The Weir\n\nReaders were angry on Monday, and they said so to the council.\n\n{POST}\n\nThe council met on Tuesday."
SCORER = """
import json, sys
found = [quote for line in open(sys.argv[2]) for quote in json.loads(line)["quotes"]]
right = sum((quote["speaker"] or {}).get("name") == "@ada" for quote in found)
told = {"recall": right / 2, "pieces": 2, "predicted": len(found)}
json.dump(told, open(sys.argv[sys.argv.index("--json") + 1], "w"))
"""


@pytest.mark.parametrize(
    ("told", "empty"),
    [("bool", False), ("Span | None", None), ("tuple[Span, ...]", ()), ("list[Span]", []), ("str", "")],
)
def test_what_a_function_can_return_for_nothing_is_told_by_its_annotation(told, empty):
    make = nothing(told)
    assert make is not None
    assert make() == empty


@pytest.mark.parametrize("told", ["int", "Span", "tuple[Span, Span]", "None"])
def test_a_function_that_always_finds_something_has_no_empty_result(told):
    assert nothing(told) is None


def test_the_worth_of_a_function_is_what_is_lost_without_it(tmp_path):
    gold, scorer = tmp_path / "gold.jsonl", tmp_path / "scorer.py"
    gold.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    scorer.write_text(SCORER, encoding="utf-8")
    before = labelled_posts.post_by_form
    found = {worth.name.rpartition(".")[2]: worth for worth in worths(gold, scorer, "reader.analysis.blocks")}
    assert found["post_by_form"][2:] == (1, -1, -1)
    assert found["run_follows"] == Worth("reader.analysis.blocks.labelled_posts.run_follows", 15, 0, 0, 0)
    assert labelled_posts.post_by_form is before
