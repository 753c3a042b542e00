"""The mentions of a text before a place, with paragraphs, sentences and quotation scopes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from operator import attrgetter

from reader.analysis.cues.attributions import Attribution
from reader.analysis.units.sentences import sentences
from reader.analysis.voices.names.lists import entries, fold, skeleton
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.non_speakers import credited
from reader.analysis.voices.names.one_word_names import firms
from reader.analysis.voices.names.roster import Referent, Roster
from reader.analysis.voices.resolution.introductions import (
    callings,
    introduced,
    is_body_alone,
)
from reader.analysis.voices.resolution.sentence_roles import traits
from reader.model import Article, BlockKind, QuotationKind, Span

REACH = 48  # occurrences searched back
PARAGRAPHS = 3  # paragraphs searched back

_MAX_CACHED = 1000  # maximum blocks or occurrences with cached results
_DEPTH = 16  # intermediate speakers checked above an attribution
_NESTED = 6  # maximum depth of nested quotations
_WHO = 16  # characters before a verb that are searched for its "who"
_IN_RELATIVE = re.compile(r"\bwho(?: \w+)? \Z")


@dataclass(slots=True)  # not frozen: so many are created that freezing costs time
class Occurrence:
    """An occurrence: a place where the text names or refers to a referent.

    `speech` is the attribution of which it is the mention, else -1; `owner` is whether it is a possessive. `alike` is a
    number that it shares with the referent's other occurrences in its paragraph that have the same traits and are in no
    quotation; 0 where it is not known.
    """

    start: int
    end: int
    who: Referent
    speech: int = -1
    owner: bool = False
    alike: int = 0


@dataclass(slots=True)  # not frozen, as above
class OccurrencePosition:
    """The position of an occurrence in the text, independent of the anaphor.

    `paragraph` and `sentence` are its indices, `after` is how many sentences of the paragraph follow, `traits` are
    names in `antecedent_weights`, and `within` are the scopes of the quotations around it.
    """

    paragraph: int
    sentence: int
    after: int
    traits: tuple[str, ...]
    within: tuple[tuple[int, int], ...]


@dataclass(slots=True)  # not frozen, as above
class AnaphorPlace:
    """The place of an anaphor: its attribution, its offset, and the speakers who cannot be its antecedents.

    `excluded` are the identities of these speakers. `outside` is whether names in the attribution's own words are
    excluded too, as for "he", but not for "his office". `weighed` collects the features and the score of each
    antecedent by its identity, where this is asked for.
    """

    index: int
    start: int
    excluded: frozenset[int]
    outside: bool = True
    weighed: dict[int, tuple[tuple[str, ...], float]] | None = None


@dataclass(slots=True)
class Discourse:
    """All occurrences in text order; `who` has the source of each attribution so far, shared with the resolver.

    `clear`, shared too, has the attributions to "he" or "she" with a clear antecedent: its gender is known from the
    text, and its score is far above the others.
    """

    article: Article
    attributions: tuple[Attribution, ...]
    names: Names
    roster: Roster
    phrases: dict[str, Referent]
    who: list[Referent | None]
    clear: set[int]
    seen: list[Occurrence] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # of the occurrences
    paragraphs: list[int] = field(default_factory=list)
    prose: list[int] = field(default_factory=list)  # the blocks that are neither captions nor boilerplate
    scopes: list[tuple[int, int, int]] = field(default_factory=list)
    cut: dict[int, tuple[tuple[Span, ...], list[int]]] = field(default_factory=dict)  # sentences and their starts
    # For unnamed.py: the starts of the determiners of a block, and the ends of the phrases that refer to nobody.
    determiners: dict[int, tuple[list[int], dict[int, int]]] = field(default_factory=dict)
    known_as: dict[int, set[str]] = field(default_factory=dict)
    beside: dict[int, set[str]] = field(default_factory=dict)  # nouns for bodies beside a name, by referent
    titled: dict[int, list[Name]] = field(default_factory=dict)
    positions: dict[int, OccurrencePosition] = field(default_factory=dict)
    kinds: dict[tuple[int, int, tuple[str, ...]], int] = field(default_factory=dict)  # for `Occurrence.alike`
    numbers: Iterator[int] = field(default_factory=partial(count, 1))
    companies: frozenset[str] = frozenset()  # named by one word alone
    headings: dict[int, int] | None = None  # blocks and the names in them, computed on first use
    sayings: dict[str, list[tuple[int, int]]] | None = None  # filled by `said_to_be` on first use
    # The last place asked for and the occurrences before it, by reach and paragraphs.
    windows: tuple[AnaphorPlace | None, dict[tuple[int, int], list[Occurrence]]] = (None, {})

    def __post_init__(self) -> None:
        text, blocks = self.article.text, self.article.blocks
        self.paragraphs = [block.span.start for block in blocks]
        self.prose = [at for at, b in enumerate(blocks) if not b.hidden and b.kind is not BlockKind.CAPTION]
        self.scopes = sorted((s.start, s.end, index) for index, a in enumerate(self.attributions) for s in a.spans)
        captions = sorted([*(b.span for b in blocks if b.kind is BlockKind.CAPTION), *credited(text)])
        begun = [span.start for span in captions]
        titled, bearers = {name.words[-1] for name in self.names.all if name.titled}, self.roster.parts
        companies = firms(text) - titled
        self.companies = frozenset(w for w in companies if not any(p.person for p in bearers.get(skeleton(w), ())))
        for name in sorted(self.names.all, key=attrgetter("start")):
            at = bisect_right(begun, name.start) if begun else 0
            if at and captions[at - 1].covers(name.start):
                continue  # a person shown in a picture, or its photographer, is not a person of the article
            if name.place:
                continue
            who = self._who(name)
            if who is not None:
                if name.titled and len(name.words) == 1:
                    self.titled.setdefault(id(who), []).append(name)
                self.seen.append(Occurrence(name.start, name.end, who, -1, name.owner))
        self.starts = [occurrence.start for occurrence in self.seen]

    def _who(self, name: Name) -> Referent | None:
        word = name.words[0]
        firm = len(name.words) == 1 and not name.titled and word in self.companies
        if len(name.words) == 1:
            known = self.phrases.get(fold(word))
            if known is not None:
                known.body = known.body or (firm and not known.noun)
                return known
        found = self.roster.find(name) or (self.roster.add(name) if name.body and len(name.words) > 1 else None)
        if found is None and len(name.words) == 1:
            sure = firm or name.body or name.titled or word in entries("first_names")
            called = sure or introduced(self.article.text, name, self.names)
            if not (firm or name.outlet or (is_body_alone(name) if name.body else called)):
                return None
            found = Referent(name.words, [name], label=name.span, body=name.body or firm)
            self.phrases[fold(word)] = found
        if found is not None and name.gender and found.person:
            found.gender = found.gender or name.gender
        return found

    def see(self, occurrence: Occurrence) -> None:
        """Add a mention to the occurrences."""
        at = bisect_right(self.starts, occurrence.start)
        while at and self.starts[at - 1] == occurrence.start and self.seen[at - 1].end > occurrence.end:
            at -= 1
        self.starts.insert(at, occurrence.start)
        self.seen.insert(at, occurrence)
        self.windows = None, {}

    def forget(self) -> None:
        """Drop the cached blocks and occurrences where they are many; they are computed again on demand."""
        for known in (self.cut, self.determiners):
            if len(known) > _MAX_CACHED:
                known.clear()
        if len(self.positions) > _MAX_CACHED:
            self.positions.clear()
            self.kinds.clear()  # no number is given twice

    def back(self, place: AnaphorPlace, reach: int = REACH, paragraphs: int = PARAGRAPHS) -> list[Occurrence]:
        """Return the occurrences before a place that can be its antecedent, nearest first.

        Intermediate speakers and names inside the attributed words are left out. For the last place asked for the lists
        are cached, until an occurrence is added.

        Args:
            place: The place of the anaphor.
            reach: The maximum number of occurrences that are searched.
            paragraphs: The maximum number of the article's own paragraphs that are searched.
        """
        if self.windows[0] is not place:
            self.windows = place, {}
        known = self.windows[1].get((reach, paragraphs))
        if known is None:
            known = self.windows[1][reach, paragraphs] = self._window(place, reach, paragraphs)
        return known

    def _window(self, place: AnaphorPlace, reach: int, paragraphs: int) -> list[Occurrence]:
        excluded, limit, starts = place.excluded, place.start, self.starts
        index = bisect_left(starts, limit)
        own = self.attributions[place.index].spans if place.outside else ()
        words = min([span.start for span in own], default=limit)
        # When "she said" follows words of several paragraphs, these paragraphs do not count as distance from a name.
        floor = self._first_block(self.paragraph(min(words, limit)), paragraphs) if self.paragraphs else 0
        first = bisect_left(starts, floor, max(0, index - reach), index)
        found = [occurrence for occurrence in self.seen[first:index] if occurrence.end <= limit]
        if found and found[-1].start >= words:
            found = [s for s in found if s.start < words or not any(span.covers(s.start) for span in own)]
        if excluded:
            found = [occurrence for occurrence in found if id(occurrence.who) not in excluded]
        found.reverse()
        return found

    def _first_block(self, here: int, paragraphs: int) -> int:
        """The start of the block that is `paragraphs` of the article's own paragraphs before the block `here`."""
        at = bisect_left(self.prose, here) - paragraphs
        return self.paragraphs[here if not paragraphs else self.prose[at] if at > 0 else 0]

    def apart(self, here: int, then: int) -> int:
        """Return how many paragraphs are between the blocks `then` and `here`, without captions and boilerplate."""
        if here == then:  # the most common case
            return 0
        return min(here - then, max(1, bisect_left(self.prose, here) - bisect_left(self.prose, then)))

    def between(self, start: int, end: int) -> list[Occurrence]:
        """Return the occurrences that begin in `[start, end)`, in text order."""
        return self.seen[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def speaker_before(self, place: AnaphorPlace) -> Referent | None:
        """Return the last speaker before a place, as `saying_before`."""
        saying = self.saying_before(place)
        return None if saying is None else saying[0]

    def saying_before(self, place: AnaphorPlace) -> tuple[Referent, int] | None:
        """Return the last speaker before a place in the same scope, in its paragraph or the one before, with the end.

        The end is that of what was said. None after a question, which another person answers, or a relative clause.
        """
        parent = _outer_attribution(self.attributions, place.index)
        index = bisect_left(self.scopes, (place.start, 0, 0))
        for _, end, speech in reversed(self.scopes[max(0, index - _NESTED) : index]):
            if speech != place.index and end <= place.start and self.attributions[speech].parent == parent:
                near = self.paragraph(place.start) - self.paragraph(end) <= 1
                who = self.who[speech] if near and self._says(speech) and not self.asks(speech) else None
                return None if who is None else (who, end)
        return None

    def above(self, index: int, *, quoted: bool = False) -> list[Referent]:
        """Return the intermediate speakers of an attribution, innermost first.

        With `quoted`, only those of whose direct quotation the words are a part. In "Cole said that he had asked" Cole
        may be "he"; in “He had asked,” Cole said, she cannot.
        """
        found: list[Referent] = []
        parent = self.attributions[index].parent
        for _ in range(_DEPTH):
            if parent is None:
                break
            who, outer = self.who[parent], self.attributions[parent]
            if who is not None and not (quoted and outer.kind is QuotationKind.INDIRECT):
                found.append(who)
            parent = outer.parent
        return found

    def position(self, occurrence: Occurrence) -> OccurrencePosition:
        """Return the position of an occurrence in the text, computed on demand."""
        known = self.positions.get(id(occurrence))
        if known is None:
            start = occurrence.start
            paragraph, sentence = self.where(start)
            cut = self.sentences(paragraph)
            begin = cut[sentence].start if cut else start
            index = bisect_right(self.scopes, (start, len(self.article.text), 0))
            around = self.scopes[max(0, index - _NESTED) : index]
            known = OccurrencePosition(
                paragraph,
                sentence,
                max(0, len(cut) - 1 - sentence),
                traits(
                    self.article.text,
                    begin,
                    Span(occurrence.start, occurrence.end),
                    asks=self.asks(occurrence.speech) if self._says(occurrence.speech) else None,
                    owner=occurrence.owner,
                ),
                tuple((first, end) for first, end, _ in around if first <= start < end),
            )
            self.positions[id(occurrence)] = known
            kind = id(occurrence.who), paragraph, known.traits
            occurrence.alike = 0 if known.within else self.kinds.setdefault(kind, next(self.numbers))
        return known

    def _says(self, speech: int) -> bool:
        """Return whether this is an attribution, and not one of a relative clause ("Roe, who called it old, left")."""
        cue = self.attributions[speech].cue if speech >= 0 else None
        in_relative = cue is not None and _IN_RELATIVE.search(self.article.text, max(0, cue.start - _WHO), cue.start)
        return speech >= 0 and not in_relative

    def asks(self, speech: int) -> bool:
        """Return whether a speaker asks."""
        cue = self.attributions[speech].cue
        return cue is not None and self.article.text.startswith("ask", cue.start)

    def paragraph(self, offset: int) -> int:
        """Return the index of the block at an offset."""
        return max(0, bisect_right(self.paragraphs, offset) - 1)

    def sentences(self, paragraph: int) -> tuple[Span, ...]:
        """Return the sentences of a block, split on demand."""
        return (self.cut.get(paragraph) or self._split(paragraph))[0]

    def _split(self, paragraph: int) -> tuple[tuple[Span, ...], list[int]]:
        blocks = self.article.blocks
        found = sentences(self.article.text, blocks[paragraph].span) if blocks else ()
        known = self.cut[paragraph] = found, [span.start for span in found]
        return known

    def where(self, offset: int) -> tuple[int, int]:
        """Return the index of the block at an offset, and of the sentence in it."""
        paragraph = max(0, bisect_right(self.paragraphs, offset) - 1)
        starts = (self.cut.get(paragraph) or self._split(paragraph))[1]
        return paragraph, max(0, bisect_right(starts, offset) - 1)

    def callings(self, referent: Referent) -> set[str]:
        """Return the words that introduce a referent in the text: folded, nouns in the singular."""
        known = self.known_as.get(id(referent))
        if known is None:
            known = self.known_as[id(referent)] = callings(self.roster.text, referent, self.titled, self.names)
        return known


def _outer_attribution(attributions: tuple[Attribution, ...], index: int) -> int | None:
    """The attribution whose words contain a mention; those that only pass on the same words do not count."""
    one = attributions[index]
    parent = one.parent
    for _ in range(_DEPTH):
        if parent is None or attributions[parent].spans != one.spans:
            break
        parent = attributions[parent].parent
    return parent
