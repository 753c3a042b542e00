"""The reliability table compares the confidence shown with the share that is right."""

import json

from tests.benchmarks import reliability

TEXT = "The Weir Is Shut\n\n“We heard it from the ducks,” said Otto Reed. Ana Brook said that eels had died.\n"


def gold(tmp_path):
    def quote(words, entity):
        start = TEXT.index(words)
        return {"start": start, "end": start + len(words), "speaker": {"text": entity, "entity": entity}}

    quotes = [quote("“We heard it from the ducks,”", "Otto Reed"), quote("that eels had died", "Somebody Else")]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "weir", "text": TEXT, "quotes": quotes}) + "\n", encoding="utf-8")
    return path


def test_a_right_and_a_wrong_speaker_are_told_apart(tmp_path):
    assert [right for _, _, right in reliability.judged(gold(tmp_path))] == [True, False]


def test_the_table_has_a_band_for_each_confidence(tmp_path, capsys):
    reliability.main([str(gold(tmp_path))])
    said = capsys.readouterr().out
    assert "confidence 0.9 to 1.0" in said
    assert "speakers, shown 0.9" in said


def test_the_fitted_table_is_drawn_towards_the_share_of_all(tmp_path, capsys):
    rows = [("a verb, name", 0.9, True)] * 9 + [("a verb, name", 0.9, False)]
    assert reliability.fit(rows) == {"a verb": 0.9, "a verb, name": 0.9}
    reliability.main([str(gold(tmp_path)), "--fit"])
    assert json.loads(capsys.readouterr().out) == {}


def test_a_floor_is_judged_by_the_other_articles(tmp_path, capsys):
    good, bad = [("name", 0.9, True)] * 8, [("noun", 0.9, False)] * 8
    rows = dict(reliability.floors([good + bad, good + bad]))
    assert rows["a floor of 0.5 would hide"] == "16 of 32 speakers, right 0.00"
    assert dict(reliability.floors([good, good]))["a floor of 0.5 would hide"] == "0 of 16 speakers"
    reliability.main([str(gold(tmp_path)), "--floors"])
    assert "a floor of 0.9 would hide: 2 of 2 speakers, right 0.50" in capsys.readouterr().out
