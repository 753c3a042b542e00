"""Resolve a noun that fits many bodies ("the company", "the agency"), and the paper that a paragraph is about."""

import re

from reader.analysis.voices.mentions.mentions import employs
from reader.analysis.voices.names.forms import Mention, noun_phrase
from reader.analysis.voices.names.lists import FOREIGN_ARTICLES, entries, fold, is_known_outlet, pattern, role_of, table
from reader.analysis.voices.names.names import Name, has_article
from reader.analysis.voices.names.roster import Referent, gender_of, head_word
from reader.analysis.voices.outlets.press import is_press
from reader.analysis.voices.resolution.bodies import is_venue, leads, may_be_a_body, opens_with
from reader.analysis.voices.resolution.scene import Scene, ScenePlace, Sighting

_ARABIC = frozenset({"Al", "An", "Ar", "As", "Ash", "El"})
_BEGINNINGS = entries("outlet_beginnings") | entries("outlet_openers")
_SURNAMES = entries("surnames_first")
_PARAGRAPHS = 2  # paragraphs searched back
_FURTHER = 5  # the same where only one body fits
_FEW = 6  # names of a referent that are checked
_PASSED_ON = 4  # following attributions that are checked for being nested in one
_CLAUSE = 200  # characters
_PERSONAL = re.compile(r"\b(?:he|her|his|she)\b")
_TOLD = re.compile(
    r"\b(?:told|tells|telling|(?:interview|spoke|speaking) (?:to|with)"
    r"|(?:columnist|correspondent|editor|journalist|reporter) (?:at|for|from|of|with))\s(?:[Tt]he\s)?\Z"
)
_LONGEST_WORD = 28  # characters
_SHORT = 3  # words of a phrase that says no more than its noun
_PLACED = ((), ("de",), ("del",), ("des",), ("di",), ("du",))  # after the second word of "Le Soir", "Le Soir de Lisk"
_SAYS_IT = re.compile(
    r"\s\w+(?:\s(?:the\s)?[A-Z]\w*){0,3}(?:\son\s[A-Z]\w+)?(?:\sin\san?\s\w+)?(?:\sthat)?\s(?:it|its)\b"
)  # "Corvane said it would close"
_APPOSED = re.compile(r",\s(?:an?|the)\s(?:[a-z-]+\s){0,2}?([a-z]+)(?=,|\s(?:based|for|in|of|that|which)\b)")
_OF_PEOPLE = frozenset({"association", "charity", "group", "ngo", "organisation", "organization"})
_TRADES = frozenset({"airline", "carrier", "manufacturer", "retailer", "utility"})
_GIVEN = re.compile(r"\b(?:data|figures|guidance|numbers|statistics)\s(?:by|from|of)\s(?:the\s)?\Z")
_BEFORE = 24  # characters before a name that are searched for a noun for a body, or for figures that only a body gives
_ACRONYM = re.compile(r"[A-Z][A-Z&.]+")


def body_meant(scene: Scene, place: ScenePlace, mention: Mention) -> Referent | None:
    """Return the body that "the company" refers to: one whose name allows the noun, in the nearest sentence.

    In that sentence the subject or speaker is preferred, else the last body named.
    """
    if not says_little(scene, mention):
        return None
    fits = table("generic_bodies").get(mention.noun, "")
    if not fits and not is_paper(mention.noun):
        return None
    heads = frozenset(fits.split())
    opening = opens_with(scene, place)
    best: Sighting | None = None
    for sighting in scene.back(place, paragraphs=_PARAGRAPHS) if heads else ():
        if best is not None and scene.where(sighting.start) != scene.where(best.start):
            break
        if is_venue(sighting, opening) or not _fits_noun(scene, sighting, mention.noun, heads):
            continue
        subject = best is None or "subject" in scene.standing(sighting).traits
        if best is None or (subject and _is_firm(scene, best.who) <= _is_firm(scene, sighting.who)):
            best = sighting
    if best is not None and best.speech < 0 and "subject" not in scene.standing(best).traits:
        near = scene.back(place, paragraphs=_PARAGRAPHS)
        best = next((s for s in near if s.speech >= 0 and _fits_noun(scene, s, mention.noun, heads)), best)
    meant = best.who if best is not None else _only_one(scene, place, mention.noun)
    if meant is not None:
        meant.body = True  # also "Corvane", which might have been a surname
    return meant


def says_little(scene: Scene, mention: Mention) -> bool:
    """Return whether a phrase is singular and hardly more than its noun: "the company", "this local company"."""
    words = mention.core.of(scene.article.text).lower().split()
    owned = any(word.endswith(("'", "’", "'s", "’s")) for word in words)  # "the bakers’ federation"
    return not (mention.plural or owned) and words[0] in {"the", "this"} and len(words) <= _SHORT


