"""Resolve the sources of attributions to referents: names first, then pronouns and noun phrases."""

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from reader.analysis.cues.attributions import Attribution
from reader.analysis.voices.mentions.adjacent_source import introduced
from reader.analysis.voices.mentions.handles import heading
from reader.analysis.voices.mentions.mentions import parse_mention
from reader.analysis.voices.names.forms import POSSESSIVES, PRONOUNS, Form, Mention, behind_dateline, possessor
from reader.analysis.voices.names.lists import entries, fold, role_of, singular, skeleton, table
from reader.analysis.voices.names.names import Names
from reader.analysis.voices.names.non_speakers import is_law, is_nobody, is_question, quotes_law
from reader.analysis.voices.names.roster import Referent, is_named_person, key_of
from reader.analysis.voices.outlets.outlet_owners import own_blogs
from reader.analysis.voices.resolution import anaphora, bodies, plurals
from reader.analysis.voices.resolution.descriptions import described, taken_up
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse, Occurrence
from reader.analysis.voices.resolution.generic_bodies import body_meant, refers_to_body
from reader.analysis.voices.resolution.makers_and_owners import owner, pair
from reader.analysis.voices.resolution.offices import OFFICES, named_later
from reader.analysis.voices.resolution.papers import led_by
from reader.analysis.voices.resolution.register import Register, crowd, phrase_key
from reader.analysis.voices.resolution.topics import main_person, may_mean, opens_section, topic
from reader.analysis.voices.resolution.unnamed import office_before, person_phrase, phrase_before, somebodys
from reader.model import Article, QuotationKind, Span

