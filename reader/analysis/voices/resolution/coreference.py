"""Resolve the sources of attributions to referents: names first, then pronouns and noun phrases."""

from dataclasses import dataclass, field, replace

from reader.analysis.cues.attributions import Attribution
from reader.analysis.voices.mentions.mentions import parse_mention
from reader.analysis.voices.names.forms import PRONOUNS, Form, Mention, behind_dateline, possessor
from reader.analysis.voices.names.lists import entries, role_of, singular, table
from reader.analysis.voices.names.names import Names
from reader.analysis.voices.names.non_speakers import is_law, is_nobody, is_question, quotes_law
from reader.analysis.voices.names.roster import Referent, key_of
from reader.analysis.voices.outlets.outlet_owners import own_blogs
from reader.analysis.voices.outlets.press import is_press
from reader.analysis.voices.resolution import anaphora, bodies, plurals
from reader.analysis.voices.resolution.descriptions import described
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse, Occurrence
from reader.analysis.voices.resolution.makers_and_owners import owner, pair, poster
from reader.analysis.voices.resolution.offices import named_later
from reader.analysis.voices.resolution.papers import is_paper, led_by, reported_above
from reader.analysis.voices.resolution.register import Register, phrase_key
from reader.analysis.voices.resolution.unnamed import person_phrase
from reader.model import Article, QuotationKind, Span

_FURTHEST = 3  # maximum owners in a chain such as "the mayor’s brother’s wife"


