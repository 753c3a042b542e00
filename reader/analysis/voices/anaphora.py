"""Finds the antecedent of a pronoun or a noun phrase among those named and quoted before it, by a scored choice."""

import re
from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field
from functools import cache

from reader.analysis.attributions import Attribution
from reader.analysis.sentences import sentences
from reader.analysis.voices.lists import entries, fold, role_of, singular, table
from reader.analysis.voices.mentions import Mention
from reader.analysis.voices.names import Name, Names
from reader.analysis.voices.roster import Referent, Roster, gender_of
from reader.model import Article, Span

_REACH = 48  # names looked back over
_PARAGRAPHS = 3  # paragraphs looked back over
_FLOOR = 0.5
_SYNONYMS = {
    "leader": ("president", "premier", "king", "chancellor", "head"),
    "paper": ("newspaper", "daily"),
    "newspaper": ("paper", "daily"),
    "lawmaker": ("senator", "congressman", "congresswoman", "representative", "mp"),
    "politician": ("senator", "congressman", "minister", "mp", "lawmaker"),
    "lawyer": ("attorney",),
    "attorney": ("lawyer",),
    "scholar": ("professor", "academic", "researcher"),
    "academic": ("professor", "scholar", "researcher"),
}
_PAPERS = frozenset({"newspaper", "paper", "outlet", "daily", "magazine", "agency", "broadcaster", "network", "channel"})
_ISSUES = frozenset({"blog", "site", "website", "newspaper", "paper", "outlet", "report", "story", "article", "statement"})
_STOP = re.compile(r"[.;:!?”\"](?:\s|\Z)")
_DESCRIBES = re.compile(r"\s(?:\(|is an? |was an? |– |— |- )")
_PREPOSITION = re.compile(
    r"\b(?:of|to|with|by|for|from|against|about|on|in|at|than|like|and|between|over|under)\s+(?:the\s+)?(?:\w+\s)?\Z"
)


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """A place where the text names or means a referent; `speech` is the attribution it is the mention of, else -1."""

    start: int
    end: int
    who: Referent = field(compare=False)
    speech: int = field(default=-1, compare=False)
    owner: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anaphor stands: its attribution, its offset, and who passes the words on (no antecedents of it)."""

    index: int
    start: int
    barred: frozenset[int]


@dataclass(slots=True)
class Scene:
    """Everybody seen in the text so far, in text order, with the scopes of the quotations."""

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
    callings: dict[int, set[str]] = field(default_factory=dict)
    titled: dict[int, list[Name]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.paragraphs = [block.span.start for block in self.article.blocks]
        self.scopes = sorted(
            (span.start, span.end, index) for index, a in enumerate(self.attributions) for span in a.spans
        )
        for name in self.names.all:
            if name.place:
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
        if found is not None and name.gender and found.person:
            found.gender = found.gender or name.gender
        return found

    def see(self, sighting: Sighting) -> None:
        """Add a mention to what has been seen."""
        insort(self.seen, sighting)

    def person(self, place: Place, sort: str) -> Referent | None:
        """The antecedent of "he" (`sort` "m") or "she" ("f"), None where nobody fits well enough."""
        best: dict[int, float] = {}
        who: dict[int, Referent] = {}
        barred = place.barred | self._beside(place)
        back = self._back(place)
        here = self._paragraph(place.start)
        fresh = not any(s.who.person and self._paragraph(s.start) == here for s in back)
        speaker = self._speaker_before(place)
        if speaker is not None and self._fits(speaker, sort, barred):
            who[id(speaker)] = speaker
            best[id(speaker)] = (4.0 if fresh else 2.5) + (1.5 if gender_of(speaker) else 0.0) + self._human(speaker)
        for sighting in back:
            referent = sighting.who
            if not self._fits(referent, sort, barred) or self._in_own_words(sighting, place):
                continue
            score = self._score(sighting, place) + (1.5 if gender_of(referent) else 0.0) + self._human(referent)
            who[id(referent)] = referent
            best[id(referent)] = max(best.get(id(referent), -9.0), score)
        if not best:
            return None
        top = max(best, key=lambda key: best[key])
        return who[top] if best[top] >= _FLOOR else None

    def _fits(self, referent: Referent, sort: str, barred: frozenset[int]) -> bool:
        return referent.person and id(referent) not in barred and gender_of(referent) in {"", sort}

    def _beside(self, place: Place) -> frozenset[int]:
        """Who is named right before a pronoun between commas ("Mr Putin, he said, was ..."): not its antecedent."""
        for sighting in self._back(place, reach=2):
            if re.fullmatch(r",\s*", self.article.text[sighting.end : place.start]):
                return frozenset({id(sighting.who)})
        return frozenset()

    def _speaker_before(self, place: Place) -> Referent | None:
        speech = self._speech_before(place)
        return self.who[speech] if speech >= 0 else None

    def _speech_before(self, place: Place) -> int:
        """The attribution whose words, in the same scope, end last before a place and not far from it; else -1."""
        parent = self.attributions[place.index].parent
        index = bisect_left(self.scopes, (place.start, 0, 0))
        for _, end, speech in reversed(self.scopes[max(0, index - 6) : index]):
            if speech != place.index and end <= place.start and self.attributions[speech].parent == parent:
                near = self._paragraph(place.start) - self._paragraph(end) <= 1
                return speech if near else -1
        return -1

    def several(self, place: Place) -> Referent | None:
        """The antecedent of "they": the last plural source or body, else the last person whose gender is unknown."""
        fallback = None
        for sighting in self._back(place):
            referent = sighting.who
            if id(referent) in place.barred or self._in_own_words(sighting, place):
                continue
            if referent.plural or (referent.body and sighting.speech >= 0):
                return referent
            if fallback is None and sighting.speech >= 0 and not gender_of(referent):
                fallback = referent
        return fallback

    def thing(self, place: Place) -> Referent | None:
        """The antecedent of "it": the last body that spoke or was named."""
        named = None
        for sighting in self._back(place):
            referent = sighting.who
            if referent.person or id(referent) in place.barred or self._in_own_words(sighting, place):
                continue
            if sighting.speech >= 0 and not referent.plural:
                return referent
            named = named or referent
        return named

    def relative(self, place: Place) -> Referent | None:
        """The antecedent of "who": the name that ends right before it."""
        for sighting in self._back(place):
            between = self.article.text[sighting.end : place.start]
            if len(between) < 60 and not re.search(r"[.;!?”\"\n]", between) and between.count(",") < 3:  # noqa: PLR2004
                return sighting.who
        return None

    def described(self, place: Place, mention: Mention) -> Referent | Span | None:  # noqa: C901
        """Whom a definite phrase refers back to ("the senator"), by the nouns with which they were introduced.

        Words before the noun have to be known of them too where they name a country ("the Malawian leader").
        """
        noun = mention.noun
        wanted = {noun, *_SYNONYMS.get(noun, ())}
        body = table("bodies").get(noun)
        human = role_of(noun) is not None or noun in table("gendered")
        gender = table("gendered").get(noun, "")
        words = {fold(w) for w in re.findall(r"[\w-]+", mention.core.of(self.article.text))} - wanted
        land = {word for word in words if word.capitalize() in entries("demonyms")}
        best, best_score, last = None, 0.0, None
        for rank, sighting in enumerate(self._back(place, reach=4 * _REACH, paragraphs=400)):
            referent = sighting.who
            if id(referent) in place.barred or self._in_own_words(sighting, place):
                continue
            last = last or (sighting if sighting.speech >= 0 else None)
            if referent.noun and referent.noun == noun and referent.plural == mention.plural:
                known = self._callings(referent)
            elif mention.plural != referent.plural or (gender and gender_of(referent) not in {"", gender}):
                continue
            elif (human and referent.person) or (body and not referent.person and self._named_with(referent, noun)):
                known = self._callings(referent)
                if human and not wanted & known:
                    continue
            else:
                continue
            if land and not land & known and known & _lands():
                continue
            score = 2.0 + len(words & known) - 0.02 * rank + (0.5 if sighting.speech >= 0 else 0.0)
            if score > best_score:
                best, best_score = referent, score
        if best is not None:
            return best
        first = self._first_words(place, mention) if human and not mention.plural else None
        if first is not None:
            return first
        speaker = self._speaker_before(place) or (last.who if last is not None and self._near(last, place) else None)
        return None if speaker is None else self._stand_in(speaker, mention, body=body)

    def _first_words(self, place: Place, mention: Mention) -> Span | None:
        """The indefinite phrase that a definite one takes up: "an anonymous author" before "the author"."""
        start = max(0, place.start - 1500)
        indefinite = re.compile(rf"\b(?:an?|one|another)\s(?:[\w’'-]+\s){{0,3}}{re.escape(mention.noun)}\b", re.IGNORECASE)
        found = None
        for match in indefinite.finditer(self.article.text, start, place.start):
            found = match
        return None if found is None else Span(*found.span())

    def _callings(self, referent: Referent) -> set[str]:
        """The words with which the text introduces a referent, folded, nouns in the singular."""
        known = self.callings.get(id(referent))
        if known is not None:
            return known
        text, words = self.article.text, list(referent.words)
        if referent.label is not None and referent.noun:
            words += re.findall(r"\w[\w-]*", referent.label.of(text))
        for name in [*referent.names[:6], *self.titled.get(id(referent), ())[:6]]:
            words += _around(text, name)
        known = {fold(singular(word)) for word in words} | {fold(word.rpartition("-")[2]) for word in words}
        self.callings[id(referent)] = known
        return known

    def _stand_in(self, referent: Referent, mention: Mention, *, body: str | None) -> Referent | None:
        """The speaker before, where a phrase says nothing against its being the same ("the 54-year-old", "the blog")."""
        first = mention.core.of(self.article.text).lower()
        if not first.startswith(("the ", "this ")) or mention.plural or len(first.split()) > 3:  # noqa: PLR2004
            return None
        if referent.person and (re.fullmatch(r"[\w-]+-year-old", mention.noun) or mention.noun in {"man", "woman"}):
            return referent
        if body == "body" and referent.body and not referent.noun:
            return referent
        if mention.noun in _ISSUES and not referent.noun and not referent.handle and not (referent.person and len(referent.words) > 1):
            return referent
        return None

    def _near(self, sighting: Sighting, place: Place) -> bool:
        return self._paragraph(place.start) - self._paragraph(sighting.start) <= 1

    def _named_with(self, referent: Referent, noun: str) -> bool:
        """Whether a body's name or introduction calls it by a noun ("the agency")."""
        if noun in _PAPERS:
            whole = " ".join(referent.words)
            if whole in entries("outlets") or (referent.words and referent.words[-1] in entries("outlet_heads")):
                return True
        return noun in self._callings(referent)

    def _back(self, place: Place, reach: int = _REACH, paragraphs: int = _PARAGRAPHS) -> list[Sighting]:
        """The sightings before a place, the nearest first."""
        index = bisect_left(self.seen, place.start, key=_start)
        paragraph = self._paragraph(place.start)
        floor = self.paragraphs[max(0, paragraph - paragraphs)] if self.paragraphs else 0
        found = []
        for sighting in reversed(self.seen[max(0, index - reach) : index]):
            if sighting.start < floor:
                break
            if sighting.end <= place.start:
                found.append(sighting)
        return found

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect_right(self.paragraphs, offset) - 1)

    def _sentences(self, paragraph: int) -> tuple[Span, ...]:
        known = self.cut.get(paragraph)
        if known is None:
            known = sentences(self.article.text, self.article.blocks[paragraph].span) if self.article.blocks else ()
            self.cut[paragraph] = known
        return known

    def _score(self, sighting: Sighting, place: Place) -> float:
        """How good an antecedent a sighting is by distance, subjecthood and speech; hand-set, checked on dev."""
        text = self.article.text
        here, there = self._paragraph(place.start), self._paragraph(sighting.start)
        score = (2.0, 1.0, -0.5, -1.5)[min(3, here - there)]
        cut = self._sentences(there)
        index = max(0, bisect_right(cut, sighting.start, key=_span_start) - 1)
        if here == there:
            own = max(0, bisect_right(cut, place.start, key=_span_start) - 1)
            score += (0.8, 1.2, 0.6)[min(2, own - index)] - 0.15 * (own - index)
            if own == index and text.startswith(", who", sighting.end):
                score += 2.0
        else:
            score -= 0.1 * min(5, len(cut) - 1 - index)
        lead = text[cut[index].start : sighting.start] if cut else ""
        if sighting.speech >= 0 or (len(lead) < 40 and not _PREPOSITION.search(lead)):  # noqa: PLR2004
            score += 1.2  # a subject: who speaks, or a name with room for an opener and a title before it
        elif _PREPOSITION.search(lead[-30:]):
            score -= 0.6
        if sighting.owner:
            score -= 0.6
        if sighting.speech >= 0:
            score += 1.3
        if self._quoted_elsewhere(sighting, place):
            score -= 2.0
        return score

    def _human(self, referent: Referent) -> float:
        """A little for who surely is a person, a little off for capitals that may be anything."""
        if referent.speeches or any(name.titled for name in referent.names[:4]) or referent.noun:
            return 0.5
        return 0.3 if gender_of(referent) else -1.2

    def _in_own_words(self, sighting: Sighting, place: Place) -> bool:
        """Whether the sighting stands inside the very words whose speaker is looked for."""
        return any(span.covers(sighting.start) for span in self.attributions[place.index].spans)

    def _quoted_elsewhere(self, sighting: Sighting, place: Place) -> bool:
        """Whether the sighting stands in somebody's words in which the anaphor does not stand."""
        index = bisect_right(self.scopes, (sighting.start, 1 << 60, 0))
        for start, end, _ in reversed(self.scopes[max(0, index - 6) : index]):
            if start <= sighting.start < end and not start <= place.start < end:
                return True
        return False


@cache
def _lands() -> frozenset[str]:
    return frozenset(fold(word) for word in entries("demonyms"))


def _around(text: str, name: Name) -> list[str]:
    """The five words before a name and, where they describe it, the nine behind it, in its own sentence."""
    before = _STOP.split(text[max(0, name.start - 60) : name.start].rsplit("\n", 1)[-1])[-1]
    after = text[name.end : name.end + 90].split("\n", 1)[0]
    after = _STOP.split(after)[0] if after[:1] == "," or _DESCRIBES.match(after) else ""
    return re.findall(r"\w[\w’'-]*", before)[-5:] + re.findall(r"\w[\w’'-]*", after)[:9]


def _start(sighting: Sighting) -> int:
    return sighting.start


def _span_start(span: Span) -> int:
    return span.start