_ADDRESSEE = 40  # characters after "told" that are searched for the addressee
_MANY = 256  # maximum phrases, the latest ones, that are searched for other posters
_FURTHEST = 3  # maximum owners in a chain such as "the mayor’s brother’s wife"
_HIMSELF = re.compile(r"\s(himself|herself)\b")
_ORDERED = frozenset({"former", "latter"})


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
    posts: bool = field(init=False)  # whether the text contains a handle

    def run(self) -> None:
        """Resolve all attributions and fill `who`."""
        text, register = self.article.text, self.register
        self.posts = "@" in text
        for writer, blog in own_blogs(text, register.names):
            register.roster.written_by.setdefault(key_of(blog.words, body=True), register.named(writer))
        self.who = [None] * len(self.attributions)
        mentions = ((a, a.mention) for a in self.attributions)
        self.read = [None if who is None else _read(text, a, who, register.names) for a, who in mentions]
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
        if later:
            self._resolve_anaphora(later)
        _introduce_themselves(self)
        _continue_speakers(self)

    def cue(self, index: int) -> str:
        """Return the cue of an attribution as written in the text; "" without one."""
        cue = self.attributions[index].cue
        return "" if cue is None else cue.of(self.article.text)

    def _settle(self, index: int, referent: Referent | None) -> None:
        self.who[index] = referent
        mention = self.read[index]
        if referent is not None and mention is not None:
            reflexive = _HIMSELF.match(self.article.text, mention.core.end)
            referent.gender = referent.gender or ("" if reflexive is None else PRONOUNS[reflexive[1]])
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
            found = self._anaphor(discourse, index, mention) or (_poster(self, index) if self.posts else None)
            self._settle(index, found)
            if found is not None:
                discourse.see(Occurrence(start, end, found, index))

    def _anaphor(self, discourse: Discourse, index: int, mention: Mention) -> Referent | None:
        above = discourse.above(index)
        others = [_inner_source(self, index), _recalling_source(self, index), _addressee(self, index)]
        others += _other_posters(self, index) if self.posts else ()
        excluded = frozenset(
            map(id, filter(None, (*discourse.above(index, quoted=True), *others) if above else others))
        )
        start = mention.core.start
        outside = self.article.text[max(0, start - 3) : start].lower() != "as "  # "Roe, as he says, …" is Roe
        place = AnaphorPlace(index, start, excluded, outside, None if self.weighed is None else {})
        sort = PRONOUNS[mention.noun] if mention.form is Form.PRONOUN else possessor(self.article.text, mention)
        if not sort:
            return self._noun(discourse, mention, place)
        found = self._topic(discourse, place, sort) or self._pronoun(discourse, place, mention, sort, above)
        its = found is None and sort == "thing" and mention.form is Form.NOUN  # "its editorial" with an unknown owner
        return self.register.unnamed(mention.core, mention.noun) if its else found

    def _pronoun(
        self, discourse: Discourse, place: AnaphorPlace, mention: Mention, sort: str, above: list[Referent]
    ) -> Referent | None:
        """The antecedent of a pronoun; `sort` is its class, `above` are the intermediate speakers, innermost first."""
        index = place.index
        if sort in {"m", "f"}:
            late = main_person(discourse, place, sort) or anaphora.going_on(discourse, place, sort)
            phrase = person_phrase(discourse, place, sort) if late is None else None
            phrase = None if phrase is not None and opens_section(discourse, place, phrase.core.start) else phrase
            found = late if phrase is None else self._noun(discourse, phrase, place)
            found = None if found is not None and found is _recalling_source(self, index) else found
            found = found or anaphora.person(discourse, place, sort, owner=mention.form is not Form.PRONOUN)
            more = _with_own_words(discourse, place) if found is None else None
            found = found if more is None else anaphora.person(discourse, more, sort)
            kin = somebodys(discourse, place, sort) if found is None else None
            found = found if kin is None else self._noun(discourse, kin, place)
            if self.weighed is not None and place.weighed:
                self.weighed[index] = place.weighed
            if found is not None:
                found.gender = found.gender or sort
            return found
        if sort == "plural":  # "one of their posts" may belong to a group
            owned = mention.form is not Form.PRONOUN
            found = self._several(discourse, place) or (self._thing(discourse, place) if owned else None)
            return None if found is not None and discourse.only_outside(index, found) else found
        if sort == "thing":
            return self._thing(discourse, place)
        if sort == "relative":
            who = anaphora.relative(discourse, place)
            before = phrase_before(self.article.text, mention.core.start) if who is None else None
            noun = "" if before is None else singular(before.of(self.article.text).split()[-1])
            return who if before is None else self.register.unnamed(before, noun)
        return above[0] if sort == "first" and above else None

    def _topic(self, discourse: Discourse, place: AnaphorPlace, sort: str) -> Referent | None:
        """The topic of the pronoun's sentence ("As for the mayor, he …"), where the pronoun can refer to it."""
        phrase = topic(self.article.text, place.start)
        if phrase is None:
            return None
        mention = parse_mention(self.article.text, phrase, None, self.register.names)
        if mention.form not in {Form.NAME, Form.NOUN}:
            return None
        named = mention.form is Form.NAME
        found = self.register.by_name(mention) if named else self._noun(discourse, mention, place)
        if found is not None and not may_mean(sort, found):
            found = None if named else self.register.unnamed(mention.core, mention.noun, plural=mention.plural)
        return found if found is not None and may_mean(sort, found) else None

    def _thing(self, discourse: Discourse, place: AnaphorPlace) -> Referent | None:
        """The antecedent of "it": the document in the sentence before, else a body ("The bank fell. It said")."""
        speaker = discourse.speaker_before(place) if anaphora.adds(discourse, place) else None
        if speaker is not None and id(speaker) not in place.excluded and not is_named_person(speaker):
            speaker.body = speaker.body or not speaker.noun
            return speaker
        paper = bodies.document(discourse, place)
        if paper is not None:
            return self._noun(discourse, paper, replace(place, start=paper.core.start))
        short = bodies.short_form(discourse, place)
        found = None if short is None else described(discourse, place, short)
        found = found if isinstance(found, Referent) and not found.person else bodies.thing(discourse, place)
        if short is not None and found is not None and " " in short.core.of(self.article.text).removeprefix("The "):
            here = any(occurrence.who is found for occurrence in discourse.back(place, paragraphs=0))
            # a body not mentioned before
            found = found if here else self.register.unnamed(short.core, short.noun, plural=False)
        more = _with_own_words(discourse, place) if found is None else None
        found = found if more is None else bodies.thing(discourse, more)
        if found is None and bodies.surely_speaks(discourse, place):
            short = bodies.short_form(discourse, place, inside=True)
            found = None if short is None else self._noun(discourse, short, place)
        paper = bodies.paper_before(discourse, place) if found is None else None
        found = found if paper is None else self._noun(discourse, paper, replace(place, start=paper.core.start))
        subject = bodies.own_subject(discourse, place) if found is None else None
        if subject is not None:
            found = self.register.named(subject)
            found.body = True
        return found

    def _several(self, discourse: Discourse, place: AnaphorPlace) -> Referent | None:
        """The antecedent of "they": a pair of names joined by "and", else the last group."""
        two = plurals.couple(discourse, place)
        if two is not None:
            return self.register.together(two, Span(two[0].start, two[1].end))
        several = plurals.several(discourse, place)
        if isinstance(several, Span):
            last = plurals.head_of(several.of(self.article.text))
            return self.register.unnamed(several, singular(last), plural=True)
        return several

    def _noun(self, discourse: Discourse, mention: Mention, place: AnaphorPlace) -> Referent | None:
        """The referent of a noun phrase, else an unnamed source labelled with it; None for a single odd word."""
        phrase, phrases = mention.core.of(self.article.text), self.register.phrases
        key = phrase_key(phrase)
        theirs = self._office(discourse, place, mention) or owner(discourse, place, mention)
        theirs = None if theirs is None or _owner_depth(theirs[0]) == _FURTHEST else theirs
        if theirs is not None:
            key = f"{id(theirs[0])} {phrase_key(theirs[1].of(self.article.text))}"
        known = crowd(phrases, mention, key, self.article.text) or phrases.get(key)
        known = known or self.register.begun.get(mention.core.start)
        office = known is not None and known.noun in OFFICES  # its holder may have been named since
        if known is not None and not (mention.definite and (office or taken_up(discourse, place, mention.noun, known))):
            body = body_meant(discourse, place, mention) if known.noun and refers_to_body(discourse, mention) else None
            return body or known
        if is_nobody(self.article.text, mention, self.cue(place.index)):
            return None
        if _is_unknown_noun(phrase, mention.noun):
            return self.register.called(mention, key)
        of_pair = self._of_pair(discourse, mention, place)
        if of_pair is not None:
            return of_pair
        paper = led_by(discourse, place, mention)
        found = described(discourse, place, mention) if mention.definite and paper is None else None
        if paper is not None:
            found = self.register.named(paper)
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

    def _office(self, discourse: Discourse, place: AnaphorPlace, mention: Mention) -> tuple[Referent, Span] | None:
        """The official in the sentence before, and the words for their staff ("The mayor left. His deputy said")."""
        office = office_before(discourse, mention)
        if office is None:
            return None
        who = self._noun(discourse, office, replace(place, start=office.core.start))
        if who is None or (who.names and office.noun not in discourse.callings(who)):
            who = self.register.unnamed(office.core, office.noun)
        return who, Span(mention.core.start + len("his "), mention.core.end)

    def _of_pair(self, discourse: Discourse, mention: Mention, place: AnaphorPlace) -> Referent | None:
        """The pair of people named together ("the two"), or one of them ("the latter")."""
        one = plurals.of_two(discourse, place, second=mention.noun == "latter") if mention.noun in _ORDERED else None
        if one is not None:
            return self.register.named(one)
        two = pair(discourse, place, mention)
        return None if two is None else self.register.together(two, Span(two[0].start, two[1].end))


