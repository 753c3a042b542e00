"""Joins the mentions of quoted sources to referents: names first, then pronouns and noun phrases in text order."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from reader.analysis.attributions import Attribution
from reader.analysis.voices.anaphora import Place, Scene, Sighting
from reader.analysis.voices.lists import fold, role_of, singular, table
from reader.analysis.voices.mentions import PRONOUNS, Form, Mention, read
from reader.analysis.voices.names import Name, Names
from reader.analysis.voices.roster import Referent, Roster, gender_of, key_of
from reader.model import Article, Span


_COMMON = frozenset("people police media some others many those most several few both all everyone none one another".split())


@dataclass(slots=True)
class Resolver:
    """Works out who each attribution's source is; `who` has the answer of each, None where it is not found."""

    article: Article
    attributions: tuple[Attribution, ...]
    names: Names
    roster: Roster
    who: list[Referent | None] = field(default_factory=list)
    read: list[Mention | None] = field(default_factory=list)
    phrases: dict[str, Referent] = field(default_factory=dict)
    handles: dict[str, Referent] = field(default_factory=dict)
    spelled: dict[str, Referent | None] = field(default_factory=dict)
    scene: Scene | None = None

    def run(self) -> None:
        """Fill `who`."""
        text = self.article.text
        self.who = [None] * len(self.attributions)
        self.read = [
            None if a.mention is None else read(text, a.mention, a.head, self.names) for a in self.attributions
        ]
        later: list[int] = []
        for index, mention in enumerate(self.read):
            if mention is None:
                continue
            if mention.form is Form.NAME:
                self._settle(index, self._named(mention.names[0], mention))
            elif mention.form is Form.JOINT:
                self._settle(index, self._joint(mention))
            elif mention.form is Form.HANDLE:
                self._settle(index, self._handle(mention))
            else:
                later.append(index)
        if later:
            self._resolve_anaphora(later)
        self._carry_on()

    def _settle(self, index: int, referent: Referent | None) -> None:
        self.who[index] = referent
        mention = self.read[index]
        if referent is not None and mention is not None:
            referent.mentions.append(mention.span)
            referent.speeches.append(index)

    def _named(self, name: Name, mention: Mention | None = None) -> Referent:
        found = self.roster.find(name)
        if found is not None:
            return found
        if len(name.words) > 1 and not name.place:
            return self.roster.add(name)
        key = fold(name.words[0]) if len(name.words) == 1 else " ".join(map(fold, name.words))
        known = self.phrases.get(key)
        if known is None:
            known = Referent(name.words, body=name.body, place=name.place, label=name.span, gender=name.gender)
            noun = mention is not None and mention.role is not None
            self.phrases[key] = known
            if noun or name.titled:
                known.body = False
        known.names.append(name)
        return known

    def _joint(self, mention: Mention) -> Referent:
        members = tuple(self._named(name) for name in mention.names)
        key = "+".join(str(id(member)) for member in members)
        known = self.phrases.get(key)
        if known is None:
            words = tuple(member.words[-1] for member in members)
            known = Referent(words, label=mention.core, body=members[0].body, place=members[0].place, plural=True)
            known.joint = members
            known.names.append(mention.names[0])
            self.phrases[key] = known
        return known

    def _handle(self, mention: Mention) -> Referent:
        """A user name, joined to the person whose name it spells or beside whose name it is given."""
        handle = fold(mention.noun)
        known = self.handles.get(handle)
        if known is None:
            known = self._owner_of(handle) or Referent((), label=mention.core, handle=mention.noun)
            self.handles[handle] = known
        return known

    def _owner_of(self, handle: str) -> Referent | None:
        if not self.spelled:
            self.spelled[""] = None
            for other in self.roster.everyone:
                for spelling in () if other.body else _spellings(other.words):
                    self.spelled.setdefault(spelling, other)
        known = self.spelled.get(handle.rstrip("0123456789"))
        if known is not None:
            return known
        text = self.article.text
        position = text.lower().find("(@" + handle) if handle.isascii() else -1
        if position > 0:
            near = self.names.before(position, 1)
            if near and 0 <= position - near[-1].end <= 1 and not near[-1].place:
                return self._named(near[-1])
        return None

    def _resolve_anaphora(self, later: list[int]) -> None:
        """Pronouns and noun phrases, in text order, each seeing what was settled before it."""
        spoken = [(a.mention.start, a.mention.end, i) for i, a in enumerate(self.attributions) if a.mention is not None]
        self.scene = Scene(self.article, self.attributions, self.names, self.roster, self.phrases, self.who)
        for start, end, index in sorted(spoken):
            who = self.who[index]
            if index not in later and who is not None:
                self.scene.see(Sighting(start, end, who, index))
        waiting = set(later)
        for start, end, index in sorted(spoken):
            if index not in waiting:
                continue
            mention = self.read[index]
            if mention is None:
                continue
            referent = self._anaphor(index, mention)
            self._settle(index, referent)
            if referent is not None:
                self.scene.see(Sighting(start, end, referent, index))

    def _anaphor(self, index: int, mention: Mention) -> Referent | None:
        scene = self.scene
        if scene is None:
            return None
        above = self._above(index)
        place = Place(index, mention.core.start, frozenset(id(who) for who in above))
        if mention.form is Form.PRONOUN:
            sort = PRONOUNS[mention.noun]
            if sort == "1":
                return above[0] if above else None
            if sort == "2":
                return None
            if sort == "w":
                return scene.relative(place) or self._phrase_before(index, mention)
            if sort in {"m", "f"}:
                found = scene.person(place, sort)
                if found is not None:
                    found.gender = found.gender or sort
                return found
            return scene.several(place) if sort == "p" else scene.thing(place)
        return self._noun(mention, place)

    def _above(self, index: int) -> list[Referent]:
        """Who passes these words on, the innermost first."""
        found: list[Referent] = []
        parent = self.attributions[index].parent
        for _ in range(16):
            if parent is None or parent == index:
                break
            who = self.who[parent]
            if who is not None:
                found.append(who)
            parent = self.attributions[parent].parent
        return found

    def _phrase_before(self, index: int, mention: Mention) -> Referent | None:
        """The noun phrase that "who" goes back to: the words before it, up to an article."""
        text = self.article.text
        window = text[max(0, mention.core.start - 80) : mention.core.start].rstrip(" ,")
        words = window.split(" ")
        for back in range(len(words) - 1, -1, -1):
            if words[back].lower() in {"a", "an", "the", "some", "those", "one", "many", "several"}:
                phrase = " ".join(words[back:])
                start = text.rfind(phrase, 0, mention.core.start)
                return self._unnamed(Span(start, start + len(phrase)), singular(words[-1]), plural=False)
            if words[back].endswith((".", ",", "”", '"', "\n")) and back < len(words) - 1:
                break
        return None

    def _noun(self, mention: Mention, place: Place) -> Referent:
        """A noun phrase: whom it refers back to, else an unnamed source under its own words."""
        text = self.article.text
        key = _phrase_key(mention.core.of(text))
        known = self.phrases.get(key)
        if known is None and _is_user_name(mention.core.of(text), mention.noun):
            known = Referent((mention.core.of(text),), label=mention.core)
            self.phrases[key] = known
        if known is not None:
            return known
        if mention.definite and self.scene is not None:
            found = self.scene.described(place, mention)
            if isinstance(found, Span):
                return self._unnamed(found, mention.noun, plural=False)
            if found is not None:
                return found
        return self._unnamed(mention.core, mention.noun, plural=mention.plural)

    def _unnamed(self, span: Span, noun: str, *, plural: bool) -> Referent:
        key = _phrase_key(span.of(self.article.text))
        known = self.phrases.get(key)
        if known is None:
            known = Referent((), label=span, noun=noun, plural=plural, body=table("bodies").get(noun) is not None)
            known.gender = table("gendered").get(noun, "")
            self.phrases[key] = known
        return known

    def _carry_on(self) -> None:
        """Attributions without a mention of their own whose speaker goes on from an earlier one."""
        for index, attribution in enumerate(self.attributions):
            earlier = attribution.same_as
            for _ in range(len(self.attributions)):
                if earlier is None or self.who[earlier] is not None or earlier == index:
                    break
                earlier = self.attributions[earlier].same_as
            if self.who[index] is None and earlier is not None and attribution.mention is None:
                self.who[index] = self.who[earlier]
                who = self.who[index]
                if who is not None:
                    who.speeches.append(index)


def _spellings(words: tuple[str, ...]) -> set[str]:
    """How a person may write their name as a handle: "adacole", "acole", "coleada", "adac"."""
    plain = [fold(word) for word in words if fold(word)]
    if len(plain) < 2:  # noqa: PLR2004 - one name is anybody's
        return set()
    first, last = plain[0], plain[-1]
    found = {"".join(plain), first + last, last + first, first[0] + last, first + last[0]}
    return {spelling for spelling in found if len(spelling) > 4}  # noqa: PLR2004 - short ones meet by chance


def _is_user_name(phrase: str, noun: str) -> bool:
    """Whether one word in lower case without an article is what somebody or a blog is called ("babalu")."""
    if " " in phrase or not phrase.isalnum() or noun != phrase.lower():
        return False
    return role_of(noun) is None and not table("bodies").get(noun) and noun not in _COMMON


def _phrase_key(phrase: str) -> str:
    words = [fold(word) for word in phrase.split()]
    return " ".join(word for word in words if word not in {"the", "a", "an", "this", "that"})
