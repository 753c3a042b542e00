"""Find titles of blogs, sites and programmes ("Mud and Honey"), also where they are used for their writers."""

import re

from reader.analysis.voices.names.lists import entries, is_human, is_known_outlet, table
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.words import lexicon
from reader.analysis.words.grammar import TIME, words
from reader.analysis.words.memo import FormCache
from reader.model import Span

PART = r"[^\W\d_a-z][\w’'&-]*(?:\.\w[\w’'&-]*)*"
"""A word of a title that may be a name."""

LINKS = (
    r"(?:al|con|d(?:as?|el?|er|es|ie?|os?|u)|el|em|en|et|l(?:as?|es?|os)|of|para|por|pour|sa|sobre|sur|the|to|und|van|von"
    r"|&)"
)
"""A word in small letters inside a title."""

TITLE = (
    rf"{PART}(?:\s(?:(?:{LINKS}\s){{1,2}}|(?:behind|by|for|from|of|on|over|to|under|without)\s(?:an?|my|the)\s|[dln][’'])?"
    rf"{PART}){{0,4}}(?:\s\d{{1,3}}(?=[,:]|\.\s))?"
)
"""A possible title of a blog: "Notes from a Small Rock"."""

PAIR = re.compile(rf"{PART}\sand\s({PART})(?=[:,.]|\s[a-z])")
"""A title of two words; the second is the pattern's group: "Salt and Diesel"."""

_WHOLE_TITLE = re.compile(TITLE)


def in_full(text: str, span: Span) -> Span:
    """Return the whole title whose first word looks like a name: "Notes from a Small Rock", not only "Notes"."""
    whole = PAIR.match(text, span.start) or _WHOLE_TITLE.match(text, span.start)
    if whole is not None and whole.lastindex and whole[1] in entries("first_names"):
        return span  # "Tidal Notes and Ada"
    return span if whole is None or whole.end() <= span.end else Span(*whole.span())


_LONGEST = 60  # maximum characters of a title
_LEFT = 30  # characters before a mention in which its title may begin
_PREPOSITIONS = words("title_prepositions")
_OWN = frozenset({"A", "An", "My", "Our", "The"})
_ARTICLES = frozenset({"a", "an", "my", "no", "our", "the", "your"})
_SMALL = _PREPOSITIONS | _ARTICLES
_OF_SOMEBODY = frozenset({"at", "behind", "from", "of"})
_BEGINS_WITH = frozenset(
    {"Behind", "Beneath", "Beyond", "Between", "Inside", "Of", "Outside", "Over", "Through", "Under"}
)
_OPENERS = lexicon.entries("title_openers")
_NOT_FIRST = ("demonyms", "first_names", "indefinites", "organisations", "places")
# Whether a word is written as in a title: with a capital, or a function word in lower case.
_IN_TITLE = FormCache(
    lambda word: word in _SMALL or (word[:1].isupper() and word.lower() not in TIME and word[-1] not in ",;:.")
)
_VERB_BEHIND = re.compile(r"\s[a-z]")


def title_of(text: str, start: int, end: int, names: Names) -> Name | None:
    """Return the blog title that a mention is or ends with; None for anything else.

    A person with a place or a paper ("Rami of Tidal Notes") and people ("Residents of Lisk") are no titles.
    """
    begin = _title_start(text, start, end, names)
    words = text[begin:end].split(" ")
    if end - begin > _LONGEST or not _is_in_title_case(words):
        return None
    bodies = (name for name in names.within(begin, end) if name.body and name.end == end)
    if any(name.start - begin in {0, len("The ")} for name in bodies):
        return None  # "The Delta Council on Tides"
    before = names.before(begin, 1)
    if (before and before[-1].end > begin) or not (begin < start or _is_title(words, names.at(begin))):
        return None
    title = (text[begin:end],)
    return Name(begin, end, begin, title, outlet=is_known_outlet(title))


def _title_start(text: str, start: int, end: int, names: Names) -> int:
    """Where a title that ends with a mention begins: before a preposition, after which no name is a subject."""
    line = text.rfind("\n", max(0, start - _LEFT), start) + 1
    before = text[line:start].split(" ")[:-1] if line else []
    if not before or not before[0][:1].isupper() or _VERB_BEHIND.match(text, end) is None:
        return start
    governed = before[-1].lower() in _PREPOSITIONS
    known = before[0] in _OPENERS if len(before) > 1 else before[0] in _BEGINS_WITH
    return line if governed and known and all(name.start == line for name in names.within(line, start)) else start


def _is_in_title_case(words: list[str]) -> bool:
    """Whether words are written as in a title: with capitals, except for function words."""
    return len(words) > 1 and words[0][:1].isupper() and all(map(_IN_TITLE.__getitem__, words))


def _is_title(words: list[str], name: Name | None) -> bool:
    """Whether words in title case name a blog, by the first, last and small ones; `name` begins where they begin."""
    own = words[0] in _OWN
    first = words[1] if own else words[0]
    small = [word for word in words[1:-1] if word in _SMALL]
    if not (small or own):
        return False
    if is_human(first.lower()) or first in table("titles") or any(first in entries(each) for each in _NOT_FIRST):
        return False
    if words[0] in {"My", "Our"} or (small and first in _OPENERS):
        return True
    known = name is not None and (name.body or name.place or name.titled or len(name.words) > 1)
    if known or not small or (small[0] in _OF_SOMEBODY and not own):
        return False
    return own or any(word in _ARTICLES for word in small)
