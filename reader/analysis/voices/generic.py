"""Finds which body a noun that fits many means ("the company", "the agency"), where none has been called by it."""

import re

from reader.analysis.voices.forms import Mention
from reader.analysis.voices.lists import entries, fold, role_of, table
from reader.analysis.voices.roster import Referent, gender_of, head_word
from reader.analysis.voices.scene import Place, Scene, Sighting

_PARAGRAPHS = 2  # paragraphs looked back over
_LONGEST_WORD = 24  # characters
_SHORT = 3  # words of a phrase that says nothing of its own
_SAYS_IT = re.compile(
    r"\s\w+(?:\s(?:the\s)?[A-Z]\w*){0,3}(?:\son\s[A-Z]\w+)?(?:\sthat)?\s(?:it|its)\b"
)  # "Corvane said it would close"
_APPOSED = re.compile(r",\s(?:an?|the)\s(?:[a-z-]+\s){0,2}?([a-z]+)(?=,|\s(?:based|for|in|of|that|which)\b)")
_OF_PEOPLE = frozenset({"association", "charity", "group", "ngo", "organisation", "organization"})
_TRADES = frozenset({"airline", "carrier", "manufacturer", "retailer", "utility"})
_ACRONYM = re.compile(r"[A-Z][A-Z&.]+")


def body_meant(scene: Scene, place: Place, mention: Mention) -> Referent | None:
    """The body that "the company" means: one whose name allows the noun, in the nearest sentence that has one.

    In that sentence it is the subject or who spoke; without such a one the last that is named.
    """
    phrase = mention.core.of(scene.article.text).lower()
    if mention.plural or not phrase.startswith(("the ", "this ")) or phrase.count(" ") >= _SHORT:
        return None
    fits = table("generic_bodies").get(mention.noun)
    if fits is None:
        return None
    heads = frozenset(fits.split())
    best: Sighting | None = None
    for sighting in scene.back(place, paragraphs=_PARAGRAPHS):
        if best is not None and scene.where(sighting.start) != scene.where(best.start):
            break
        if not _allows(scene, sighting, mention.noun, heads):
            continue
        leads = best is None or "subject" in scene.standing(sighting).traits
        if best is None or (leads and _is_firm(scene, best.who) <= _is_firm(scene, sighting.who)):
            best = sighting
    if best is None:
        return None
    best.who.body = True  # also of "Corvane", which might have been somebody's surname
    return best.who


def _allows(scene: Scene, sighting: Sighting, noun: str, heads: frozenset[str]) -> bool:
    """Whether who is named may be called by a noun: by the name's head, as an acronym, or as an "it" of its own."""
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
    if len(who.words) == 1 and (_is_firm(scene, who) or not who.words[0].isupper()):  # or what was meant by "it"
        return table("called").get(noun) != "publication" and may_be(scene, who, noun)
    if " ".join(who.words) in entries("outlets"):
        return False
    acronym = len(who.words) == 1 and _ACRONYM.fullmatch(head) is not None and _in_full(scene, head, heads)
    people = noun in _OF_PEOPLE and role_of(head) is not None  # "Doctors Without Frontiers"
    return acronym or people or head in heads or fold(head) == noun


def may_be(scene: Scene, who: Referent, noun: str) -> bool:
    """Whether no word of a body's name speaks against a noun for bodies: no ministry is a company."""
    fits = table("generic_bodies").get(noun)
    if fits is None or not who.words:
        return True
    heads, head = fits.split(), head_word(who.words)
    if _is_firm(scene, who):
        return "Inc" in heads or noun in _TRADES
    return head in heads or head not in entries("organisations") or fold(head) == noun


def _is_firm(scene: Scene, who: Referent) -> bool:
    """Whether a body is one that the text knows for a company by one word alone."""
    return len(who.words) == 1 and who.words[0] in scene.companies


def _in_full(scene: Scene, acronym: str, heads: frozenset[str]) -> bool:
    """Whether the words before an acronym in brackets allow a noun: "Attorney General (NAG)" is no firm."""
    text = scene.article.text
    at = text.find(f" ({acronym})")
    last = text[max(0, at - _LONGEST_WORD) : at].rpartition(" ")[2] if at > 0 else ""
    return last in heads or not (last in entries("organisations") or role_of(last) is not None)
