"""Find the claims: quoted positions, lead-ins that state one, and the article's own judgements."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.argument.claim_paragraphs import Paragraph
from reader.analysis.argument.holders import HeldStretch
from reader.analysis.argument.own_claims import takes_position
from reader.analysis.argument.wordlists import WORD, words
from reader.analysis.blocks.word_classes import other_language
from reader.analysis.syntax.predicates import opens_clause
from reader.analysis.units.units import unit
from reader.model import Quotation, QuotationKind, Span

NOTE = re.compile(r"\[[^\[\]\n]{1,24}\]")
"""A note on where words come from, like "[Source]"."""

_SOURCE_NOTE = re.compile(rf"(?<=\S)\s*{NOTE.pattern}\s*\Z")
_MARKS = "“”\"‘’'«»,.:… "
_GREETING = re.compile(
    r"[\"“]?(?:hi|hello|dear|yours|greetings|cheers|thanks|thank you|welcome)\b[^.!?]{0,40}[,.!]?[\"”]?\Z",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w’'-]*[^\W_]")
_GOVERNED = re.compile(r"\w\s(?:by|for|from|of|to|with)\s(?:the\s)?\Z")
_GOVERNED_REACH = 12  # characters before a name that show a governing preposition
_THINKS = re.compile(r"(?:But )?(?:[Hh]e|[Ss]he) (?:also |still )?(?:believe|doubt|expect|fear|hope|suspect|think)s\b")
# “Kroll is against it: it would be a waste.”
_CLAUSE_AFTER_COLON = re.compile(r"[^“”\"«»:\n]{1,120}:\s(?=[a-z])")
_SUBJECT = 30  # maximum characters before a name that is the subject of its sentence
# A verb of believing is within this many words after the name of the believer.
_BELIEF_REACH = 6
# A cue is searched for in at most this many sentences before a claim, and no further back than two paragraphs.
_FRAME_SENTENCES = 3
_FRAME_PARAGRAPHS = 2


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class ClaimDraft:
    """A claim before its thread and relation are known.

    `own`, `voice` and `via` are as in `model.Claim`. `paragraph` and `section` are indexes; `quotation` is the
    outermost one that contains its words, None where they are the article's. `leads` is whether it introduces the block
    quote after it, `closed` whether a note like "[Source]" is between it and the claim before. `frame` is the text
    between those two that is no claim (an announcing lead-in), None where there is none. `turns` is whether it, or the
    sentence before it in its paragraph, opens the paragraph without a name and so may change the topic.
    """

    span: Span
    own: bool
    voice: int | None
    via: tuple[int, ...]
    paragraph: int
    section: int
    quotation: Quotation | None
    leads: bool
    closed: bool
    frame: Span | None
    turns: bool

    @property
    def told(self) -> tuple[Span, ...]:
        """Return its frame, if there is one, and its own span."""
        return (self.span,) if self.frame is None else (self.frame, self.span)

    def shares_holder(self, other: "ClaimDraft") -> bool:
        """Return whether both are held by the same voice, by the article itself, or by an unknown holder."""
        return self.voice == other.voice and self.own == other.own


def drafts(
    text: str,
    paragraphs: Sequence[Paragraph],
    held: Iterable[HeldStretch],
    named: Mapping[str, int],
    *,
    english: bool = True,
) -> list[ClaimDraft]:
    """Return the claims in the stretches of all paragraphs, in text order; `named` maps surnames to voice ids.

    The article's own sentences can be claims only if it is `english`, as the words that show claims are.
    """
    found: list[ClaimDraft] = []
    frame: list[HeldStretch] = []
    row = list(held)
    closed = False
    for index, stretch in enumerate(row):
        following = row[index + 1] if index + 1 < len(row) else None
        if english and not stretch.own and other_language(stretch.span.of(text)):
            continue  # the translation after it makes the claim
        judges = english and stretch.own and takes_position(text, paragraphs, row, index)
        voice, leads = _holder(text, stretch, following, named, judges=judges)
        if stretch.own and voice is None and _THINKS.match(text, stretch.span.start, stretch.span.end):
            voice = _adjacent_voice(stretch, following, found[-1] if found and not frame else None)
        if stretch.own and NOTE.fullmatch(text, stretch.span.start, stretch.span.end):
            closed = True
            continue
        own = stretch.own and voice is None
        silent = not judges if own else leads and _only_announces(text, stretch, following)
        if silent:
            frame.append(stretch)
            continue
        if not stretch.own and _GREETING.match(text, stretch.span.start, stretch.span.end):
            continue
        span = _trimmed(text, stretch.span)
        if found and not frame and _continues(found[-1], stretch, voice):
            found[-1].span = Span(found[-1].span.start, span.end)
            found[-1].quotation = found[-1].quotation or stretch.quotation
            continue
        before = [part for part in frame[-_FRAME_SENTENCES:] if stretch.paragraph - part.paragraph <= _FRAME_PARAGRAPHS]
        found.append(
            ClaimDraft(
                span,
                own=own,
                voice=voice,
                via=stretch.via,
                paragraph=stretch.paragraph,
                section=paragraphs[stretch.paragraph].section,
                quotation=stretch.quotation,
                leads=leads,
                closed=closed,
                frame=Span(before[0].span.start, before[-1].span.end) if before else None,
                turns=_may_change_topic(text, paragraphs[stretch.paragraph].span, [*frame, stretch], named),
            )
        )
        closed = len(span) < len(stretch.span)
        frame = []
    return found


def _adjacent_voice(stretch: HeldStretch, following: HeldStretch | None, before: ClaimDraft | None) -> int | None:
    """The voice right after, or else right before, in the paragraph of a sentence with “she believes”."""
    for near in (following, before):
        if near is not None and near.voice is not None and near.paragraph == stretch.paragraph:
            return near.voice
    return None


def _may_change_topic(text: str, paragraph: Span, row: Sequence[HeldStretch], named: Mapping[str, int]) -> bool:
    """Whether the first of these sentences opens the paragraph in the article's own voice, and names no voice."""
    first = next((stretch for stretch in row if stretch.span.start == paragraph.start), None)
    if first is None or not first.own or text[first.span.start : first.span.end].endswith(":"):
        return False
    said = WORD.findall(text, first.span.start, first.span.end)
    return said[:1] != [] and said[0].lower() not in words("leaning") and named.keys().isdisjoint(said)


