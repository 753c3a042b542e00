"""The reliability table compares the confidence with the share of right speakers."""

import json

import pytest

from tests.benchmarks import reliability
from tests.benchmarks.reliability import MADE, READ, Judged, crossed, fit, floors, gathered, logistic, table

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


def rows(way, right, wrong, confidence=0.9, more=()):
    own = (way, *more)
    return [Judged(own, confidence, right=True)] * right + [Judged(own, confidence, right=False)] * wrong


def test_right_and_wrong_speakers_are_distinguished(tmp_path):
    assert [(row.features[0], row.right) for row in reliability.by_article(gold(tmp_path))[0]] == [
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


def test_the_weights_give_the_share_that_is_right():
    weights = fit([[*rows("name", 950, 50), *rows("pronoun", 30, 70)]])
    assert logistic(weights, ["name"]) == pytest.approx(0.95, abs=0.01)
    assert logistic(weights, ["pronoun"]) == pytest.approx(0.3, abs=0.02)


def test_that_an_article_was_read_is_a_feature_of_its_own():
    read, unread = rows("name", 990, 10, more=(READ,)), rows("name", 90, 10)
    assert logistic(fit([read, unread]), ["name"]) == pytest.approx(0.9, abs=0.02)


def test_round_ups_are_moved_to_what_is_right_in_real_ones():
    made = rows("name", 999, 1, more=("round-up", MADE))
    real = rows("name", 7, 3, more=("round-up",))
    assert logistic(fit([made, real]), ["name", "round-up"]) == pytest.approx(0.7, abs=0.01)


def test_an_article_is_judged_by_the_others():
    articles = [rows("name", 9, 0), rows("name", 0, 9)]
    first, second = crossed(articles, [])
    assert first[0].confidence < 0.5 < second[0].confidence
    assert crossed([rows("name", 3, 1)], [rows("name", 1, 1)])[0][0].confidence == pytest.approx(0.5, abs=0.01)


def test_articles_are_unread_behind_the_last_that_was_read(tmp_path):
    path = gold(tmp_path)
    read, unread = gathered([path], "weir")
    assert (len(read), len(unread)) == (1, 0)
    assert all(READ in row.features for row in read[0])
    read, unread = gathered([path], "another file’s article")
    assert (len(read), len(unread)) == (0, 1)


def test_a_gold_pronoun_without_a_name_is_not_judged():
    quote = {"start": 0, "end": 7, "speaker": {"text": "he"}}
    document = {"text": "“It is,” said Otto Reed.", "quotes": [quote]}
    assert not list(reliability._judged(document))
    assert list(reliability._judged({**document, "quotes": [{**quote, "speaker": {"text": "Otto Reed"}}]}))


def test_table_fit_and_cross_are_printed(tmp_path, capsys):
    path = str(gold(tmp_path))
    reliability.main([path])
    assert "2 speakers, shown 0.9" in capsys.readouterr().out
    reliability.main([path, "--unread", path, "--fit"])
    assert json.loads(capsys.readouterr().out).keys() == {"bias", "name"}
    reliability.main([path, "--unread", path, "--cross"])
    assert capsys.readouterr().out.startswith("unread: confidence 0.")
