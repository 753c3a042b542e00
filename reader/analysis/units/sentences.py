"""Split a paragraph into sentences."""

import re
from functools import cache, lru_cache

from reader.analysis.words.grammar import COORDINATORS, STARTERS, TITLES
from reader.analysis.words.lexicon import entries, table
from reader.model import Span

_CLOSERS = "\"'”’»›)]}」』"
OPENERS = "\"'“‘„‚«‹([{「『¿¡@#—–-"

# One run of punctuation is tried only once, because the pattern looks back before its first character; so a megabyte of
# full stops costs one pass. The pattern begins with a single set of characters, which makes the search fast.
_STOP = re.compile(
    r"[.!?…。！？](?:(?<=[.!?…])(?<![.!?…].)[.!?…]*+"
    rf"[{re.escape(_CLOSERS)}]*+(?:\s\[[^\]\n]{{1,24}}\])*(?=\s|\Z)|(?<=[。！？])[。！？]*+[{re.escape(_CLOSERS)}]*+"
    # a blank is missing, as where web pages were joined
    r"|(?<=[a-z]{3}\.)(?=“|(?!(?:Com|Net|Org)\b)[A-Z][a-z]*[\s,]))"
)
_WORD = re.compile(r"[\w.&’'-]++")
_NEXT_WORD = re.compile(rf"\s+(?:\[…\]\s+)?([{re.escape(OPENERS)}]*)(\w+)?")
# “Is it?” Ada Roe, a clerk, asked: the name and its verb belong to the sentence of the marks before them.
_CAPITAL = r"(?:(?:al|el|d|l)[-’'])?[A-ZÀ-ÖØ-Þ][\w’'-]*\.?"
_NAMED = (
    rf"\s+(?:{_CAPITAL}(?:,? (?:Jr|Sr)\.)?\s+(?:(?:de|del|der|van|von|of|the|al|bin|da|di|dos|la)\s+){{0,2}}){{0,5}}"
    rf"{_CAPITAL}(?:,(?:[^.!?“”\"\n]|(?<=\bSt)\.){{2,100}},)?\s+"
    r"(?:has |had |then |later |also |once |[a-z]{2,12}ly )?"
)
_POSTED = re.compile(r" ?(?:\[[^\]\n]{1,20}\] ?)?:")  # after a user name
_USER = re.compile(r"\s+(?P<user>[a-z][\w-]*)(?:\s+(?P<verb>[a-z]+)|,)")
_PLAIN = 4  # minimum letters of a word that is no abbreviation
_SURNAME = re.compile(r"\s+(?:An|He|She) [A-Z][a-z]")  # "He Jianxiong"
_CLOSING_MARKS = frozenset("\"'”’»")
_BEING = frozenset({"has", "is", "was"})
_NAME = 16  # maximum characters of an abbreviation, or of a name with "!"
_TELLING = 200  # characters
_INITIAL = re.compile(r"(?:\w\.)*[^\W\d_]\Z")


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of the paragraph at `span`, in text order, without the spaces between them.

    A sentence ends after terminal punctuation (". ! ? …", also CJK ones) and the closing marks, brackets and bracketed
    notes of up to 24 characters ("[Source]") after it. It does not end at the full stop of an abbreviation or an
    initial, or where the text continues in lower case (“Stop!” he said), except with a function word after a full stop
    (“it rains. what now?”). After a word it also ends where the blank is missing ("It rains.Roe said"). Offsets are
    code points into `text`. Together the spans cover every character of the paragraph that is not blank. Linear in the
    paragraph.
    """
    return _cut(text, span.start, span.end)


@lru_cache(maxsize=512)  # attribution, voices and argument call it for the same paragraphs
def _cut(text: str, start: int, limit: int) -> tuple[Span, ...]:
    found: list[Span] = []
    start = _skip_blank(text, start, limit)
    for match in _STOP.finditer(text, start, limit):
        end = match.end()
        if start < end < limit and _ends_here(text, start, match, limit):
            found.append(Span(start, end))
            start = _skip_blank(text, end, limit)
    end = start + len(text[start:limit].rstrip())
    if end > start:
        found.append(Span(start, end))
    return tuple(found)


def _skip_blank(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _ends_here(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Whether the full stop in `match` ends the sentence that began at `start`."""
    stop = match[0]
    following = _NEXT_WORD.match(text, match.end(), limit)
    if stop[0] in "。！？" or following is None:
        return True
    opener, word = following[1], following[2] or ""
    lower = word[:1].islower() and not (opener == "@" and _POSTED.match(text, following.end(), limit))
    if lower and (not opener or stop == "…"):
        begin = max(start, match.start() - _NAME)
        return stop == "." and (
            _opens_in_lower_case(text, begin, match, word) or _user_name_begins(text, begin, match, limit)
        )
    if stop == "!" and word[:1].isupper() and not opener:
        return not in_name(text, match.start())
    if len(stop) > 1 or stop != ".":
        named = word in TITLES or word not in STARTERS or _SURNAME.match(text, match.end(), limit) is not None
        if stop[-1] in _CLOSING_MARKS and stop[0] in "?!…" and not opener and named:
            return _cue_after_marks().match(text, match.end(), min(limit, match.end() + _TELLING)) is None
        return not (lower and len(stop) > 1 and stop[1] in _CLOSERS)
    last = _last_word(text, max(start, match.start() - _NAME), match.start())
    return not last or _may_end(last.lstrip("’'-."), word, opener)