def _continues(draft: ClaimDraft, stretch: HeldStretch, voice: int | None) -> bool:
    """Whether a stretch has the same holder as the claim right before it in the paragraph (guideline C2).

    This is only checked for the article's own sentences and for beliefs: those of quotations are one stretch already.
    """
    told = draft.quotation is None or stretch.quotation is None
    own = stretch.own and voice is None
    same = draft.own if own else voice is not None and draft.voice == voice
    return told and same and draft.paragraph == stretch.paragraph and not draft.leads


def _only_announces(text: str, stretch: HeldStretch, following: HeldStretch | None) -> bool:
    """Whether a reported lead-in takes no position of its own.

    It only says what will be answered ("explains why the dam fell:"), or repeats words of the block that follows.
    """
    if stretch.quotation is None or following is None:
        return False
    said = stretch.quotation.spans[0]
    return asks(text, said) or said.of(text).strip(_MARKS) in following.span.of(text)


def _holder(
    text: str, stretch: HeldStretch, following: HeldStretch | None, named: Mapping[str, int], *, judges: bool
) -> tuple[int | None, bool]:
    """The voice of `stretch`, and whether it is a lead-in that states the position of the voice of `following`.

    `judges` is whether it takes a position in the article's own words.
    """
    if not stretch.own:
        return stretch.voice, _introduces_block(stretch, following)
    quotation = None if following is None else following.quotation
    mention = None if quotation is None or quotation.kind is not QuotationKind.BLOCK else quotation.mention
    if quotation is None or mention is None or not stretch.span.overlaps(mention):
        return _believer(text, stretch.span, named), False
    stated = states(text, Span(max(mention.end, stretch.span.start), max(mention.end, stretch.span.end)))
    if stated or judges:
        return quotation.voice, True
    return None, False


