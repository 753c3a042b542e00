"""Properties of every language: spans are inside the text, and results are deterministic."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.languages.other_analysis import attributions_and_voices
from tests.analysis.languages.analysed_texts import language_of
from tests.analysis.short_attribution import article

PIECES = [
    *(
        "sagte",
        "a dit",
        "dijo",
        "dass",
        "qu’il",
        "que",
        "laut",
        "selon",
        "zufolge",
        "sei",
        "teilte",
        "mit",
        "so",
        "und",
    ),
    *("Anna", "Keller", "die", "la", "l’", "maire", "Polizei", "Frau", "M.", "sie", "elle", "am Montag", "a-t-elle"),
    *("Stadtwerke", "hat", "gesagt", "nach Angaben", "de acuerdo con", "habe", "und", "wie", "der", "von", "54", "Wer"),
    *(
        "„",
        "“",
        "”",
        "«",
        "»",
        "—",
        "–",
        "‚",
        "‘",
        "「",
        "」",
        '"',
        ",",
        ".",
        ":",
        "?",
        "：",
        "。",
        "(",
        ")",
        "3.",
        "\n\n",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["de", "fr", "es", ""]))
def test_whatever_the_text_its_quotations_are_spans_of_it_in_order(pieces, code):
    paragraphs = [p.strip() for p in " ".join(pieces).split("\n\n") if p.strip()]
    made = article(*paragraphs)
    attributions, voices, who = attributions_and_voices(made, language_of(code))
    assert (attributions, voices, who) == attributions_and_voices(made, language_of(code))
    assert [a.spans[0].start for a in attributions] == sorted(a.spans[0].start for a in attributions)
    for number, attribution in enumerate(attributions):
        assert all(one.end <= other.start for one, other in pairwise(attribution.spans))
        for span in (*attribution.spans, attribution.cue, attribution.mention, attribution.head):
            assert span is None or (0 <= span.start < span.end <= len(made.text))
        if attribution.mention is not None and attribution.head is not None:
            assert attribution.mention.contains(attribution.head)
        assert attribution.parent is None or attribution.parent < number
    assert [voice.id for voice in voices] == list(range(1, len(voices) + 1))
    assert {v for v in who if v is not None} == {voice.id for voice in voices}
