"""Reliability: whether speakers shown with a confidence of 0.9 are right nine times in ten, and the weights behind it.

    python -m tests.benchmarks.reliability GOLD.jsonl …          # confidence shown against share right, log loss, Brier
    python -m tests.benchmarks.reliability GOLD.jsonl … --fit    # the weights for reader/analysis/words/data/weights.json
    python -m tests.benchmarks.reliability GOLD.jsonl … --cross  # how well such weights do where they were not fitted

GOLD.jsonl are texts that rules were written from; --unread gives those that no rule was written from, and --read-to the
last article of these that has been read since.

A speaker counts as right where a quotation that is shown is one of the gold's (Jaccard of characters at least 0.8 in one of
its parts) and the name is the gold's or shares its last word. Where the gold names no one, a mention by name or noun is
compared (PolNeAR, of which every tenth article is read). The weights are those of a logistic regression. Two features are
in it that no quotation has when it is shown: whether the rules were written from its article, since speakers are right more
often there, and whether the article was written for Pullquote. --cross judges each unread article by the others, in eight
parts.

The weights were fitted when 32 of the 48 articles in dev2.press.jsonl were unread. The log loss on these was 0.45; with one
share for each way it was 0.53, and speakers shown with 0.98 were right in 0.88 of the cases. Tried as well were the kind of voice, a name of one word, user names, and a lead-in without a verb, which made it worse.

No floor is applied. Below one half is a pronoun for somebody named paragraphs before, of unknown gender or with a rival
close by. Any floor hides more that is right than wrong. So such a speaker is “perhaps” the one named (see
`Quotation.doubt_word`). Who "it" or "he" is has a floor of its own, the weight "floor" of
reader/analysis/voices/data/antecedent_weights.txt, and a source that is nobody has no speaker.
"""

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from reader.analysis import attributions_and_voices, passing_attributions
from reader.analysis.confidence import features
from reader.analysis.languages.recognise import ENGLISH
from reader.analysis.voices.names.forms import PRONOUNS
from reader.model import Span, enclosing
from reader.sources import verbatim

ALIKE = 0.8
READ, MADE = "read by who wrote the rules", "written for Pullquote"
FLOORS = (0.5, 0.7, 0.8, 0.9)
BANDS = (0.5, 0.8, 0.9, 0.95)
UNREAD = Path(__file__).with_name("unread.jsonl")
_MANY, _EVERY = 300, 10
_PARTS = 8
_ROUND_UP, _FURTHEST = "round-up", 6.0
_PENALTY, _STEPS = 0.5, 12
_LEAST = 1e-4


class Judged(NamedTuple):
    """A quotation that is one of the gold's: the features by which its confidence is found, that, and whether right."""

    features: tuple[str, ...]
    confidence: float
    right: bool


def by_article(*gold: Path) -> list[list[Judged]]:
    """Of each article the quotations that are the gold's and have a speaker."""
    return [rows for path in gold for _, rows in _articles(path)]


def _articles(path: Path) -> Iterator[tuple[str, list[Judged]]]:
    """The id and the judged quotations of each article of a file, of a large one every tenth."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines[:: _EVERY if len(lines) > _MANY else 1]:
        document = json.loads(line)
        yield document.get("id", ""), list(_judged(document))


def _judged(document: dict[str, Any]) -> Iterator[Judged]:
    attributions, voices, who = attributions_and_voices(verbatim(document["text"]), ENGLISH)
    wanted = [
        (Span(start, end), quote.get("speaker"))
        for quote in document.get("quotes", [])
        for start, end in quote.get("spans") or [[quote["start"], quote["end"]]]
    ]
    passed_on = passing_attributions(attributions)
    found = features(attributions, [each.known for each in attributions])
    for index, (attribution, voice, own) in enumerate(zip(attributions, who, found, strict=True)):
        pairs = [(alike(span, other), speaker) for span in attribution.spans for other, speaker in wanted]
        share, speaker = max(pairs, key=lambda pair: pair[0], default=(0.0, None))
        if voice is None or index in passed_on or share < ALIKE or _is_pronoun(speaker):
            continue
        yield Judged(tuple(own), attribution.confidence, _same(voices[voice - 1].name, speaker))


def _is_pronoun(speaker: dict[str, str] | str | None) -> bool:
    """Whether the gold has only a pronoun for a speaker."""
    text = (speaker.get("text") or "").lower() if isinstance(speaker, dict) and not speaker.get("entity") else ""
    return text.partition(" ")[0] in PRONOUNS


def alike(one: Span, other: Span) -> float:
    """The share of the characters of two spans, and between them, that both have."""
    return one.overlap_length(other) / len(enclosing((one, other)))


def _same(name: str, speaker: dict[str, str] | str | None) -> bool:
    """Whether a name is that of the gold's speaker."""
    gold = speaker if isinstance(speaker, str) else (speaker or {}).get("entity") or (speaker or {}).get("text") or ""
    mine, theirs = (re.findall(r"\w+", words.lower()) for words in (name, gold))
    return bool(mine and theirs) and (mine[-1] == theirs[-1] or set(mine) <= set(theirs) or set(theirs) <= set(mine))


