"""Fits the weights that tell where a block quotation begins and how far it goes, on round-ups annotated for Pullquote.

    python -m tests.benchmarks.fit_blocks GOLD_FOLDER [--write]

Read are quotes/dev.press.jsonl and the round-ups of threads/ (Global Voices, CC BY 3.0; authors and addresses in the field
"source" of each), of which block_labels.json says which paragraphs are block quotations, and quotes/round-up.jsonl; besides
these the round-ups of read.jsonl and round_ups.txt, which were written for Pullquote. It prints how right a cross-validation by article is, and
the weights; with --write they go to reader/analysis/words/data/weights.json. Logistic regression with an L2 penalty, by plain
gradient descent.
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import reader.analysis
from reader.analysis.blocks.author_style import author_style
from reader.analysis.blocks.blocks import LONGEST
from reader.analysis.blocks.bounds import may_begin, may_go_on
from reader.analysis.blocks.passages import HANDLE, Passage, passages
from reader.analysis.blocks.speaker_turns import turns
from reader.analysis.blocks.style import continuation_features, opening_features
from reader.model import Span
from reader.sources import verbatim

DECISION = "block"
PENALTY = 0.5
STEPS = 1_500
FOLDS = 6
UNREAD = frozenset({39, 41})  # the articles of dev.press.jsonl whose text nobody has read while choosing features
# What the gold has never or hardly ever: set by hand and kept.
BY_HAND = {
    "after a paragraph left out": 3.0,
    "announced": 1.5,
    "announces": -2.5,
    "begins before a closer": 2.0,
    "begins in person": 3.0,
    "few lead-ins": -1.5,
    "goes on to a closer": 6.0,
    "introduces": -2.0,
    "list goes on": 4.0,
    "marks reopened": 3.0,
    "marks, attributed": -2.0,
    "other language": 6.0,
    "person lost, others told of": -2.0,
    "no stop, announces": 2.5,
    "no stop, verb last": 2.0,
    "of its speaker": -3.0,
    "of somebody": -0.9,
    "runs on": 4.0,
    "text presented": 3.0,
    "the writer": -1.8,
    "translation": 3.0,
}
WEIGHTS = Path(reader.analysis.__file__).parent / "words" / "data" / "weights.json"
LABELS = Path(__file__).with_name("block_labels.json")
WRITTEN = Path(__file__).with_name("round_ups.txt")
ANNOTATED = Path(__file__).with_name("read.jsonl")

Owners = dict[int, int]


class Text(NamedTuple):
    """An article by its number, with its passages and the number of the block quotation that each belongs to."""

    number: int
    text: str
    parts: list[Passage]
    owner: Owners


class Case(NamedTuple):
    """One decision of one article: the features that hold and whether the gold says yes."""

    article: int
    features: list[str]
    yes: bool


class Line(NamedTuple):
    """A paragraph of round_ups.txt: its tag ("H" for the headline), who speaks in it, and its words."""

    tag: str
    speaker: str | None
    words: str


def texts(gold: Path) -> Iterator[Text]:
    """The articles to fit on, numbered from 0 in the order of their files."""
    number = -1
    for file in (gold / "quotes" / "dev.press.jsonl", gold / "quotes" / "round-up.jsonl", ANNOTATED):
        for line in file.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            parts = passages(verbatim(document["text"]))
            yield Text(number := number + 1, document["text"], parts, owners(document, parts))
    for name, runs in json.loads(LABELS.read_text(encoding="utf-8"))["articles"].items():
        # newline="" keeps every character where the gold counted it
        with (gold / "threads" / "texts" / f"{name}.txt").open(encoding="utf-8", newline="") as opened:
            text = opened.read()
        owner = {at: run for run, (first, last) in enumerate(runs) for at in range(first, last + 1)}
        yield Text(number := number + 1, text, passages(verbatim(text)), owner)
    for article in written():
        text = "\n\n".join(line.words for line in article)
        begun = list(accumulate(line.tag in "BP" for line in article))
        owner = {at: begun[at] for at, line in enumerate(article) if line.tag in "BCP"}
        yield Text(number := number + 1, text, passages(verbatim(text)), owner)


def written() -> list[list[Line]]:
    """The round-ups that were written for this, each as its paragraphs; the first line of the file says how it is made."""
    articles: list[list[Line]] = []
    for line in WRITTEN.read_text(encoding="utf-8").splitlines()[1:]:
        tag, words = line.split(" ", 1)
        if tag == "#":
            articles.append([Line("H", None, words)])
        elif tag in "BP":
            speaker, words = words.split(" | ", 1)
            articles[-1].append(Line(tag, speaker, words))
        else:
            articles[-1].append(Line(tag, articles[-1][-1].speaker if tag == "C" else None, words))
    return articles


def owners(document: dict[str, Any], parts: list[Passage]) -> Owners:
    """The outermost gold block quotation of each passage, by the passage's number."""
    found: Owners = {}
    blocks = [(n, q) for n, q in enumerate(document["quotes"]) if q["form"] == "block"]
    for number, quote in sorted(blocks, key=lambda pair: -len(pair[1].get("via") or ())):  # the outer ones count
        for start, end in quote.get("spans") or [[quote["start"], quote["end"]]]:
            for part in parts:
                if part.span.overlap_length(Span(start, end)) > 0.6 * len(part.span):
                    found[part.index] = number
    return found