@dataclass(slots=True)
class Resolver:
    """Finds the source of each attribution; `who` holds the answers, None where none is found."""

    article: Article
    attributions: tuple[Attribution, ...]
    register: Register
    who: list[Referent | None] = field(default_factory=list)
    read: list[Mention | None] = field(default_factory=list)
    weighed: dict[int, dict[int, tuple[tuple[str, ...], float]]] | None = None  # scored antecedents, by attribution
    clear: set[int] = field(default_factory=set)  # see `Discourse`

    def run(self) -> None:
        """Resolve all attributions and fill `who`."""
        text, register = self.article.text, self.register
        for writer, blog in own_blogs(text, register.names):
            register.roster.written_by.setdefault(key_of(blog.words, body=True), register.named(writer))
        self.who = [None] * len(self.attributions)
        self.read = [
            None if a.mention is None else _read(text, a, a.mention, register.names) for a in self.attributions
        ]
        later: set[int] = set()
        for index, mention in enumerate(self.read):
            if mention is None or is_question(text, mention):
                continue
            if mention.form is Form.NAME:
                if not is_law(mention.names[0].words) or quotes_law(self.cue(index)):
                    self._settle(index, register.by_name(mention))
            elif mention.form is Form.JOINT:
                self._settle(index, register.together(mention.names, mention.core))
            elif mention.form is Form.HANDLE:
                self._settle(index, register.by_handle(mention.core))
            elif mention.form is Form.PRONOUN or len(mention.noun) > 1:
                later.add(index)
        _continue_speakers(self)
        self._resolve_anaphora(later)
        _continue_speakers(self)

    def cue(self, index: int) -> str:
        """Return the cue of an attribution as written in the text; "" without one."""
        cue = self.attributions[index].cue
        return "" if cue is None else cue.of(self.article.text)

    def _settle(self, index: int, referent: Referent | None) -> None:
        self.who[index] = referent
        mention = self.read[index]
        if referent is not None and mention is not None:
            referent.mentions.append(mention.span)
            referent.speeches.append(index)

    def _resolve_anaphora(self, later: set[int]) -> None:
        """Resolve pronouns and noun phrases in text order; each can refer to what was resolved before it."""
        known = self.register.names, self.register.roster, self.register.phrases
        discourse = Discourse(self.article, self.attributions, *known, self.who, self.clear)
        mentions = ((index, a.mention) for index, a in enumerate(self.attributions))
        spoken = sorted((span.start, span.end, index) for index, span in mentions if span is not None)
        for start, end, index in spoken:
            who = self.who[index]
            if who is not None:
                discourse.see(Occurrence(start, end, who, index))
        for start, end, index in spoken:
            mention = self.read[index]
            if index not in later or mention is None:
                continue
            discourse.forget()
            found = self._anaphor(discourse, index, mention)
            self._settle(index, found)
            if found is not None:
                discourse.see(Occurrence(start, end, found, index))

    def _anaphor(self, discourse: Discourse, index: int, mention: Mention) -> Referent | None:
        above = discourse.above(index)
        inner = _inner_source(self, index)
        excluded = frozenset(map(id, [*discourse.above(index, quoted=True), *([] if inner is None else [inner])]))
        start = mention.core.start
        outside = self.article.text[max(0, start - 3) : start].lower() != "as "  # "Roe, as he says, …" is Roe
        place = AnaphorPlace(index, start, excluded, outside, None if self.weighed is None else {})
        sort = PRONOUNS[mention.noun] if mention.form is Form.PRONOUN else possessor(self.article.text, mention)
        if not sort:
            user = poster(discourse, place, mention)
            return self._noun(discourse, mention, place) if user is None else self.register.by_handle(user)
        found = self._pronoun(discourse, place, mention, sort, above)
        its = found is None and sort == "thing" and mention.form is Form.NOUN  # "its editorial" with an unknown owner
        return self.register.unnamed(mention.core, mention.noun) if its else found

    def _pronoun(
        self, discourse: Discourse, place: AnaphorPlace, mention: Mention, sort: str, above: list[Referent]
    ) -> Referent | None:
        """The antecedent of a pronoun; `sort` is its class, `above` are the intermediate speakers, innermost first."""
        index = place.index
        if sort in {"m", "f"}:
            phrase = person_phrase(discourse, place, sort)
            found = None if phrase is None else self._noun(discourse, phrase, place)
            found = found or anaphora.person(discourse, place, sort)
            if self.weighed is not None and place.weighed:
                self.weighed[index] = place.weighed
            if found is not None:
                found.gender = found.gender or sort
            return found
        if sort == "plural":  # "one of their posts" may belong to a group
            owned = mention.form is not Form.PRONOUN
            return self._several(discourse, place) or (self._thing(discourse, place) if owned else None)
        if sort == "thing":
            return self._thing(discourse, place)
        return above[0] if sort == "first" and above else None

    def _thing(self, discourse: Discourse, place: AnaphorPlace) -> Referent | None:
        """The antecedent of "it": the document in the sentence before, else a body ("The bank fell. It said")."""
        paper = bodies.document(discourse, place)
        if paper is not None:
            return self._noun(discourse, paper, replace(place, start=paper.core.start))
        short = bodies.short_form(discourse, place)
        found = None if short is None else described(discourse, place, short)
        found = found if isinstance(found, Referent) and not found.person else bodies.thing(discourse, place)
        own = discourse.attributions[place.index]
        if found is None and own.kind is QuotationKind.INDIRECT and own.spans[0].start <= place.start:
            found = bodies.thing(discourse, replace(place, outside=False))  # "Delta Group will close, it said"
        return found if short is None or found is not None else self._noun(discourse, short, place)

    def _several(self, discourse: Discourse, place: AnaphorPlace) -> Referent | None:
        """The antecedent of "they": a pair of names joined by "and", else the last group."""
        two = plurals.couple(discourse, place)
        if two is not None:
            return self.register.together(two, Span(two[0].start, two[1].end))
        several = plurals.several(discourse, place)
        short = bodies.short_form(discourse, place) if several is None else None
        if short is not None:  # "The company is sorry. They said …"
            return self._noun(discourse, short, replace(place, start=short.core.start))
        if isinstance(several, Span):
            last = plurals.head_of(several.of(self.article.text))
            return self.register.unnamed(several, singular(last), plural=True)
        return several

    def _noun(self, discourse: Discourse, mention: Mention, place: AnaphorPlace) -> Referent | None:
        """The referent of a noun phrase, else an unnamed source labelled with it; None for a single odd word."""
        phrase = mention.core.of(self.article.text)
        key = phrase_key(phrase)
        theirs = owner(discourse, place, mention)
        theirs = None if theirs is None or _owner_depth(theirs[0]) == _FURTHEST else theirs
        if theirs is not None:
            key = f"{id(theirs[0])} {phrase_key(theirs[1].of(self.article.text))}"
        known = self.register.phrases.get(key) or self.register.begun.get(mention.core.start)
        if known is not None:
            return known
        if is_nobody(self.article.text, mention, self.cue(place.index)):
            return None
        if _is_unknown_noun(phrase, mention.noun):
            return self.register.called(mention, key)
        two = pair(discourse, place, mention)
        if two is not None:
            return self.register.together(two, Span(two[0].start, two[1].end))
        paper = led_by(discourse, place, mention)
        found = described(discourse, place, mention) if mention.definite and paper is None else None
        if paper is None and mention.definite and not _is_paper(self.article.text, found):
            paper = reported_above(discourse, place, mention)
            found = None if paper is None and is_paper(mention.noun) and _is_silent_body(found) else found
        named = None if paper is None else self.register.named(paper)
        if named is not None and named is not found:
            found = named
            found.body = True
        if isinstance(found, Span):
            # From here on the phrase refers to the new source.
            self.register.phrases.pop(phrase_key(found.of(self.article.text)), None)
            return self.register.unnamed(found, mention.noun, plural=False)
        found = found or named_later(discourse, place, mention)
        if theirs is not None and (found is None or found is theirs[0] or (found.noun and theirs[0].person)):
            found = self.register.unnamed(mention.core, mention.noun, plural=mention.plural, key=key)
            found.owner = found.owner or theirs
        return found or self.register.unnamed(mention.core, mention.noun, plural=mention.plural)