def fit(articles: list[list[Judged]]) -> dict[str, float]:
    """The weights, with "bias", of a logistic regression with an L2 penalty on these quotations, by Newton's method."""
    rows = Counter((row.features, row.right) for row in chain.from_iterable(articles))
    names = ["bias", *sorted({name for own, _ in rows for name in own})]
    weights = dict.fromkeys(names, 0.0)
    for _ in range(_STEPS):
        slope = {name: _PENALTY * weight * (name != "bias") for name, weight in weights.items()}
        curve = {name: dict.fromkeys(names, 0.0) for name in names}
        for name in names:
            curve[name][name] = _LEAST + _PENALTY * (name != "bias")
        for (own, right), count in rows.items():
            share = logistic(weights, own)
            for name in ("bias", *own):
                slope[name] += count * (share - right)
                for other in ("bias", *own):
                    curve[name][other] += count * share * (1 - share)
        for name, step in zip(names, _solved(names, curve, slope), strict=True):
            weights[name] -= step
    _move(weights, [row for row in chain.from_iterable(articles) if _ROUND_UP in row.features])
    return weights


def _move(weights: dict[str, float], rows: list[Judged]) -> None:
    """Move the weight of round-ups so that the mean shown on real unread ones is the share that is right there."""
    real = [row for row in rows if READ not in row.features and MADE not in row.features]
    low, high = -_FURTHEST, _FURTHEST
    while real and high - low > _LEAST:
        weights[_ROUND_UP] = (low + high) / 2
        more = sum(logistic(weights, row.features) for row in real) > sum(row.right for row in real)
        low, high = (low, weights[_ROUND_UP]) if more else (weights[_ROUND_UP], high)


def _solved(names: list[str], curve: dict[str, dict[str, float]], slope: dict[str, float]) -> list[float]:
    """The solution of a symmetric system of linear equations, by elimination."""
    rows = [[*(curve[name][other] for other in names), slope[name]] for name in names]
    for at, row in enumerate(rows):
        for other in (other for other in rows if other is not row):
            factor = other[at] / row[at]
            other[:] = [mine - factor * theirs for mine, theirs in zip(other, row, strict=True)]
    return [row[-1] / row[at] for at, row in enumerate(rows)]


def logistic(weights: dict[str, float], names: Iterable[str]) -> float:
    """The confidence that weights give to features."""
    return 1 / (1 + math.exp(-weights["bias"] - sum(weights.get(name, 0.0) for name in names)))


def crossed(unread: list[list[Judged]], others: list[list[Judged]]) -> list[list[Judged]]:
    """The unread articles, each with the confidence by weights that were fitted on the other ones and on `others`."""
    found = list(unread)
    for part in range(_PARTS):
        rest = [article for number, article in enumerate(unread) if number % _PARTS != part]
        weights = fit([*rest, *others])
        for number in range(part, len(unread), _PARTS):
            found[number] = [row._replace(confidence=_share(weights, row)) for row in unread[number]]
    return found