def _believer(text: str, span: Span, named: Mapping[str, int]) -> int | None:
    """The voice that believes or rejects something in the sentence at `span`, which does not quote it."""
    for match in _CAPITALISED.finditer(text, span.start, span.end):
        voice = named.get(match[0])
        before = max(span.start, match.start() - _GOVERNED_REACH)
        # But not "Roe" in "There was no comment from Roe, but Reed welcomed it".
        if voice is not None and not _GOVERNED.search(text, before, match.start()):
            rest = Span(match.end(), span.end)
            subject = match.start() - span.start <= _SUBJECT
            said = states(text, rest, within=_BELIEF_REACH) or (subject and _continues_after_colon(text, rest))
            return voice if said else None
    return None


def _continues_after_colon(text: str, span: Span) -> bool:
    """Whether the part of a sentence at `span`, from its subject on, continues with a clause after a colon."""
    colon = _CLAUSE_AFTER_COLON.match(text, span.start, span.end)
    clause = unit(text, Span(colon.end(), span.end), 0, ()) if colon else None
    return clause is not None and opens_clause(clause, 0)


def _introduces_block(stretch: HeldStretch, following: HeldStretch | None) -> bool:
    """Whether `stretch` is a reported clause that introduces a block quote of the same voice."""
    return (
        stretch.quotation is not None
        and stretch.quotation.kind is not QuotationKind.BLOCK
        and following is not None
        and following.quotation is not None
        and following.quotation.kind is QuotationKind.BLOCK
        and following.voice == stretch.voice
        and following.paragraph == stretch.paragraph + 1
    )


def _trimmed(text: str, span: Span) -> Span:
    """`span` without a note like "[Source]" at its end."""
    begin = max(span.start, span.end - 32)
    match = _SOURCE_NOTE.search(text, begin, span.end) if "]" in text[begin : span.end] else None
    return span if match is None or match.start() <= span.start else Span(span.start, match.start())


_MARK = re.compile('[“"]')
_QUESTION = re.compile(r"(?:why|how|what|who|where|when)\b", re.IGNORECASE)
# An object with fewer words names a subject and states nothing about it.
_OBJECT_WORDS = 4
# A verb followed by one of these has no object: the words say where or when it was said.
_ADJUNCT = frozenset({"after", "at", "before", "by", "during", "in", "on", "via", "when", "while"})


def asks(text: str, span: Span) -> bool:
    """Return whether the reported clause at `span` is a question with a presupposition ("why the dam fell")."""
    return _QUESTION.match(text, span.start, span.end) is not None


def states(text: str, span: Span, *, within: int = 1000) -> bool:
    """Return whether the part of a sentence at `span`, from its source on, states a position.

    It does where a verb of stating or believing, among the first `within` words and before any quotation mark, has an
    object of some length that is no noun like "message" or "question". Otherwise it only announces a position.
    """
    verbs, announcing = words("stating"), words("announcing")
    mark = _MARK.search(text, span.start, span.end)
    before = len(WORD.findall(text, span.start, mark.start())) if mark else within
    tokens = [token.lower() for token in WORD.findall(text, span.start, span.end)]
    for index, token in enumerate(tokens[: min(before, within)]):
        if token in verbs:
            rest = tokens[index + 1 :]
            if len(rest) >= _OBJECT_WORDS and rest[0] not in _ADJUNCT:
                return not announcing.intersection(rest[:_OBJECT_WORDS])
    return False
