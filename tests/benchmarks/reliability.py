"""Reliability: whether speakers shown with a confidence of 0.9 are right nine times in ten, and the table behind it.

    python -m tests.benchmarks.reliability GOLD.jsonl …          # confidence shown against share right, log loss, Brier
    python -m tests.benchmarks.reliability GOLD.jsonl … --fit    # the table for reader/analysis/words/data/weights.json
    python -m tests.benchmarks.reliability GOLD.jsonl … --cross  # how well such a table does where it was not fitted

A speaker counts as right where a quotation that is shown is one of the gold's (Jaccard of characters at least 0.8) and the
name is the gold's or shares its last word. The table may be fitted only on texts that weights may be fitted on, which are
those that rules were written from, where speakers are right more often than elsewhere. So the shares, each drawn towards
that of all, are then moved by one number, the same for all on the scale of log odds: the one with which the mean shown on
`unread.jsonl` is the share that is right there. --cross judges each article by the others: the given ones by shares of
which theirs are no part, the unread ones by a number that is found without them.

Tried were rows by the evidence (“right after the quotation” …) and the kind of mention, with a log loss of 0.21 on the
texts that rules were written from (each article by the others, nothing moved) and 0.31 on unread ones; one number for all,
0.19 and 0.32; and by the way in which a speaker is known (reader/analysis/voices/who/ways.py), 0.16 and 0.23, all with one
engine. A row of its own for each kind of quotation, for nested, long and interrupted ones or for names of one word, and a
second number, for the slope, made it worse on one of the two or on both. On fourteen harder articles, seen once and not
fitted on, the loss was 0.58 with the table by evidence that stood here before and is 0.51 with this one, which shows 0.87
on the mean where 0.79 is right there; seven of them have been among the unread ones since.

No floor is applied. Below one half is a pronoun for somebody named paragraphs before, of unknown gender or with a rival
close by. It is mostly wrong in the articles written for Pullquote (5 of 21 right), but not in those of Global Voices (6 of
7), and any higher floor hides more that is right than wrong. So such a speaker is “perhaps” the one named (see
`Quotation.doubt`). Who "it" or "he" is has a floor of its own, the weight "floor" of
reader/analysis/voices/data/antecedent_weights.txt, and a source that is nobody has no speaker.
"""

import argparse
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from reader.analysis import passing, read
from reader.analysis.languages.recognise import ENGLISH
from reader.model import Span, enclosing
from reader.sources import verbatim

ALIKE = 0.8
PRIOR = 4  # speakers that a way is taken to have had already, right as often as all are
FLOORS = (0.5, 0.7, 0.8, 0.9)
BANDS = (0.5, 0.8, 0.9, 0.95)
UNREAD = Path(__file__).with_name("unread.jsonl")
_FURTHEST = 4.0  # that all log odds are moved
_LEAST = 1e-4


class Judged(NamedTuple):
    """A quotation that is one of the gold's: the way in which its speaker is known, confidence, and whether right."""

    way: str
    confidence: float
    right: bool


def by_article(*gold: Path) -> list[list[Judged]]:
    """Of each article the quotations that are the gold's and have a speaker."""
    return [list(_judged(json.loads(line))) for path in gold for line in path.read_text(encoding="utf-8").splitlines()]


def _judged(document: dict[str, Any]) -> Iterator[Judged]:
    attributions, voices, who = read(verbatim(document["text"]), ENGLISH)
    wanted = [
        (Span(start, end), quote.get("speaker"))
        for quote in document.get("quotes", [])
        for start, end in quote.get("spans") or [[quote["start"], quote["end"]]]
    ]
    passed_on = passing(attributions)
    for index, (attribution, voice) in enumerate(zip(attributions, who, strict=True)):
        span = attribution.spans[0]
        best = max(wanted, key=lambda w: alike(span, w[0]), default=None)
        if voice is None or index in passed_on or best is None or alike(span, best[0]) < ALIKE:
            continue
        yield Judged(attribution.known, attribution.confidence, _same(voices[voice - 1].name, best[1]))


