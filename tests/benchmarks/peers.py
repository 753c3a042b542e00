"""Run other tools on the same texts and pages, through the same scorers."""

import gzip
import json
import re
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, cast

from lxml.etree import ParserError
from lxml.html import HtmlElement, fromstring
from trafilatura import extract

from reader.model import BlockKind
from reader.sources import load
from reader.sources.draft import assemble
from reader.sources.html.element_blocks import read_blocks
from tests.benchmarks.predict import placed
from tests.benchmarks.running import BUILD, ROOT, Rows

_NODE_PACKAGES = ("@mozilla/readability@0.6.0", "jsdom@26.1.0")
_TIMED, _TURNS = 50, 3  # pages, and how often each is taken

_PACE = re.compile(r"([\d.]+) articles per CPU second")
_MEASURED = "not run here: measured on 26 November 2026 with PEERS=1 and requirements/peers.txt"
# What `make bench GOLD=... PEERS=1` said then: what textacy found, and how many times its pace ours was.
_STORED = {
    "round-up": ("e2e F1 0.167, found F1 0.292", "19 x"),
    "dev.press": ("e2e F1 0.050, found F1 0.067", "15 x"),
    "full names": ("quoted segments, end to end 0.464", "16 x"),
    "PolNeAR": ("quoted segments, end to end 0.765", "16 x"),
}


def pages(folder: Path, workdir: Path, *, others: bool = False) -> dict[str, Path]:
    """What other tools take from each saved page: a file for the scorer, by the tool's name.

    They give HTML, which is read into blocks and marks by the code that reads it for the program; captions are left
    out as in our own predictions. With `others`, those that must be installed run as well.
    """
    markups = _markups(folder)
    gold = folder / "gold.jsonl"
    lines = gold.read_text(encoding="utf-8").splitlines() if gold.is_file() else []
    addresses = {page["id"]: page.get("url") for page in map(json.loads, lines)}
    taken = {"trafilatura": {identity: by_trafilatura(markup) for identity, markup in markups.items()}}
    if others:
        taken |= _by_readability(markups, workdir)
    out = {}
    for name, articles in taken.items():
        out[name] = workdir / f"{name}.jsonl"
        predictions = [
            json.dumps({"id": identity, **_as_prediction(html, addresses.get(identity))}) + "\n"
            for identity, html in articles.items()
        ]
        out[name].write_text("".join(predictions), encoding="utf-8")
    return out


def _as_prediction(html: str | None, address: str | None) -> dict[str, Any]:
    try:
        tree = cast("HtmlElement", fromstring(html)) if html else None
    except (ParserError, ValueError):
        tree = None
    parts = [part for part, _ in read_blocks(tree, address)] if tree is not None else []
    draft = assemble(part for part in parts if part.kind is not BlockKind.CAPTION)
    return {"text": draft.text, "blocks": [*map(placed, draft.blocks)], "marks": [*map(placed, draft.marks)]}


def _by_readability(markups: dict[str, str], workdir: Path) -> dict[str, dict[str, str | None]]:
    """What readability-lxml and, where node is installed, Readability.js take: HTML by page, by the tool's name."""
    source = workdir / "markups.jsonl"
    lines = [json.dumps({"id": identity, "markup": markup}) + "\n" for identity, markup in markups.items()]
    source.write_text("".join(lines), encoding="utf-8")
    commands = {"readability-lxml": _python(), "Readability.js": _node()}
    taken = {}
    for name, program in commands.items():
        if program is None:
            continue
        script = Path(__file__).with_name("readability_pages.mjs" if name.endswith(".js") else "readability_pages.py")
        out = workdir / "taken.jsonl"
        subprocess.run([str(program), str(script), str(source), str(out)], check=True, cwd=BUILD / "peers")
        found = map(json.loads, out.read_text(encoding="utf-8").splitlines())
        taken[name] = {page["id"]: page["html"] for page in found}
    return taken


def _node() -> str | None:
    """Node with Readability.js and jsdom installed in build/peers; None where they can't be had."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    try:
        command = [npm, "install", "--silent", "--no-audit", "--no-fund", *_NODE_PACKAGES]
        subprocess.run(command, check=True, cwd=BUILD / "peers", stdout=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Readability.js cannot be had ({error})", file=sys.stderr)
        return None
    return node


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


def _markups(folder: Path) -> dict[str, str]:
    found = {}
    for file in sorted((folder / "html").glob("*.html.gz")):
        raw = gzip.decompress(file.read_bytes())
        try:
            found[file.name.split(".")[0]] = raw.decode()
        except UnicodeDecodeError:
            found[file.name.split(".")[0]] = raw.decode("cp1252", "replace")
    return found


def pace(folder: Path, workdir: Path) -> Rows:
    """Time to an article for saved pages, with the parser's process warm, against trafilatura alone.

    Both take every page in turn, three times, and the best time counts: what else the machine does adds to the others.
    """
    ours = theirs = 0.0
    markups = [*_markups(folder).values()][: _TIMED + 1]
    for number, markup in enumerate(markups):
        file = workdir / f"page{number}.html"
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


def textacy(name: str, texts: Path, ours: str, judge: Callable[[Path], str], workdir: Path | None) -> Rows:
    """What textacy finds in the same texts, as `judge` tells of a file of predictions, and how it compares in pace.

    `ours` is what the prediction command says of our own pace. Where textacy is not to be run (`workdir` is None) or
    cannot be had, the table shows what was measured before, and says so.
    """
    python = None if workdir is None else _python()
    if python is None or workdir is None:
        if name in _STORED:
            found, ratio = _STORED[name]
            yield f"{name}: textacy", f"{found} ({_MEASURED})"
            yield f"{name}: articles per CPU second, over textacy’s", f"{ratio} ({_MEASURED})"
        return
    out = workdir / "textacy.jsonl"
    command = [str(python), str(Path(__file__).with_name("textacy_quotes.py")), str(texts), str(out)]
    said = subprocess.run(command, check=True, stderr=subprocess.PIPE, text=True).stderr
    yield f"{name}: textacy", judge(out)
    theirs = pace_of(said)
    if theirs and pace_of(ours):
        told = f"{pace_of(ours) / theirs:.0f} x ({pace_of(ours):.0f} against {theirs:.1f})"
        yield f"{name}: articles per CPU second, over textacy’s", told


def pace_of(said: str) -> float:
    """The articles per CPU second that a command told of; 0 where it told of none."""
    found = _PACE.search(said)
    return float(found[1]) if found else 0.0


def _python() -> Path | None:
    """The interpreter of an environment with the peers in it, made where it is missing; None where they can't be had."""
    place = BUILD / "peers"
    python = place / "bin" / "python"
    if (place / ".ready").exists():
        return python
    requirements = str(ROOT / "requirements" / "peers.txt")
    try:
        venv.create(place, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--requirement", requirements], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"textacy cannot be had ({error}); what was measured before is shown", file=sys.stderr)
        return None
    (place / ".ready").touch()
    return python