def _only_one(scene: Scene, place: ScenePlace, noun: str) -> Referent | None:
    """The only body that spoke or begins a sentence and whose name does not contradict the noun ("KLM Power").

    For publications it must have been told something or relay what others say. If no body fits, it is the only body
    named in the same paragraph.
    """
    here, paper = scene.paragraph(place.start), is_paper(noun)
    leading: dict[int, Referent] = {}
    near: dict[int, Referent] = {}
    for sighting in scene.back(place, paragraphs=_FURTHER):
        who = sighting.who
        other = head_word(who.words) in entries("organisations") if paper and who.words else _is_outlet(who)
        fits = not (who.plural or other) and may_be(scene, who, noun) and may_be_a_body(scene, who)
        if not (fits and _is_no_person(scene, who)) or (not who.body and _has_personal_pronoun(scene, sighting)):
            continue
        distant = here - scene.paragraph(sighting.start) > _PARAGRAPHS
        spoke = sighting.speech >= 0 or (not distant and leads(scene, sighting))
        if _publishes(scene, sighting) or (spoke and named_abroad(who.words)) if paper else spoke:
            leading[id(who)] = who
        elif not paper and scene.paragraph(sighting.start) == here:
            near[id(who)] = who
    found = list((leading or near).values())
    return found[0] if len(found) == 1 else None


def _is_no_person(scene: Scene, who: Referent) -> bool:
    """Whether a name does not look like a first name and a surname: "Northwater", "KLM Power", "El Faro"."""
    first, *others = who.words
    if who.body or not others or first.isupper() or first in FOREIGN_ARTICLES or named_abroad(who.words):
        return True
    text = scene.article.text
    return any(has_article(text, name) for name in who.names[:_FEW])


def named_abroad(words: tuple[str, ...]) -> bool:
    """Return whether a name has the form of a foreign newspaper's: "El Faro", "L’Écho", but not "Le Quang Minh"."""
    if words and (words[0].startswith(("L'", "L’")) or (len(words) > 1 and words[0] in _BEGINNINGS)):
        return True
    if len(words) > 1 and "-" in words[0] and words[0].partition("-")[0] in _ARABIC:
        return True  # "Al-Faro al-Jadid"
    article = len(words) > 1 and words[0] in FOREIGN_ARTICLES
    return article and (words[0] not in _SURNAMES or words[2:3] in _PLACED)


def _has_personal_pronoun(scene: Scene, sighting: Sighting) -> bool:
    """Whether "he" or "she" follows a name in its sentence ("Orlin said he would go")."""
    stands = scene.standing(sighting)
    cut = scene.sentences(stands.paragraph)
    end = min(cut[stands.sentence].end, sighting.end + _CLAUSE) if cut else sighting.end
    return _PERSONAL.search(scene.article.text, sighting.end, end) is not None


def is_paper(noun: str) -> bool:
    """Return whether a noun is for a publication; "agency" is not, since most agencies are no news agencies."""
    return table("called").get(noun) == "publication" and noun != "agency"


def _is_outlet(who: Referent) -> bool:
    return bool(who.words) and (is_known_outlet(who.words) or head_word(who.words) in entries("outlet_heads"))


def _publishes(scene: Scene, sighting: Sighting) -> bool:
    """Whether a named outlet was told something ("told El Faro") or relays what others said."""
    text, speech = scene.article.text, sighting.speech
    if _TOLD.search(text, max(0, sighting.start - _LONGEST_WORD), sighting.start) is not None:
        return True
    return speech >= 0 and any(each.parent == speech for each in scene.attributions[speech + 1 : speech + _PASSED_ON])


def _fits_noun(scene: Scene, sighting: Sighting, noun: str, heads: frozenset[str]) -> bool:
    """Whether a noun fits a named body: by the head of the name, as an acronym, or because "it" refers to the body."""
    who = sighting.who
    if who.noun or who.handle or who.joint or who.place or who.plural or not who.words:
        return False
    apposed = _APPOSED.match(scene.article.text, sighting.end)
    if apposed is not None and apposed[1].capitalize() in heads:
        return True  # "Vell Dorn, a coalition of clubs, …"
    if who.person:
        lone = len(who.words) == 1 and sighting.speech >= 0 and not gender_of(who)
        return lone and _SAYS_IT.match(scene.article.text, sighting.end) is not None
    head = head_word(who.words)
    if len(who.words) == 1 and (_is_firm(scene, who) or not who.words[0].isupper()):  # or a body to which "it" referred
        return table("called").get(noun) != "publication" and may_be(scene, who, noun)
    if " ".join(who.words) in entries("outlets"):
        return False
    acronym = len(who.words) == 1 and _ACRONYM.fullmatch(head) is not None and _in_full(scene, head, heads)
    people = noun in _OF_PEOPLE and role_of(head) is not None  # "Doctors Without Frontiers"
    return acronym or people or head in heads or fold(head) == noun


