"""Run the scorers of a gold folder; missing scorers are skipped."""

import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from itertools import chain
from pathlib import Path

from tests.benchmarks import hostile, news, peers, reliability
from tests.benchmarks.fit_argument import RUNS, Json, in_runs
from tests.benchmarks.running import BUILD, Rows, last_json, predict, run, score, shares

_FORMS = ("direct", "mixed", "block", "indirect")
_SHOWN = 30
_EVERY = "1000000"  # errors that a scorer is to list
# Round-ups written and annotated for this project: rules were written from the errors in the first, not the second.
_OWN = {name: Path(__file__).with_name(f"{name}.jsonl") for name in ("read", "unread")}
_ROUND_UPS = ("round-up", "dev.press", "dev2.press")
# Nobody who writes rules has read these, so their errors are not listed: whoever reads an error has read the article.
_UNREAD = ("unread",)
_IN_BATCHES = ("dev2.press", "news")
# What the engine reached on the 16 newest annotated arguments before anybody had read their annotations.
_NEW_ARGUMENTS = "gv[0-9]*"
_FIRST_SIGHT = shares(0.745, 0.854, 0.278, 0.159)
# What engine 12 reached on the last batch of round-ups, and engine 13 on that of news, before anybody had read them.
_BATCHES_AT_FIRST_SIGHT = {
    "dev2.press, gw040 to gw047: e2e F1": "0.634",
    "dev2.press, gw040 to gw047: e2e F1 from the web pages": "0.649",
    "news, nw016 to nw023: e2e F1": "0.712",
    "news, nw016 to nw023: e2e F1 from the web pages": "0.707",
}
_ARGUMENT = ("claim_F1", "holder_acc", "ARI", "rel2_kappa")
BATCH = 8
"""Articles that are read together, in the order of their ids."""


def scores(gold: Path, *, others: bool) -> Rows:
    """Every row that the gold folder has gold and scorers for; with `others` the peers for quotations run as well."""
    with tempfile.TemporaryDirectory() as name:
        workdir = Path(name)
        written = (news.write(gold, workdir, labels) for labels in (news.LABELS, news.POLITICAL))
        reported = {file.stem: file for file in written if file is not None}
        yield from _press(gold, reported, workdir, others=others)
        yield from _polnear(gold, workdir, others=others)
        yield from _names(gold, workdir, others=others)
        yield from _reliability(gold)
        yield from _voices(gold, reported, workdir)
        yield from _threads(gold, workdir)
        yield from _pages(gold, workdir, others=others)
        yield from _paste(gold, workdir)
        yield from hostile.rows(gold / "nasty" / "make.py", workdir)


def _press(gold: Path, reported: dict[str, Path], workdir: Path, *, others: bool) -> Rows:
    scorer = gold / "quotes" / "press.py"
    texts = {name: gold / "quotes" / f"{name}.jsonl" for name in _ROUND_UPS} | reported
    for name, articles in (texts | _OWN).items():
        if not (scorer.exists() and articles.exists()):
            continue
        said = predict("quotes", articles, workdir / "quotes.jsonl")
        found, listed = score(scorer, articles, workdir / "quotes.jsonl", "--errors", _EVERY)
        yield f"{name}: e2e F1", f"{found['e2e_f1']:.3f}"
        yield f"{name}: found F1, precision, recall", shares(found["found_f1"], found["precision"], found["recall"])
        for form in _FORMS:
            part = found[form]
            yield f"{name}: {form}, found and right of {part['n']}", shares(part["found"], part["right"])
        yield f"{name}: chain, nested chain of {found['nested']}", shares(found["chain"], found["chain_nested"])
        yield f"{name}: speed", said.strip()
        yield from _batches(scorer, articles, workdir / "quotes.jsonl", workdir, "e2e F1")
        if name in texts:
            yield from _as_pages(
                scorer, articles, (articles if name in reported else scorer).with_name("pages"), workdir
            )
        if name in _UNREAD:
            continue
        yield from _errors(name, (tuple(line.split(" | ")) for line in listed.splitlines() if line.count(" | ") >= 4))
        if name not in _OWN:
            judge = partial(_press_of, scorer, articles)
            yield from peers.textacy(name, articles, said, judge, workdir if others else None)


def _as_pages(scorer: Path, articles: Path, pages: Path, workdir: Path) -> Rows:
    """Score the same articles as the web pages they were: `pullquote show` reads each page, as a person would."""
    script = scorer.with_name("from_pages.py")
    identifiers = [json.loads(line)["id"] for line in articles.read_text(encoding="utf-8").splitlines()]
    if not script.exists() or not all(any(pages.glob(f"{name}.html*")) for name in identifiers):
        return
    program = Path(sys.executable).with_name("pullquote")
    predicted = workdir / "pages-quotes.jsonl"
    run(script, articles, pages, program, predicted, home=workdir / "home")
    found, _ = score(scorer, articles, predicted)
    yield f"{articles.stem}: e2e F1 from the web pages", f"{found['e2e_f1']:.3f}"
    yield from _batches(scorer, articles, predicted, workdir, "e2e F1 from the web pages")


