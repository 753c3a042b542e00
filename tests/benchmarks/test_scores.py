"""The table of a gold folder: scorers run, peers stand beside Pullquote, errors are grouped by class."""

import gzip
import json
import sys

import pytest

from tests.benchmarks import hostile, peers, running, scores
from tests.benchmarks.accuracy import table

ARTICLE = "".join(
    f"<p>The weir at Holm was shut on day {day}, said Otto Reed, a miller of the town, to all who asked him there.</p>"
    for day in range(9)
)
PAGE = (
    f"<html><head><title>Weir</title></head><body><article><h1>The Weir Is Shut</h1>{ARTICLE}</article></body></html>"
)

MAKE = """
import pathlib, sys
folder = pathlib.Path(sys.argv[1])
folder.mkdir()
(folder / "good.txt").write_text("The Weir\\n\\nThe weir was shut.\\n")
(folder / "empty.txt").write_bytes(b"")
"""

PRESS = """
import json, pathlib, sys
part = {"n": 1, "found": 0.5, "right": 0.25}
score = {"e2e_f1": 0.5, "found_f1": 0.6, "precision": 0.7, "recall": 0.8, "chain": 1, "chain_nested": 1, "nested": 0}
score |= dict.fromkeys(("direct", "mixed", "block", "indirect"), part)
pathlib.Path(sys.argv[sys.argv.index("--json") + 1]).write_text(json.dumps(score))
print("weir | block | Otto Reed | NOT FOUND | The gates")
print("weir | direct | Otto Reed | Ana Brook | Nobody | asked")
print("weir | block | Uma Lind | NOT FOUND | The eels")
"""


@pytest.fixture
def build(tmp_path, monkeypatch):
    for module in (running, scores):
        monkeypatch.setattr(module, "BUILD", tmp_path / "build")
    monkeypatch.setattr(scores, "_OWN", {})  # the project's own round-ups take seconds
    return tmp_path / "build"


def test_a_nasty_input_is_opened_or_refused_in_a_sentence(tmp_path):
    (tmp_path / "make.py").write_text(MAKE, encoding="utf-8")
    assert [*hostile.rows(tmp_path / "make.py", tmp_path)] == [("nasty inputs: opened or refused in limits", "2 of 2")]


def test_a_nasty_input_past_the_limits_is_named(tmp_path, monkeypatch):
    (tmp_path / "make.py").write_text(MAKE, encoding="utf-8")
    monkeypatch.setattr(hostile, "SECONDS", 0.0)
    ((_, told),) = hostile.rows(tmp_path / "make.py", tmp_path)
    assert told.startswith("0 of 2; empty.txt: ")
    assert "; good.txt: " in told


def test_without_a_script_there_is_no_row_of_nasty_inputs(tmp_path):
    assert [*hostile.rows(tmp_path / "make.py", tmp_path)] == []


def test_errors_lie_by_class_in_a_file_the_largest_class_first(tmp_path, build):
    gold = tmp_path / "quotes"
    gold.mkdir()
    (gold / "press.py").write_text(PRESS, encoding="utf-8")
    (gold / "dev.press.jsonl").write_text('{"id": "weir", "text": "The weir was shut."}\n', encoding="utf-8")
    rows = dict(scores.scores(tmp_path, others=False))
    assert rows["dev.press: e2e F1"] == "0.500"
    assert rows["dev.press: block, found and right of 1"] == "0.500 0.250"
    assert rows["dev.press: most errors"] == (
        "block, not found 2; direct, wrong speaker 1 (build/errors-dev.press.txt)"
    )
    assert rows["dev.press: textacy"].endswith("with PEERS=1 and requirements/peers.txt)")
    assert "not run here" in rows["dev.press: articles per CPU second, over textacy’s"]
    lines = (build / "errors-dev.press.txt").read_text(encoding="utf-8").splitlines()
    assert lines[:3] == [
        "block, not found: 2",
        "    weir | Otto Reed | NOT FOUND | The gates",
        "    weir | Uma Lind | NOT FOUND | The eels",
    ]


