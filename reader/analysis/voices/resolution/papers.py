"""Find the publication that "the paper" refers to: one that was told something, or that a press review is about."""

import re

from reader.analysis.voices.mentions.mentions import employs
from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import entries, pattern, table
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.names.roster import Referent, head_word
from reader.analysis.voices.outlets.press import is_press
from reader.analysis.voices.resolution.bodies import is_no_person, leads, named_abroad
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse, Occurrence

_PARAGRAPHS = 5  # paragraphs searched back
_NEAR = 2  # paragraphs in which it is enough to begin a sentence
_PASSED_ON = 4  # following attributions that are checked for being nested in one
_LONGEST_WORD = 28  # characters
_SHORT = 3  # words of a phrase that says no more than its noun
_TOLD = re.compile(
    r"\b(?:told|tells|telling|(?:interview|spoke|speaking) (?:to|with)"
    r"|(?:columnist|correspondent|editor|journalist|reporter) (?:at|for|from|of|with))\s(?:[Tt]he\s)?\Z"
)


def is_paper(noun: str) -> bool:
    """Return whether a noun is for a publication; "agency" is not, since most agencies are no news agencies."""
    return table("called").get(noun) == "publication" and noun != "agency"


def says_little(discourse: Discourse, mention: Mention) -> bool:
    """Return whether a phrase is singular and hardly more than its noun: "the company", "this local company"."""
    words = mention.core.of(discourse.article.text).lower().split()
    owned = any(word.endswith(("'", "’", "'s", "’s")) for word in words)  # "the bakers’ federation"
    return not (mention.plural or owned) and words[0] in {"the", "this"} and len(words) <= _SHORT


def paper_told(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Referent | None:
    """Return the only publication that was told something, relays what others say, or spoke under a foreign name."""
    if not (is_paper(mention.noun) and says_little(discourse, mention)):
        return None
    found: dict[int, Referent] = {}
    for occurrence in discourse.back(place, paragraphs=_PARAGRAPHS):
        who = occurrence.who
        if who.plural or (who.words and head_word(who.words) in entries("organisations")):
            continue
        if not is_no_person(discourse, occurrence):
            continue
        distant = discourse.paragraph(place.start) - discourse.paragraph(occurrence.start) > _NEAR
        spoke = occurrence.speech >= 0 or (not distant and leads(discourse, occurrence))
        if _publishes(discourse, occurrence) or (spoke and named_abroad(who.words)):
            found[id(who)] = who
    only = next(iter(found.values())) if len(found) == 1 else None
    if only is not None:
        only.body = True
    return only


def _publishes(discourse: Discourse, occurrence: Occurrence) -> bool:
    """Whether a named outlet was told something ("told El Faro") or relays what others said."""
    text, speech = discourse.article.text, occurrence.speech
    if _TOLD.search(text, max(0, occurrence.start - _LONGEST_WORD), occurrence.start) is not None:
        return True
    return speech >= 0 and any(
        each.parent == speech for each in discourse.attributions[speech + 1 : speech + _PASSED_ON]
    )


_PIECES = frozenset({"article", "column", "editorial", "piece", "story"})
_BEGINS = re.compile(
    r"(?:But |And |So )?(?:(?:In|On|With) [^,.]{1,40}, )?(?:The |the )?(?:[a-z-]+ ){0,3}?"
    r"(?:(?P<called>[a-z]+) )?(?:The )?"
)
_CALLED = re.compile(r" (?:magazine|newspaper|weekly)\b")
_LONGEST = 80  # maximum characters before the name
# What a paper does in a press review; a firm hardly does this.
_TAKES_A_SIDE = re.compile(rf"(?:,[^,.;:]{{3,40}},)?\s(?:also |even |meanwhile |still )?{pattern('taking_sides')}")


def led_by(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Name | None:
    """Return the name that opens a sentence of the paragraph and to which "the paper" can refer; else None.

    The noun beside it says it is a publication, or it takes a side as papers do in a press review. "The article" is
    that of a name that looks like a publication's.
    """
    piece = mention.noun in _PIECES
    if not ((piece or is_paper(mention.noun)) and says_little(discourse, mention)):
        return None
    text = discourse.article.text
    paragraph, here = discourse.where(place.start)
    for sentence in reversed(discourse.sentences(paragraph)[: here + 1]):
        near = discourse.names.within(sentence.start, min(sentence.end, place.start))
        name = near[0] if near else None
        if name is None or name.start - sentence.start > _LONGEST or name.place or name.titled or name.owner:
            continue
        begins = _BEGINS.fullmatch(text, sentence.start, name.title)
        if begins is None or name.words[0] in entries("first_names") or employs(name):
            continue
        called = begins["called"] is not None and table("called").get(begins["called"]) == "publication"
        called = called or _CALLED.match(text, name.end) is not None
        if called or (is_press(text, name) if piece else _TAKES_A_SIDE.match(text, name.end)):
            between = discourse.names.within(name.end, place.start)
            return None if any(is_press(text, other) for other in between) else name
    return None
