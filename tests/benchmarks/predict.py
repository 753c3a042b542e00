"""Predictions in the form that the scorers of a gold folder read.

    python -m tests.benchmarks.predict quotes GOLD.jsonl OUT.jsonl [--scheme polnear]
    python -m tests.benchmarks.predict claims GOLD_DIR   OUT.json
    python -m tests.benchmarks.predict voices GOLD_DIR   OUT.jsonl     # or a GOLD.jsonl
    python -m tests.benchmarks.predict pages  PAGES_DIR  OUT.jsonl     # *.html or *.html.gz, in it or in its html/
    python -m tests.benchmarks.predict paste  PASTE_DIR  OUT.jsonl     # *.txt without *.gold.txt

Of the gold nothing is read but ids, texts and addresses. The first three take the text as it stands, so that offsets are the
gold's, and print articles per CPU second on standard error.
"""

import argparse
import gc
import gzip
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from reader.analysis import Attribution, analyse, analyse_quotations
from reader.errors import SourceError
from reader.model import Analysis, Article, Block, BlockKind, Mark, Quotation, Span, enclosing
from reader.sources import load, verbatim
from tests.benchmarks.polnear.scheme import attributions

Json = dict[str, Any]
Found = TypeVar("Found")


def quotes(gold: Path) -> list[Json]:
    """Each text's quotations with speaker and chain; the outer ones before those nested in them."""
    return _predicted(
        _texts(gold),
        lambda article, found: {"quotes": [_quote(article, found, q) for q in found.quotations]},
        analyse_quotations,
    )


def outermost_quotes(gold: Path) -> list[Json]:
    """Each text's attributions by the scheme of PolNeAR, with the words for their source."""
    return _predicted(
        _texts(gold),
        lambda article, found: {"quotes": [_attributed(article, found, each) for each in found]},
        attributions,
    )


def claims(gold: Path) -> list[Json]:
    """Each text's claims and threads; threads and targets are indexes from 0, the article's own voice is "author"."""
    return _predicted(_texts(gold), argument, analyse)


def argument(article: Article, found: Analysis) -> Json:
    """The claims and threads of one analysis, as `claims` has them."""
    return {
        "claims": [_claim(article, found, number) for number in range(len(found.claims))],
        "threads": [{"title": thread.title} for thread in found.threads],
    }


def voices(gold: Path) -> list[Json]:
    """Each text's voices with what the article says of them."""
    fields = ("name", "kind", "role", "affiliation", "outlet")
    return _predicted(
        _texts(gold),
        lambda _, found: {"voices": [{f: getattr(voice, f) for f in fields} for voice in found.voices]},
        analyse,
    )


def pages(folder: Path) -> list[Json]:
    """What the reader shows as the body of each saved page, with its blocks and marks, and the facts that the page states.

    Captions and the line of topics are shown, but are not counted as body. Where a page came from is read from `gold.jsonl` in the folder, if it is there.
    """
    gold = folder / "gold.jsonl"
    lines = gold.read_text(encoding="utf-8").splitlines() if gold.is_file() else []
    addresses = {page["id"]: page.get("url") for page in map(json.loads, lines)}
    inner = folder / "html"
    files = sorted((inner if inner.is_dir() else folder).glob("*.html*"))
    out = []
    with tempfile.TemporaryDirectory() as workdir:
        for path in files:
            page = Path(workdir) / f"{path.name.split('.')[0]}.html"
            page.write_bytes(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())
            out.append({"id": page.stem, **_shown(page, addresses.get(page.stem))})
    return out


def paste(folder: Path) -> list[Json]:
    """What the reader shows as the article in each pasted page."""
    files = sorted(path for path in folder.glob("*.txt") if not path.name.endswith(".gold.txt"))
    return [{"id": path.stem, "text": _shown(path)["text"]} for path in files]


def body(article: Article) -> tuple[str, list[Json], list[Json]]:
    """The text shown as the article, and its blocks and marks as spans into that text; no headline and no captions."""
    visible = [block for block in article.visible if block.kind is not BlockKind.CAPTION]
    if visible and visible[0].kind is BlockKind.HEADING and visible[0].span.of(article.text) == article.title:
        visible = visible[1:]
    text, blocks, marks = "", [], []
    for block in visible:
        text += "\n\n" if text else ""
        shift = block.span.start - len(text)
        blocks.append(placed(block, shift))
        marks += [placed(mark, shift) for mark in article.marks if block.span.contains(mark.span)]
        text += block.span.of(article.text)
    return text, blocks, marks


def placed(thing: Block | Mark, shift: int = 0) -> Json:
    """What a block or a mark is and where, in a text that begins `shift` characters later."""
    moved = thing.span.shifted(-shift)
    return {"kind": str(thing.kind), "start": moved.start, "end": moved.end}


