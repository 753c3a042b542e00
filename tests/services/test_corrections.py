"""Corrections are kept, replayed on every analysis, undone, and followed by highlights."""

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader import analysis as engine
from reader.errors import SourceError, StorageError
from reader.model import QuotationKind, Span, VoiceKind
from reader.services import correcting, correction_exchange, exports

pytestmark = pytest.mark.usefixtures("home")

ROUND_UP = Path(__file__).parents[2] / "samples" / "round-up.txt"
FIRST = "“We are not abolishing anything,”"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "round-up.txt"
    path.write_bytes(ROUND_UP.read_bytes())
    return path


@pytest.fixture
def opened(session, file):
    """The session, its article, and what is found in it."""
    article = session.open(str(file))
    return session, article, session.corrections.apply(article, session.analyse(article))


def quotation(article, analysis, words=FIRST):
    return next(each for each in analysis.quotations if words in each.span.of(article.text))


def speaker(article, analysis, words=FIRST):
    voice = analysis.voice(quotation(article, analysis, words).voice)
    return None if voice is None else voice.name


def said_by(article, corrected, who, words=FIRST):
    analysis = corrected.analysis
    return correcting.said_by(article, analysis, quotation(article, analysis, words), who)


def voice(analysis, name):
    return next(each for each in analysis.voices if each.name == name)


def corrected_again(session, file):
    article = session.open(str(file))
    return article, session.corrections.apply(article, session.analyse(article))


def test_a_corrected_speaker_is_there_in_the_next_session_and_marked(opened, start, file):
    session, article, before = opened
    after = session.corrections.add(article, before, said_by(article, before, voice(before.analysis, "Agathe Muir")))
    assert speaker(article, after.analysis) == "Agathe Muir"
    assert quotation(article, after.analysis).corrected == ("voice",)
    again, corrected = corrected_again(start(), file)
    assert corrected.analysis == after.analysis
    assert speaker(again, corrected.found) == "Renata Kolbe"


