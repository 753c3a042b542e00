"""An article with its analysis and highlights, for the tests of the formats."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from reader.export.exported_article import ExportedArticle
from reader.model import (
    Analysis,
    Article,
    Claim,
    Colour,
    Highlight,
    Relation,
    RelationKind,
    Span,
    Speaker,
    Thread,
    Voice,
    VoiceKind,
)
from reader.printable import printable, printable_lines

TEXT = (
    "A Dry Year\n\nTove Lind opened the weir 💧 in May. “It is dry,” she said, “and it stays dry.”\n\n"
    "Per Rask disputes that: =the {river} is *full*, [he] says & waits at 100% for 5_000 ~boats."
)
ARTICLE = Article(
    "a1b2c3",
    "/papers/dry.txt",
    TEXT,
    (),
    title="A Dry Year: What Now?",
    byline="Ola Vik and Ida van der Berg",
    outlet="The Sluice",
    published="2026-02-27",
    language="en",
    url="https://sluice.example/dry?a=1&b=2_3",
)
TOVE = Speaker("Tove Lind", "expert", "hydrologist", "Marsh Institute", "Delta Post", ("Ola Vik, The Sluice",))
PER = Speaker("Per Rask", "person")


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def highlight(key: str, *parts: str, **facts: object) -> Highlight:
    spans = tuple(span(part) for part in parts)
    exact = TEXT[spans[0].start : spans[-1].end]
    made = Highlight(
        key,
        "a1b2c3",
        spans,
        exact,
        "before ",
        " after",
        "2026-03-01T10:00:00.000000+00:00",
        "2026-03-02T10:00:00+00:00",
    )
    return replace(made, **facts)  # type: ignore[arg-type]


DRY = highlight(
    "aa", "“It is dry,”", "“and it stays dry.”", speaker=TOVE, tags=("water", "two words"), note="Ask *why*.\n\n- Twice"
)
FULL = highlight(
    "bb", "=the {river} is *full*, [he] says & waits at 100% for 5_000 ~boats", speaker=PER, colour=Colour.PINK
)
GONE = replace(highlight("cc", "in May"), spans=(), exact="in June")
ANALYSIS = Analysis(
    "x",
    voices=(
        Voice(1, "TL", "Tove Lind", VoiceKind.EXPERT, "hydrologist", "Marsh Institute"),
        Voice(2, "PR", "Per [R.] Rask", VoiceKind.PERSON),
    ),
    claims=(
        Claim(1, span("Tove Lind opened the weir 💧 in May."), own=True, thread=1),
        Claim(2, span("“It is dry,” she said, “and it stays dry.”"), own=False, voice=1, thread=1),
        Claim(
            3, span("=the {river} is *full*, [he] says & waits at 100% for 5_000 ~boats."), own=False, voice=2, thread=1,
            relation=Relation(2, RelationKind.DISPUTES, span("disputes that")),
        ),
        Claim(4, span("A Dry Year"), own=False, relation=Relation(1, RelationKind.EVIDENCE)),
    ),
    threads=(Thread(1, "Is it dry?", (1, 2, 3)),),
)  # fmt: skip
EXPORTED = ExportedArticle(ARTICLE, ANALYSIS, (DRY, FULL, GONE))


def texts() -> st.SearchStrategy[str]:
    """Texts as an article has them: clean, and full of what markup is made of."""
    marks = st.text(st.sampled_from("ab 1.-+*/_=~[](){}<>#@|:;'\"`$%^&!?\\,“”é語💧\n"), min_size=1, max_size=30)
    return st.one_of(marks, st.text(min_size=1, max_size=30)).map(printable_lines).map(_as_clean).filter(bool)


def _as_clean(text: str) -> str:
    """Lines without spaces at their ends, and paragraphs parted by one blank line."""
    lines = [printable(line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


_MODULES = Path(__file__).parents[2] / "build" / "node" / "node_modules"


def node_reads(package: str, reader: str, file: Path) -> Any:
    """What a parser of npm makes of a file; skips the test where Node.js or the parser is not there."""
    node = shutil.which("node")
    if node is None or not (_MODULES / package).is_dir():
        pytest.skip(f"needs Node.js and {package}: make parsers")
    script = Path(__file__).with_name("read_with_node.cjs")
    done = subprocess.run(
        [node, script, _MODULES, reader, file], capture_output=True, check=False, timeout=60, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