def _owner_depth(who: Referent) -> int:
    """The number of owners in the chain to a referent: two for “the mayor’s brother’s wife”."""
    return 0 if who.owner is None else 1 + _owner_depth(who.owner[0])


def _inner_source(resolver: Resolver, index: int) -> Referent | None:
    """The inner source of relayed words ("Roe, whom the blogger met, says …")."""
    for inner in resolver.attributions[index + 1 : index + 2]:
        if inner.parent == index and inner.spans == resolver.attributions[index].spans:
            return resolver.who[index + 1]
    return None


def _addressee(resolver: Resolver, index: int) -> Referent | None:
    """The addressee named in an attribution, who is not its speaker ("The company told *the Gazette* that")."""
    cue = resolver.attributions[index].cue
    if cue is None or resolver.cue(index) not in {"told", "tells"}:
        return None
    near = resolver.register.names.within(cue.end, cue.end + _ADDRESSEE)
    between = resolver.article.text[cue.end : near[0].title].strip() if near else "?"
    if between not in {"", "the"}:
        return None
    bearers = [who for who in resolver.register.roster.parts.get(skeleton(near[0].words[-1]), ()) if who.body]
    return resolver.register.roster.find(near[0]) or next(iter(bearers), None)


def _recalling_source(resolver: Resolver, index: int) -> Referent | None:
    """The source that recalls another's quoted words: "the clerk who took the call recalled that he said “…”"."""
    own = resolver.attributions[index]
    if own.parent is None or own.kind is not QuotationKind.DIRECT:
        return None
    who = resolver.who[own.parent]
    recalls = resolver.cue(own.parent) in {"recalled", "recalls", "recounted"}
    return who if recalls and who is not None and not who.names else None