def test_a_correction_is_there_after_kill_9(file, start):
    script = (
        "import os, sys\nfrom reader.services.session import Session\nfrom reader.services import correcting\n"
        "session = Session(); article = session.open(sys.argv[1])\n"
        "found = session.corrections.apply(article, session.analyse(article))\n"
        "session.corrections.add(article, found, correcting.said_by(article, found.found, found.found.quotations[0], 'Ada Roe'))\n"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", script, file], check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == -signal.SIGKILL
    _, corrected = corrected_again(start(), file)
    assert corrected.analysis.voice(corrected.analysis.quotations[0].voice).name == "Ada Roe"


def test_corrections_are_replayed_on_what_another_engine_finds(opened, start, file, monkeypatch):
    session, article, before = opened
    session.corrections.add(article, before, said_by(article, before, "Ada Roe"))

    def other_engine(article, *_):
        found = engine.analyse(article)
        quotations = tuple(
            replace(each, voice=2, spans=tuple(Span(span.start, span.end - 1) for span in each.spans))
            for each in found.quotations
        )
        return replace(found, engine="another", quotations=quotations)

    again = start()
    monkeypatch.setattr(again, "analyse", other_engine)
    article, corrected = corrected_again(again, file)
    assert not corrected.misfits
    assert speaker(article, corrected.found, FIRST[:-2]) != "Ada Roe"
    assert speaker(article, corrected.analysis, FIRST[:-2]) == "Ada Roe"


def test_corrections_follow_their_words_in_an_edited_text(opened, start, file):
    session, article, before = opened
    session.corrections.add(article, before, said_by(article, before, "Ada Roe"))
    text = file.read_text()
    file.write_text(
        text.replace("By Corin Aldous\n", "By Corin Aldous\n\nA new paragraph stands here.\n").replace(
            "one coffee at a time", "one tea at a time"
        )
    )
    again, corrected = corrected_again(start(), file)
    assert again.text != article.text
    assert not corrected.misfits
    assert speaker(again, corrected.analysis) == "Ada Roe"


def test_a_correction_whose_words_are_gone_is_listed_and_not_applied(opened, start, file):
    session, article, before = opened
    session.corrections.add(article, before, said_by(article, before, "Ada Roe"))
    text = file.read_text()
    begin = text.index("Renata Kolbe, the bank")
    file.write_text(text[:begin] + text[text.index("According to the bank") :])
    _, corrected = corrected_again(start(), file)
    assert [each.why for each in corrected.misfits.values()] == ["these words are no longer in the article"]
    assert "Ada Roe" in next(iter(corrected.misfits.values())).words
    assert "Ada Roe" not in {each.name for each in corrected.analysis.voices}


def test_undo_takes_changes_back_in_the_order_in_which_they_were_made(opened):
    session, article, before = opened
    words = quotation(article, before.analysis)
    session.highlights.add(article, words.spans)
    after = session.corrections.add(article, before, said_by(article, before, "Ada Roe"), undone="undone: Ada")
    session.corrections.add(article, after, correcting.of_kind(article, words, QuotationKind.INDIRECT))
    assert session.undo() == "correction undone"
    assert session.corrections.apply(article, before.found).analysis == after.analysis
    assert session.undo() == "undone: Ada"
    assert session.corrections.apply(article, before.found).analysis is before.found
    assert session.highlights.of(article)
    assert (session.undo() or "").startswith("highlight removed")
    assert session.undo() is None
    assert (session.redo() or "").startswith("highlighted again")
    assert session.redo() == "correction made again"
    assert session.corrections.apply(article, before.found).analysis == after.analysis
    session.highlights.delete(session.highlights.of(article)[0])
    assert session.redo() is None


def test_a_correction_is_taken_back_in_a_later_session(opened, start, file):
    session, article, before = opened
    session.corrections.add(article, before, said_by(article, before, "Ada Roe"))
    later = start()
    again, corrected = corrected_again(later, file)
    later.corrections.withdraw(correcting.about(corrected.corrections, quotation(again, corrected.analysis)))
    assert later.corrections.apply(again, corrected.found).analysis is corrected.found
    assert later.undo() == "corrections made again"
    assert speaker(again, later.corrections.apply(again, corrected.found).analysis) == "Ada Roe"


def test_highlights_follow_the_corrected_speaker_and_go_back(opened, start):
    session, article, before = opened
    session.highlights.add(article, quotation(article, before.analysis).spans)
    after = session.corrections.add(article, before, said_by(article, before, "Ada Roe"))
    session.highlights.with_speakers(article, session.highlights.of(article), after.analysis, before.analysis)
    [kept] = start().highlights.of(article)
    assert (kept.speaker.name, kept.speaker.corrected) == ("Ada Roe", True)
    assert "**Ada Roe** (✓ corrected by the reader)" in exports.text(session, [article])
    session.undo()
    back = session.corrections.apply(article, before.found).analysis
    assert session.highlights.with_speakers(article, (kept,), back)[0].speaker.name == "Renata Kolbe"


def test_what_is_known_of_a_voice_holds_in_every_article(opened, start, tmp_path):
    session, article, before = opened
    session.corrections.add_known("Renata Kolbe", "kind", "expert")
    found = session.corrections.apply(article, before.found).analysis
    assert voice(found, "Renata Kolbe").kind is VoiceKind.EXPERT
    other = tmp_path / "other.txt"
    other.write_text("A Second Thought\n\n“Coins were heavy,” said Renata Kolbe on Monday. “We waited long.”\n")
    again, corrected = corrected_again(start(), other)
    kolbe = voice(corrected.analysis, "Renata Kolbe")
    assert (kolbe.kind, kolbe.known) == (VoiceKind.EXPERT, ("kind",))
    session.undo()
    assert voice(start().corrections.apply(again, corrected.found).analysis, "Renata Kolbe").known == ()


def test_a_later_known_fact_takes_the_place_of_the_former(opened):
    session, article, before = opened
    session.corrections.add_known("renata kolbe", "role", "governor")
    session.corrections.add_known("Renata Kolbe", "role", "banker")
    assert voice(session.corrections.apply(article, before.found).analysis, "Renata Kolbe").role == "banker"
    session.undo()
    assert voice(session.corrections.apply(article, before.found).analysis, "Renata Kolbe").role == "governor"


def test_what_does_not_fit_is_not_stored(opened):
    session, article, before = opened
    removed = session.corrections.add(
        article, before, correcting.not_a_quotation(article, quotation(article, before.analysis))
    )
    with pytest.raises(StorageError, match="does not fit"):
        session.corrections.add(article, removed, said_by(article, before, "Ada Roe"))
    assert len(session.corrections.apply(article, before.found).corrections) == 1


def test_an_article_with_corrections_is_hidden_and_not_lost_when_it_is_removed(opened, start, file):
    session, article, before = opened
    session.corrections.add(article, before, said_by(article, before, "Ada Roe"))
    session.library.remove(str(file))
    assert session.library.entries() == ()
    again, corrected = corrected_again(start(), file)
    assert speaker(again, corrected.analysis) == "Ada Roe"


def test_a_correction_of_an_unknown_kind_is_listed(opened, session):
    _, article, before = opened
    session.corrections.add(article, before, said_by(article, before, "Ada Roe"))
    with session.library.writing() as store:
        store._connection.execute('UPDATE corrections SET operation = \'{"operation": "turn_upside_down"}\'')
    corrected = session.corrections.apply(article, before.found)
    assert corrected.analysis is before.found or corrected.analysis == before.found
    assert [each.why for each in corrected.misfits.values()] == ["another version of Pullquote wrote it"]


def test_a_colleague_gets_the_corrections(opened, monkeypatch, tmp_path, start, file):
    session, article, before = opened
    after = session.corrections.add(
        article,
        before,
        said_by(article, before, "Ada Roe"),
        correcting.voice_is(article, before.analysis, voice(before.analysis, "Agathe Muir"), "kind", "expert"),
    )
    data = json.loads(json.dumps(correction_exchange.document(article, after)))
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path / "colleague"))
    colleague = start()
    with pytest.raises(SourceError, match="open it in Pullquote first"):
        correction_exchange.import_document(colleague, data, "mine.jsonl")
    text = file.read_text()
    file.write_text(text)
    colleague.open(str(file))
    assert correction_exchange.import_document(colleague, data, "mine.jsonl")[1] == 2
    assert correction_exchange.import_document(colleague, data, "mine.jsonl")[1] == 0
    again, corrected = corrected_again(colleague, file)
    assert corrected.analysis == after.analysis
    assert speaker(again, corrected.analysis) == "Ada Roe"


@pytest.mark.parametrize(
    "data",
    [None, {}, {"corrections": []}, {"schema": 2, "corrections": []}, {"schema": 1, "corrections": [{}], "id": "here"}],
)
def test_what_are_no_corrections_is_refused(opened, data):
    session, article, _ = opened
    given = data and {**data, **({"id": article.id} if "id" in data else {})}
    with pytest.raises(SourceError, match=r"x\.jsonl"):
        correction_exchange.import_document(session, given, "x.jsonl")


def test_redo_does_not_take_back_what_another_window_withdrew(opened, start, file):
    session, article, before = opened
    session.corrections.add(article, before, said_by(article, before, "Ada Roe"))
    other = start()
    _, corrected = corrected_again(other, file)
    other.corrections.withdraw([corrected.corrections[0].id])
    assert session.undo() == "correction kept: it was changed in another window"
    assert session.redo() == "correction kept: it was changed in another window"
    assert corrected_again(start(), file)[1].corrections == ()
    assert other.undo() == "corrections made again"
    assert len(corrected_again(start(), file)[1].corrections) == 1