def _batches(scorer: Path, articles: Path, predicted: Path, workdir: Path, what: str) -> Rows:
    """Score articles that are read in batches by batch as well: they say most about the rules before they are read."""
    if articles.stem not in _IN_BATCHES:
        return
    lines = sorted(articles.read_text(encoding="utf-8").splitlines(), key=lambda line: str(json.loads(line)["id"]))
    part = workdir / "batch.jsonl"
    for first in range(0, len(lines), BATCH):
        batch = lines[first : first + BATCH]
        part.write_text("\n".join(batch) + "\n", encoding="utf-8")
        found, _ = score(scorer, part, predicted)
        names = f"{json.loads(batch[0])['id']} to {json.loads(batch[-1])['id']}"
        row = f"{articles.stem}, {names}: {what}"
        yield row, f"{found['e2e_f1']:.3f}"
        if row in _BATCHES_AT_FIRST_SIGHT:
            yield f"{row}, at first sight", _BATCHES_AT_FIRST_SIGHT[row]


def _press_of(scorer: Path, texts: Path, predicted: Path) -> str:
    found, _ = score(scorer, texts, predicted)
    return f"e2e F1 {found['e2e_f1']:.3f}, found F1 {found['found_f1']:.3f}"


def _errors(name: str, found: Iterable[tuple[str, ...]]) -> Rows:
    """Write the errors by class into a file, the largest class first and thirty of each; the row says where."""
    classes: dict[str, list[str]] = defaultdict(list)
    for article, form, wanted, said, words, *_ in found:
        sort = "not found" if said == "NOT FOUND" else "no speaker" if said == "None" else "wrong speaker"
        classes[f"{form}, {sort}"].append(f"{article} | {wanted} | {said} | {words}")
    largest = sorted(classes.items(), key=lambda entry: -len(entry[1]))
    lines = []
    for sort, errors in largest:
        lines += [f"{sort}: {len(errors)}", *(f"    {error}" for error in errors[:_SHOWN]), ""]
    BUILD.mkdir(exist_ok=True)
    file = BUILD / f"errors-{name}.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    told = "; ".join(f"{sort} {len(errors)}" for sort, errors in largest[:3]) or "none"
    yield f"{name}: most errors", f"{told} (build/{file.name})"


def _polnear(gold: Path, workdir: Path, *, others: bool) -> Rows:
    scorer, texts = gold / "quotes" / "score.py", gold / "quotes" / "dev.polnear.jsonl"
    if not (scorer.exists() and texts.exists()):
        return
    said = predict("quotes", texts, workdir / "polnear.jsonl", "--scheme", "polnear")
    found, _ = score(scorer, texts, workdir / "polnear.jsonl")
    yield "PolNeAR: quoted segments, end to end", f"{found['segments']['e2e']['F1']:.3f}"
    for kind in ("direct", "mixed", "indirect", "all"):
        if kind in found:
            figures = shares(found[kind]["overlap"]["F1"], found[kind]["e2e"]["F1"])
            yield f"PolNeAR: {kind}, overlap F1 and end to end", figures
    yield "PolNeAR: speed", said.strip()
    judge = partial(_segments_of, scorer, texts)
    yield from peers.textacy("PolNeAR", texts, said, judge, workdir if others else None)


def _names(gold: Path, workdir: Path, *, others: bool) -> Rows:
    """Whether the full name is shown: quoted segments of articles whose speakers have their full names."""
    scorer, texts = gold / "quotes" / "score.py", gold / "quotes" / "dev.names.jsonl"
    if not (scorer.exists() and texts.exists()):
        return
    said = predict("quotes", texts, workdir / "names.jsonl")
    judge = partial(_segments_of, scorer, texts)
    yield "full names", judge(workdir / "names.jsonl")
    yield from peers.textacy("full names", texts, said, judge, workdir if others else None)


def _segments_of(scorer: Path, texts: Path, predicted: Path) -> str:
    found, _ = score(scorer, texts, predicted)
    return f"quoted segments, end to end {found['segments']['e2e']['F1']:.3f}"


def _reliability(gold: Path) -> Rows:
    """Whether the confidence shown is the share that is right in what it was fitted on and in what it was not."""
    if not (gold / "quotes").exists():
        return
    places = {name: gold / "quotes" / f"{name}.jsonl" for name in ("dev.press", "dev.names")}
    for name, texts in (places | _OWN).items():
        if texts.exists():
            rows = list(chain.from_iterable(reliability.by_article(texts)))
            yield from (
                (f"{name}: {what}", said) for what, said in (*reliability.table(rows), *reliability.floors(rows))
            )


