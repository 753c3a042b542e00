"""The command corrections: what it prints, and what it takes from others."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.services import correcting
from reader.services.session import Session
from tests.cli.command_runner import run

ROUND_UP = Path(__file__).parents[2] / "samples" / "round-up.txt"


@pytest.fixture(autouse=True)
def corrected(tmp_path, monkeypatch):
    """A library in which the first speaker of the round-up is corrected."""
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "home"))
    session = Session()
    article = session.open(str(ROUND_UP))
    before = session.corrections.apply(article, session.analyse(article))
    operation = correcting.said_by(article, before.analysis, before.analysis.quotations[0], "Ada Roe")
    session.corrections.add(article, before, operation)
    session.close()
    return operation


def test_corrections_are_printed_as_a_table(capsys):
    _, out, _ = run(capsys, "corrections", str(ROUND_UP))
    assert "said by Ada Roe: “We are not abolishing anything,”" in out


def test_every_command_prints_the_corrected_speaker(capsys):
    quotation = json.loads(run(capsys, "quotes", str(ROUND_UP), "--json")[1])["quotations"][0]
    assert (quotation["speaker"], quotation["corrected"]) == ("Ada Roe", ["voice"])
    assert "1. Ada Roe (direct; ✓ corrected)" in run(capsys, "quotes", str(ROUND_UP))[1]
    assert "Ada Roe" in run(capsys, "voices", str(ROUND_UP))[1]
    assert "Ada Roe (direct; ✓ corrected)" in run(capsys, "read", str(ROUND_UP), "--width", "0")[1]
    voices = json.loads(run(capsys, "show", str(ROUND_UP), "--json")[1])["voices"]
    assert [voice.get("corrected") for voice in voices if voice["name"] == "Ada Roe"] == [["name"]]


def test_a_colleague_takes_corrections_once(capsys, tmp_path, monkeypatch):
    _, out, _ = run(capsys, "corrections", str(ROUND_UP), "--json")
    [each] = json.loads(out)["corrections"]
    assert (each["operation"], each["fits"], each["why"]) == ("set_speaker", True, None)
    mine = tmp_path / "mine.jsonl"
    mine.write_text(out, encoding="utf-8")
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "colleague"))
    status, _, said = run(capsys, "corrections", "import", str(mine))
    assert status == 1
    assert "open it in Pullquote first" in said
    run(capsys, "read", str(ROUND_UP))
    assert run(capsys, "corrections", "import", str(mine))[1].endswith(": 1 new\n")
    assert json.loads(run(capsys, "corrections", "import", str(mine), "--json")[1])["new"] == 0
    assert "said by Ada Roe" in run(capsys, "corrections", str(ROUND_UP))[1]


@pytest.mark.parametrize("text", ["[", "{}", '{"schema": 1, "corrections": [7], "id": "x"}', "\udcff"])
def test_a_file_that_holds_no_corrections_is_refused_in_one_sentence(capsys, tmp_path, text):
    file = tmp_path / "x.jsonl"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    status, _, said = run(capsys, "corrections", "import", str(file))
    assert (status, said.count("\n")) == (1, 1)
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("operation", []),
        ("operation", "set_weather"),
        ("quotation", {"spans": [[30, 40], [10, 20]], "exact": "x"}),
        ("quotation", {"spans": [[-4, 40]], "exact": "x"}),
        ("quotation", {"spans": [[4, 4]], "exact": ""}),
    ],
)
def test_a_correction_that_no_version_wrote_is_refused_in_one_sentence(capsys, tmp_path, field, value):
    document = json.loads(run(capsys, "corrections", str(ROUND_UP), "--json")[1])
    document["corrections"][0][field] = value
    file = tmp_path / "x.jsonl"
    file.write_text(json.dumps(document))
    status, _, said = run(capsys, "corrections", "import", str(file))
    assert status == 1
    assert said.endswith("this version of Pullquote can't read. Nothing of its article was added.\n")
    assert said.count("\n") == 1


def test_import_needs_a_file(capsys):
    assert run(capsys, "corrections", "import")[0] == 2


def test_the_article_as_annotated_holds_what_its_formats_ask_for(capsys):
    _, out, _ = run(capsys, "corrections", str(ROUND_UP), "--gold")
    quotes, threads = map(json.loads, out.splitlines())
    text = quotes["text"]
    assert quotes["quotes"][0]["speaker"]["entity"] == "Ada Roe"
    for each in quotes["quotes"]:
        assert text[each["start"] : each["end"]].startswith(text[slice(*each["spans"][0])])
        assert each["kind"] in {"direct", "mixed", "indirect"}
        for place in filter(None, (each["cue"], each["speaker"])):
            assert "start" not in place or text[place["start"] : place["end"]] == place["text"]
    last = 0
    for claim in threads["claims"]:
        words = text[claim["start"] : claim["end"]]
        assert claim["start"] >= last
        assert words.startswith(claim["head"])
        assert words.endswith(claim["tail"])
        assert claim["holder"] in threads["holders"]
        assert (claim["mode"] == "author") == (claim["holder"] == "author")
        last = claim["end"]
    assert {each["kind"] for each in threads["quotes"]} <= {"direct", "indirect", "block"}
    assert threads["text_chars"] == len(text)


def test_doctor_says_whether_all_corrections_fit(capsys, tmp_path):
    assert json.loads(run(capsys, "doctor", "--json")[1])["corrections"] == "1, all of them fit"
    changed = tmp_path / "changed.txt"
    text = ROUND_UP.read_text()
    changed.write_text(text)
    run(capsys, "read", str(changed))
    changed.write_text(text.replace("“We are not abolishing anything,”", "Nothing,"))
    run(capsys, "read", str(changed))
    said = json.loads(run(capsys, "doctor", "--json")[1])["corrections"]
    assert said.startswith("1, 1 of which no longer fit. ")
    assert "Ada Roe" in said


def test_the_library_is_made_by_no_command_that_prints(tmp_path, monkeypatch):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "none"))
    subprocess.run([sys.executable, "-m", "reader", "quotes", str(ROUND_UP)], check=True, capture_output=True)
    assert not (tmp_path / "none").exists()
