"""Fits the weights by which sentences in an article's own voice are claims, on annotated arguments.

    python -m tests.benchmarks.fit_argument GOLD_FOLDER [--write]

It reads the articles of GOLD_FOLDER/threads (see the README there). It prints the scorer's figures where each article is
read with weights that were fitted on the others, and beside them what cutting the same claims into equal runs gives; with
--write the weights fitted on all articles are written to reader/analysis/argument/data/weights.json. Logistic regression with an L2
penalty, by gradient descent with momentum.

The weights by which claims form threads (`threads.py`) are not fitted here. Tried were logistic regression over pairs of
claims and over pairs of units (35 features), random forests, 440 random sets of weights scored by adjusted Rand, runs found
by dynamic programming, topics by a hidden Markov model, and consensus clustering: on articles left out none of them
does better than the round weights that are there, which stand among the best of the random sets.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import reader.analysis.argument
from reader.analysis import analyse, normalize_article
from reader.analysis.argument.claim_paragraphs import paragraphs
from reader.analysis.argument.holders import stretches
from reader.analysis.argument.own_claims import DECISION, features
from reader.analysis.languages.recognise import ENGLISH
from reader.analysis.units.sentences import sentences
from reader.analysis.words.weights import weights
from reader.model import Article, Quotation, Span
from reader.sources import verbatim
from tests.benchmarks.fit_blocks import Case, slopes
from tests.benchmarks.predict import argument
from tests.benchmarks.running import last_json, run

Json = dict[str, Any]
Weights = dict[str, float]
WEIGHTS = Path(reader.analysis.argument.__file__).parent / "data" / "weights.json"
PENALTY = 6.0
STEPS = 400
MOMENTUM = 0.9
RUNS = (2, 3, 4)
FIGURES = ("claim_F1", "claim_P", "claim_R", "holder_acc", "ARI", "B3_end_to_end", "rel2_kappa", "link_acc", "title_F1")


class Document(NamedTuple):
    """An annotated article: its gold, the article as it stands and as it is analysed, and its quotations."""

    gold: Json
    article: Article
    normalized: Article
    quotations: tuple[Quotation, ...]


def documents(folder: Path) -> Iterator[Document]:
    """The annotated articles of a folder, in the order of their names."""
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        # newline="" keeps every character where the gold counted it
        with (folder / gold["text_file"]).open(encoding="utf-8", newline="") as file:
            article = verbatim(file.read(), id=gold["id"])
        normalized = normalize_article(article, ENGLISH).article
        yield Document(gold, article, normalized, analyse(normalized).quotations)


def cases(number: int, document: Document) -> Iterator[Case]:
    """Whether at least half of each sentence in the article's own voice is inside a claim of the gold."""
    text = document.normalized.text
    passages = paragraphs(document.normalized, sentences, document.quotations)
    row = list(stretches(text, passages, document.quotations))
    claims = [Span(claim["start"], claim["end"]) for claim in document.gold["claims"]]
    for index, stretch in enumerate(row):
        if stretch.own:
            inside = any(2 * claim.overlap_length(stretch.span) >= len(stretch.span) for claim in claims)
            yield Case(number, features(text, passages, row, index), inside)


def fit(data: Sequence[Case]) -> Weights:
    """The weights, with "bias", that minimise the penalised log loss."""
    names = sorted({name for case in data for name in case.features})
    found = dict.fromkeys(["bias", *names], 0.0)
    speed = dict.fromkeys(found, 0.0)
    for _ in range(STEPS):
        slope = slopes(found, data, PENALTY)
        for name in found:
            speed[name] = MOMENTUM * speed[name] - slope[name] / len(data)
            found[name] += speed[name]
    return {name: round(weight, 2) for name, weight in sorted(found.items())}


def in_runs(prediction: Json, number: int) -> Json:
    """A prediction with its claims cut into so many equal runs as threads."""
    claims = prediction["claims"]
    cut = [{**claim, "thread": at * number // len(claims)} for at, claim in enumerate(claims)]
    return {**prediction, "claims": cut, "threads": [{"title": ""}] * number}


def figures(folder: Path, predictions: Sequence[Json], workdir: Path) -> str:
    """The figures that the scorer of a folder gives these predictions."""
    file = workdir / "claims.json"
    file.write_text(json.dumps(predictions), encoding="utf-8")
    found = last_json(run(folder / "score.py", "--pred", file, "--gold", folder, "--json"))
    return ", ".join(f"{name} {found[name]:.3f}" for name in FIGURES)


def main(arguments: Sequence[str]) -> None:
    """Print the figures of the cross-validation, and the weights; write them when asked to."""
    folder = Path(arguments[0]) / "threads"
    articles = list(documents(folder))
    data = [list(cases(number, document)) for number, document in enumerate(articles)]
    known = weights("argument")
    predictions = []
    for left_out, document in enumerate(articles):
        known[DECISION] = fit([case for number, each in enumerate(data) if number != left_out for case in each])
        found = argument(document.article, analyse(document.article))
        predictions.append({"id": document.gold["id"], **found})
    with tempfile.TemporaryDirectory() as name:
        print("fitted on the others:", figures(folder, predictions, Path(name)))
        for number in RUNS:
            cut = [in_runs(prediction, number) for prediction in predictions]
            print(f"the same in {number} runs:", figures(folder, cut, Path(name)))
    known[DECISION] = fit([case for each in data for case in each])
    text = json.dumps({"weights": known}, indent=1, ensure_ascii=False) + "\n"
    print(text)
    if "--write" in arguments:
        WEIGHTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
