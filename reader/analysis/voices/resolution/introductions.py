"""Read what introduces a name: is it that of a person or a body, and what else is it called?"""

import re
from functools import lru_cache
from itertools import chain

from reader.analysis.voices.names.forms import Mention, noun_phrase
from reader.analysis.voices.names.lists import entries, fold, marked, role_of, singular
from reader.analysis.voices.names.names import Name, Names, has_article
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.roles.appositions import role_after
from reader.analysis.voices.roles.tokens import closes_adverbial
from reader.analysis.words.grammar import cue_verbs
from reader.analysis.words.memo import FormCache

_DESCRIBED = (", a ", ", an ", ", the ", ", one of ", " is a ", " is the ", " was a ", " is an ", " was an ")
_AGED = re.compile(r"(?:,| is| was) \d{1,3}(?:(?=[,.)])| and )")
_OFFICE_OF = re.compile(r", (?:[a-z-]+ )?([a-z-]+) of ")
_CALLED = re.compile(r"([\w-]+),?\s(?:(?:called|named)\s)?\Z")
_WHO = (", who ", ", whose ")
_GOES_ON = re.compile(
    r"(?:\s\[[^\]\n]{1,24}\])?\s(?:[a-z]{2,}s|[a-z]+ed|had|wrote)\s[^.!?:\n]+"
    r"(?:[.!?]\s(?:He|She|His|Her)|\s(?:and|as|but|when|where)\s(?:he|she))\s"
)
_WRITERS = frozenset(
    {"blogger", "columnist", "commenter", "journalist", "netizen", "reader", "user", "vlogger", "writer"}
)
_ACRONYM = re.compile(r"[A-Z]{3,}|[A-Z]+&[A-Z]+")
_GIVEN = re.compile(r"\b(?:(?:data|figures|guidance|numbers|statistics)\s(?:by|from|of)|reported\sby)\s(?:the\s)?\Z")
_GIVES = re.compile(r"(?:/[A-Z][\w ]*)?\s(?:data|estimates|figures|polls?|statistics|survey)\b")
_BEFORE = 60  # characters searched before a name
_NOUN = 24  # the same for a noun for a body, or for figures that only a body gives


def introduced(text: str, name: Name, names: Names) -> bool:
    """Return whether a word of unknown kind is introduced as a person's name.

    It is introduced by a role, an age, a relation, or a pronoun that refers to the only such word: "Belan, a nurse",
    "Belan, 24", "Belan, who left", "a nurse called Orla", "her daughter, Orla", "the blogger Orla", "Belan has left.
    She".
    """
    if text.startswith(_DESCRIBED, name.end):
        told = role_after(text, name, names)
        return told is not None and told.role is not None and role_of(told.noun) is not None
    bare = _OFFICE_OF.match(text, name.end)
    if bare is not None and role_of(bare[1]) is not None:
        return True  # "Belan, chief of a village"
    if _AGED.match(text, name.end) or text.startswith(_WHO, name.end):
        return True
    if _pronoun_refers_back(text, name, names):
        return True
    called = _CALLED.search(text, _two_words(text, name.start), name.start)
    if called is None or called.end(1) + 2 < name.start:
        return called is not None and role_of(called[1]) is not None
    beside = called[1] in _WRITERS and called.end(1) + 1 == name.start
    return beside or called[1] in marked("roles", "kin")


def _pronoun_refers_back(text: str, name: Name, names: Names) -> bool:
    """Whether "he" or "she" refers back to a name that is the first of its paragraph and no common word."""
    begun = text.rfind("\n", 0, name.start) + 1
    if not _begins(text, name) or names.within(begun, name.start - 1) or _GOES_ON.match(text, name.end) is None:
        return False
    return not _is_common(text, name.words[0])


@lru_cache(maxsize=256)
def _is_common(text: str, word: str) -> bool:
    """Whether a word at the start of a sentence may be a common noun, as lists or the rest of the text show."""
    low = fold(word)
    listed = any(low in entries(each) for each in ("bodies", "indefinites", "plurals", "speechless"))
    common = listed or low.endswith("ing") or role_of(low) is not None
    return common or re.search(rf"\b{re.escape(word.lower())}\b", text) is not None


def _begins(text: str, name: Name) -> bool:
    """Whether a name begins its sentence, as its subject: no title and no possessive."""
    begun = text.rfind("\n", 0, name.start) + 1
    return not name.owner and (name.start == begun or text.endswith((". ", "! ", "? "), begun, name.start))


def called_a_body(text: str, mention: Mention, who: Referent) -> bool:
    """Return whether the words before a name show that it is a body's: "the newspaper El Dorn", "data from Corvane"."""
    start, end = mention.core.start, mention.core.end
    before, _, word = text[max(0, start - _NOUN) : start].rstrip(" ,").rpartition(" ")
    if (role := mention.role) is not None:
        word = noun_phrase(text, role, (role.start, role.end)).noun  # "the head of the company, Ada …"
    parted = mention.span.start >= start or not text.startswith(",", end)
    apart = text.startswith(", ", start - 2) and parted  # "told the newspaper, Ada …", "At the fund, Ada Roe, …"
    same = before.split()[-1:] == ["same"]  # "to the same channel, Ada …"
    given = _GIVEN.search(text, max(0, start - _NOUN), start) is not None
    given = given or (len(who.words) > 1 and _GIVES.match(text, end) is not None)
    known = who.words[0] in entries("first_names")
    given = given or _has_only_article(text, mention.names[0], end)
    return (word.lower() in entries("called") and not (same or apart)) or (given and not known)


