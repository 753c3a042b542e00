"""The pages of the dialog "correct" on a claim and its thread."""

from collections.abc import Iterable
from functools import partial

from reader.app.rendering.truncate import cut
from reader.app.state import Reading
from reader.app.viewmodels.block_lookup import block_span_at
from reader.app.viewmodels.correction_pages import (
    Change,
    Choice,
    CorrectionPage,
    as_found,
    name_of,
    new_voice,
    voice_choices,
)
from reader.model import Analysis, Claim, RelationKind, Thread, Voice, first_words
from reader.services import correcting
from reader.services.session import sentences

_WORDS_CELLS = 60  # of the words of a claim in a row


def claim_page(reading: Reading, analysis: Analysis, claim: Claim) -> CorrectionPage:
    """Return the page on a claim: its holder, its relation, its extent."""
    article = reading.article
    removed = Change("not a claim", (correcting.not_a_claim(article, claim),))
    return CorrectionPage(
        "claim",
        "What is to be corrected of this claim?",
        (
            Choice("held by", partial(_holder_page, reading, analysis, claim), _holder(analysis, claim)),
            Choice("not a claim", removed),
            *_relations(reading, analysis, claim),
            *_splits(reading, claim),
            *_join(reading, analysis, claim),
            *as_found(reading, claim),
        ),
    )


def _holder(analysis: Analysis, claim: Claim) -> str:
    voice = analysis.voice(claim.voice)
    return "now the article itself" if claim.own else f"now {voice.name if voice else 'not known'}"


def _holder_page(reading: Reading, analysis: Analysis, claim: Claim) -> CorrectionPage:
    def held(who: Voice | str) -> Change:
        return Change(f"held by {name_of(who)}", (correcting.held_by(reading.article, analysis, claim, who),))

    own = Change("held by the article", (correcting.held_by_article(reading.article, claim),))
    voices = voice_choices(reading, claim.span.start, held, analysis.voice(claim.voice))
    return CorrectionPage(
        "claim",
        "Who holds this claim?",
        (*voices, Choice("the article itself", own)),
        new_voice(held),
    )


def _relations(reading: Reading, analysis: Analysis, claim: Claim) -> tuple[Choice, ...]:
    article = reading.article
    none = Change("answers no claim", (correcting.answers(article, claim, None, None),))
    rows = (Choice("answers no claim", none),) if claim.relation is not None else ()
    earlier = analysis.claims[: claim.id - 1]
    if not earlier:
        return rows

    def targets(kind: RelationKind) -> CorrectionPage:
        def choice(to: Claim) -> Choice:
            operation = correcting.answers(article, claim, to, kind)
            voice = analysis.voice(to.voice)
            return Choice(_shown(reading, to), Change(f"{kind.verb} an earlier claim", (operation,)), "", voice)

        same_thread = [each for each in earlier if each.thread == claim.thread]
        others = [each for each in earlier if each.thread != claim.thread]
        return CorrectionPage(
            "claim", f"Which claim? This one {kind.verb}…", tuple(map(choice, (*same_thread[::-1], *others[::-1])))
        )

    return (*(Choice(f"{kind.verb} an earlier claim", partial(targets, kind)) for kind in RelationKind), *rows)


def _splits(reading: Reading, claim: Claim) -> tuple[Choice, ...]:
    """Return a row for each sentence of a claim but the first, with which a claim of its own may begin."""
    block = block_span_at(reading.article, claim.span.start)
    starts = [each.start for each in sentences(reading.article, block, reading.analysis)]
    return tuple(
        Choice(
            f"split before “{cut(reading.article.text[start : start + 200], _WORDS_CELLS // 2)}”",
            Change("now two claims", (correcting.split_at(reading.article, claim, start),)),
        )
        for start in starts
        if claim.span.start < start < claim.span.end
    )


def _join(reading: Reading, analysis: Analysis, claim: Claim) -> tuple[Choice, ...]:
    after = analysis.claims[claim.id : claim.id + 1]
    block = block_span_at(reading.article, claim.span.start)
    if not after or not block.contains(after[0].span):
        return ()
    change = Change("now one claim", (correcting.joined(reading.article, claim, after[0]),))
    return (Choice("one claim with the next", change, cut(_shown(reading, after[0]), _WORDS_CELLS // 2)),)


def thread_page(reading: Reading, analysis: Analysis, claim: Claim) -> CorrectionPage:
    """Return the page on the thread of a claim; of a claim in none, the page that puts it into one."""
    if claim.thread is None:
        return move_page(reading, analysis, claim)
    thread = analysis.threads[claim.thread - 1]

    def titled(typed: str) -> Choice:
        operation = correcting.titled(reading.article, analysis, thread, typed)
        return Choice(f"title: {typed}", Change("title set", (operation,)))

    title = CorrectionPage("thread", "What is the title of this thread?", (), titled, thread.title, has_filter=False)
    others = tuple(each for each in analysis.threads if each.id != thread.id)

    def merged() -> CorrectionPage:
        rows = (_moved(reading, analysis, thread.claims, each, "the threads are one") for each in others)
        return CorrectionPage("thread", "With which thread?", tuple(rows))

    later = tuple(each for each in thread.claims if each >= claim.id)
    rows = [
        Choice("title", lambda: title, thread.title),
        Choice("move this claim to another thread", partial(move_page, reading, analysis, claim)),
    ]
    if others:
        rows.append(Choice("merge with another thread", merged))
    if len(later) < len(thread.claims):
        split = _new_thread(reading, analysis, later, "split here: a thread from this claim on")
        rows.append(split)
    return CorrectionPage("thread", f"Thread {thread.id}: {thread.title}", tuple(rows))


def move_page(reading: Reading, analysis: Analysis, claim: Claim) -> CorrectionPage:
    """Return the page that moves a claim to another thread."""
    others = (each for each in analysis.threads if each.id != claim.thread)
    rows = [_moved(reading, analysis, (claim.id,), each, f"moved to thread {each.id}") for each in others]
    is_alone = claim.thread is not None and len(analysis.threads[claim.thread - 1].claims) == 1
    if not is_alone:
        rows.append(_new_thread(reading, analysis, (claim.id,), "a new thread"))
    return CorrectionPage("thread", "To which thread does this claim belong?", tuple(rows))


def _moved(reading: Reading, analysis: Analysis, claims: Iterable[int], to: Thread, said: str) -> Choice:
    operation = correcting.in_thread(reading.article, analysis, claims, to, "")
    return Choice(to.title, Change(said, (operation,)), f"thread {to.id}, {len(to.claims)} claims")


def _new_thread(reading: Reading, analysis: Analysis, claims: tuple[int, ...], words: str) -> Choice:
    title = first_words(analysis.claim(claims[0]).span.of(reading.article.text)).strip('“”„«»" ')
    operation = correcting.in_thread(reading.article, analysis, claims, None, title)
    return Choice(words, Change("a new thread", (operation,)), f"“{cut(title, _WORDS_CELLS // 2)}”")


def _shown(reading: Reading, claim: Claim) -> str:
    start = claim.span.start
    return cut(" ".join(reading.article.text[start : min(claim.span.end, start + 200)].split()), _WORDS_CELLS)
