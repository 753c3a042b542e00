"""Recognise phrases that cannot speak: clauses, times, abstract nouns, adjectives, "the two of us", credits."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from reader.analysis.voices.names.forms import PARTICIPLE, Mention
from reader.analysis.voices.names.lists import entries, is_human, is_somebodys, table
from reader.analysis.words.grammar import DETERMINERS
from reader.model import Span

# Words that begin no noun phrase: a clause or a verb that was taken for a mention.
_STRAY = re.compile(
    r"(?:be|been|being|is|was|were|what|whatever|how|why|no(?!\s(?:fewer|less)\sthan)|there|than|if|when|because)\s",
    re.IGNORECASE,
)
# Words that begin a source only if people or texts follow: "Retired teachers", "even doctors", "leaked emails".
_DOUBTFUL = re.compile(r"\w+ed\s(?-i:(?![A-Z]))|\w{3,}ing\s|(?:only|even|not|(?:more|less)(?!\sthan))\s", re.IGNORECASE)
_US = re.compile(r"(?:\w+\s){1,2}of\s(?:us|you|me)\b|(?:[Ww]e|[Uu]s|[Yy]ou)\s")  # but "US officials"
_ONE = re.compile(r"(?:an?|the|this|that|each|every)\s(?:[\w-]+\s)*one", re.IGNORECASE)
_ANYONE = re.compile(
    r"(?:(?:an?|any|each|every)\s(?:human(?:\sbeing)?|individual|person)|anybody|anyone|nobody|none)", re.IGNORECASE
)
_TOLD_APART = re.compile(
    r"\s(?:at|briefed|close|familiar|from|in|involved|of|with|who\s(?:asked|had|has|is|spoke|was))\b"
)
_MATTER_BEFORE = re.compile(r"\s(?:days|evenings|mornings|months|nights|weekends|weeks|years)\s")
_CORRECTION = re.compile(r"\W*(?:Correction|Clarification)s?\b", re.IGNORECASE)
_CORRECTED = re.compile(
    r"(?:an?|our|the|this)\s(?:article|caption|headline|photo\scaption|post|story)\b", re.IGNORECASE
)
_AUTHORS = re.compile(r"(?:my|our)\s(?!.*['’]s?\s)", re.IGNORECASE)
_OF_ALL = re.compile(r"\sat\sall\Z")
_ABSTRACT = re.compile(r"\w{3,}(?:ance|dom|ence|hood|ism|ity|ment|(?<!wit)ness|ship|sion|tion|ture)\Z")
# Endings of words that are no nouns, or none for a person: "the pro-reform", "the required", "a financial".
_NO_HEAD = re.compile(
    r"(?:anti|non|pro)-\w+|\w{3,}(?:able|ed|ful|ible|ing|less|ous)|\w{3,}(?<!med)(?<!publ)ic(?:al)?|\w{4,}ial"
)
# Endings of nouns for people who do something or come from somewhere: "a flyer", "a Lisker", "a 54-year-old".
_AGENT = re.compile(r".+(?:ant|crat|ee|er|ess|eur|ian|ist|ite|old|or|person|wright|(?:wo)?man)\Z")
_SHARE = re.compile(r"\bpercent\b|\sof\s(?:the\s)?(?:[\w-]+\s){0,2}[\w-]+s\b")
_QUESTION = re.compile(r"\W*(?:how|what|when|where|which|who|whom|whose|why)\s[^\n]*\?\W*\Z", re.IGNORECASE)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(rf"{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?")
_ASCRIBED = re.compile(
    r"according|declare|define|demand|forbid|guarantee|prohibit|provide|reads?\b|require|said|says?\b|stated?|stipulate",
    re.IGNORECASE,
)
# The pattern begins with a single set of characters, which makes the search fast.
_CREDIT = re.compile(
    r"[IPSV](?<![^\n].)(?:(?<=I)mage|(?<=P)(?:hoto|icture)|(?<=S)creenshot|(?<=V)ideo)s?(?: \w+| of [^\n.]{1,60})?"
    r" by [^\n]{1,120}"
)
_AGENCY = re.compile(r" / (?:AFP|AP|EPA|Getty|Reuters|Shutterstock)\b[^\n.]{0,30}(?:\n|\Z)")
_FUNCTION_WORDS = "and|at|de|der|for|in|la|of|the|van|von"
_BYLINE = re.compile(
    r"[ABERSW](?<![^\n].)(?:(?<=B)[yY]|(?:(?<=A)dditional reporting|(?<=E)dit(?:ed|ing)|(?<=R)eported|(?<=R)eporting"
    r"|(?<=S)tory|(?<=W)ords|(?<=W)ritten) by):?"
    rf"(?: (?:[A-ZÀ-ÖØ-Þ][\w.’'-]*[\w.]|{_FUNCTION_WORDS}|&|[|–—-]),?){{2,16}}(?=\n|\Z)"
)
_CAPTION = 300  # maximum characters of a caption


def is_nobody(text: str, mention: Mention, cue: str) -> bool:
    """Return whether a noun phrase cannot be a source; `cue` is the cue next to it, "" for none.

    A law is a source only where it is quoted ("according to the law"), a time or an abstract noun never. Nor are the
    author's own statements ("my statements"), or what a correction corrects ("Correction:
    The caption made a claim that …").
    """
    phrase, noun = mention.core.of(text), mention.noun
    if _ANYONE.fullmatch(phrase):
        return _TOLD_APART.match(text, mention.core.end) is None
    if noun in entries("works") and _AUTHORS.match(phrase) is not None:
        return True
    if _CORRECTED.match(phrase) is not None and _CORRECTION.match(text, text.rfind("\n", 0, mention.core.start) + 1):
        return True
    if noun in entries("laws"):
        return not quotes_law(cue)
    if phrase.lower() != noun and _is_matter(noun):  # without an article it is a pen name ("storm writes")
        return True
    text_of = table("bodies").get(noun) == "document" and DETERMINERS.isdisjoint(phrase.lower().split())
    speaks = is_human(noun) or text_of  # "leaked documents"
    no_noun = not (mention.plural or _has_noun(phrase, noun))
    return no_noun or _is_no_phrase(phrase) or (_DOUBTFUL.match(phrase) is not None and not speaks)


@lru_cache(maxsize=1024)  # texts repeat their phrases
def _has_noun(phrase: str, noun: str) -> bool:
    """Whether a phrase in the singular has a head that can be a source, where the lists do not know it.

    An adjective or participle is none ("the pro-reform", "the required"). After "a" only a noun for somebody who does
    something is one ("a flyer", not "a bacterium"), since a thing that speaks was mentioned before and has "the".
    """
    known = noun in table("bodies") or noun in table("called") or noun in table("stand_ins") or is_human(noun)
    known = known or any(noun in entries(words) for words in ("indefinites", "laws", "works"))
    at = phrase.find(noun)
    if known or at < 0 or " " not in phrase or _AGENT.match(noun) or noun.capitalize() in entries("demonyms"):
        return True
    linked = pairwise(phrase[: at + len(noun)].lower().split())
    if any((is_human(word) or is_somebodys(word)) and PARTICIPLE.fullmatch(behind) for word, behind in linked):
        return True  # "a driver hired in May"
    if _NO_HEAD.fullmatch(noun) is not None:
        return False
    # "a third of the voters", "a Delta readout": a share of people, or a thing that somebody named has issued
    special = _SHARE.search(phrase) is not None or any(word[0].isupper() for word in phrase.split()[1:])
    return special or not phrase.lower().startswith(("a ", "an "))


def is_question(text: str, mention: Mention) -> bool:
    """Return whether a mention is a question, as the heading of a page can be ("Who Pays for This?")."""
    return _QUESTION.match(text, mention.span.start, mention.span.end) is not None


@lru_cache(maxsize=1024)  # as above
def _is_no_phrase(phrase: str) -> bool:
    """Whether words are a clause or a part of one, or refer to "us" or to "one" of several."""
    forms = (_STRAY.match, _QUESTION.match, _DATE.fullmatch, _US.match, _ONE.fullmatch)
    return any(found(phrase) for found in (*forms, _OF_ALL.search, _MATTER_BEFORE.search))


def is_law(words: tuple[str, ...]) -> bool:
    """Return whether a name is that of a law ("Clean Rivers Act"), not of a body ("Front for a River Law")."""
    if len(words) == 1 or words[-1].lower() not in entries("laws"):
        return False
    linked = pairwise(words)  # a head and a preposition
    return not any(word in {"against", "for", "on"} and head in entries("organisations") for head, word in linked)


def quotes_law(cue: str) -> bool:
    """Return whether a cue makes a law a source: "according to", "says"."""
    return _ASCRIBED.match(cue) is not None


def _is_matter(noun: str) -> bool:
    """Whether a noun is for a time, an event or a quality, by the list or by its ending."""
    if noun in table("bodies") or noun in table("called") or is_human(noun):
        return False
    return noun in entries("speechless") or _ABSTRACT.fullmatch(noun) is not None


def credited(text: str) -> Iterator[Span]:
    """Yield credits and captions recognised by their words: "Photo by Otto Reed", "Otto Reed / Reuters file".

    Bylines are included: "By Otto Reed, Harbour Correspondent".
    """
    yield from (Span(*match.span()) for pattern in (_CREDIT, _BYLINE) for match in pattern.finditer(text))
    for match in _AGENCY.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        if match.end() - start < _CAPTION:
            yield Span(start, match.end())
