"""Find block quotations, by their lead-ins, closing notes, marks of omission and style."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from reader.analysis.blocks.author_style import AuthorStyle, author_style
from reader.analysis.blocks.block_quote import (
    AFTER_COLON,
    AFTER_COMMA,
    AFTER_NO_STOP,
    BY_STYLE,
    POST,
    TRANSLATION,
    BlockQuote,
    words_without_closer,
)
from reader.analysis.blocks.bounds import is_apart, may_begin, may_go_on
from reader.analysis.blocks.contributions import contributions
from reader.analysis.blocks.dialogues import dialogues
from reader.analysis.blocks.interviews import Turn, questions
from reader.analysis.blocks.labelled_posts import (
    author_in_header,
    post_by_form,
    post_by_label,
    post_by_lines,
    run_follows,
)
from reader.analysis.blocks.passages import HANDLE, PROSE, Passage, last_unit
from reader.analysis.blocks.signatures import posted_by, signed_paragraphs
from reader.analysis.blocks.source_blocks import (
    end_of_source_block,
    is_translation_of,
    last_translated,
    post_set_apart,
    source_block,
)
from reader.analysis.blocks.speaker_turns import turns
from reader.analysis.blocks.style import can_open_block, continuation_features, is_omission, opening_features
from reader.analysis.blocks.word_classes import other_script
from reader.analysis.words.grammar import is_role
from reader.analysis.words.memo import FormCache
from reader.analysis.words.weights import score
from reader.model import BlockKind, Span

_TURNS = ("a turn under its speaker’s name", "an answer in an interview")  # evidence for a turn
_CONTRIBUTION = "a section with its author’s name"
_DIALOGUE = "a turn behind a dash"
_SIGNED = "before its speaker’s name"
_LONGEST_LINES = 200  # characters of a post of several paragraphs
_LONGEST_POST = 800  # characters of a post that only its signature shows
_END_SCORE = -0.35  # a score: the fit sees up to two passages after each block, so its 0 ends blocks a little too soon
LONGEST = 12  # passages of a block quotation without a closer
_COLON = re.compile(r"\s*:")
_UNNAMED = frozenset({"many", "most", "others", "people", "some", "their", "they"})
_LAST_SENTENCES = 2  # sentences before posts that are searched for a mention of posts


def blocks(text: str, parts: list[Passage], check: Callable[[], object] = lambda: None) -> Iterator[BlockQuote]:
    """Yield the block quotations of an article in text order. Where its source marks block quotes, those decide.

    The search for the next one looks back at most two passages. `check` is called before each passage.
    """
    kept = any(p.kind is BlockKind.QUOTE for p in parts)
    spoken = turns(parts) or questions(parts)
    written = {} if spoken else contributions(parts)
    spoken = spoken or written
    answers = min(spoken) - 1 if spoken else len(parts)  # lead-ins are searched for before the first question …
    between = {i for turn in spoken.values() for i in range(turn.last + 2, turn.until)}
    behind = max((turn.until for turn in spoken.values()), default=len(parts))  # … or between or after turns
    author = author_style(parts)
    dashed = dialogues(text, parts)
    signed = {} if spoken else signed_paragraphs(text, parts)
    index = 0
    reported = -1  # the last paragraph of a block quote that only sets reported speech apart
    previous: BlockQuote | None = None
    while index < len(parts):
        check()
        passage = parts[index]
        quote = None
        if index in spoken:
            quote = _turn(text, parts, spoken[index])
            quote.how = _CONTRIBUTION if index in written else quote.how
        elif index in dashed:
            words, name = dashed[index]
            quote = BlockQuote(index, index, None, (words,), None, _DIALOGUE, name)
        elif passage.kind is BlockKind.QUOTE:
            before = previous if previous is not None and previous.last == index - 1 else None
            quote = post_set_apart(parts, index, before)
            if quote is None and index > reported:
                quote = source_block(text, parts, index, before)
                reported = end_of_source_block(parts, index) if quote is None else reported
        elif passage.kind in PROSE:
            quote = _post(text, parts, index, previous if previous is not None and previous.last == index - 1 else None)
            if quote is None and index in signed:
                words, name, last = signed[index]
                quote = BlockQuote(index, last, None, (words,), None, _SIGNED, name)
            free = index < answers or index in between or (index > behind and _names_source(text, parts[index - 1]))
            if quote is None and not kept and free:
                quote = _block_by_style(text, parts, index, author)
        if quote is not None:
            previous = quote
            yield quote
        index = quote.last + 1 if quote is not None else index + 1


def _turn(text: str, parts: list[Passage], turn: Turn) -> BlockQuote:
    """The block quotation for a labelled speaker's turn."""
    spans = [words_without_closer(parts[i]) for i in range(turn.first, turn.last + 1) if i not in turn.asides]
    spans[0] = Span(turn.words, max(turn.words, spans[0].end))
    how = _TURNS[0 if _COLON.match(text, turn.label.end, turn.words) else 1]
    return BlockQuote(turn.first, turn.last, None, tuple(spans), turn.label, how)


