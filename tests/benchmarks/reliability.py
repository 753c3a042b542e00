"""Reliability: whether speakers shown with a confidence of 0.9 are right nine times in ten, and the table behind it.

    python -m tests.benchmarks.reliability GOLD.jsonl          # confidence shown against share right
    python -m tests.benchmarks.reliability GOLD.jsonl --fit    # the table for reader/analysis/data/weights.json
    python -m tests.benchmarks.reliability GOLD.jsonl --floors # what a floor of confidence would hide

A speaker counts as right where the quotation is one of the gold's (Jaccard of characters at least 0.8) and the name is
the gold's or shares its last word. The table may be fitted only on texts that weights may be fitted on.

No floor is applied to it: what any floor hides, with each article judged by the others, is right far more often than
not, so that a reader would lose more speakers than errors. Who "it" or "he" is has a floor of its own, the weight
"floor" of reader/analysis/voices/data/antecedent_weights.txt, and a source that is nobody has no speaker.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.analysis import read
from reader.analysis.confidence import source_of, way_of
from reader.analysis.languages.recognise import ENGLISH
from reader.sources import verbatim

ALIKE = 0.8
PRIOR = 6  # quotations that a way of finding is taken to have had already, right as often as all are
FLOORS = (0.5, 0.7, 0.8, 0.9)
FEWEST = 8  # quotations from which on a way has a share of its own

Judged = tuple[str, float, bool]


def judged(gold: Path) -> Iterator[Judged]:
    """Of each quotation that is one of the gold's and has a speaker: way and source, confidence, and whether right."""
    for article in by_article(gold):
        yield from article


def by_article(gold: Path) -> list[list[Judged]]:
    """The same, article by article."""
    with gold.open(encoding="utf-8") as file:
        return [list(_judged(json.loads(line))) for line in file]


def floors(articles: list[list[Judged]]) -> list[tuple[str, str]]:
    """For each floor what it would hide, where an article's confidence comes from the table of all the others."""
    shown: list[tuple[float, bool]] = []
    for number, article in enumerate(articles):
        rest = [row for other, rows in enumerate(articles) if other != number for row in rows]
        shares = fit(rest)
        every = sum(right for _, _, right in rest) / max(1, len(rest))
        shown += [(shares.get(way, shares.get(way.rsplit(", ", 1)[0], every)), right) for way, _, right in article]
    told = []
    for floor in FLOORS:
        hidden = [right for share, right in shown if share < floor]
        share = f", right {sum(hidden) / len(hidden):.2f}" if hidden else ""
        told.append((f"a floor of {floor} would hide", f"{len(hidden)} of {len(shown)} speakers{share}"))
    return told


def _judged(document: dict[str, Any]) -> Iterator[Judged]:
    article = verbatim(document["text"])
    attributions, voices, who = read(article, ENGLISH)
    wanted = [
        (start, end, quote.get("speaker"))
        for quote in document.get("quotes", [])
        for start, end in quote.get("spans") or [[quote["start"], quote["end"]]]
    ]
    for attribution, voice in zip(attributions, who, strict=True):
        span = attribution.spans[0]
        best = max(wanted, key=lambda w: _alike(span.start, span.end, w[0], w[1]), default=None)
        if voice is None or best is None or _alike(span.start, span.end, best[0], best[1]) < ALIKE:
            continue
        head = attribution.head.of(article.text) if attribution.head else ""
        way = f"{way_of(attribution.evidence)}, {source_of(head)}"
        yield way, attribution.confidence, _same(voices[voice - 1].name, best[2])


def _alike(start: int, end: int, first: int, last: int) -> float:
    shared = min(end, last) - max(start, first)
    return max(0, shared) / (max(end, last) - min(start, first))


def _same(name: str, speaker: dict[str, str] | str | None) -> bool:
    """Whether a name is that of the gold's speaker."""
    gold = speaker if isinstance(speaker, str) else (speaker or {}).get("entity") or (speaker or {}).get("text") or ""
    mine, theirs = (re.findall(r"\w+", words.lower()) for words in (name, gold))
    return bool(mine and theirs) and (mine[-1] == theirs[-1] or set(mine) <= set(theirs) or set(theirs) <= set(mine))


def fit(rows: list[Judged]) -> dict[str, float]:
    """The share right for each way of finding with enough quotations, drawn towards the share of all."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for way, _, right in rows:
        for key in (way, way.rsplit(", ", 1)[0]):
            counts[key][right] += 1
    overall = sum(right for _, _, right in rows) / max(1, len(rows))
    return {
        key: round((right + PRIOR * overall) / (wrong + right + PRIOR), 2)
        for key, (wrong, right) in sorted(counts.items())
        if wrong + right >= FEWEST
    }


def table(rows: list[Judged]) -> list[tuple[str, str]]:
    """For each band of confidence: how many speakers, the confidence shown, and the share right."""
    bands: dict[int, list[Judged]] = defaultdict(list)
    for row in rows:
        bands[min(9, int(row[1] * 10))].append(row)
    return [_band(band, inside) for band, inside in sorted(bands.items())]


def _band(band: int, inside: list[Judged]) -> tuple[str, str]:
    shown = sum(confidence for _, confidence, _ in inside) / len(inside)
    right = sum(right for _, _, right in inside) / len(inside)
    return (
        f"confidence {band / 10:.1f} to {band / 10 + 0.1:.1f}",
        f"{len(inside)} speakers, shown {shown:.2f}, right {right:.2f}",
    )


def main(args: list[str] | None = None) -> None:
    """Print the reliability table, or with --fit the confidence of each way of finding as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reliability", description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path, help="the gold file")
    parser.add_argument("--fit", action="store_true", help="print the fitted table")
    parser.add_argument("--floors", action="store_true", help="print what floors of confidence would hide")
    given = parser.parse_args(args)
    if given.floors:
        for name, said in floors(by_article(given.gold)):
            print(f"{name}: {said}")
        return
    rows = list(judged(given.gold))
    if given.fit:
        print(json.dumps(fit(rows), ensure_ascii=False, indent=1))
        return
    for name, said in table(rows):
        print(f"{name}: {said}")


if __name__ == "__main__":
    main()