def _has_only_article(text: str, name: Name, end: int) -> bool:
    """Whether "the" and no title is before a name in the singular that ends its mention: "The Blaze reported"."""
    plural = len(name.words) == 1 and name.words[0].endswith("s")  # "the Clintons"
    alone = name.end == end and has_article(text, name) and not (name.titled or name.gender or plural)
    return alone and role_of(name.words[-1]) is None


def is_body_alone(name: Name) -> bool:
    """Return whether a body’s name of one word needs no other sign to be referred to: "Boeing", "DCB"."""
    return name.platform or name.words[0] in entries("known_bodies") or _ACRONYM.fullmatch(name.words[0]) is not None


def _two_words(text: str, end: int) -> int:
    """Where the search for the two words before an offset begins, a little before them."""
    return max(0, end - _BEFORE, text.rfind(" ", 0, max(0, text.rfind(" ", 0, max(0, end - 1)))))


_FOLDED = FormCache(lambda word: (fold(singular(word)), fold(word.rpartition("-")[2])))
_WORD = re.compile(r"\w[\w’'-]*")
_STOP = re.compile(r"[.;:!?”\"](?:\s|\Z)")
_CLOSED = re.compile(r"\A,\s(?:\d{1,3},\s)?[^,.;:!?]*,\s")  # an apposition to the name before
_CUT = re.compile(r"[.;:!?”\"](?:\s|\Z)|\b(?:of|in|for|to|with|by|from|at|on)\s")
_OWNER = re.compile(r"(\w[\w-]*)[’']s?\s")
_APPOSED = re.compile(r"\b(?:an?|her|his|its|our|the|their)\s([^.;:!?”\"\n,]{3,70}),\s\Z", re.IGNORECASE)
_CLOSES = re.compile(
    r",\s(?:are|but|can|could|did|does|had|has|have|is|may|might|must|said|says|told|was|were|will|would|writes|wrote)\b"
)
_DESCRIBES = re.compile(r"\s(?:\(|(?:is|was|has been) (?:an?|the) |– |— |- )")
_LOOKED_AT = 6  # names of a referent


_PREMIER = frozenset({"prime", "minister"})


def callings(text: str, referent: Referent, titled: dict[int, list[Name]], names: Names) -> set[str]:
    """Return the words that introduce a referent: folded, nouns in the singular.

    `titled` has the single names with titles, by the identity of the referent.
    """
    words = list(referent.words)
    if referent.label is not None and referent.noun:
        words += _own_words(referent.label.of(text))
    for name in [*referent.names[:_LOOKED_AT], *titled.get(id(referent), ())[:_LOOKED_AT]]:
        words += _describing_words(text, name, names)
    found = set(chain.from_iterable(map(_FOLDED.__getitem__, words)))
    return found | {"premier"} if found >= _PREMIER else found


def _describing_words(text: str, name: Name, names: Names) -> list[str]:
    """The five words before a name and, where they describe it, the nine after it, up to another person's name."""
    left = max(0, name.start - 60)
    near = [n for n in names.before(name.start, 2) if not n.place]
    left = max(left, near[-1].end) if near else left
    before = _CUT.split(_CLOSED.sub("", text[left : name.start].rsplit("\n", 1)[-1]))[-1]
    after = "" if closes_adverbial(text, name, names) else text[name.end : name.end + 90].split("\n", 1)[0]
    describes = _CLOSES.match(after) is None if after[:1] == "," else _DESCRIBES.match(after) is not None
    after = _STOP.split(after)[0] if describes else ""
    behind = (n for n in names.within(name.end, name.end + len(after)) if len(n.words) > 1)
    other = next((n for n in behind if not (n.body or n.place or n.owner)), None)
    after = after if other is None else after[: other.title - name.end]
    title = _WORD.findall(text[name.title : name.start])
    apposed = _APPOSED.search(text, max(0, name.title - 90), name.title) if text.startswith(",", name.end) else None
    own = _own_words(apposed[1]) if apposed is not None else _behind_verb(_WORD.findall(_without_owner(before)))[-5:]
    return title + own + _own_words(after)[:9]


def _behind_verb(words: list[str]) -> list[str]:
    """The words after the last verb of saying whose subject is a role: "Judge says *former mayor* Ada Cole"."""
    for at in range(len(words) - 1, 0, -1):
        verb = cue_verbs().get(words[at])
        if verb is not None and verb.form in {"past", "s"} and role_of(words[at - 1]) is not None:
            return words[at + 1 :]
    return words


def _without_owner(phrase: str) -> str:
    """A phrase without a role noun in the possessive: "the mayor’s spokesman" is not the mayor."""
    return _OWNER.sub(lambda owner: " " if role_of(owner[1]) else owner[0], phrase)


def _own_words(phrase: str) -> list[str]:
    """The words of a description, without another person's role nouns ("a spokesman for the mayor")."""
    cut = _CUT.search(phrase)
    head, tail = (phrase, "") if cut is None else (phrase[: cut.start()], phrase[cut.start() :])
    return _WORD.findall(_without_owner(head)) + [word for word in _WORD.findall(tail) if role_of(word) is None]
