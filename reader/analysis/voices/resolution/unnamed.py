"""Find unnamed people as antecedents of a pronoun: "my neighbour, a nurse … She said"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.analysis.voices.names.forms import Form, Mention
from reader.analysis.voices.names.lists import gender_told, role_of, singular, table
from reader.analysis.voices.names.roster import Referent, can_be, gender_of
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse, Occurrence
from reader.analysis.words.memo import FormCache
from reader.model import Span

# The pattern begins with a single set of characters, which makes the search fast.
_DETERMINER = (
    r"[MmOoHhAaTt](?<!\w.)(?:(?<=[Mm])y|(?<=[Oo])(?:ur|ne)|(?<=[Hh])(?:is|er)|(?<=[Aa])(?:nother|n?)"
    r"|(?<=[Tt])(?P<the>he))\s"
)
_DETERMINERS = re.compile(_DETERMINER)
_PERSON_PHRASE = re.compile(
    rf"{_DETERMINER}(?:[A-Z][a-z]+\s|(?:[a-z-]+\s)?[a-z-]+['’]s\s)?(?P<words>(?:[a-z-]+(?:\s|\b)){{1,3}}|(?:[A-Z][a-z-]+(?:\s|\b)){{1,3}})"
)
_OFFICE = re.compile(
    r"(?:[Tt](?P<the>he))\s(?:[A-Z][a-z]+\s){0,2}(?P<words>[A-Z][a-z]+)"
    r"(?P<of>\sof\s(?:the\s)?[A-Z][\w’'-]*(?:(?:\sand)?\s[A-Z][\w’'-]*)*)?(?!\w|\s[A-Z])"
)
"""An office in capitals: "the Foreign Minister", "the President of the Republic"."""


_FUNCTION_WORDS = frozenset(
    {"and", "as", "at", "by", "for", "from", "had", "has", "in", "is", "of", "on", "to", "was", "who", "with"}
)
INTRODUCES = re.compile(
    r"(?:\s\(\d{1,3}\)|,\s\d{1,3}(?=,))?"
    r"(?:,|,?\s(?:who\s)?(?:is|was|ha[ds]\sbeen|became|remained|(?:serve[ds]|work(?:ed|s))\sas)|\s[–—-])\s"
)
"""What comes between a name and the indefinite phrase that describes the person."""

_BEHALF = re.compile(r"(?:[a-z-]+\s){1,3}(?:for|of)\s(?:[A-Z][\w.]*\s){0,2}")
_NAME_BEHIND = re.compile(r"[^.,;:!?“”\"\n]{0,40},\s")
# "known as a wife", "as minister and a politician": what somebody is, and nobody new.
_PREDICATE = re.compile(r"\b[Aa]s\s(?:(?:[a-z-]+\s){1,4}and\s)?\Z")
_AS_REACH = 60  # characters
_PHRASE_REACH = 400  # characters searched before a pronoun
_PRONOUNS = {"m": re.compile(r"\b[Hh](?:e|is|im)\b"), "f": re.compile(r"\b(?:[Ss]he|[Hh]ers?)\b")}


def person_phrase(discourse: Discourse, place: AnaphorPlace, gender: str) -> Mention | None:
    """Return the phrase for an unnamed person in the pronoun's paragraph ("my neighbour, a nurse … She said").

    That is the phrase that begins the sentence before, else the first one. None where the paragraph before has a name
    of that gender ("m" or "f") or a pronoun for it.
    """
    begin = _begin(discourse, place)
    paragraph, here = discourse.where(place.start)
    begins = discourse.sentences(paragraph)[max(0, here - 1)].start
    phrases = list(_person_phrases(discourse, begin, place.start))
    near = discourse.back(place, paragraphs=0) if phrases else []
    last = next((each for each in phrases[1:] if each.start() == begins), None)
    for match in phrases if last is None else [last, *phrases]:
        found, over = _mention_of(discourse, place, gender, match, begins, before=near)
        if found is not None:
            return found
        if over and match is not last:
            return None
    return None


def _mention_of(  # noqa: PLR0913 - what is the same for all phrases before a pronoun
    discourse: Discourse,
    place: AnaphorPlace,
    gender: str,
    match: re.Match[str],
    begins: int,
    *,
    before: Sequence[Occurrence],
) -> tuple[Mention | None, bool]:
    """The mention of a phrase to which a pronoun may refer; second, whether all later phrases are ruled out.

    `begins` is the start of the sentence before the pronoun's, `before` are the occurrences in its paragraph.
    """
    text = discourse.article.text
    nouns = match["words"].lower().split()
    found = _person_noun(nouns, gender)
    if found is None or any(span.covers(match.start()) for span in discourse.attributions[place.index].spans):
        return None, False
    if _PRONOUNS[gender].search(text, _begin(discourse, place), match.start()):
        return None, True
    words = match["words"].split()[:found]
    end = text.index(words[-1], match.start("words") + len(" ".join(words[:-1]))) + len(words[-1])
    # "A spokeswoman for Ada Roe left. She said"
    before = [s for s in before if not _BEHALF.fullmatch(text, match.start("words"), s.start)]
    bearer = _described_person(text, match, end, before)
    if bearer is not None:
        return None, can_be(bearer, gender)
    family = gender_told(nouns[found - 1]) == gender and match.start() >= begins
    for s in before:
        if can_be(s.who, gender) and (not family or gender_of(s.who)):
            return None, True
    span = Span(match.start(), match.end() if match.re is _OFFICE else end)
    return Mention(span, span, Form.NOUN, noun=words[-1].lower(), definite=match["the"] is not None), True


def _described_person(text: str, phrase: re.Match[str], end: int, near: Sequence[Occurrence]) -> Referent | None:
    """The person that a phrase describes, named right before it, at its `end` or after its comma.

    `near` are the occurrences before the place.
    """
    for occurrence in near:
        if occurrence.start == end + 1 and not occurrence.owner:
            return occurrence.who  # "Her neighbour Ada Roe"
        if occurrence.end <= phrase.start():
            apposed = phrase.start() - len(", ") <= occurrence.end
            return occurrence.who if apposed or INTRODUCES.fullmatch(text, occurrence.end, phrase.start()) else None
        if text.startswith(",", occurrence.end) and _NAME_BEHIND.fullmatch(text, phrase.end(), occurrence.start):
            return occurrence.who
    return None


def _begin(discourse: Discourse, place: AnaphorPlace) -> int:
    """The start of the words before a pronoun that are searched, inside its paragraph."""
    paragraph = discourse.paragraphs[discourse.paragraph(place.start)] if discourse.paragraphs else 0
    return max(paragraph, place.start - _PHRASE_REACH)


def _person_phrases(discourse: Discourse, begin: int, end: int) -> Iterator[re.Match[str]]:
    """The phrases between two offsets of a block that may refer to a person; the search for their starts is cached."""
    text, block = discourse.article.text, discourse.paragraph(end)
    if block not in discourse.determiners:
        until = discourse.paragraphs[block + 1] if block + 1 < len(discourse.paragraphs) else len(text)
        start = discourse.paragraphs[block] if discourse.paragraphs else 0
        discourse.determiners[block] = [match.start() for match in _DETERMINERS.finditer(text, start, until)], {}
    starts, ends = discourse.determiners[block]
    for start in starts[bisect_left(starts, begin) : bisect_left(starts, end)]:
        if start < begin:
            continue
        if ends.get(start, end) < end:
            begin = ends[start]
            continue
        match = _OFFICE.match(text, start, end)
        if match is None or _HUMAN[match["words"].lower()] is None:
            match = _PERSON_PHRASE.match(text, start, end)
        if match is None:
            continue
        begin = match.end()
        if match["the"] is None and _PREDICATE.search(text, max(0, match.start() - _AS_REACH), match.start()):
            continue
        if any(_HUMAN[word] is not None for word in match["words"].lower().split()):
            yield match
        elif begin < end:
            ends[start] = begin


def _human(word: str) -> str | None:
    """The gender that a noun for one person shows, "" for none; None for any other word."""
    told = gender_told(word) or ("f" if word.endswith("woman") else "m" if word.endswith("man") else "")
    human = (told or role_of(word) is not None) and singular(word) == word and word not in table("bodies")
    return told if human else None


_HUMAN = FormCache(_human)


def _person_noun(words: list[str], gender: str) -> int | None:
    """How many of the words after a determiner make a phrase for one person; None where they don't."""
    for number, word in enumerate(words, start=1):
        if _HUMAN[word] in {"", gender} and not (number < len(words) and role_of(words[number]) is not None):
            return number
        if word in _FUNCTION_WORDS:
            return None
    return None
