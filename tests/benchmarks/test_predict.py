"""Predictions have the form that the scorers read, and refer to the text as it stands."""

import gzip
import json

import pytest

from tests.benchmarks import bench, predict, speed

TEXT = (
    "The Weir Is Shut\n\n"
    "As Ana Brook wrote in the Ferry Post, the weir is shut for good:\n\n"
    "The gates were closed at noon, and nobody was told.\n\n"
    "“We heard it from the ducks,” said Otto Reed, a miller. [Source]\n\n"
    "However, the mayor of Holm, Uma Lind, said that the gates were\nold.\n"
)


@pytest.fixture
def jsonl(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "weir", "text": TEXT, "quotes": "never read"}) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "weir.txt").write_text(TEXT, encoding="utf-8")
    gold = {"id": "weir", "text_file": "texts/weir.txt", "claims": "never read"}
    (tmp_path / "weir.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def predicted(kind, gold, tmp_path):
    out = tmp_path / "out.jsonl"
    predict.main([kind, str(gold), str(out)])
    text = out.read_text(encoding="utf-8")
    return json.loads(text) if kind == "claims" else [json.loads(line) for line in text.splitlines()]


def test_quotes_have_spans_into_the_text_a_mention_a_name_and_a_chain(jsonl, tmp_path, capsys):
    (document,) = predicted("quotes", jsonl, tmp_path)
    assert document["id"] == "weir"
    nested = next(q for q in document["quotes"] if TEXT[q["start"] : q["end"]] == "“We heard it from the ducks,”")
    assert nested["spans"] == [[nested["start"], nested["end"]]]
    assert nested["speaker"]["name"] == "Otto Reed"
    assert TEXT[nested["speaker"]["start"] : nested["speaker"]["end"]] == nested["speaker"]["text"]
    assert nested["via"] == ["Ana Brook"]
    assert "articles per CPU second" in capsys.readouterr().err


def test_an_unknown_speaker_is_null(tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "x", "text": "It was said that eels pass.\n"}) + "\n", encoding="utf-8")
    (document,) = predicted("quotes", gold, tmp_path)
    assert all(q["speaker"] is None for q in document["quotes"])


def test_outer_quotations_stand_before_those_nested_in_them(jsonl, tmp_path):
    (document,) = predicted("quotes", jsonl, tmp_path)
    seen: list[tuple[int, int]] = []
    for quotation in document["quotes"]:
        assert not any(quotation["start"] <= start and end < quotation["end"] for start, end in seen)
        seen.append((quotation["start"], quotation["end"]))


def test_claims_count_threads_and_targets_from_0(folder, tmp_path):
    (document,) = predicted("claims", folder, tmp_path)
    assert document["claims"]
    threads, claims = len(document["threads"]), len(document["claims"])
    for number, claim in enumerate(document["claims"]):
        assert TEXT[claim["start"] : claim["end"]].strip()
        assert isinstance(claim["holder"], str)
        assert claim["thread"] is None or 0 <= claim["thread"] < threads
        assert claim["relation"] is None or 0 <= claim["relation"]["to"] < number < claims


@pytest.mark.parametrize("shape", ["folder", "jsonl"])
def test_voices_come_from_a_folder_or_a_file(shape, request, tmp_path):
    (document,) = predicted("voices", request.getfixturevalue(shape), tmp_path)
    assert {"Ana Brook", "Otto Reed", "Uma Lind"} <= {voice["name"] for voice in document["voices"]}
    assert set(document["voices"][0]) == {"name", "kind", "role", "affiliation", "outlet"}


PAGE = """<html><head><title>The Weir</title></head><body><nav><a href="/">Home</a></nav><article><h1>The Weir</h1>
<p>The weir at Holm was shut on Friday, and <a href="https://holm.example/">the town</a> was not told of it at all.</p>
<blockquote><p>The gates were closed at noon, and nobody along the whole of the river was asked about it.</p></blockquote>
<p>The miller says that he heard of it from the ducks, which had left the pond before anybody else had.</p>
</article><footer>All rights reserved</footer></body></html>"""


def test_pages_are_the_body_without_headline_and_furniture(tmp_path):
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "weir.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (document,) = predicted("pages", tmp_path, tmp_path)
    text = document["text"]
    assert document["id"] == "weir"
    assert text.startswith("The weir at Holm")
    assert "All rights reserved" not in text
    assert [block["kind"] for block in document["blocks"]] == ["paragraph", "quote", "paragraph"]
    assert "\n\n".join(text[block["start"] : block["end"]] for block in document["blocks"]) == text
    assert [text[mark["start"] : mark["end"]] for mark in document["marks"]] == ["the town"]


def test_a_page_that_does_not_open_is_an_empty_one(tmp_path, capsys):
    (tmp_path / "empty.html").write_text("", encoding="utf-8")
    (document,) = predicted("pages", tmp_path, tmp_path)
    assert (document["text"], document["blocks"]) == ("", [])
    assert "empty.html" in capsys.readouterr().err


def test_pastes_leave_the_gold_alone(tmp_path):
    (tmp_path / "weir.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "weir.gold.txt").write_text("not this", encoding="utf-8")
    (document,) = predicted("paste", tmp_path, tmp_path)
    assert document["id"] == "weir"
    assert document["text"].startswith("As Ana Brook wrote")


def test_gold_that_is_not_there_is_said_to_be_missing(tmp_path, capsys):
    for main in (
        lambda: predict.main(["quotes", "nowhere", "out"]),
        lambda: bench.main(["--gold", str(tmp_path / "no")]),
    ):
        with pytest.raises(SystemExit) as end:
            main()
        assert end.value.code == 2
        assert "is not there" in capsys.readouterr().err


def test_a_folder_without_scorers_is_said_to_have_none(tmp_path, capsys):
    with pytest.raises(SystemExit):
        bench.main(["--gold", str(tmp_path)])
    assert "no scorer was found" in capsys.readouterr().err


def test_the_scorers_of_a_folder_are_run_and_their_figures_shown(tmp_path, capsys):
    room = tmp_path / "paste"
    room.mkdir()
    (room / "weir.txt").write_text(TEXT, encoding="utf-8")
    (room / "score.py").write_text('print("0.9 weir")\nprint(\'{"pastes": 1, "f1_macro": 0.9}\')\n', encoding="utf-8")
    bench.main(["--gold", str(tmp_path)])
    assert capsys.readouterr().out.split() == ["paste:", "F1", "macro", "of", "1", "0.900"]


@pytest.mark.parametrize("words", [500, 5000])
def test_the_text_of_the_speed_benchmarks_is_as_long_as_asked(words):
    text = speed.text_of(words)
    assert words <= len(text.split()) <= words + 300
    assert text.startswith("The Long Reading\n\nBy Nobody\n\nPart 1\n\n")
