"""Corrections of highlights are in the library: found again in another session, exported, listed, undone."""

import pytest

from reader.corrections import Anchor, SetHighlightExtent
from reader.errors import StorageError
from reader.model import Analysis
from reader.services import correcting, correction_exchange, exports
from reader.services.corrections import CorrectedAnalysis
from reader.store import StoredCorrection
from tests.services.ferry_article import MAJ, RASK, TEXT, add_highlight, full_analysis, highlighted_words, span

pytestmark = pytest.mark.usefixtures("home", "quiet_engine")


def corrected(found=Analysis("x")):  # noqa: B008 - frozen
    return CorrectedAnalysis(found, found)


def orphan(session, file):
    """An article whose only highlight is no longer in its text."""
    article = session.open(str(file))
    add_highlight(session, article, RASK, speaker=MAJ)
    file.write_text(TEXT.replace(RASK, "“There was money enough for a new hull,”"))
    article = session.open(str(file))
    [highlight] = session.highlights.of(article)
    assert not highlight.spans
    return article, highlight


def attach(session, article, highlight, words="“There was money enough for a new hull,”"):
    operation = correcting.highlight_is(article, highlight, (span(article, words),))
    return session.corrections.add(article, corrected(), operation)


def test_a_highlight_is_attached_for_good_and_undone_and_redone(session, file, start):
    article, highlight = orphan(session, file)
    attach(session, article, highlight)
    [there] = session.highlights.of(article)
    assert there.spans[0].of(article.text) == there.exact == "“There was money enough for a new hull,”"
    assert (there.id, there.note, there.speaker, there.corrected) == (highlight.id, "", MAJ, ("spans",))
    again = start()
    assert again.highlights.of(again.open(str(file))) == (there,)
    again.close()
    session.undo()
    assert session.highlights.of(article) == (highlight,)
    session.redo()
    assert session.highlights.of(article) == (there,)


def test_an_attached_highlight_follows_its_new_words_into_the_next_text(session, file):
    article, highlight = orphan(session, file)
    attach(session, article, highlight)
    file.write_text("News\n\n" + file.read_text().replace("enough for", "enough to buy"))
    article = session.open(str(file))
    assert highlighted_words(session, article) == [["“There was money enough to buy a new hull,”"]]
    file.write_text(TEXT)  # the words that were highlighted at first are back, those that it was attached to are gone
    article = session.open(str(file))
    assert highlighted_words(session, article) == [[RASK]]
    found = session.corrections.apply(article, Analysis("x"))
    assert [each.why for each in found.misfits.values()] == ["these words are no longer in the article"]


def test_a_speaker_that_a_person_set_is_not_overwritten_by_the_engine(session, file):
    article = session.open(str(file))
    add_highlight(session, article, RASK, speaker_pending=True)
    analysis = full_analysis(article)
    [highlight] = session.highlights.of(article)
    owner = analysis.voices[0]
    session.corrections.add(
        article, corrected(analysis), correcting.highlight_said_by(article, analysis, highlight, owner)
    )
    [there] = session.highlights.with_speakers(article, session.highlights.of(article), analysis)
    assert (there.speaker.name, there.speaker.corrected, there.corrected) == ("Maj Ekdal", True, ("speaker",))
    text = exports.text(session, [article])
    assert "**Maj Ekdal**" in text
    assert "✓ corrected by the reader" in text
    session.undo()
    [there] = session.highlights.with_speakers(article, session.highlights.of(article), analysis)
    assert there.speaker.name == "Per Rask"


def test_an_export_says_that_a_person_set_the_place(session, file):
    article, highlight = orphan(session, file)
    attach(session, article, highlight)
    text = exports.text(session, [article])
    assert "> “There was money enough for a new hull,”" in text
    assert "corrected by the reader: where these words begin and end" in text
    assert "no longer in the article" not in text


def test_corrections_of_highlights_are_listed_as_json(session, file):
    article, highlight = orphan(session, file)
    attach(session, article, highlight)
    said = correcting.highlight_said_by(article, Analysis("x"), highlight, "Ada Ros")
    session.corrections.add(article, corrected(), said)
    document = correction_exchange.document(article, session.corrections.apply(article, Analysis("x")))
    extent, speaker = document["corrections"]
    assert (extent["operation"], extent["highlight"], extent["fits"]) == ("set_highlight_extent", highlight.id, True)
    assert extent["words"].startswith("the highlight is")
    assert (speaker["operation"], speaker["voice"]["name"]) == ("set_highlight_speaker", "Ada Ros")
    assert isinstance(speaker["words"], str)


def test_a_correction_that_cannot_be_read_costs_no_highlight(session, file):
    article, highlight = orphan(session, file)
    with session.library.writing() as store:
        key = store.articles.keys_of(article)[0]
        store.corrections.add([StoredCorrection("c", key, "d", "x", '{"operation": "set_highlight_mood"}', "2026")])
    assert session.highlights.of(article) == (highlight,)


def test_words_that_the_article_does_not_have_are_refused(session, file):
    article, highlight = orphan(session, file)
    gone = SetHighlightExtent(highlight.id, Anchor((), "gone"))
    with pytest.raises(StorageError, match="does not fit"):
        session.corrections.add(article, corrected(), gone)


def test_corrections_of_highlights_that_a_library_does_not_have_are_not_imported(session, file):
    article, highlight = orphan(session, file)
    attach(session, article, highlight)
    document = correction_exchange.document(article, session.corrections.apply(article, Analysis("x")))
    for each, new in ((highlight.id, 1), ("another", 0)):
        [correction] = document["corrections"]
        data = {**document, "corrections": [{**correction, "id": f"copy of {each}", "highlight": each}]}
        assert correction_exchange.import_document(session, data, "mine.jsonl")[1] == new