def _shown(path: Path, url: str | None = None) -> Json:
    try:
        article = load(str(path), url=url)
    except SourceError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return {"text": "", "blocks": [], "marks": []}
    text, blocks, marks = body(article)
    facts = {name: getattr(article, name) for name in ("title", "byline", "outlet", "published")}
    return {"text": text, "blocks": blocks, "marks": marks, **facts}


def _texts(gold: Path) -> Iterator[tuple[str, str]]:
    """The id and the text of each document of a JSONL file, or of each *.gold.json of a folder."""
    if gold.is_dir():
        for path in sorted(gold.glob("*.gold.json")):
            document = json.loads(path.read_text(encoding="utf-8"))
            # newline="" keeps every character where the gold counted it
            with (gold / document["text_file"]).open(encoding="utf-8", newline="") as file:
                yield document["id"], file.read()
        return
    with gold.open(encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            yield document["id"], document["text"]


def _predicted(
    texts: Iterator[tuple[str, str]],
    put: Callable[[Article, Found], Json],
    find: Callable[[Article], Found],
) -> list[Json]:
    """What `put` makes of each text's analysis; says on standard error how fast the engine was.

    A first text is read before the clock starts, for the word lists, as other programs load their models before.
    """
    out, seconds = [], 0.0
    for number, (name, text) in enumerate(texts):
        if not number:
            find(verbatim(text, id=name))
        began = time.process_time()
        article = verbatim(text, id=name)
        found = find(article)
        seconds += time.process_time() - began
        out.append({"id": name, **put(article, found)})
    print(f"{len(out)} articles, {len(out) / max(seconds, 1e-9):.1f} articles per CPU second", file=sys.stderr)
    return out


def _quote(article: Article, found: Analysis, quotation: Quotation) -> Json:
    voice = found.voice(quotation.voice)
    via = [passer.name for passer in found.via_voices(quotation)]
    speaker: Json | None = None
    if voice:
        speaker = {**_place(article, quotation.mention or _mention_before(found, quotation)), "name": voice.name}
    return _piece(quotation.spans, str(quotation.kind), speaker, via)


def _attributed(article: Article, found: tuple[Attribution, ...], attribution: Attribution) -> Json:
    """One attribution; a source that is not mentioned beside it is mentioned with the one that it continues."""
    source = attribution
    while source.mention is None and source.same_as is not None:
        source = found[source.same_as]
    return _piece(attribution.spans, str(attribution.kind), _place(article, source.mention) or None)


def _piece(spans: tuple[Span, ...], kind: str, speaker: Json | None, via: Sequence[str] = ()) -> Json:
    whole = enclosing(spans)
    return {
        "start": whole.start,
        "end": whole.end,
        "spans": [[span.start, span.end] for span in spans],
        "kind": kind,
        "speaker": speaker,
        "via": list(via),
    }


def _place(article: Article, span: Span | None) -> Json:
    return {} if span is None else {"text": span.of(article.text), "start": span.start, "end": span.end}


def _mention_before(found: Analysis, quotation: Quotation) -> Span | None:
    """The mention beside the last quotation before this one that has one and the same voice."""
    mentions = (q.mention for q in reversed(found.quotations[: quotation.id - 1]) if q.voice == quotation.voice)
    return next((mention for mention in mentions if mention is not None), None)


def _claim(article: Article, found: Analysis, number: int) -> Json:
    claim = found.claims[number]
    voice = found.voice(claim.voice)
    relation = claim.relation
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "holder": "author" if claim.own else voice.name if voice else "",
        "thread": None if claim.thread is None else claim.thread - 1,
        "relation": relation
        and {
            "to": relation.to - 1,
            "kind": str(relation.kind),
            "cue": _place(article, relation.cue) or None,
        },
    }


KINDS = {"quotes": quotes, "claims": claims, "voices": voices, "pages": pages, "paste": paste}


def main(args: list[str] | None = None) -> None:
    """Write the predictions of one kind: one JSON object a line, or for `claims` one list."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.predict", description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("gold", type=Path, help="the gold file or folder")
    parser.add_argument("out", type=Path, help="the file to write")
    parser.add_argument("--scheme", choices=["pullquote", "polnear"], default="pullquote", help="what counts")
    given = parser.parse_args(args)
    if not given.gold.exists():
        parser.error(f"{given.gold} is not there")
    gc.set_threshold(100_000, 50, 50)  # as the program sets it
    outermost = given.kind == "quotes" and given.scheme == "polnear"
    found = (outermost_quotes if outermost else KINDS[given.kind])(given.gold)
    if given.kind == "claims":
        given.out.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    else:
        given.out.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in found), encoding="utf-8")


if __name__ == "__main__":
    main()
