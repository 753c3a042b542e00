"""Find the holder of each sentence (the voice quoted in most of it, or the article), and the short names of voices."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.argument.claim_paragraphs import Paragraph
from reader.model import Quotation, QuotationKind, Span, Voice, VoiceKind

# A sentence of a block quote is held by a person quoted in it where the quoted words are this share of it; below that
# the writer holds it and the quoted words are a detail. Determined on seven annotated articles.
_INNER_SHARE = 0.35
# A paragraph of a block that is mostly the writer's is the writer's as a whole (guideline C2).
_PARAGRAPH_SHARE = 0.5
# Outside block quotes a voice inside a report holds the sentence when it has most of the reported words.
_NESTED_SHARE = 0.5
_PIECES_AHEAD = 64  # pieces that are searched for the boundary between two voices
_CLAUSE_BREAK = re.compile(r"[,;:]?\s(?:and|but|while|whereas|yet|although|though)\s|;\s")


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class HeldStretch:
    """Sentences of one paragraph (an index) with one holder.

    `quotation` is the outermost one there, None for the article's own voice.
    """

    span: Span
    paragraph: int
    quotation: Quotation | None
    voice: int | None = None
    via: tuple[int, ...] = ()

    @property
    def own(self) -> bool:
        """Whether the article itself speaks."""
        return self.quotation is None


@dataclass(slots=True)  # not frozen, as above
class _Piece:
    span: Span
    quotation: Quotation


def stretches(text: str, paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation]) -> Iterator[HeldStretch]:
    """Yield the stretches of all paragraphs in text order.

    Neighbouring quoted sentences of one holder are one stretch; sentences in the article's own voice are one stretch
    each. Linear in the text.
    """
    pieces = sorted(
        (_Piece(span, quotation) for quotation in quotations for span in quotation.spans),
        key=lambda piece: (piece.span.start, -piece.span.end),
    )
    waiting = 0
    active: list[_Piece] = []
    for index, paragraph in enumerate(paragraphs):
        while waiting < len(pieces) and pieces[waiting].span.start < paragraph.span.end:
            active.append(pieces[waiting])
            waiting += 1
        active = [piece for piece in active if piece.span.end > paragraph.span.start]
        yield from _merged(_paragraph(text, index, paragraph, active))


def _paragraph(text: str, index: int, paragraph: Paragraph, pieces: Sequence[_Piece]) -> list[HeldStretch]:
    if not pieces:
        return [HeldStretch(sentence, index, None) for sentence in paragraph.sentences]
    base = _block(paragraph.span, pieces)
    held: list[HeldStretch] = []
    inside: list[tuple[HeldStretch, int]] = []
    cursor = 0
    live: list[_Piece] = []
    for sentence in paragraph.sentences:
        while cursor < len(pieces) and pieces[cursor].span.start < sentence.end:
            live.append(pieces[cursor])
            cursor += 1
        live = [piece for piece in live if piece.span.end > sentence.start]
        if base is None:
            held.extend(_sentence(text, index, sentence, live))
        else:
            inside.append(_in_block(index, sentence, base, live))
    if base is None:
        return held
    sizes = [size for _, size in inside]
    if not all(sizes) and 0 < sum(sizes) < _PARAGRAPH_SHARE * len(paragraph.span):
        return [HeldStretch(stretch.span, index, base, base.voice, base.via) for stretch, _ in inside]
    return [stretch for stretch, _ in inside]


def _block(span: Span, pieces: Sequence[_Piece]) -> Quotation | None:
    """The innermost block quote of which `span` is a paragraph."""
    found: Quotation | None = None
    for piece in pieces:
        if piece.quotation.kind is QuotationKind.BLOCK and 2 * piece.span.overlap_length(span) > len(span):
            found = piece.quotation
    return found


def _in_block(index: int, sentence: Span, base: Quotation, pieces: Sequence[_Piece]) -> tuple[HeldStretch, int]:
    """The stretch of one sentence in the block quote `base`, and how much of it is a voice's inside it."""
    said = (piece for piece in pieces if piece.quotation.kind is not QuotationKind.BLOCK)
    nested = [piece for piece in said if piece.quotation.voice not in {None, base.voice}]
    group, size = max(_groups(sentence, nested), key=lambda group: group[1], default=([], 0))
    if not group or size < _INNER_SHARE * len(sentence):
        return HeldStretch(sentence, index, base, base.voice, base.via), 0
    inner = group[0].quotation
    via = inner.via or (*base.via, *(() if base.voice is None else (base.voice,)))
    return HeldStretch(sentence, index, base, inner.voice, via), size