def _opens_in_lower_case(text: str, start: int, match: re.Match[str], word: str) -> bool:
    """Whether a writer without capitals begins a sentence with a function word (“it rains. what now?”)."""
    last = _last_word(text, start, match.start())
    begins = word.capitalize() in STARTERS and word not in COORDINATORS
    return begins and len(last) >= _PLAIN and last.islower() and _may_end(last, word, "")


def _user_name_begins(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Whether a lower-case user name begins the next sentence: "It rains. weir_rat is wet", "It rains. otter wrote"."""
    last, following = _last_word(text, start, match.start()), _USER.match(text, match.end(), limit)
    if following is None or len(last) < _PLAIN or not last.isalpha() or not last.islower():
        return False
    user = following["user"]
    own = "_" in user or any(letter.isdigit() or letter.isupper() for letter in user)  # "al-Roe", "weir_rat", "eel9"
    return own or ((following["verb"] in _verbs() or following["verb"] in _BEING) and user.capitalize() not in STARTERS)


@cache
def _verbs() -> frozenset[str]:
    """The forms of reporting verbs with a subject in the third person: in -s, and past forms."""
    return frozenset(form for row in table("cue_verbs").values() for form in row[2].split()[1::2])


def _last_word(text: str, start: int, end: int) -> str:
    """The word that ends at an offset, as far as it is after `start`; "" without one."""
    found = _WORD.findall(text, start, end)
    return found[-1] if found and text.endswith(found[-1], start, end) else ""


def in_name(text: str, at: int) -> bool:
    """Return whether the exclamation mark at an offset belongs to a name that continues after it ("E! News")."""
    behind = text[at + 1 : at + 3]
    named = f"{_last_word(text, max(0, at - _NAME), at)}!" in entries("marked_names")
    return named and behind[:1] == " " and behind[1:].isupper()


@cache
def _cue_after_marks() -> re.Pattern[str]:
    """A name, its apposition and a reporting verb that closes the marks before it, without content after it."""
    verbs = (row[2].split() for row in table("cue_verbs").values() if "q" in row[1] and "p" in row[1])
    forms = "|".join(
        sorted({re.escape(form) for v in verbs for form in v[1:] if not form.endswith("ing")} | {"told", "tells"})
    )
    return re.compile(rf"{_NAMED}(?:{forms}|went on|shot back)\b(?!,? (?:that|[\"“‘'`«]))(?!:)")


def _may_end(abbreviation: str, word: str, opener: str) -> bool:
    """Whether a sentence may end after the last word before a full stop, when `word` follows after `opener`."""
    kinds = table("abbreviations")
    capitalised = abbreviation[:1].upper() + abbreviation[1:]
    kind = kinds.get(abbreviation, kinds.get(capitalised, ("",)))[0] if abbreviation else ""
    if kind == "open":
        return abbreviation.capitalize() in {"No", "Nos"} and not word[:1].isdigit()
    initial = _INITIAL.fullmatch(abbreviation) is not None
    if initial and "." not in abbreviation and abbreviation != "I":
        return False
    if kind == "any" or initial:
        return word in STARTERS or (opener.strip("@#([{") != "" and not word[:1].islower())  # no 'U.S. “clearly”'
    return True
