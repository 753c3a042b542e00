"""Annotations in JSON-LD, expanded by PyLD, and the JSON that Hypothesis takes."""

import json
from pathlib import Path

from pyld import jsonld

from reader.export import hypothesis_json, web_annotation
from reader.model import Span
from tests.export.exported import DRY, EXPORTED, FULL, TEXT

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"


def expanded(text):
    """The document as any JSON-LD program sees it: every name a whole IRI. The context is that of the W3C, in part."""
    context = json.loads(Path(__file__).with_name("web_annotation_context.json").read_text())

    def load(url, _options):
        assert url == CONTEXT
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

    return jsonld.expand(json.loads(text), {"documentLoader": load})


def annotations(text):
    (collection,) = expanded(text)
    assert collection["@type"] == [f"{AS}OrderedCollection"]
    (page,) = collection[f"{AS}first"]
    (items,) = page[f"{AS}items"]
    assert collection[f"{AS}totalItems"][0]["@value"] == len(items["@list"])
    return items["@list"]


def value(node, name):
    (only,) = node[name]
    return only.get("@value", only.get("@id"))


def test_every_annotation_quotes_its_words_and_places_them_in_code_points():
    first, second, gone = annotations(web_annotation.render([EXPORTED]))
    for annotation, expected in ((first, Span(DRY.spans[0].start, DRY.spans[-1].end)), (second, FULL.spans[0])):
        (target,) = annotation[f"{OA}hasTarget"]
        quote, position = target[f"{OA}hasSelector"]
        place = Span(int(value(position, f"{OA}start")), int(value(position, f"{OA}end")))
        assert place.of(TEXT) == value(quote, f"{OA}exact")
        assert (value(quote, f"{OA}prefix"), value(quote, f"{OA}suffix")) == ("before ", " after")
        assert place == expected
        assert value(target, f"{OA}hasSource") == "https://sluice.example/dry?a=1&b=2_3"
    (target,) = gone[f"{OA}hasTarget"]
    assert [each["@type"] for each in target[f"{OA}hasSelector"]] == [[f"{OA}TextQuoteSelector"]]


def test_note_tags_and_speaker_are_bodies_with_their_purpose():
    first, second, _ = annotations(web_annotation.render([EXPORTED]))
    rdf_value = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
    bodies = [
        (value(each, f"{OA}hasPurpose").removeprefix(OA), value(each, rdf_value)) for each in first[f"{OA}hasBody"]
    ]
    assert bodies == [
        ("commenting", "Ask *why*.\n\n- Twice"),
        ("tagging", "water"),
        ("tagging", "two words"),
        ("describing", "Tove Lind, hydrologist, Marsh Institute, Delta Post (via Ola Vik, The Sluice)"),
    ]
    assert value(first, f"{OA}motivatedBy") == f"{OA}commenting"
    assert value(second, f"{OA}motivatedBy") == f"{OA}highlighting"
    assert value(second[f"{OA}hasTarget"][0], f"{OA}styleClass") == "pink"
    assert first["@id"] == "urn:pullquote:highlight:aa"


def test_hypothesis_gets_the_fields_that_its_sidebar_takes():
    data = json.loads(hypothesis_json.render([EXPORTED]))
    first, second, gone = data["annotations"]
    assert first["uri"] == second["uri"] == "https://sluice.example/dry?a=1&b=2_3"
    assert (first["text"], first["tags"]) == ("Ask *why*.\n\n- Twice", ["water", "two words", "Tove Lind"])
    assert first["document"] == {"title": ["A Dry Year: What Now?"]}
    for each in (first, second, gone):
        (target,) = each["target"]
        assert target["source"] == each["uri"]
        quotes = [selector for selector in target["selector"] if selector["type"] == "TextQuoteSelector"]
        assert [quote["exact"] for quote in quotes]
