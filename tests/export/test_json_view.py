"""The JSON of an analysis: everything under the names that outsiders hold on to."""

import json
from dataclasses import replace

import pytest

from reader.export import json_view
from tests.small_article import ANALYSIS, ARTICLE, TEXT, at

SHOWN = json_view.document(ARTICLE, ANALYSIS)


def test_it_is_json():
    assert json.loads(json.dumps(SHOWN)) == SHOWN


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("schema", 1),
        ("engine", "by hand"),
        ("location", "weir.txt"),
        ("id", "a1"),
        ("title", "A Quiet Weir"),
        ("byline", "Ida Stone"),
        ("outlet", None),
        ("published", "2031-05-04"),
        ("language", "en"),
        ("url", None),
        ("text", TEXT),
        ("threads", [{"id": 1, "title": "the weir is closed", "claims": [1, 2, 3, 4]}]),
    ],
)
def test_every_fact_has_its_name(fact, value):
    assert SHOWN[fact] == value


def test_blocks_and_marks_are_spans_of_the_text():
    start = TEXT.index("its key")
    assert {"kind": "item", "level": 2, "ordered": 3, "start": start, "end": start + 7, "hidden": False} in SHOWN[
        "blocks"
    ]
    assert SHOWN["blocks"][-1]["hidden"]
    link = at("Ferry Post")
    href = "https://ferrypost.example/weir"
    assert SHOWN["marks"][0] == {"kind": "link", "start": link.start, "end": link.end, "href": href}


def test_a_quotation_encloses_its_parts_and_has_cue_mention_and_chain():
    first, second = at("“Nobody asked us,”"), at("“Nobody will.”")
    cue, mention = at("said"), at("Otto Reed")
    assert SHOWN["quotations"][2] == {
        "id": 3,
        "start": first.start,
        "end": second.end,
        "spans": [[first.start, first.end], [second.start, second.end]],
        "kind": "direct",
        "voice": 2,
        "via": [1],
        "cue": {"start": cue.start, "end": cue.end, "text": "said"},
        "denied": None,
        "mention": {"start": mention.start, "end": mention.end, "text": "Otto Reed"},
        "confidence": 0.6,
        "evidence": "",
    }


def test_a_speaker_that_is_not_found_is_null():
    found = json_view.quotations(ARTICLE, ANALYSIS, ANALYSIS.quotations[3:])[0]
    assert (found["voice"], found["speaker"], found["mention"]) == (None, None, None)


def test_quotations_have_their_words_and_names():
    found = json_view.quotations(ARTICLE, ANALYSIS, ANALYSIS.quotations[2:3])[0]
    assert found["text"] == ["“Nobody asked us,”", "“Nobody will.”"]
    assert (found["speaker"], found["via_names"]) == ("Otto Reed", ["Ana Brook"])


def test_words_count_for_the_innermost_voice():
    # Brook: 4 of the clause, 6 and 10 of the block's paragraphs, less the 5 that Reed says in it.
    assert {voice["name"]: voice["words"] for voice in SHOWN["voices"]} == {"Ana Brook": 15, "Otto Reed": 5}


def test_relations_have_a_sign_and_the_words_that_license_them_or_are_guesses():
    relations = [claim["relation"] for claim in SHOWN["claims"]]
    cue = at("However")
    assert relations == [
        None,
        {"to": 1, "kind": "evidence", "sign": "+", "cue": None, "guess": True},
        {
            "to": 1,
            "kind": "disputes",
            "sign": "-",
            "cue": {"start": cue.start, "end": cue.end, "text": "However"},
            "guess": False,
        },
        {"to": 2, "kind": "supports", "sign": "+", "cue": None, "guess": True},
    ]


def test_threads_have_their_claims_in_full():
    (thread,) = json_view.threads(ARTICLE, ANALYSIS)
    assert [claim["holder"] for claim in thread["claims"]] == ["Ana Brook", "Ana Brook", None, None]
    assert [claim["own"] for claim in thread["claims"]] == [False, False, True, False]
    assert thread["claims"][1]["text"] == "The gates were shut at noon."


def test_what_cannot_be_known_of_a_text_is_said_where_there_is_such():
    assert "note" not in SHOWN
    assert json_view.document(ARTICLE, replace(ANALYSIS, note="Read in part."))["note"] == "Read in part."


def test_what_a_person_corrected_is_named_and_nothing_else():
    quotations = (replace(ANALYSIS.quotations[0], corrected=("voice",)), *ANALYSIS.quotations[1:])
    voices = (replace(ANALYSIS.voices[0], corrected=("kind", "role"), known=("role",)), *ANALYSIS.voices[1:])
    shown = json_view.document(ARTICLE, replace(ANALYSIS, quotations=quotations, voices=voices))
    assert shown["quotations"][0]["corrected"] == ["voice"]
    assert (shown["voices"][0]["corrected"], shown["voices"][0]["known"]) == (["kind", "role"], ["role"])
    for name in ("quotations", "voices", "claims", "threads"):
        assert not any("corrected" in each or "known" in each for each in SHOWN[name])


def test_a_relation_that_a_person_set_is_no_guess():
    claims = tuple(
        replace(each, relation=replace(each.relation, cue=None, corrected=True)) if each.relation else each
        for each in ANALYSIS.claims
    )
    relations = [each["relation"] for each in json_view.document(ARTICLE, replace(ANALYSIS, claims=claims))["claims"]]
    assert {each["guess"] for each in relations if each} == {False}