def cases(article: Text) -> Iterator[Case]:
    """The decisions that the engine has to take, in text order.

    They are for each passage whether a block begins there, and, from the first of a block on, whether the next one goes
    on with it, up to the second that does not: what the engine meets when it has gone too far.
    """
    number, text, parts, owner = article
    if turns(parts):
        return
    author = author_style(parts)
    for part in parts:
        index = part.index
        begins = owner.get(index) is not None and owner.get(index - 1) != owner[index]
        if (begins or owner.get(index) is None) and may_begin(text, parts, index):
            yield Case(number, opening_features(text, parts, index, author), begins)
        if not begins or HANDLE.match(part.text):
            continue
        beyond = 0
        for later in range(index + 1, min(len(parts), index + LONGEST)):
            if not may_go_on(text, parts, later) or owner.get(later, owner[index]) != owner[index] or beyond > 1:
                break
            beyond += owner.get(later) is None
            yield Case(
                number, continuation_features(text, parts, index, later, author), owner.get(later) == owner[index]
            )


def fit(data: list[Case]) -> dict[str, float]:
    """The weights, with "bias", that minimise the penalised log loss."""
    names = sorted({name for case in data for name in case.features})
    weights = dict.fromkeys(["bias", *names], 0.0)
    for step in range(STEPS):
        slope = slopes(weights, data, PENALTY)
        rate = 0.01 if step < STEPS / 2 else 0.005
        weights = {name: weight - rate * slope[name] for name, weight in weights.items()}
    return weights


def slopes(weights: dict[str, float], data: Sequence[Case], penalty: float) -> dict[str, float]:
    """The slope of the penalised log loss for each weight; "bias" has no penalty."""
    found = {name: penalty * weight * (name != "bias") for name, weight in weights.items()}
    for case in data:
        error = 1 / (1 + math.exp(-total(weights, case.features))) - case.yes
        for name in ("bias", *case.features):
            found[name] += error
    return found


def total(weights: dict[str, float], features: list[str]) -> float:
    """The score of these features."""
    return weights["bias"] + sum(weights.get(name, 0.0) for name in features)


def crossed(data: list[Case]) -> dict[str, list[bool]]:
    """Whether each decision is right when every article is decided by weights fitted on the others, by its kind."""
    right: dict[str, list[bool]] = {}
    for fold in range(FOLDS):
        weights = fit([case for case in data if case.article % FOLDS != fold])
        for case in data:
            if case.article % FOLDS == fold:
                kind = "goes on" if "in a block" in case.features else "begins"
                part = "unread" if case.article in UNREAD else "read"
                right.setdefault(f"{kind}, {part}", []).append((total(weights, case.features) > 0) == case.yes)
    return right


def main(arguments: list[str]) -> None:
    """Fits the decision, prints it, and writes it when asked to."""
    data = [case for article in texts(Path(arguments[0])) for case in cases(article)]
    print(f"{len(data)} decisions, {sum(case.yes for case in data)} yes; right in the cross-validation:")
    for kind, right in sorted(crossed(data).items()):
        print(f"  {kind}: {sum(right) / len(right):.3f} of {len(right)}")
    weights = fit(data) | BY_HAND
    loaded = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    loaded["weights"][DECISION] = {key: round(weights[key], 2) for key in sorted(weights)}
    print(json.dumps(loaded["weights"][DECISION], indent=1, ensure_ascii=False))
    if "--write" in arguments:
        WEIGHTS.write_text(json.dumps(loaded, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
