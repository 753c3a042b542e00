"""The reliability table compares the confidence with the share of right speakers."""

import json

import pytest

from tests.benchmarks import reliability
from tests.benchmarks.reliability import Judged, crossed, fit, floors, moved, table

TEXT = "The Weir Is Shut\n\n“We heard it from the ducks,” said Otto Reed. Ana Brook said that eels had died.\n"
BEFORE = "\n\nThe Post reports that Ida Lang wrote:\n\nWe have waited for the rain since May, and now it is July.\n"


def gold(tmp_path, text=TEXT):
    def quote(words, entity):
        start = text.index(words)
        return {"start": start, "end": start + len(words), "speaker": {"text": entity, "entity": entity}}

    quotes = [quote("“We heard it from the ducks,”", "Otto Reed"), quote("that eels had died", "Somebody Else")]
    if text.endswith(BEFORE):
        quotes.append(quote(BEFORE.strip().split("\n\n")[1], "Ida Lang"))
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "weir", "text": text, "quotes": quotes}) + "\n", encoding="utf-8")
    return path


def rows(way, right, wrong, confidence=0.9):
    return [Judged(way, confidence, right=True)] * right + [Judged(way, confidence, right=False)] * wrong


def test_right_and_wrong_speakers_are_distinguished(tmp_path):
    assert [(row.way, row.right) for row in reliability.by_article(gold(tmp_path))[0]] == [
        ("name", True),
        ("name", False),
    ]


def test_passers_are_not_judged(tmp_path):
    assert [row.right for row in reliability.by_article(gold(tmp_path, TEXT + BEFORE))[0]] == [True, False, True]


def test_the_table_has_a_band_for_each_confidence_and_the_losses():
    shown = dict(table([*rows("name", 9, 1), *rows("noun", 1, 1, 0.5)]))
    assert shown["confidence 0.9 to 0.95"] == "10 speakers, shown 0.90, right 0.90"
    assert shown["confidence 0.5 to 0.8"] == "2 speakers, shown 0.50, right 0.50"
    assert shown["log loss, Brier score"] == "0.386, 0.117"
    assert not dict(table([]))


def test_a_floor_hides_what_is_below_it():
    shown = dict(floors([*rows("name", 9, 1), *rows("noun", 1, 3, 0.4)]))
    assert shown["a floor of 0.5 would hide"] == "4 of 14 speakers, right 0.25"
    assert dict(floors(rows("name", 9, 1)))["a floor of 0.9 would hide"] == "0 of 10 speakers"


def test_the_shares_are_drawn_towards_that_of_all_and_moved_to_what_is_right_in_unread_articles():
    few = [*rows("name", 95, 5), *rows("pronoun", 0, 2)]
    shares = fit(few, [])
    assert shares["name"] == pytest.approx(0.95, abs=0.01)
    assert 0.5 < shares["pronoun"] < 0.7
    unread = [*rows("name", 8, 2), *rows("noun", 0, 9)]  # what has no share counts for nothing
    assert fit(few, unread)["name"] == pytest.approx(0.8, abs=0.01)
    assert fit(few, unread)["pronoun"] < shares["pronoun"]
    assert moved(0.5, 0) == 0.5
    assert moved(0.9, -1) < 0.9 < moved(0.9, 1)


def test_an_article_is_judged_by_the_others():
    good, bad = rows("name", 9, 0), rows("name", 0, 9)
    first, second, unread = crossed([good, bad], [rows("name", 3, 1)])
    assert first[0].confidence < 0.5 < second[0].confidence
    assert [row.right for row in unread] == [True] * 3 + [False]
    assert unread[0].confidence == pytest.approx(0.5, abs=0.01)


def test_table_fit_and_cross_are_printed(tmp_path, capsys):
    path = str(gold(tmp_path))
    reliability.main([path])
    assert "confidence 0.95 to 1.0: 2 speakers, shown 0.9" in capsys.readouterr().out
    reliability.main([path, "--unread", path, "--fit"])
    assert json.loads(capsys.readouterr().out) == {"name": 0.5}
    reliability.main([path, "--unread", path, "--cross"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in lines[:1] + lines[-1:]] == ["given", "unread"]