def _post(text: str, parts: list[Passage], index: int, before: BlockQuote | None) -> BlockQuote | None:
    """A post under or above its author’s handle or name; a lead-in belongs to the first of several only.

    A handle and a colon, or a handle in a signature below, are enough. A label alone makes a post only after another
    one (`before` is the block that ends just before, if any) and after a sentence with a colon that names no source.
    """
    passage = parts[index]
    writer = author_in_header(parts[index - 1]) if index else None
    if writer is not None and not is_apart(passage):
        return BlockQuote(index, index, None, (words_without_closer(passage),), None, POST, writer)
    found = post_by_lines(parts, index)
    if found is not None:
        framed, last = found
        return BlockQuote(index, last, None, (framed.words,), framed.name, POST)
    ending = _signed_at(parts, index)
    if ending is not None and len(ending[1]) <= _LONGEST_POST and not passage.text.rstrip().endswith(":"):
        return BlockQuote(index, ending[0], None, (ending[1],), None, POST, ending[2])
    lines = _signed_lines(parts, index, before)
    if lines is not None:
        return lines
    if before is not None and _is_translation(text, passage, before):
        spans = (words_without_closer(passage),)
        return replace(before, first=index, last=index, leadin=None, spans=spans, how=TRANSLATION)
    after_post = before is not None and before.how in {POST, TRANSLATION} and before.signature is None
    leadin, several = None, False
    if index and before is None and parts[index - 1].kind is BlockKind.PARAGRAPH:
        how = parts[index - 1].ending(text)
        last_sentences = parts[index - 1].units(text)[-_LAST_SENTENCES:]
        several = any(_SEVERAL[low] for u, _ in last_sentences for low in u.low)  # users, readers, others who may speak
        posts = several and (post_by_label(passage, passage.span.end, run=False) or run_follows(parts, index))
        if how == ":" or (how == "." and posts) or (how == "" and passage.text[0] == "@"):
            leadin = index - 1
    end = words_without_closer(passage).end
    post = post_by_form(passage, end)
    if post is None and (after_post or (leadin is not None and not _names_one_speaker(text, parts[leadin]))):
        post = post_by_label(passage, end, run=after_post or several or run_follows(parts, index))
    return None if post is None else BlockQuote(index, index, leadin, (post.words,), post.name, POST)


def _is_translation(text: str, passage: Passage, before: BlockQuote) -> bool:
    """Whether a paragraph in English is the translation of the post in another language before it."""
    own = before.how != POST or HANDLE.match(passage.text) or passage.ending(text) == ":"
    return not own and is_translation_of(text, passage, before)