def alike(one: Span, other: Span) -> float:
    """The share of the characters of two spans, and between them, that both have."""
    return one.overlap_length(other) / len(enclosing((one, other)))


def _same(name: str, speaker: dict[str, str] | str | None) -> bool:
    """Whether a name is that of the gold's speaker."""
    gold = speaker if isinstance(speaker, str) else (speaker or {}).get("entity") or (speaker or {}).get("text") or ""
    mine, theirs = (re.findall(r"\w+", words.lower()) for words in (name, gold))
    return bool(mine and theirs) and (mine[-1] == theirs[-1] or set(mine) <= set(theirs) or set(theirs) <= set(mine))


def fit(rows: list[Judged], unread: list[Judged]) -> dict[str, float]:
    """The share right for each way, drawn towards the share of all and moved to what is right in unread articles."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        counts[row.way][row.right] += 1
    overall = sum(row.right for row in rows) / max(1, len(rows))
    shares = {
        way: (right + PRIOR * overall) / (wrong + right + PRIOR) for way, (wrong, right) in sorted(counts.items())
    }
    known = [row for row in unread if row.way in shares]
    low, high = -_FURTHEST, _FURTHEST
    while known and high - low > _LEAST:
        middle = (low + high) / 2
        more = sum(moved(shares[row.way], middle) for row in known) > sum(row.right for row in known)
        low, high = (low, middle) if more else (middle, high)
    return {way: round(moved(share, (low + high) / 2), 2) for way, share in shares.items()}


def moved(share: float, by: float) -> float:
    """A share whose log odds are moved by a number."""
    share = min(max(share, _LEAST), 1 - _LEAST)
    return 1 / (1 + math.exp(-by) * (1 - share) / share)


def crossed(articles: list[list[Judged]], unread: list[list[Judged]]) -> list[list[Judged]]:
    """The articles, and behind them the unread ones, each with the confidence of a table fitted without it."""
    others = [_flat(unread)] * len(articles) + [_without(unread, number) for number in range(len(unread))]
    rest = [_without(articles, number) for number in range(len(articles))] + [_flat(articles)] * len(unread)
    tables = [fit(own, other) for own, other in zip(rest, others, strict=True)]
    return [
        [row._replace(confidence=table.get(row.way, row.confidence)) for row in article]
        for table, article in zip(tables, [*articles, *unread], strict=True)
    ]


def _flat(articles: Iterable[list[Judged]]) -> list[Judged]:
    return list(chain.from_iterable(articles))


def _without(articles: list[list[Judged]], number: int) -> list[Judged]:
    return _flat(articles[:number] + articles[number + 1 :])


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


def main(args: list[str] | None = None) -> None:
    """Print the reliability table, with --fit the table of confidence as JSON, with --cross how it does elsewhere."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reliability", description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path, nargs="+", help="gold files")
    parser.add_argument("--unread", type=Path, default=UNREAD, help="the gold file that no rule was written from")
    parser.add_argument("--fit", action="store_true", help="print the fitted table")
    parser.add_argument("--cross", action="store_true", help="judge each article by a table fitted without it")
    given = parser.parse_args(args)
    articles = by_article(*given.gold)
    if given.fit:
        print(json.dumps(fit(_flat(articles), _flat(by_article(given.unread))), ensure_ascii=False, indent=1))
        return
    parts = {"": articles}
    if given.cross:
        judged = crossed(articles, by_article(given.unread))
        parts = {"given: ": judged[: len(articles)], "unread: ": judged[len(articles) :]}
    for part, inside in parts.items():
        for name, said in [*table(_flat(inside)), *floors(_flat(inside))]:
            print(f"{part}{name}: {said}")


if __name__ == "__main__":
    main()
