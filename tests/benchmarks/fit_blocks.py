"""Fits the weights that tell where a block quotation begins and how far it goes, on round-ups annotated for Pullquote.

    python -m tests.benchmarks.fit_blocks GOLD.jsonl [--write]

GOLD is dev.press.jsonl (CC BY 3.0). It prints the accuracy of a cross-validation by article and the weights; with
--write they go to reader/analysis/data/weights.json. Logistic regression with an L2 penalty, by plain gradient descent.
"""

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import reader.analysis
from reader.analysis.blocks import LONGEST, may_begin, may_go_on
from reader.analysis.passages import HANDLE, Passage, passages
from reader.analysis.style import going_on, opening
from reader.analysis.turns import turns
from reader.sources import verbatim

PENALTY = 0.5
STEPS = 1_500
FOLDS = 6
# What no round-up of the gold has, or too few: set by hand and kept.
BY_HAND = {
    "block opens": {"closer ahead": 2.0, "nobody speaks": -2.0},
    "block": {"closer ahead": 6.0, "marks reopened": 3.0, "block’s hand": 1.5, "author’s hand": -1.5},
}
STRICTER = {"block opens": {"stop": -0.7}}
WEIGHTS = Path(reader.analysis.__file__).parent / "data" / "weights.json"


class Case(NamedTuple):
    """One decision of one article: the features that hold and whether the gold says yes."""

    article: int
    features: list[str]
    yes: bool


def owners(gold: dict[str, Any], parts: list[Passage]) -> dict[int, int]:
    """The outermost gold block quotation of each passage, by the passage's number."""
    found: dict[int, int] = {}
    blocks = [(n, q) for n, q in enumerate(gold["quotes"]) if q["form"] == "block" and not q.get("via")]
    for number, quote in blocks:
        for start, end in quote.get("spans") or [[quote["start"], quote["end"]]]:
            for part in parts:
                shared = min(end, part.span.end) - max(start, part.span.start)
                if shared > 0.6 * len(part.span):
                    found[part.index] = number
    return found


def cases(path: Path) -> Iterator[tuple[str, Case]]:
    """The decisions that the engine has to take in every article, each with its name."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        gold = json.loads(line)
        text = gold["text"]
        parts = passages(verbatim(text))
        own = owners(gold, parts)
        if turns(parts):
            continue
        for part in parts:
            index = part.index
            begins = own.get(index) is not None and own.get(index - 1) != own[index]
            if (begins or own.get(index) is None) and may_begin(text, parts, index):
                yield "block opens", Case(number, opening(text, parts, index), begins)
            if not begins or HANDLE.match(part.text):
                continue
            for later in range(index + 1, min(len(parts), index + LONGEST)):
                if not may_go_on(text, parts, later) or own.get(later, own[index]) != own[index]:
                    break
                yield "block", Case(number, going_on(text, parts, index, later), own.get(later) == own[index])


def fit(data: list[Case]) -> dict[str, float]:
    """The weights, with "bias", that minimise the penalised log loss."""
    names = sorted({name for case in data for name in case.features})
    weights = dict.fromkeys(["bias", *names], 0.0)
    for step in range(STEPS):
        slope = {name: PENALTY * weight for name, weight in weights.items()}
        slope["bias"] = 0.0
        for case in data:
            error = 1 / (1 + math.exp(-total(weights, case.features))) - case.yes
            for name in ("bias", *case.features):
                slope[name] += error
        rate = 0.025 if step < STEPS / 2 else 0.01
        weights = {name: weight - rate * slope[name] for name, weight in weights.items()}
    return weights


def total(weights: dict[str, float], features: list[str]) -> float:
    """The score of these features."""
    return weights["bias"] + sum(weights.get(name, 0.0) for name in features)


def accuracy(data: list[Case]) -> float:
    """The share of right decisions when every article is decided by weights fitted on the others."""
    right = 0
    for fold in range(FOLDS):
        weights = fit([case for case in data if case.article % FOLDS != fold])
        held = [case for case in data if case.article % FOLDS == fold]
        right += sum((total(weights, case.features) > 0) == case.yes for case in held)
    return right / len(data)


def main(arguments: list[str]) -> None:
    """Fits both decisions, prints them, and writes them when asked to."""
    decisions: dict[str, list[Case]] = {}
    for name, case in cases(Path(arguments[0])):
        decisions.setdefault(name, []).append(case)
    loaded = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    for name, data in decisions.items():
        print(f"{name}: {len(data)} decisions, {sum(c.yes for c in data)} yes, accuracy {accuracy(data):.3f}")
        weights = fit(data) | BY_HAND[name]
        for feature, by in STRICTER.get(name, {}).items():
            weights[feature] += by
        loaded["weights"][name] = {key: round(weights[key], 2) for key in sorted(weights) if abs(weights[key]) >= 0.05}
        print(json.dumps(loaded["weights"][name], indent=1, ensure_ascii=False))
    if "--write" in arguments:
        WEIGHTS.write_text(json.dumps(loaded, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
