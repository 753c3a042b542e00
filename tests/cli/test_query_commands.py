"""The commands that print data of articles, as text and as JSON."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from tests.cli.command_runner import ARTICLE, run

SAMPLES = Path(__file__).parents[2] / "samples"
GERMAN = """Das Wehr ist zu

Das Wehr ist seit Mai geschlossen, und niemand in der Stadt weiß, wann es wieder geöffnet wird, denn es ist sehr alt.

„Wir wissen es auch nicht“, sagte die Bürgermeisterin Anna Keller am Montag. „Das hängt nicht von uns ab.“
"""


def test_quotes_are_numbered_and_have_their_speaker(capsys, article):
    status, out, _ = run(capsys, "quotes", article)
    assert status == 0
    assert re.match(r"1\. Otto Reed.* \(direct\)\n   “Nobody asked us,” \[…\] “Nobody will.”\n\n", out)


@pytest.mark.parametrize(("command", "what"), [("quotes", "quotations"), ("threads", "threads")])
def test_an_empty_result_is_reported_on_standard_error(capsys, tmp_path, command, what):
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("The Weir Is Shut\n\nThe weir at Holm was shut on Friday.\n", encoding="utf-8")
    assert run(capsys, command, quiet) == (0, "", f"pullquote: no {what} were found\n")
    status, out, err = run(capsys, command, "--json", quiet)
    assert (status, json.loads(out)[what], err) == (0, [], "")


@pytest.mark.parametrize(
    ("options", "speakers"),
    [
        (["--voice", "brook"], {"Ana Brook"}),
        (["--voice", "Otto Reed"], {"Otto Reed"}),
        (["--kind", "indirect"], {"Ana Brook"}),
        (["--kind", "block"], set()),
    ],
)
def test_quotes_can_be_chosen_by_voice_and_kind(capsys, article, options, speakers):
    _, out, _ = run(capsys, "quotes", article, "--json", *options)
    assert {quote["speaker"] for quote in json.loads(out)["quotations"]} == speakers


@pytest.mark.parametrize(
    ("scope", "kinds"), [("experts", {"expert"}), ("officials", {"official"}), ("press", {"journalist", "publication"})]
)
def test_quotes_can_be_chosen_by_the_kind_of_voice(capsys, scope, kinds):
    sample = str(SAMPLES / "round-up.txt")
    _, out, _ = run(capsys, "voices", sample, "--json")
    named = {voice["name"] for voice in json.loads(out)["voices"] if voice["kind"] in kinds}
    _, out, _ = run(capsys, "quotes", sample, "--json", "--only", scope)
    assert {quote["speaker"] for quote in json.loads(out)["quotations"]} == named


def test_without_highlights_no_quotation_is_chosen_by_them(capsys, article):
    status, out, err = run(capsys, "quotes", article, "--only", "highlighted")
    assert (status, out, err) == (0, "", "pullquote: no quotations were found\n")


def test_an_unknown_scope_is_refused_with_the_choices(capsys, article):
    status, out, err = run(capsys, "quotes", article, "--only", "poets")
    assert (status, out) == (2, "")
    assert "'experts'" in err


def test_an_unknown_voice_is_reported_with_the_voices_there_are(capsys, article):
    status, out, err = run(capsys, "quotes", article, "--voice", "Nemo")
    assert (status, out) == (1, "")
    assert err == "pullquote: No voice of the article is called Nemo; it quotes Otto Reed, Ana Brook.\n"


def test_voices_are_a_table(capsys, article):
    _, out, _ = run(capsys, "voices", article)
    head, *rows = out.splitlines()
    assert head.split() == ["tag", "name", "kind", "role", "affiliation", "outlet", "quotations", "words"]
    assert [re.split("  +", row)[1] for row in rows] == ["Otto Reed", "Ana Brook"]


def test_the_table_shows_a_role_without_its_article(capsys, tmp_path):
    text = tmp_path / "mill.txt"
    text.write_text("News.\n\nThe Tarn Guild left. Its head, Ada Cole, said that it leaks.\n", encoding="utf-8")
    _, out, _ = run(capsys, "voices", str(text))
    assert re.split("  +", out.splitlines()[1])[1:5] == ["Ada Cole", "person", "head", "Tarn Guild"]


def test_a_table_of_voices_that_is_too_wide_has_who_they_are_in_one_column(capsys, article):
    _, out, _ = run(capsys, "voices", article, "--width", "75")
    head, *rows = out.splitlines()
    assert re.split("  +", head) == ["tag", "name", "kind", "role, affiliation, outlet", "quotations", "words"]
    assert re.split("  +", rows[1])[3] == "mayor of Holm"
    assert "role, affiliation" not in run(capsys, "voices", article, "--width", "90")[1]


def test_threads_are_printed(capsys):
    sample = Path(__file__).parents[2] / "samples" / "round-up.txt"
    status, out, _ = run(capsys, "threads", sample)
    assert status == 0
    assert out.startswith("1. ")
    _, out, _ = run(capsys, "threads", sample, "--json")
    first = json.loads(out)["threads"][0]
    assert first["claims"][0]["text"]
    assert [claim["thread"] for claim in first["claims"]] == [1] * len(first["claims"])


def test_show_has_everything_under_the_names_of_schema_1(capsys, article):
    _, out, _ = run(capsys, "show", article, "--json")
    shown = json.loads(out)
    assert list(shown) == [
        *("schema", "engine", "location", "id", "title", "byline", "outlet", "published", "language", "url"),
        *("text", "blocks", "marks", "quotations", "voices", "claims", "threads"),
    ]
    assert shown["schema"] == 1
    assert (shown["title"], shown["byline"]) == ("The Weir Is Shut", "Ida Stone")
    quotation = shown["quotations"][0]
    assert list(quotation) == [
        *("id", "start", "end", "spans", "kind", "voice", "via", "cue", "denied", "mention", "confidence", "evidence"),
    ]
    parts = [shown["text"][start:end] for start, end in quotation["spans"]]
    assert parts == ["“Nobody asked us,”", "“Nobody will.”"]
    assert quotation["cue"]["text"] == "said"


@pytest.mark.parametrize("command", ["quotes", "voices", "threads", "show"])
def test_several_articles_come_as_one_json_object_a_line(capsys, article, tmp_path, command):
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("Otto Reed", "Olga Rand"), encoding="utf-8")
    status, out, _ = run(capsys, command, article, other, "--json")
    assert status == 0
    found = [json.loads(line) for line in out.splitlines()]
    assert [Path(one["location"]).name for one in found] == ["weir.txt", "other.txt"]


def test_several_articles_as_text_have_their_locations_above_them(capsys, article):
    _, out, _ = run(capsys, "voices", article, article)
    assert sum(line.startswith("==> ") for line in out.splitlines()) == 2


def test_one_article_that_fails_does_not_keep_the_others_back(capsys, article):
    status, out, err = run(capsys, "voices", article, "nowhere.txt", article, "--json")
    assert status == 1
    assert len(out.splitlines()) == 2
    assert err.count("\n") == 1
    assert "nowhere.txt" in err


def test_standard_input_is_an_article(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    status, out, _ = run(capsys, "voices", "-", "--json")
    assert status == 0
    assert [voice["name"] for voice in json.loads(out)["voices"]] == ["Otto Reed", "Ana Brook"]


def test_printing_data_does_not_record_the_article_as_read(capsys, article):
    run(capsys, "voices", article)
    status, out, _ = run(capsys, "library")
    assert (status, out) == (0, "")


def test_voices_fit_the_width_asked_for_and_only_long_names_are_cut(capsys):
    sample = Path(__file__).parents[2] / "samples" / "round-up.txt"
    whole = run(capsys, "voices", sample)[1]
    assert max(map(len, whole.splitlines())) > 100
    cut = run(capsys, "voices", sample, "--width", "80")[1]
    assert max(map(len, cut.splitlines())) <= 80
    names = [voice["name"] for voice in json.loads(run(capsys, "voices", sample, "--json")[1])["voices"]]
    assert all(name in row or len(name) > 20 for name, row in zip(names, cut.splitlines()[1:], strict=True))
    assert run(capsys, "voices", sample, "--width", "0")[1] == whole


def test_quotes_are_explained_when_asked(capsys, article):
    status, out, _ = run(capsys, "quotes", article, "--explain")
    assert status == 0
    assert "  speaker: Otto Reed" in out
    assert "confidence 0." in out


def test_explanations_are_json_too(capsys, article):
    _, out, _ = run(capsys, "quotes", article, "--explain", "--json")
    assert any("Otto Reed" in found["mention"] for found in json.loads(out)["explanations"])


def test_a_table_on_a_terminal_is_as_wide_as_that(capsys, monkeypatch):
    sample = Path(__file__).parents[2] / "samples" / "round-up.txt"
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr("reader.cli.output.sys.stdout.isatty", lambda: True)
    assert 80 < max(map(len, run(capsys, "voices", sample)[1].splitlines())) <= 100


@pytest.mark.parametrize("command", ["quotes", "voices", "threads"])
def test_the_note_of_an_analysis_goes_to_standard_error(capsys, tmp_path, command):
    page = tmp_path / "wehr.txt"
    page.write_text(GERMAN, encoding="utf-8")
    status, out, err = run(capsys, command, page)
    assert (status, err.count("\n")) == (0, 1 if out else 2)
    assert err.startswith("pullquote: Read as German, in part only: ")
    assert "Read as German" not in out
    status, out, err = run(capsys, command, page, "--json")
    assert (err, json.loads(out)["note"].split(",")[0]) == ("", "Read as German")


def test_the_linear_view_contains_the_note_of_the_analysis(capsys, tmp_path):
    page = tmp_path / "wehr.txt"
    page.write_text(GERMAN, encoding="utf-8")
    status, out, err = run(capsys, "show", page)
    assert (status, err) == (0, "")
    assert out.count("(Read as German, in part only: ") == 1
    assert "[1 AK] „Wir wissen es auch nicht“" in out


def test_a_text_that_is_not_english_is_explained_too(capsys, tmp_path):
    page = tmp_path / "wehr.txt"
    page.write_text(GERMAN, encoding="utf-8")
    _, out, _ = run(capsys, "quotes", page, "--explain")
    assert "speaker: Anna Keller (“die Bürgermeisterin Anna Keller”), cue: sagte" in out
