"""What others make of the same texts and pages, through the same scorers."""

import gzip
import json
import subprocess
import time
import venv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from lxml.etree import ParserError
from lxml.html import HtmlElement, fromstring
from readability import Document
from trafilatura import extract

from reader.sources import load
from reader.sources.parts import assemble
from reader.sources.tree import parts_of
from tests.benchmarks.running import BUILD, ROOT, Rows, run, shares

_TIMED, _TURNS = 50, 3  # pages, and how often each is taken

# End-to-end and found F1, measured on 25 November 2026 by `make bench GOLD=... PEERS=1` with the versions in requirements/peers.txt.
_STORED = {"round-up": "0.167 0.292", "dev.press": "0.050 0.067"}


def pages(folder: Path, room: Path) -> dict[str, Path]:
    """What trafilatura and readability-lxml take from each saved page: files for the scorer, by their names.

    Both give HTML, which is read into blocks and marks by the code that reads it for the program.
    """
    made = {"trafilatura": by_trafilatura, "readability-lxml": by_readability}
    out = {}
    for name, take in made.items():
        out[name] = room / f"{name}.jsonl"
        lines = []
        for identity, markup in _markups(folder).items():
            html = take(markup)
            try:
                tree = cast("HtmlElement", fromstring(html)) if html else None
            except (ParserError, ValueError):
                tree = None
            draft = assemble([part for part, _ in parts_of(tree, None)] if tree is not None else [])
            things = {
                kind: [{"kind": str(each.kind), "start": each.span.start, "end": each.span.end} for each in found]
                for kind, found in (("blocks", draft.blocks), ("marks", draft.marks))
            }
            lines.append(json.dumps({"id": identity, "text": draft.text, **things}) + "\n")
        out[name].write_text("".join(lines), encoding="utf-8")
    return out


def by_trafilatura(markup: str) -> str | None:
    """What trafilatura takes from a page, with all of its structure, as HTML."""
    return extract(
        markup,
        output_format="html",
        include_comments=False,
        include_formatting=True,
        include_links=True,
        include_tables=True,
    )


def by_readability(markup: str) -> str | None:
    """What readability-lxml takes from a page, as HTML."""
    return str(Document(markup).summary(html_partial=True))


def _markups(folder: Path) -> dict[str, str]:
    found = {}
    for file in sorted((folder / "html").glob("*.html.gz")):
        raw = gzip.decompress(file.read_bytes())
        try:
            found[file.name.split(".")[0]] = raw.decode()
        except UnicodeDecodeError:
            found[file.name.split(".")[0]] = raw.decode("cp1252", "replace")
    return found


def pace(folder: Path, room: Path) -> Rows:
    """Time to an article for saved pages, with the parser's process warm, against trafilatura alone.

    Both take every page in turn, three times, and the best time counts: what else the machine does adds to the others.
    """
    ours = theirs = 0.0
    markups = [*_markups(folder).values()][: _TIMED + 1]
    for number, markup in enumerate(markups):
        file = room / f"page{number}.html"
        file.write_text(markup, encoding="utf-8")
        times = [(_seconds(partial(load, str(file))), _seconds(partial(by_trafilatura, markup))) for _ in range(_TURNS)]
        if number:  # the first starts the process and loads the libraries
            ours += min(mine for mine, _ in times)
            theirs += min(other for _, other in times)
    if theirs:
        told = f"{ours:.2f} s against {theirs:.2f} s, {ours / theirs:.2f} x"
        yield f"pages: time for {len(markups) - 1}, against trafilatura alone", told


def _seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def quotations(name: str, texts: Path, scorer: Path, room: Path, *, run_them: bool) -> Rows:
    """What textacy finds in the same texts, measured where `run_them`, else as it was measured before."""
    label = f"{name}: textacy, e2e F1, found F1"
    if run_them:
        out = room / "textacy.jsonl"
        subprocess.run(
            [str(_python()), str(Path(__file__).with_name("textacy_quotes.py")), str(texts), str(out)], check=True
        )
        run(scorer, texts, out, "--json", room / "peer.json")
        score = json.loads((room / "peer.json").read_text(encoding="utf-8"))
        yield label, shares(score["e2e_f1"], score["found_f1"])
    elif _STORED.get(name):
        yield label, f"{_STORED[name]} (measured with PEERS=1, requirements/peers.txt)"


def _python() -> Path:
    """The interpreter of an environment with the peers in it, made where it is missing."""
    place = BUILD / "peers"
    python = place / "bin" / "python"
    if not (place / ".ready").exists():
        venv.create(place, with_pip=True)
        requirements = str(ROOT / "requirements" / "peers.txt")
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--requirement", requirements], check=True)
        (place / ".ready").touch()
    return python
