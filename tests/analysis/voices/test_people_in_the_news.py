"""Short news reports, analysed from quotations to voices."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.analysis import analyse
from reader.sources import verbatim

_WHO = re.compile(r"\[\[([^\]]*)\]\]")


class Report(NamedTuple):
    """One report: its plain text, the speaker of the words that end at an offset, and the stated facts about some."""

    text: str
    said: tuple[tuple[int, str], ...]
    told: tuple[tuple[str, ...], ...]


def report(lines):
    """The report in these lines of the file."""
    told = [tuple(part.strip() for part in line[1:].split("|")) for line in lines if line.startswith("=")]
    marked = "\n".join(line for line in lines if not line.startswith("=")).strip()
    text, said, last = "", [], 0
    for match in _WHO.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        said.append((len(text), match[1]))
    return Report(text + marked[last:], tuple(said), tuple(told))


def written():
    """The reports of `news.txt` by their titles."""
    pieces = re.split(r"^# ", (Path(__file__).parent / "news.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {title: report(rest) for title, *rest in (piece.split("\n") for piece in pieces[1:])}


REPORTS = written()


@pytest.mark.parametrize("given", REPORTS.values(), ids=REPORTS)
def test_every_voice_has_one_name_and_the_stated_profile(given):
    found = analyse(verbatim(given.text))
    speakers = []
    for end, _ in given.said:
        ending = [q for q in found.quotations if any(span.start < end <= span.end for span in q.spans)]
        voice = found.voice(ending[-1].voice) if ending else None
        speakers.append(voice and voice.name)
    assert speakers == [name for _, name in given.said]
    assert {voice.name for voice in found.voices} == {name for _, name in given.said}
    told = [(v.name, *(fact or "-" for fact in (v.role, v.affiliation, v.outlet))) for v in found.voices]
    assert set(given.told) <= set(told)
