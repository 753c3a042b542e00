"""Resolve the sources of attributions to voices, in a language other than English."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from reader.analysis.cues.attributions import Attribution
from reader.analysis.languages.language_data import BODIES, Language
from reader.analysis.languages.people import People, Person, fold, gender_before, is_first_name, people
from reader.analysis.voices.names.lists import first_name_gender
from reader.analysis.voices.speakers_in_order import name_spans, speakers_in_order
from reader.model import Article, Span, Voice, VoiceKind
from reader.text.voice_tags import make_tags

_WORDS = re.compile(r"[\w.’'&-]+")
_NOUNS = re.compile(r"\w[\w-]*")
_MAX_ROLE = 8  # maximum words of a role
_MAX_PEOPLE = 12  # people named before a pronoun that are checked
_LETTERS = 2  # minimum letters of an acronym
_DEGREES = frozenset({"Dr", "Dra", "Pr", "Prof"})
_STRONG = {"m": "er", "n": "es"}  # endings of an adjective after "ein"


def resolve(
    article: Article, attributions: tuple[Attribution, ...], language: Language
) -> tuple[tuple[Voice, ...], tuple[int | None, ...]]:
    """Return the voices of an article and the voice id of each attribution, as `analysis.voices.resolve` does.

    A surname is matched to a full name in the text, by the title's gender where two people have it; a pronoun to the
    last person named that fits; "the minister" to the person described so. Linear in the text.
    """
    resolver = _Resolver(article.text, people(article, language), language)
    speakers, who = speakers_in_order(attributions, resolver.run(attributions))
    names = [nominative(_without_article(article.text, person.span, language), language) for person in speakers]
    signs = make_tags(tuple(_WORDS.findall(name)) or ("X",) for name in names)
    voices = tuple(
        Voice(number, tag, name, _kind(person), person.role, None, None, name_spans(person.mentions, person.span))
        for number, (person, name, tag) in enumerate(zip(speakers, names, signs, strict=True), 1)
    )
    return voices, who


@dataclass(slots=True)
class _Resolver:
    """Resolve each source: `spoken` are the speakers found so far, `others` those in no list, by their words.

    `called` has the person last called a minister, a mayor and so on.
    """

    text: str
    everybody: People
    language: Language
    spoken: list[Person] = field(default_factory=list)
    others: dict[str, Person] = field(default_factory=dict)
    called: dict[str, Person] = field(default_factory=dict)

    def run(self, attributions: tuple[Attribution, ...]) -> list[Person | None]:
        """Return the speaker of each attribution; None where it is not found."""
        who: list[Person | None] = []
        told = 0
        for attribution in attributions:
            head, mention = attribution.head, attribution.mention
            person: Person | None = None
            if head is not None and mention is not None:
                person = self._person(head, mention)
                if person is not None:
                    person.mentions.append(mention)
                    self._learn(head, mention, person)
            elif attribution.same_as is not None:
                person = who[attribution.same_as]
            elif attribution.cue is not None and self.language.has("dropped"):
                person = self._continued_speaker(attribution.cue.start, told)
            who.append(person)
            self.spoken += [] if person is None else [person]
            told = max(attribution.spans[-1].end, mention.end if mention is not None else 0)
        return who

    def _continued_speaker(self, position: int, told: int) -> Person | None:
        """The speaker of a verb without subject: the first person named since the words before, else their speaker."""
        first = bisect_left(self.everybody.places, told, key=lambda place: place[0])
        since = self.everybody.places[first : first + 1]
        if since and since[0][0] < position:
            return since[0][1]
        return self.spoken[-1] if self.spoken else None

    def _person(self, head: Span, mention: Span) -> Person | None:
        """The person of a source; None for a pronoun that fits nobody."""
        low = head.of(self.text).lower()
        if low in self.language.pronouns:
            return self._antecedent(head.start, self.language.pronouns[low])
        words = tuple(_WORDS.findall(head.of(self.text)))
        if not words:
            return None
        if self._is_noun(head, mention):
            return self._described(mention, words)
        gender = gender_before(self.text, head.start, self.language)
        known = self.everybody.find(words, head.start, gender)
        if known is not None:
            return known
        gender = gender or (first_name_gender(words[0]) if len(words) > 1 else "")
        return self.others.setdefault(" ".join(map(fold, words)), Person(words, head, gender))

    def _described(self, mention: Span, words: tuple[str, ...]) -> Person:
        """The referent of a noun phrase: a person that the text describes so, else a new one with these words."""
        noun = _NOUNS.findall(words[-1])[-1].lower() if _NOUNS.search(words[-1]) else ""
        if noun in self.called and self._is_definite(mention.of(self.text).replace("’", "' ").split()[0].lower()):
            return self.called[noun]
        key = nominative(_without_article(self.text, mention, self.language), self.language).casefold()
        gender = (self.language.role(noun) or ("", ""))[1]
        return self.others.setdefault(key, Person(words, mention, gender, named=False))

    def _is_definite(self, article: str) -> bool:
        return article in self.language.words("definite") or self.language.nominatives.get(article) == ""

    def _is_noun(self, head: Span, mention: Span) -> bool:
        """Whether a head is a common noun: no capital, or, where nouns have one, with an article or as a document."""
        letter = head.of(self.text)[0]
        first, _, word = head.of(self.text).rpartition(" ")
        named = is_first_name(first) if first else word.lower() in self.everybody.by_surname
        text = self.language.document(word.lower()) and not named
        if (text and head.start == mention.start) or (not letter.isupper() and letter.islower()):
            return True
        before = _NOUNS.findall(mention.of(self.text)[: head.start - mention.start])
        if not self.language.has("capitals") or not before:
            return False
        called = any(word in self.language.titles or self.language.role(word.lower()) for word in before[1:])
        called = called or is_first_name(head.of(self.text).split()[0])
        return before[0].lower() in self.language.words("determiners") and not called

    def _antecedent(self, position: int, gender: str) -> Person | None:
        """The antecedent of a pronoun: the last one named with its gender, else the last that can have it."""
        if gender == "plural":
            return next((p for p in reversed(self.spoken[-_MAX_PEOPLE:]) if not p.named), None)
        places = self.everybody.places
        until = bisect_left(places, position, key=lambda place: place[0])
        near = [person for _, person in reversed(places[max(0, until - _MAX_PEOPLE) : until])]
        near += reversed(self.spoken[-_MAX_PEOPLE:])
        certain = [p for p in near if p.gender == gender]
        return next(iter(certain or [p for p in near if not p.gender and p.named]), None)

    def _learn(self, head: Span, mention: Span, person: Person) -> None:
        """Keep what a mention says about the speaker: the role before or after the name, with its noun and gender."""
        for span in (Span(mention.start, head.start), Span(head.end, mention.end)):
            words = _NOUNS.findall(span.of(self.text))
            if span.start == head.end and not span.of(self.text).startswith(","):
                break  # a place of origin, not an apposition
            if _DEGREES.intersection(words):
                person.kind = person.kind or "expert"
            for word in words:
                role = self.language.role(word.lower())
                if role is None:
                    continue
                person.kind = person.kind or role[0]
                person.gender = person.gender or role[1]
                if person.named:
                    self.called[word.lower()] = person
                person.role = person.role or (self._role(span) if person.named else None)
        roles = (self.language.role(word.lower()) for word in person.words)
        body = next((role[0] for role in roles if role is not None and role[0] in BODIES), "")
        person.kind = body or (person.kind if person.named else "")

    def _role(self, span: Span) -> str | None:
        """The words of a role, without its article and titles; None for more than a few."""
        words = _without_article(self.text, span, self.language, "determiners").strip(" ,()").split()
        while words and self.language.title(words[0]) is not None:
            words = words[1:]
        while words and self.language.title(words[-1]) is not None:
            words = words[:-1]
        return " ".join(words).strip(" ,") if 0 < len(words) <= _MAX_ROLE else None


def _without_article(text: str, span: Span, language: Language, articles: str = "definite") -> str:
    """The words of a phrase on one line, without an article before them ("die Polizei", "l’association")."""
    words = span.of(text).strip(" ,(").split()
    while len(words) > 1 and words[0].lower() in language.words(articles):
        words = words[1:]
    said = " ".join(words)
    head, apostrophe, tail = said.replace("’", "'").partition("'")
    return said[len(said) - len(tail) :] if apostrophe and head.lower() + "'" in language.words(articles) else said


def _kind(person: Person) -> VoiceKind:
    """The kind of a voice, by its role noun; a voice without a name is unnamed, unless it is a body."""
    if person.kind in BODIES or (person.named and person.kind):
        return VoiceKind(person.kind)
    name = person.words[-1]
    acronym = len(person.words) == 1 and len(name) >= _LETTERS and name.isupper()
    return VoiceKind.UNNAMED if not person.named else VoiceKind.ORGANISATION if acronym else VoiceKind.PERSON


def nominative(phrase: str, language: Language) -> str:
    """Return a noun phrase in the nominative, by the language's table of articles; any other phrase unchanged.

    The noun loses its case ending where this gives a noun of the list of roles ("einem Zeugen", "eines Sprechers").
    Where the ending of an adjective before it depends on an unknown gender, the phrase is unchanged.
    """
    first, *words = phrase.split(" ")
    article = language.nominatives.get(first.lower())
    at = next((index for index, word in enumerate(words) if word[:1].isupper()), None)
    if article is None or at is None:
        return phrase
    feminine = article.endswith("e")
    noun = words[at] if feminine else _noun(words[at], language)
    gender = (language.role(noun.lower()) or ("", ""))[1]
    ending = "e" if feminine or not article else _STRONG.get(gender, "")
    if at and not (ending and all(word.endswith("en") for word in words[:at])):
        return phrase
    adjectives = (word[:-2] + ending for word in words[:at])
    said = [article, *adjectives, noun, *words[at + 1 :]]
    shown = " ".join(filter(None, said))
    return shown[:1].upper() + shown[1:] if first[:1].isupper() else shown


def _noun(noun: str, language: Language) -> str:
    """A noun without the ending of the dative or genitive: "Zeuge" of "Zeugen", "Beamter" of "Beamten"."""
    if language.role(noun.lower()) is not None:
        return noun
    endings = {"n": ("", "r"), "s": ("",)}.get(noun[-1], ())
    stems = [noun[:-1] + ending for ending in endings] + ([noun[:-2]] if noun.endswith(("es", "en")) else [])
    return next((stem for stem in stems if language.role(stem.lower()) is not None), noun)