def _share(weights: dict[str, float], row: Judged) -> float:
    """The confidence by these weights, as it is shown: without the features that only the annotated articles have."""
    return logistic(weights, [each for each in row.features if each not in (READ, MADE)])


def with_feature(articles: list[list[Judged]], *names: str) -> list[list[Judged]]:
    """The articles with one more feature of each quotation."""
    return [[row._replace(features=(*row.features, *names)) for row in article] for article in articles]


def gathered(paths: Iterable[Path], read_to: str | None) -> tuple[list[list[Judged]], list[list[Judged]]]:
    """The articles of these files that have been read, and the others.

    Read are those up to the id `read_to`, in the file that has it, or with None all.
    """
    read: list[list[Judged]] = []
    unread: list[list[Judged]] = []
    for path in paths:
        made = (MADE,) if path.resolve().parent == Path(__file__).resolve().parent else ()
        articles = list(_articles(path))
        known = read_to in [name for name, _ in articles]
        for name, rows in articles:
            if read_to is None or (known and name <= read_to):
                read += with_feature([rows], READ, *made)
            else:
                unread += with_feature([rows], *made)
    return read, unread


def table(rows: list[Judged]) -> Iterator[tuple[str, str]]:
    """For each band of confidence how many speakers, the confidence shown, and the share right; then the losses."""
    for low, high in zip((0.0, *BANDS), (*BANDS, 1.0), strict=True):
        inside = [row for row in rows if low <= row.confidence < high or row.confidence == high == 1]
        if inside:
            shown = sum(row.confidence for row in inside) / len(inside)
            right = sum(row.right for row in inside) / len(inside)
            yield f"confidence {low} to {high}", f"{len(inside)} speakers, shown {shown:.2f}, right {right:.2f}"
    if rows:
        off = [1 - row.confidence if row.right else row.confidence for row in rows]
        loss = -sum(math.log(max(_LEAST, 1 - each)) for each in off) / len(rows)
        yield "log loss, Brier score", f"{loss:.3f}, {sum(each * each for each in off) / len(rows):.3f}"


def floors(rows: list[Judged]) -> Iterator[tuple[str, str]]:
    """For each floor of confidence what it would hide."""
    for floor in FLOORS:
        hidden = [row.right for row in rows if row.confidence < floor]
        share = f", right {sum(hidden) / len(hidden):.2f}" if hidden else ""
        yield f"a floor of {floor} would hide", f"{len(hidden)} of {len(rows)} speakers{share}"


def _is_made(rows: Iterable[Judged]) -> bool:
    """Whether an article was written for Pullquote."""
    return any(MADE in row.features for row in rows)


def main(args: list[str] | None = None) -> None:
    """Print the reliability table, with --fit the weights of confidence as JSON, with --cross how they do elsewhere."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reliability", description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path, nargs="+", help="gold files")
    parser.add_argument("--unread", type=Path, nargs="+", default=[UNREAD], help="files that no rule was written from")
    parser.add_argument("--read-to", default="", help="the id of the last of their articles that has been read since")
    parser.add_argument("--fit", action="store_true", help="print the fitted weights")
    parser.add_argument("--cross", action="store_true", help="judge unread articles by weights fitted without them")
    given = parser.parse_args(args)
    if not (given.fit or given.cross):
        rows = list(chain.from_iterable(by_article(*given.gold)))
        print("\n".join(f"{name}: {said}" for name, said in [*table(rows), *floors(rows)]))
        return
    read, _ = gathered(given.gold, None)
    more, unread = gathered(given.unread, given.read_to)
    if given.fit:
        weights = fit([*read, *more, *unread])
        kept = {name: round(weight, 2) for name, weight in sorted(weights.items()) if name not in (READ, MADE)}
        print(json.dumps(kept, ensure_ascii=False, indent=1))
        return
    real = [rows for rows in unread if not _is_made(rows)]
    others = [rows for rows in unread if _is_made(rows)]
    if not real:
        real, others = others, []
    rows = list(chain.from_iterable(crossed(real, [*read, *more, *others])))
    print("\n".join(f"unread: {name}: {said}" for name, said in [*table(rows), *floors(rows)]))


if __name__ == "__main__":
    main()