def _voices(gold: Path, reported: dict[str, Path], workdir: Path) -> Rows:
    scorer = gold / "threads" / "voices.py"
    places = {
        "round-up": gold / "quotes" / "round-up.jsonl",
        "dev.press": gold / "quotes" / "dev.press.jsonl",
        "dev2.press": gold / "quotes" / "dev2.press.jsonl",
        "threads": gold / "threads",
        **_OWN,
        **reported,
    }
    for name, texts in places.items():
        if not (scorer.exists() and texts.exists()):
            continue
        predict("voices", texts, workdir / "voices.jsonl")
        found = last_json(run(scorer, workdir / "voices.jsonl", "--gold", texts))
        yield f"{name} voices: gold, predicted", f"{found['gold voices']} {found['predicted']}"
        yield f"{name} voices: found, precision", shares(found["found"], found["precision"])
        if not found["kind"].endswith("/0"):
            yield f"{name} voices: kind", f"{found['kind']} right"
        for field in ("role", "affiliation", "outlet"):
            part = found[field]
            yield f"{name} voices: {field}", f"{part['right']} right, {part['empty right']} rightly empty"


def _threads(gold: Path, workdir: Path) -> Rows:
    """Score claims and threads; beside them the same claims in equal runs, and what was reached at first sight."""
    scorer = gold / "threads" / "score.py"
    if not scorer.exists():
        return
    predicted = workdir / "claims.json"
    predict("claims", gold / "threads", predicted)

    def scored(*only: str) -> Json:
        return last_json(run(scorer, "--pred", predicted, "--gold", gold / "threads", "--json", *only))

    for name, only in (("round-up threads", ["--only", "seed"]), ("threads", [])):
        found = scored(*only)
        yield f"{name}: claim F1, holder, adjusted Rand", shares(found["claim_F1"], found["holder_acc"], found["ARI"])
        yield f"{name}: B-cubed end to end", f"{found['B3_end_to_end']:.3f}"
        yield f"{name}: relation kind, sign, link", shares(found["rel_acc"], found["rel2_acc"], found["link_acc"])
        yield f"{name}: title, word F1", f"{found['title_F1']:.3f}"
    new = ",".join(path.name.split(".")[0] for path in sorted((gold / "threads").glob(f"{_NEW_ARGUMENTS}.gold.json")))
    if new:
        what = "claim F1, holder, adjusted Rand, kappa of the sign"
        yield f"newest threads: {what}, at first sight", _FIRST_SIGHT
        found = scored("--only", new)
        yield f"newest threads: {what}, now", shares(*(found[name] for name in _ARGUMENT))
    whole = json.loads(predicted.read_text(encoding="utf-8"))
    for number in RUNS:
        predicted.write_text(json.dumps([in_runs(each, number) for each in whole]), encoding="utf-8")
        yield f"threads: adjusted Rand of the same claims in {number} equal runs", f"{scored()['ARI']:.3f}"


def _pages(gold: Path, workdir: Path, *, others: bool) -> Rows:
    """Score the pages that people typed out and those of Mozilla, whose gold is the output of Readability.js itself."""
    scorer = gold / "pages" / "score.py"
    if not scorer.exists():
        return
    for name in ("pages", "pages_moz"):
        if (gold / name / "gold.jsonl").exists():
            yield from _page_set(gold / name, scorer, workdir, others=others)
    yield from peers.pace(gold / "pages", workdir)


def _page_set(folder: Path, scorer: Path, workdir: Path, *, others: bool) -> Rows:
    name = folder.name
    predict("pages", folder, workdir / "pages.jsonl")
    rivals = peers.pages(folder, workdir, others=others)
    found = {}
    for tool, file in chain([("Pullquote", workdir / "pages.jsonl")], rivals.items()):
        found[tool], listed = score(scorer, folder / "gold.jsonl", folder / "html", file, "--worst", "30")
        if tool == "Pullquote":
            worst = "\n".join(line for line in listed.splitlines() if re.match(r"\d\.\d{3} ", line))
            BUILD.mkdir(exist_ok=True)
            (BUILD / f"errors-{name}.txt").write_text(worst + "\n", encoding="utf-8")
    yield f"{name}: of", f"{' / '.join(found)} (worst pages: build/errors-{name}.txt)"
    bodies = " / ".join(shares(each["body_f1_micro"], each["body_f1_macro"]) for each in found.values())
    yield f"{name}: body F1 micro, macro", bodies
    for kind in ("quote", "heading", "item", "paragraph", "link", "emphasis"):
        kept = " / ".join(f"{100 * (each[kind]['share'] or 0):.1f}%" for each in found.values())
        yield f"{name}: {kind} kept of {found['Pullquote'][kind]['of']}", kept
    if (folder / "facts.py").exists():
        for line in run(folder / "facts.py", folder / "gold.jsonl", workdir / "pages.jsonl").splitlines()[1:]:
            fact, told = line.split(maxsplit=1)
            yield f"{name}: {fact}", " ".join(told.split())


def _paste(gold: Path, workdir: Path) -> Rows:
    scorer = gold / "paste" / "score.py"
    if not scorer.exists():
        return
    predict("paste", gold / "paste", workdir / "paste.jsonl")
    found = last_json(run(scorer, workdir / "paste.jsonl", gold / "paste"))
    yield f"paste: F1 macro of {found['pastes']}", f"{found['f1_macro']:.3f}"