def _signed_at(parts: list[Passage], index: int) -> tuple[int, Span, Span] | None:
    """The passage with the signature of a post that ends at `index` or after it, the post's words, and the name."""
    found = posted_by(parts[index])
    if found is not None:
        return (index, *found) if len(found[0]) else None
    if index + 1 == len(parts) or parts[index + 1].kind not in PROSE:
        return None
    found = posted_by(parts[index + 1])
    return None if found is None or len(found[0]) else (index + 1, words_without_closer(parts[index]), found[1])


def _signed_lines(parts: list[Passage], index: int, before: BlockQuote | None) -> BlockQuote | None:
    """A post of several short paragraphs from `index` on, with its signature below; None without one.

    It follows another signed post or a colon, since the author's own words may stand above a post as well.
    """
    after_post = before is not None and before.signature is not None
    after_colon = before is None and index > 0 and parts[index - 1].text.rstrip().endswith(":")
    if not (after_post or after_colon):
        return None
    length, at = 0, index
    while at < len(parts) and parts[at].kind in PROSE and not parts[at].text.rstrip().endswith(":"):
        found = posted_by(parts[at])
        if found is not None:
            spans = tuple(words_without_closer(parts[line]) for line in range(index, at))
            return None if len(found[0]) or not spans else BlockQuote(index, at, None, spans, None, POST, found[1])
        length += len(parts[at].text)
        if length > _LONGEST_LINES:
            return None
        at += 1
    return None


_SEVERAL = FormCache(lambda low: low.endswith("s") and is_role(low.removesuffix("s")))


def _names_source(text: str, before: Passage) -> bool:
    """Whether a lead-in names a source; this is required after an exchange, whose last answer has no fixed length."""
    return before.ending(text) == ":" and "named" in before.best_features(text)


def _names_one_speaker(text: str, passage: Passage) -> bool:
    """Whether the last sentence of a passage names a single speaker (unlike "Several users reacted:")."""
    ranked, ending = passage.leading(text), last_unit(passage, text)
    if not ranked or ending is None or ranked[0].score <= 0 or "neuter" in ranked[0].features:
        return False
    source, head = ranked[0].source, ending[0].low[ranked[0].source.head_last]
    if head in _UNNAMED or (source.kind == "noun" and _SEVERAL[head]):
        return False
    return source.kind != "noun" or ranked[0].cue is not None


def _block_by_style(text: str, parts: list[Passage], index: int, author: AuthorStyle) -> BlockQuote | None:
    """A block quotation with the paragraph before `index` as lead-in, and all the paragraphs that continue it."""
    if not can_open_block(text, parts, index, author) or not may_begin(text, parts, index):
        return None
    holding = opening_features(text, parts, index, author)
    if score("block", holding) <= 0:
        return None
    last = _last_of(text, parts, index, author)
    how = BY_STYLE
    if "colon" in holding:
        how = AFTER_COMMA if parts[index - 1].text.rstrip().endswith(",") else AFTER_COLON
    elif "no stop" in holding:
        how = AFTER_NO_STOP
    spans = [words_without_closer(parts[i]) for i in range(index, last + 1)]
    for at in range(index, last + 1):
        ending = _signed_at(parts, at)
        if ending is not None:
            return BlockQuote(index, ending[0], index - 1, (*spans[: at - index], ending[1]), None, POST, ending[2])
    spoken = tuple(span for span in spans if not is_omission(span.of(text)))
    return BlockQuote(index, last, index - 1, spoken, None, how)


def _last_of(text: str, parts: list[Passage], first: int, author: AuthorStyle) -> int:
    """The last passage of the block that begins at `first`: each further one must score above `_END_SCORE`."""
    translated = last_translated(text, parts, first)
    if translated is not None:
        return translated
    last = first
    while last + 1 < min(len(parts), first + LONGEST) and may_go_on(text, parts, last + 1):
        further = parts[last + 1].text
        if other_script(further) and not other_script(parts[last].text):
            return last + 1  # the original of the words before it
        holding = () if is_omission(further) else continuation_features(text, parts, first, last + 1, author)
        if holding and score("block", holding) <= _END_SCORE:
            break
        last += 1
    return last