FROM_PAGES = """
import os, pathlib, sys
gold, pages, program, out = map(pathlib.Path, sys.argv[1:])
pathlib.Path(out).write_text(f"{program.name} {os.environ['PULLQUOTE_HOME']}")
"""


@pytest.mark.no_cover
def test_articles_that_are_to_stay_unread_are_scored_without_a_list_of_errors(tmp_path, build, monkeypatch):
    monkeypatch.setattr(scores, "_UNREAD", ("dev2.press",))
    gold = tmp_path / "quotes"
    gold.mkdir()
    (gold / "press.py").write_text(PRESS, encoding="utf-8")
    lines = (f'{{"id": "gw{number:03}", "text": "The weir was shut."}}\n' for number in range(32, 48))
    (gold / "dev2.press.jsonl").write_text("".join(lines), encoding="utf-8")
    rows = dict(scores.scores(tmp_path, others=False))
    assert rows["dev2.press: e2e F1"] == "0.500"
    assert {row: value for row, value in rows.items() if "gw" in row} == {
        "dev2.press, gw032 to gw039: e2e F1": "0.500",
        "dev2.press, gw040 to gw047: e2e F1": "0.500",
        "dev2.press, gw040 to gw047: e2e F1, at first sight": "0.634",
    }
    assert "dev2.press: most errors" not in rows
    assert not (build / "errors-dev2.press.txt").exists()


def test_articles_are_scored_as_the_web_pages_they_were_where_all_pages_are_there(tmp_path):
    (tmp_path / "pages").mkdir()
    scorer, articles = tmp_path / "press.py", tmp_path / "dev.press.jsonl"
    scorer.write_text(PRESS, encoding="utf-8")
    (tmp_path / "from_pages.py").write_text(FROM_PAGES, encoding="utf-8")
    articles.write_text('{"id": "weir", "text": "The weir was shut."}\n', encoding="utf-8")
    assert [*scores._as_pages(scorer, articles, tmp_path / "pages", tmp_path)] == []
    (tmp_path / "pages" / "weir.html").write_text(PAGE, encoding="utf-8")
    assert [*scores._as_pages(scorer, articles, tmp_path / "pages", tmp_path)] == [
        ("dev.press: e2e F1 from the web pages", "0.500")
    ]
    assert (tmp_path / "pages-quotes.jsonl").read_text(encoding="utf-8") == f"pullquote {tmp_path / 'home'}"