def _sentence(text: str, index: int, sentence: Span, pieces: Sequence[_Piece]) -> list[HeldStretch]:
    """The stretches of one sentence outside block quotes: one, or one per clause where one voice follows another."""
    held = []
    while (seam := _boundary(text, sentence, pieces[:_PIECES_AHEAD])) is not None:
        clause, sentence = Span(sentence.start, seam.start()), Span(seam.end(), sentence.end)
        near = pieces[:_PIECES_AHEAD]  # the others begin in the rest of the sentence
        held.append(_clause(index, clause, [piece for piece in near if piece.span.overlaps(clause)]))
        pieces = [*(piece for piece in near if piece.span.overlaps(sentence)), *pieces[_PIECES_AHEAD:]]
    return [*held, _clause(index, sentence, pieces)]


def _boundary(text: str, sentence: Span, pieces: Sequence[_Piece]) -> re.Match[str] | None:
    """The boundary between the first voice's words and the next voice's in a sentence, where a clause begins there."""
    groups = _groups(sentence, _outermost(pieces)) if len(pieces) > 1 else []
    if not groups[1:]:
        return None
    (first, _), (second, _), *_ = groups
    return _CLAUSE_BREAK.search(text, first[-1].span.end, second[0].span.start)


def _clause(index: int, clause: Span, pieces: Sequence[_Piece]) -> HeldStretch:
    """The stretch of a clause or sentence: held by the voice with most of it, or by a voice inside with as much."""
    if not pieces:
        return HeldStretch(clause, index, None)
    groups = sorted(_groups(clause, _outermost(pieces)), key=lambda group: -group[1])
    best, share = groups[0]
    outer = best[0].quotation
    nested = [piece for piece in pieces if len(piece.quotation.via) > len(outer.via)]
    for group, size in _groups(clause, nested) if outer.kind is not QuotationKind.DIRECT else ():
        if size >= _NESTED_SHARE * share:
            inner = group[0].quotation
            return HeldStretch(clause, index, outer, inner.voice, inner.via)
    return HeldStretch(clause, index, outer, outer.voice, outer.via)


def _outermost(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Those of some pieces in text order that are in none before them."""
    top: list[_Piece] = []
    for piece in pieces:
        if not top or piece.span.end > top[-1].span.end:
            top.append(piece)
    return top


def _groups(sentence: Span, pieces: Sequence[_Piece]) -> list[tuple[list[_Piece], int]]:
    """The pieces by voice, in order of their first, with the characters they cover of `sentence`."""
    by_voice: dict[tuple[int | None, int], tuple[list[_Piece], int]] = {}
    for piece in pieces:
        quotation = piece.quotation
        key = (quotation.voice, quotation.id if quotation.voice is None else 0)
        group, size = by_voice.get(key, ([], 0))
        group.append(piece)
        by_voice[key] = (group, size + piece.span.overlap_length(sentence))
    return list(by_voice.values())


def _merged(held: Sequence[HeldStretch]) -> list[HeldStretch]:
    """`held` with neighbouring quoted stretches of one holder joined."""
    merged = list(held[:1])
    for stretch in held[1:]:
        last = merged[-1]
        if last.own or stretch.own or last.voice != stretch.voice or last.voice is None:
            merged.append(stretch)
        else:
            last.span = Span(last.span.start, stretch.span.end)
    return merged


# “Ann Marsh KC” is Marsh.
_SURNAME = re.compile(r"(\S+)(?:,?\s(?:[A-Z]{2,4}|[JS]r\.?))*\Z")
# “Chief economist at the bank” is the economist.
_ROLE = re.compile(r"[\w\s’'-]*?([\w-]+)(?=\s(?:at|by|for|from|in|of|on|to|who|with)\s|,|\Z)")


def surnames(voices: Sequence[Voice]) -> Mapping[str, int]:
    """Map the last word of each capitalised name to its voice id. Words that two voices share are left out."""
    named = (voice for voice in voices if voice.name[:1].isupper())
    return _unshared((match[1], voice.id) for voice in named if (match := _SURNAME.search(voice.name)))


def callings(voices: Sequence[Voice]) -> Mapping[str, int]:
    """Map each surname, and each role and body in lower case (“the governor”, “the bank”), to its voice id."""
    known = ((voice.role or (voice.name if voice.kind is VoiceKind.ORGANISATION else ""), voice.id) for voice in voices)
    nouns = ((match[1].lower(), voice) for words, voice in known if (match := _ROLE.match(words)))
    return {**_unshared(nouns), **surnames(voices)}


def _unshared(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The voice of each word that belongs to one voice only."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for word, voice in pairs:
        if found.setdefault(word, voice) != voice:
            shared.add(word)
    return {word: voice for word, voice in found.items() if word not in shared}
