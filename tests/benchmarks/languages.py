"""How often quotations in German, French and Spanish are shown with the right speaker, by the confidence shown.

    python -m tests.benchmarks.languages

Read are the reports in `languages.txt`; the sentences that the rules were made on are those in tests/analysis/languages.
A part of a quotation counts as right where words in the report end with it, give or take a stop, and are said by one
whose name ends with the same word.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader.analysis import attributions_and_voices
from reader.analysis.languages.language_data import load
from reader.sources import verbatim

REPORTS = Path(__file__).parent / "languages.txt"
_WHO = re.compile(r"\[\[([^\]]*)\]\]")
_REPORT = re.compile(r"^# (\w\w): .*\n", re.MULTILINE)
_STOPS = 2  # characters between the end of a part and that of the words


class Report(NamedTuple):
    """A report: its language, its text, and who says what ends at an offset."""

    code: str
    text: str
    said: tuple[tuple[int, str], ...]


class Judged(NamedTuple):
    """A part of a quotation that was found: the confidence shown, and whether its words and its speaker are right."""

    code: str
    confidence: float
    right: bool


def reports(path: Path = REPORTS) -> Iterator[Report]:
    """The reports of a file."""
    _, *pieces = _REPORT.split(path.read_text(encoding="utf-8"))
    for code, marked in zip(pieces[::2], pieces[1::2], strict=True):
        text, said, last = "", [], 0
        for match in _WHO.finditer(marked):
            text += marked[last : match.start()]
            last = match.end()
            said.append((len(text), match[1]))
        yield Report(code, (text + marked[last:]).strip(), tuple(said))


def judged(report: Report) -> tuple[list[Judged], int]:
    """What is found in a report, and how many of its words are found with their speaker."""
    attributions, voices, who = attributions_and_voices(verbatim(report.text), load(report.code))
    found, reached = [], set()
    for each, number in zip(attributions, who, strict=True):
        if number is None:
            continue
        for part in each.spans:
            ends = {
                end
                for end, name in report.said
                if abs(end - part.end) <= _STOPS and _same(voices[number - 1].name, name)
            }
            found.append(Judged(report.code, each.confidence, bool(ends)))
            reached |= ends
    return found, len(reached)


def rows(given: Iterable[Report]) -> Iterator[tuple[str, str, str]]:
    """Language, what is counted, and its figure: the share of words found, then of what is shown at each confidence."""
    shown: dict[str, dict[float, list[bool]]] = defaultdict(lambda: defaultdict(list))
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for report in given:
        found, reached = judged(report)
        counts[report.code][0] += reached
        counts[report.code][1] += len(report.said)
        for each in found:
            shown[report.code][each.confidence].append(each.right)
            shown["all"][each.confidence].append(each.right)
    for code, (reached, every) in sorted(counts.items()):
        yield code, "found with the right speaker", f"{reached} of {every}"
    for code, by_confidence in shown.items():
        for confidence, right in sorted(by_confidence.items(), reverse=True):
            yield code, f"shown at {confidence:.2f}", f"right {sum(right)} of {len(right)}"


def _same(name: str, wanted: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].casefold() == wanted.rsplit(maxsplit=1)[-1].casefold()


def main() -> None:
    """Print the figures, one a line."""
    for code, what, figure in rows(reports()):
        print(f"{code:4} {what:30} {figure}")


if __name__ == "__main__":
    main()