@pytest.fixture
def pages(tmp_path):
    (tmp_path / "html").mkdir()
    for name in ("one", "two"):
        (tmp_path / "html" / f"{name}.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    return tmp_path


def test_peers_take_pages_as_the_scorer_reads_them(pages, tmp_path):
    files = peers.pages(pages, tmp_path)
    assert [*files] == ["trafilatura"]
    for file in files.values():
        page, _ = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        paragraphs = [page["text"][b["start"] : b["end"]] for b in page["blocks"] if b["kind"] == "paragraph"]
        assert page["id"] == "one"
        assert len([paragraph for paragraph in paragraphs if "said Otto Reed" in paragraph]) == 9


def test_the_pace_is_a_ratio_without_the_first_page(pages, tmp_path):
    ((name, told),) = peers.pace(pages, tmp_path)
    assert name == "pages: time for 1, against trafilatura alone"
    assert told.endswith(" x")


SAYS_HOW_FAST = "import sys; print('textacy: 2.0 articles per CPU second', file=sys.stderr)"


def test_a_peer_stands_beside_ours_with_the_ratio_of_their_paces(tmp_path, monkeypatch):
    monkeypatch.setattr(peers, "_python", lambda: sys.executable)
    monkeypatch.setattr(peers, "__file__", str(tmp_path / "peers.py"))
    (tmp_path / "textacy_quotes.py").write_text(SAYS_HOW_FAST, encoding="utf-8")
    ours = "9 articles, 90.0 articles per CPU second"
    rows = dict(peers.textacy("mine", tmp_path / "gold.jsonl", ours, lambda out: f"judged {out.name}", tmp_path))
    assert rows["mine: textacy"] == "judged textacy.jsonl"
    assert rows["mine: articles per CPU second, over textacy’s"] == "45 x (90 against 2.0)"


def test_where_a_peer_cannot_be_had_what_was_measured_is_shown(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(peers, "BUILD", tmp_path)
    monkeypatch.setattr(peers, "ROOT", tmp_path)
    monkeypatch.setattr("venv.create", lambda *_, **__: None)  # so that there is no interpreter
    rows = dict(peers.textacy("dev.press", tmp_path / "gold.jsonl", "", str, tmp_path))
    assert all("not run here" in told for told in rows.values())
    assert "textacy cannot be had" in capsys.readouterr().err
    assert [*peers.textacy("another", tmp_path / "gold.jsonl", "", str, tmp_path)] == []


def test_a_megabyte_is_reported_with_the_growth_of_its_time(monkeypatch):
    monkeypatch.setattr(hostile, "WORST", {"marks": "“”"})
    monkeypatch.setattr(hostile, "_SIZE", 1000)
    ((name, told),) = hostile.worst()
    assert name == "worst: a megabyte of marks"
    assert told.endswith(" x for 10 x the text")


ARGUMENTS = """
import argparse, json
parser = argparse.ArgumentParser()
parser.add_argument("--pred"); parser.add_argument("--gold"); parser.add_argument("--only"); parser.add_argument("--json", action="store_true")
given = parser.parse_args()
[found] = json.load(open(given.pred))
names = ("claim_F1", "holder_acc", "B3_end_to_end", "rel_acc", "rel2_acc", "link_acc", "rel2_kappa", "title_F1")
print(json.dumps({**dict.fromkeys(names, 0.5), "ARI": len(found["threads"]) / 10, "only": given.only}))
"""


def test_arguments_are_scored_beside_equal_runs_and_what_was_reached_at_first_sight(tmp_path):
    folder = tmp_path / "threads"
    folder.mkdir()
    (folder / "score.py").write_text(ARGUMENTS, encoding="utf-8")
    (folder / "gv000.txt").write_text("“The weir leaks,” said Otto Reed.", encoding="utf-8")
    (folder / "gv000.gold.json").write_text('{"id": "gv000", "text_file": "gv000.txt"}', encoding="utf-8")
    rows = dict(scores._threads(tmp_path, tmp_path))
    what = "newest threads: claim F1, holder, adjusted Rand, kappa of the sign"
    assert rows[f"{what}, at first sight"] == "0.745 0.854 0.278 0.159"
    assert rows[f"{what}, now"] == "0.500 0.500 0.000 0.500"
    assert rows["threads: adjusted Rand of the same claims in 3 equal runs"] == "0.300"


def test_the_main_figures_are_a_table_that_says_what_was_read():
    rows = [
        ("dev2.press, gw040 to gw047: e2e F1, at first sight", "0.625"),
        ("dev2.press: e2e F1", "0.7"),
        ("dev.press: e2e F1", "0.842"),
        ("full names", "quoted segments, end to end 0.928"),
        ("threads: claim F1, holder, adjusted Rand", "0.801 0.903 0.293"),
    ]
    _, _, *lines = table(rows).splitlines()
    assert [tuple(line.split(" | ")[1:]) for line in lines] == [
        ("8 articles", "no", "0.62 |"),
        ("these and 40 more", "yes", "0.70 |"),
        ("42 articles", "yes", "0.84 |"),
        ("6 articles", "yes", "0.93 |"),
        ("these and 7 more", "yes", "0.80 |"),
        ("these and 7 more", "yes", "0.29 |"),
    ]
