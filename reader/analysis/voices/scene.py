"""Everybody that a text has named up to a place, with paragraphs, sentences and the scopes of the quotations."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.analysis.attributions import Attribution
from reader.analysis.sentences import sentences
from reader.analysis.voices.lists import entries, fold, role_of, singular
from reader.analysis.voices.names import Name, Names, is_platform
from reader.analysis.voices.roster import Referent, Roster
from reader.model import Article, BlockKind, QuotationKind, Span

REACH = 48  # sightings looked back over
PARAGRAPHS = 3  # paragraphs looked back over
BEFORE_WHO = 'before "who"'
_DEPTH = 16  # passers-on looked at above an attribution
_CLAUSE = 600  # characters of a clause in which marks are counted
_NESTED = 6  # quotations that may lie in one another
_OPENER = 40  # characters that a subject may have before it in its sentence: an opener, a title
_GOVERNED = 60  # characters between a preposition and the name that it governs, itself included
_PREPOSITION = re.compile(
    r"\b(?:of|to|with|by|for|from|against|about|on|in|at|than|like|and|between|over|under)\s+(?:the\s+)?(?:\w+\s)?\Z"
)
_VERB = re.compile(
    r"\b(?:are|can|could|did|do|does|gave|had|has|have|is|made|may|might|must|said|saw|says|should|told|took|was|were|will"
    r"|would|\w{3,}ed)\b"
)
_ASKS = re.compile(r"\s(?:also |had |has |then )?ask(?:ed|s)\b")
_ASKED = ("asked ", "pressed ", "questioned ", "quizzed ")
_WORD = re.compile(r"\w[\w’'-]*")
_STOP = re.compile(r"[.;:!?”\"](?:\s|\Z)")
_CUT = re.compile(r"[.;:!?”\"](?:\s|\Z)|\b(?:of|in|for|to|with|by|from|at|on)\s")
_OWNER = re.compile(r"(\w[\w-]*)[’']s?\s")
_APPOSED = re.compile(r"\b(?:an?|its|our|the)\s([^.;:!?”\"\n,]{3,70}),\s\Z", re.IGNORECASE)
_DESCRIBES = re.compile(r"\s(?:\(|is an? |was an? |– |— |- )")


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """A place where the text names or means a referent.

    `speech` is the attribution that it is the mention of, else -1; `owner` is whether it is a possessive.
    """

    start: int
    end: int
    who: Referent = field(compare=False)
    speech: int = field(default=-1, compare=False)
    owner: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a sighting stands in the text, whatever looks back at it.

    `paragraph` and `sentence` are where, `after` is how many sentences of the paragraph follow; `traits` are names in
    `antecedent_weights`, `within` the scopes of the quotations around it.
    """

    paragraph: int
    sentence: int
    after: int
    traits: tuple[str, ...]
    within: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anaphor stands: its attribution, its offset, and who passes the words on (no antecedents of it).

    `outside` is whether those named in the attribution's own words are none either, as they are for "he", not for "his
    office". `weighed` takes the features and the score of each antecedent by its identity, where that is asked for.
    """

    index: int
    start: int
    barred: frozenset[int]
    outside: bool = True
    weighed: dict[int, tuple[tuple[str, ...], float]] | None = None


@dataclass(slots=True)
class Scene:
    """All sightings in text order; `who` is the answer for each attribution so far, shared with the resolver."""

    article: Article
    attributions: tuple[Attribution, ...]
    names: Names
    roster: Roster
    phrases: dict[str, Referent]
    who: list[Referent | None]
    seen: list[Sighting] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    scopes: list[tuple[int, int, int]] = field(default_factory=list)
    cut: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    known_as: dict[int, set[str]] = field(default_factory=dict)
    titled: dict[int, list[Name]] = field(default_factory=dict)
    stood: dict[int, Standing] = field(default_factory=dict)
    sayings: dict[str, list[tuple[int, int]]] | None = None  # filled by `callings` when first needed

    def __post_init__(self) -> None:
        self.paragraphs = [block.span.start for block in self.article.blocks]
        self.scopes = sorted((s.start, s.end, index) for index, a in enumerate(self.attributions) for s in a.spans)
        captions = [block.span for block in self.article.blocks if block.kind is BlockKind.CAPTION]
        for name in self.names.all:
            if captions and any(span.covers(name.start) for span in captions):
                continue  # who is in a picture, or took it, is not whom the text speaks of
            if name.place or is_platform(name):
                continue
            who = self._who(name)
            if who is not None:
                if name.titled and len(name.words) == 1:
                    self.titled.setdefault(id(who), []).append(name)
                self.seen.append(Sighting(name.start, name.end, who, -1, name.owner))

    def _who(self, name: Name) -> Referent | None:
        if len(name.words) == 1 and not name.body:
            known = self.phrases.get(fold(name.words[0]))
            if known is not None:
                return known
        found = self.roster.find(name)
        if found is None and len(name.words) == 1 and not name.body:
            if not (name.titled or name.words[0] in entries("first_names")):
                return None
            found = Referent(name.words, [name], label=name.span)
            self.phrases[fold(name.words[0])] = found
        if found is not None and name.gender and found.person:
            found.gender = found.gender or name.gender
        return found

    def see(self, sighting: Sighting) -> None:
        """Add a mention to what has been seen."""
        insort(self.seen, sighting)

    def back(self, place: Place, reach: int = REACH, paragraphs: int = PARAGRAPHS) -> Iterator[Sighting]:
        """The sightings before a place that may be an antecedent there, the nearest first.

        Those who pass the words on and those named in the very words are left out.
        """
        index = bisect_left(self.seen, place.start, key=_start)
        floor = self.paragraphs[max(0, self.paragraph(place.start) - paragraphs)] if self.paragraphs else 0
        own = self.attributions[place.index].spans if place.outside else ()
        barred, limit = place.barred, place.start
        words = min((span.start for span in own), default=limit)
        for sighting in reversed(self.seen[max(0, index - reach) : index]):
            start = sighting.start
            if start < floor:
                break
            if sighting.end > limit or (barred and id(sighting.who) in barred):
                continue
            if start < words or not any(span.covers(start) for span in own):
                yield sighting

    def between(self, start: int, end: int) -> list[Sighting]:
        """The sightings that begin in `[start, end)`, in text order."""
        return self.seen[bisect_left(self.seen, start, key=_start) : bisect_left(self.seen, end, key=_start)]

    def speaker_before(self, place: Place) -> Referent | None:
        """Whose words end last before a place in the same scope, in its paragraph or the one before.

        Nobody after a question: it is the one who was asked that goes on.
        """
        parent = self.attributions[place.index].parent
        index = bisect_left(self.scopes, (place.start, 0, 0))
        for _, end, speech in reversed(self.scopes[max(0, index - _NESTED) : index]):
            if speech != place.index and end <= place.start and self.attributions[speech].parent == parent:
                near = self.paragraph(place.start) - self.paragraph(end) <= 1
                return self.who[speech] if near and not self._asks(speech) else None
        return None

    def above(self, index: int, *, quoted: bool = False) -> list[Referent]:
        """Who passes these words on, the innermost first; with `quoted` those only whose own words they stand in.

        In "Cole said that he had asked" Cole may be "he", in “He had asked,” Cole said, she cannot.
        """
        found: list[Referent] = []
        parent = self.attributions[index].parent
        for _ in range(_DEPTH):
            if parent is None or parent == index:
                break
            who = self.who[parent]
            if who is not None and not (quoted and self._paraphrased(index, parent)):
                found.append(who)
            parent = self.attributions[parent].parent
        return found

    def _paraphrased(self, index: int, parent: int) -> bool:
        """Whether the mention of an attribution stands in what its parent's source said, but outside of marks."""
        outer, mention = self.attributions[parent], self.attributions[index].mention
        if outer.kind is not QuotationKind.MIXED or mention is None:
            return outer.kind is QuotationKind.INDIRECT
        said = self.article.text[max(outer.spans[0].start, mention.start - _CLAUSE) : mention.start]
        return said.count("“") == said.count("”") and said.count('"') % 2 == 0

    def standing(self, sighting: Sighting) -> Standing:
        """How a sighting that has been seen stands in the text, worked out when first asked for."""
        known = self.stood.get(id(sighting))
        if known is None:
            start, paragraph = sighting.start, self.paragraph(sighting.start)
            cut, sentence = self.sentences(paragraph), self.sentence(start)
            begin = cut[sentence].start if cut else start
            index = bisect_right(self.scopes, (start, len(self.article.text), 0))
            around = self.scopes[max(0, index - _NESTED) : index]
            known = Standing(
                paragraph,
                sentence,
                max(0, len(cut) - 1 - sentence),
                self._traits(sighting, begin),
                tuple((first, end) for first, end, _ in around if first <= start < end),
            )
            self.stood[id(sighting)] = known
        return known

    def _traits(self, sighting: Sighting, begin: int) -> tuple[str, ...]:
        """What a sighting in a sentence that begins at `begin` is in it, in the order in which it is weighed."""
        text, start, speaks = self.article.text, sighting.start, sighting.speech >= 0
        governed = _PREPOSITION.search(text, max(begin, start - _GOVERNED), start) is not None
        before = text[begin:start].rpartition(",")[2] if start - begin < _OPENER else ""
        subject = speaks or (start - begin < _OPENER and not governed and _VERB.search(before) is None)
        traits = (
            (BEFORE_WHO, text.startswith(", who", sighting.end)),
            ("subject", subject),
            ("after a preposition", governed and not subject),
            ("possessive", sighting.owner),
            ("speaks", speaks),
            ("asks", self._asks(sighting.speech) if speaks else _ASKS.match(text, sighting.end) is not None),
            ("is asked", text.endswith(_ASKED, begin, start)),
        )
        return tuple(trait for trait, holds in traits if holds)

    def _asks(self, speech: int) -> bool:
        cue = self.attributions[speech].cue
        return cue is not None and self.article.text.startswith("ask", cue.start)

    def paragraph(self, offset: int) -> int:
        """The index of the block in which an offset lies."""
        return max(0, bisect_right(self.paragraphs, offset) - 1)

    def sentences(self, paragraph: int) -> tuple[Span, ...]:
        """The sentences of a block, cut when first asked for."""
        known = self.cut.get(paragraph)
        if known is None:
            known = sentences(self.article.text, self.article.blocks[paragraph].span) if self.article.blocks else ()
            self.cut[paragraph] = known
        return known

    def sentence(self, offset: int) -> int:
        """Which sentence of its block an offset lies in."""
        return max(0, bisect_right(self.sentences(self.paragraph(offset)), offset, key=_span_start) - 1)

    def callings(self, referent: Referent) -> set[str]:
        """The words with which the text introduces a referent, folded, nouns in the singular."""
        known = self.known_as.get(id(referent))
        if known is None:
            text, words = self.article.text, list(referent.words)
            if referent.label is not None and referent.noun:
                words += _own_words(referent.label.of(text))
            for name in [*referent.names[:6], *self.titled.get(id(referent), ())[:6]]:
                words += self._around(name)
            known = {fold(singular(word)) for word in words} | {fold(word.rpartition("-")[2]) for word in words}
            self.known_as[id(referent)] = known
        return known

    def _around(self, name: Name) -> list[str]:
        """The five words before a name and, where they describe it, the nine behind it, up to another's name."""
        text = self.article.text
        left = max(0, name.start - 60)
        near = [n for n in self.names.before(name.start, 2) if not n.place]
        left = max(left, near[-1].end) if near else left
        before = _CUT.split(text[left : name.start].rsplit("\n", 1)[-1])[-1]
        after = text[name.end : name.end + 90].split("\n", 1)[0]
        after = _STOP.split(after)[0] if after[:1] == "," or _DESCRIBES.match(after) else ""
        title = _WORD.findall(text[name.title : name.start])
        apposed = _APPOSED.search(text, max(0, name.title - 90), name.title) if text.startswith(",", name.end) else None
        own = _own_words(apposed[1]) if apposed is not None else _WORD.findall(_without_owner(before))[-5:]
        return title + own + _own_words(after)[:9]


def _without_owner(phrase: str) -> str:
    """A phrase without the role noun that owns what it names: "the mayor’s spokesman" is no mayor."""
    return _OWNER.sub(lambda owner: " " if role_of(owner[1]) else owner[0], phrase)


def _own_words(phrase: str) -> list[str]:
    """The words of a description, without the role nouns that are another's ("a spokesman for the mayor")."""
    cut = _CUT.search(phrase)
    head, tail = (phrase, "") if cut is None else (phrase[: cut.start()], phrase[cut.start() :])
    return _WORD.findall(_without_owner(head)) + [word for word in _WORD.findall(tail) if role_of(word) is None]


def _start(sighting: Sighting) -> int:
    return sighting.start


def _span_start(span: Span) -> int:
    return span.start