def _is_silent_body(found: Referent | Span | None) -> bool:
    """Whether a phrase refers to what its name says is a body ("the Tarn League"), and which has not spoken."""
    if not isinstance(found, Referent) or found.speeches:
        return False
    return any(word in table("body_heads") for word in found.words[-1:])


def _is_paper(text: str, found: Referent | Span | None) -> bool:
    """Whether a phrase for a publication refers to a new source, or to what looks like a publication."""
    return isinstance(found, Span) or (found is not None and any(is_press(text, name) for name in found.names))


def _owner_depth(who: Referent) -> int:
    """The number of owners in the chain to a referent: two for “the mayor’s brother’s wife”."""
    return 0 if who.owner is None else 1 + _owner_depth(who.owner[0])


def _inner_source(resolver: Resolver, index: int) -> Referent | None:
    """The inner source of relayed words ("Roe, whom the blogger met, says …")."""
    for inner in resolver.attributions[index + 1 : index + 2]:
        if inner.parent == index and inner.spans == resolver.attributions[index].spans:
            return resolver.who[index + 1]
    return None


def _continue_speakers(resolver: Resolver) -> None:
    """Give attributions without a mention the speaker of the earlier attribution that they continue."""
    for index, attribution in enumerate(resolver.attributions):
        earlier = attribution.same_as
        if resolver.who[index] is None and earlier is not None and attribution.mention is None:
            who = resolver.who[earlier]
            resolver.who[index] = who
            if who is not None:
                who.speeches.append(index)


def _is_unknown_noun(phrase: str, noun: str) -> bool:
    """Whether a phrase is one word in lower case without an article that is no known noun for a source."""
    if not (phrase.isascii() and phrase.isalnum() and noun == phrase.lower()) or phrase.isdigit():
        return False
    known = role_of(noun) is not None or noun in table("bodies")
    return not (known or noun in entries("plurals") or noun in entries("indefinites"))


def _read(text: str, attribution: Attribution, mention: Span, names: Names) -> Mention:
    """The parsed mention of an attribution."""
    return parse_mention(text, behind_dateline(text, mention, attribution.cue), attribution.head, names)
