"""Find the publication that "the paper" refers to in a press review: the one that its paragraph begins with."""

import re

from reader.analysis.voices.mentions.mentions import employs
from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import entries, pattern, table
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.outlets.press import is_press
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse

_SHORT = 3  # words of a phrase that says no more than its noun


def is_paper(noun: str) -> bool:
    """Return whether a noun is for a publication; "agency" is not, since most agencies are no news agencies."""
    return table("called").get(noun) == "publication" and noun != "agency"


def says_little(discourse: Discourse, mention: Mention) -> bool:
    """Return whether a phrase is singular and hardly more than its noun: "the company", "this local company"."""
    words = mention.core.of(discourse.article.text).lower().split()
    owned = any(word.endswith(("'", "’", "'s", "’s")) for word in words)  # "the bakers’ federation"
    return not (mention.plural or owned) and words[0] in {"the", "this"} and len(words) <= _SHORT


_PIECES = frozenset({"article", "column", "editorial", "piece", "report", "story"})
_BEGINS = re.compile(
    r"(?:But |And |So )?(?:(?:In|On|With) [^,.]{1,40}, )?(?:The |the )?(?:[a-z-]+ ){0,3}?"
    r"(?:(?P<called>[a-z]+) )?(?:The )?"
)
_OPENS = re.compile(
    r"(?:[A-Z]\w+(?: [A-Z]\w+)?[’']s? )?(?:the |The )?(?:[a-z-]+ ){0,3}"
)  # "Norway's", "The liberal daily"
_CALLED = re.compile(r" (?:magazine|newspaper|weekly)\b")
_BACK = 40  # sentences before "the paper" that are searched
_NAMES = 40  # names before "the paper" that may be its own
_SECTION = 4  # paragraphs of a section back to its heading
_HEADING = 60  # maximum characters of a heading
_STOPS = frozenset('.!?:;,”"')
_LONGEST = 80  # maximum characters before the name
# What a paper does in a press review; a firm hardly does this.
_TAKES_A_SIDE = re.compile(rf"(?:,[^,.;:]{{3,40}},)?\s(?:also |even |meanwhile |still )?{pattern('taking_sides')}")


def led_by(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Name | None:
    """Return the publication of the paragraph to which "the paper" can refer; else None.

    The noun beside it says it is a publication, it does what papers do in a press review, or it looks like a
    publication's name. Where no sentence opens with one, "the paper" is the last that the paragraph names.
    """
    piece = mention.noun in _PIECES
    if not ((piece or is_paper(mention.noun)) and says_little(discourse, mention)):
        return None
    text = discourse.article.text
    paragraph, here = discourse.where(place.start)
    for sentence in reversed(discourse.sentences(paragraph)[max(0, here - _BACK) : here + 1]):
        near = discourse.names.within(sentence.start, min(sentence.end, place.start))
        name = near[0] if near else None
        if name is None or name.start - sentence.start > _LONGEST or name.place or name.titled or name.owner:
            continue
        begins = _BEGINS.fullmatch(text, sentence.start, name.title)
        if begins is None or name.words[0] in entries("first_names") or employs(name):
            continue
        called = begins["called"] is not None and table("called").get(begins["called"]) == "publication"
        called = called or _CALLED.match(text, name.end) is not None
        if piece and re.search(rf"\b{mention.noun}\b", text[name.end : place.start]):
            return None  # somebody else's: "focuses on the UN report"
        if _TAKES_A_SIDE.match(text, name.end):
            return name
        if called or is_press(text, name):
            between = discourse.names.within(name.end, place.start)
            return None if any(is_press(text, other) for other in between) else name
    begin = discourse.sentences(paragraph)[0].start
    before = discourse.names.before(place.start, _NAMES)
    inside = next((name for name in reversed(before) if name.outlet and name.title >= begin), None)
    return inside or (None if piece else _named_above(discourse, paragraph))


def reported_above(discourse: Discourse, place: AnaphorPlace, mention: Mention) -> Name | None:
    """Return the publication that "the paper" refers to where its paragraph names none.

    It is a name that an earlier paragraph of the section begins with, and whose words that paragraph reports; no known
    person's.
    """
    if not (is_paper(mention.noun) and says_little(discourse, mention)):
        return None
    text, paragraph = discourse.article.text, discourse.paragraph(place.start)
    for occurrence in discourse.back(place, reach=_NAMES, paragraphs=_SECTION):
        blocks = discourse.article.blocks[discourse.paragraph(occurrence.start) : paragraph]
        if occurrence.speech < 0 or occurrence.who.noun or not blocks:
            continue
        if any(_is_heading(block.span.of(text).strip()) for block in blocks):
            return None
        if text[occurrence.start : occurrence.end].lower() == "it" and occurrence.who.body:
            return occurrence.who.names[0] if occurrence.who.names else None
        named = discourse.names.within(blocks[0].span.start, occurrence.end)
        name = named[-1] if named else None
        if name is None or name.place or name.titled or name.words[0] in entries("first_names") or employs(name):
            continue
        if _OPENS.fullmatch(text, blocks[0].span.start, name.title):
            return name
    return None


def _named_above(discourse: Discourse, paragraph: int) -> Name | None:
    """The name that begins the heading of the section ("Le Monde (France)"); not a person's or a place's."""
    text, blocks = discourse.article.text, discourse.article.blocks
    for block in reversed(blocks[max(0, paragraph - _SECTION) : paragraph]):
        if not _is_heading(block.span.of(text).strip()):
            continue
        name = next(iter(discourse.names.within(block.span.start, block.span.end)), None)
        opens = name is not None and text[block.span.start : name.title].strip().lower() in {"", "the"}
        person = name is None or name.titled or name.place or name.words[0] in entries("first_names")
        goes_on = name is not None and re.search(r" [a-z]", text[name.end : block.span.end])  # "Tarn and the flood"
        return None if person or goes_on or not opens else name
    return None


def _is_heading(words: str) -> bool:
    return 0 < len(words) <= _HEADING and words[-1] not in _STOPS