def may_be(scene: Scene, who: Referent, noun: str) -> bool:
    """Return whether no word of a body's name contradicts a noun for bodies: a ministry is not a company."""
    fits = table("generic_bodies").get(noun)
    if fits is None or not who.words:
        return True
    heads, head = fits.split(), head_word(who.words)
    if _is_firm(scene, who):
        return "Inc" in heads or noun in _TRADES
    return head in heads or head not in entries("organisations") or fold(head) == noun


def _is_firm(scene: Scene, who: Referent) -> bool:
    """Whether a body's name is one word that the text uses as the name of a company."""
    return len(who.words) == 1 and who.words[0] in scene.companies


def called_a_body(text: str, mention: Mention, who: Referent) -> bool:
    """Return whether the words before a name show that it is a body's: "the newspaper El Dorn", "data from Corvane"."""
    start, end = mention.core.start, mention.core.end
    before, _, word = text[max(0, start - _BEFORE) : start].rstrip(" ,").rpartition(" ")
    if (role := mention.role) is not None:
        word = noun_phrase(text, role, (role.start, role.end)).noun  # "the head of the company, Ada …"
    parted = mention.span.start >= start or not text.startswith(",", end)
    apart = text.startswith(", ", start - 2) and parted  # "told the newspaper, Ada …", "At the fund, Ada Roe, …"
    same = before.split()[-1:] == ["same"]  # "to the same channel, Ada …"
    given = _GIVEN.search(text, max(0, start - _BEFORE), start) is not None
    known = who.words[0] in entries("first_names")
    return (word.lower() in entries("called") and not (same or apart)) or (given and not known)


def _in_full(scene: Scene, acronym: str, heads: frozenset[str]) -> bool:
    """Whether the words before an acronym in brackets allow a noun: "Attorney General (NAG)" is not a firm."""
    text = scene.article.text
    at = text.find(f" ({acronym})")
    last = text[max(0, at - _LONGEST_WORD) : at].rpartition(" ")[2] if at > 0 else ""
    return last in heads or not (last in entries("organisations") or role_of(last) is not None)


_PIECES = frozenset({"article", "column", "editorial", "piece", "story"})
_BEGINS = re.compile(
    r"(?:But |And |So )?(?:(?:In|On|With) [^,.]{1,40}, )?(?:The |the )?(?:[a-z-]+ ){0,3}?"
    r"(?:(?P<called>[a-z]+) )?(?:The )?"
)
_CALLED = re.compile(r" (?:magazine|newspaper|weekly)\b")
_LONGEST = 80  # maximum characters before the name
# What a paper does in a press review; a firm hardly does this.
_TAKES_A_SIDE = re.compile(rf"(?:,[^,.;:]{{3,40}},)?\s(?:also |even |meanwhile |still )?{pattern('taking_sides')}")


def led_by(scene: Scene, place: ScenePlace, mention: Mention) -> Name | None:
    """Return the name that opens a sentence of the paragraph and to which "the paper" can refer; else None.

    The noun beside it says it is a publication, or it takes a side as papers do in a press review. "The article" is
    that of a name that looks like a publication's.
    """
    piece = mention.noun in _PIECES
    if not ((piece or is_paper(mention.noun)) and says_little(scene, mention)):
        return None
    text = scene.article.text
    paragraph, here = scene.where(place.start)
    for sentence in reversed(scene.sentences(paragraph)[: here + 1]):
        near = scene.names.within(sentence.start, min(sentence.end, place.start))
        name = near[0] if near else None
        if name is None or name.start - sentence.start > _LONGEST or name.place or name.titled or name.owner:
            continue
        begins = _BEGINS.fullmatch(text, sentence.start, name.title)
        if begins is None or name.words[0] in entries("first_names") or employs(name):
            continue
        called = begins["called"] is not None and table("called").get(begins["called"]) == "publication"
        called = called or _CALLED.match(text, name.end) is not None
        if called or (is_press(text, name) if piece else _TAKES_A_SIDE.match(text, name.end)):
            between = scene.names.within(name.end, place.start)
            return None if any(is_press(text, other) for other in between) else name
    return None
