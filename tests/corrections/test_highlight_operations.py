"""A highlight's extent and speaker are a person's to set; what does not fit the text is not applied."""

from reader.corrections import Anchor, NamedVoice, SetHighlightExtent, SetHighlightSpeaker, replay
from reader.corrections.highlight_operations import correct_highlights
from reader.corrections.json_form import from_text, to_text
from reader.corrections.relocation import relocate
from reader.corrections.summary import describe
from reader.model import Highlight, Span, Speaker, VoiceKind
from tests.corrections.correcting import correction, sample

TEXT = "The lamp was lit. Maj Ekdal gave 214 crowns for it. The night was dark."
GAVE = Span(TEXT.index("Maj"), TEXT.index(" The night"))
KEPT = Highlight("h1", "a", (), "Per Rask gave 300 crowns.", "", "", "2026", "2026", Speaker("Per Rask", "person"))
VOICE = NamedVoice("Maj Ekdal", None, VoiceKind.OFFICIAL, "mayor")


def extent(text=TEXT, span=GAVE):
    return correction(SetHighlightExtent("h1", Anchor.of(text, span)))


def test_a_highlight_that_was_not_found_has_the_place_that_a_person_gave_it():
    [found] = correct_highlights([KEPT], [extent()])
    assert (found.spans, found.exact, found.corrected) == ((GAVE,), GAVE.of(TEXT), ("spans",))
    assert found.speaker == KEPT.speaker


def test_the_last_extent_counts_and_other_highlights_stay():
    first, last = extent(), extent(span=Span(0, 8))
    other = Highlight("h2", "a", (Span(0, 3),), "The", "", "", "2026", "2026")
    assert correct_highlights([KEPT, other], [first, last])[0].spans == (Span(0, 8),)
    assert correct_highlights([KEPT, other], [first, last])[1] == other


def test_a_speaker_is_set_for_good_or_taken_away():
    said = correction(SetHighlightSpeaker("h1", Anchor((), KEPT.exact), VOICE))
    [found] = correct_highlights([KEPT], [said])
    assert found.speaker == Speaker("Maj Ekdal", "official", "mayor", corrected=True)
    assert found.corrected == ("speaker",)
    [found] = correct_highlights([KEPT], [said, correction(SetHighlightSpeaker("h1", Anchor((), KEPT.exact), None), 2)])
    assert (found.speaker, found.corrected) == (None, ("speaker",))


def test_an_extent_follows_its_words_and_is_a_misfit_once_they_are_gone():
    _, analysis = sample()
    moved = "At first. " + TEXT.replace("was lit", "is lit")
    [correction_there] = relocate([extent()], TEXT, moved)
    [found] = correct_highlights([KEPT], [correction_there])
    assert found.exact == "Maj Ekdal gave 214 crowns for it."
    assert found.spans[0].of(moved) == found.exact
    [gone] = relocate([extent()], TEXT, "The lamp was lit. The night was dark.")
    assert correct_highlights([KEPT], [gone]) == [KEPT]
    assert replay(analysis, [gone]).misfits == {gone.id: "these words are no longer in the article"}


def test_an_analysis_is_the_same_with_corrections_of_highlights():
    article, analysis = sample()
    made = [extent(article.text, Span(0, 9)), correction(SetHighlightSpeaker("h1", Anchor((), "x"), VOICE), 2)]
    result = replay(analysis, made)
    assert not result.misfits
    assert (result.analysis.quotations, result.analysis.voices) == (analysis.quotations, analysis.voices)


def test_they_are_kept_as_json_and_described():
    said = SetHighlightSpeaker("h1", Anchor((GAVE,), GAVE.of(TEXT)), VOICE)
    for operation in (extent().operation, said, SetHighlightSpeaker("h1", Anchor((), "Some words."), None)):
        assert from_text(to_text(operation)) == operation
    assert describe(extent().operation) == "the highlight is “Maj Ekdal gave 214 crowns for it.”"
    assert describe(said) == "the highlight is Maj Ekdal's: “Maj Ekdal gave 214 crowns for it.”"