def _continue_speakers(resolver: Resolver) -> None:
    """Give attributions without a mention the speaker of the earlier attribution that they continue."""
    for index, attribution in enumerate(resolver.attributions):
        earlier = attribution.same_as
        if resolver.who[index] is None and earlier is not None and attribution.mention is None:
            who = resolver.who[earlier]
            resolver.who[index] = who
            if who is not None:
                who.speeches.append(index)


def _introduce_themselves(resolver: Resolver) -> None:
    """Name the speakers who have no other name and say it in their first words ("My name is Ada Cole. …")."""
    for index, attribution in enumerate(resolver.attributions):
        who, span = resolver.who[index], attribution.spans[0]
        document = who is not None and table("bodies").get(who.noun) == "document"
        if who is not None and (not who.noun or who.plural or (who.body and not document)):
            continue
        name = introduced(resolver.article.text, span, resolver.register.names)
        if name is None:
            continue
        known = resolver.register.named(name)
        for at in [index] if who is None else who.speeches:
            resolver.who[at] = known
            known.speeches.append(at)
        known.mentions += [] if who is None else who.mentions


def _poster(resolver: Resolver, index: int) -> Referent | None:
    """The owner of a handle that heads a post, where its lead-in has no source ("she responded: @adac: …")."""
    handle = heading(resolver.article.text, resolver.attributions[index].spans[0].start)
    return None if handle is None else resolver.register.by_handle(handle)


def _other_posters(resolver: Resolver, index: int) -> tuple[Referent, ...]:
    """The posters with other handles than the one that heads an attribution's words; empty without such a handle."""
    text = resolver.article.text
    handle = heading(text, resolver.attributions[index].spans[0].start)
    own = "" if handle is None else "@" + fold(handle.of(text))
    near = islice(reversed(resolver.register.phrases.items()), _MANY if own else 0)
    return tuple(who for key, who in near if key.startswith("@") and key != own)


def _read(text: str, attribution: Attribution, mention: Span, names: Names) -> Mention:
    """The parsed mention of an attribution."""
    cue = attribution.cue
    if cue is not None and cue.start == mention.end + 1 and cue.of(text) in entries("works"):
        words = mention.of(text).split()
        if words[0].lower() in POSSESSIVES and role_of(words[-1]) is None:
            mention = Span(mention.start, mention.start + len(words[0]))  # "his famous demand": the owner is the source
    return parse_mention(text, behind_dateline(text, mention, cue), attribution.head, names)


def _with_own_words(discourse: Discourse, place: AnaphorPlace) -> AnaphorPlace | None:
    """The place of a pronoun that may refer to a name in its own content: "Delta Group will close, it said".

    Only where the content is in the author's words and the pronoun follows it, else None.
    """
    own = discourse.attributions[place.index]
    behind = own.kind is QuotationKind.INDIRECT and own.spans[0].start <= place.start
    return replace(place, outside=False) if behind and place.outside else None


def _is_unknown_noun(phrase: str, noun: str) -> bool:
    """Whether a phrase is one word in lower case without an article that is no known noun for a source."""
    if not (phrase.isascii() and phrase.isalnum() and noun == phrase.lower()) or phrase.isdigit():
        return False
    known = role_of(noun) is not None or noun in table("bodies")
    return not (known or noun in entries("plurals") or noun in entries("indefinites"))
