"""Read what introduces a name: is it that of a person, a body or a home town, and what else is it called?"""

import re
from functools import lru_cache
from itertools import chain

from reader.analysis.voices.names.forms import Mention, noun_phrase
from reader.analysis.voices.names.lists import entries, fold, marked, role_of, singular, table
from reader.analysis.voices.names.names import Name, Names, scan_text
from reader.analysis.voices.names.roster import Referent, Roster
from reader.analysis.voices.resolution.body_sorts import nouns_beside
from reader.analysis.voices.roles.appositions import role_after
from reader.analysis.voices.roles.tokens import closes_adverbial
from reader.analysis.words.grammar import cue_verbs
from reader.analysis.words.memo import FormCache

_DESCRIBED = (", a ", ", an ", ", the ", ", one of ", " is a ", " is the ", " was a ", " is an ", " was an ")
_AGED = re.compile(r"(?:,| is| was) \d{1,3}(?:(?=[,.)])| and )")
_OFFICE_OF = re.compile(r", (?:[a-z-]+ )?([a-z-]+) of ")
_FROM = re.compile(r"([\w-]+)\sfrom\s\Z|\b(resident|shopkeeper|villager)\s(?:in|of)\s\Z")
_CALLED = re.compile(r"([\w-]+),?\s(?:(?:called|named)\s)?\Z")
_WHO = (", who ", ", whose ")
_GOES_ON = re.compile(
    r"(?:\s\[[^\]\n]{1,24}\])?\s(?:[a-z]{2,}s|[a-z]+ed|had|wrote)\s[^.!?:\n]+"
    r"(?:[.!?]\s(?:He|She|His|Her)|\s(?:and|as|but|when|where)\s(?:he|she))\s"
)
_WRITERS = frozenset(
    {"blogger", "columnist", "commenter", "journalist", "netizen", "reader", "user", "vlogger", "writer"}
)
_SO_CALLED = re.compile(r"\b(?:[Aa]n?|[Tt]he)\s(?:[\w’'-]+\s){0,2}([a-z]+)\s\Z")
_ITS = re.compile(r" (?:will |has |had )?[a-z]+(?:[^.!?\n”\"A-Z]{0,80}? its? |[^.!?\n”\"]{0,120}\. Its )")
_DEALS = re.compile(
    r" (?:(?:has|had|plans to|will|would) )?(?:acquire[ds]?|bought|cuts?|employs|laid off|lays off"
    r"|recall(?:ed|s)|sells)\s[^.!?\n]{0,24}?\b(?:cars|jobs|planes|shares|staff|stake|workers|workforce|vehicles)\b"
)
_DEALT = re.compile(
    r"\b(?:(?:customers|employees|staff|workers) (?:at|of)|(?:acquired|bought|made|owned) by|(?:job|jobs) at"
    r"|work(?:ed|ing|s)? (?:at|for)|(?:CEO|CFO|chief executive|co-?founder|shareholders?) (?:at|of))\s\Z"
)
_HEADED = re.compile(r"(?:[A-Z][\w&.’'-]*\s)*[A-Z][\w&.’'-]*(?=\s(?:CEO|CFO|COO|CTO)\b)")
_ACRONYM = re.compile(r"[A-Z]{3,}|[A-Z]+&[A-Z]+")
_ACTS = re.compile(
    r" (?:also |has |have |had |will |would )?(?:announce|ban|block|change|close|delete|fall|fell|launch|refuse|remove"
    r"|rose|said|shut|suspend)(?:n|s|d|ed|ned)?\b"
)
_GIVEN = re.compile(r"\b(?:data|figures|guidance|numbers|statistics)\s(?:by|from|of)\s(?:the\s)?\Z")
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


def tells_of_body(text: str, name: Name) -> bool:
    """Return whether an unknown name of one word is shown to be a body's.

    It is shown by a noun beside it ("the website Clearview", "Corvane, a carmaker"), by what it does, or by "its" where
    no other name is between: "Corvane closed. Its shares fell."
    """
    noun = _SO_CALLED.search(text, max(0, name.start - _BEFORE), name.start)
    if noun is not None and (noun[1] in table("called") or noun[1] in table("body_nouns")):
        return True
    dealt = _DEALT.search(text, max(0, name.start - _BEFORE), name.start) is not None
    if dealt or nouns_beside(text, [name]) or _DEALS.match(text, name.end) is not None:
        return True
    its = _begins(text, name) and _ITS.match(text, name.end) is not None
    return its and not (_is_common(text, name.words[0]) or _is_where(text, name.words[0]))


@lru_cache(maxsize=256)
def _is_where(text: str, word: str) -> bool:
    """Whether a text says of something that it is in or comes from what a word names: a place."""
    return re.search(rf"\b(?:across|around|from|[Ii]n|near) {re.escape(word)}\b", text) is not None


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
    known = who.words[0] in entries("first_names")
    return (word.lower() in entries("called") and not (same or apart)) or (given and not known)


def employers(text: str, names: Names) -> list[Name]:
    """Return the names of firms inside the titles of their heads: "Corvane CEO Ada Cole"."""
    heads = (_HEADED.search(text, name.title, name.start) for name in names.all if name.titled)
    return [name for head in heads if head is not None for name in scan_text(text, head.start(), head.end())]


def is_body_alone(name: Name) -> bool:
    """Return whether a body’s name of one word needs no other sign to be referred to: "Boeing", "DCB"."""
    return name.platform or name.words[0] in entries("known_bodies") or _ACRONYM.fullmatch(name.words[0]) is not None


def is_setting(text: str, name: Name) -> bool:
    """Return whether a name only says where something is: a place, somebody’s home, a network where people post.

    A network that does something itself is a body: "Twitter removed the page".
    """
    acts = name.platform and _begins(text, name) and _ACTS.match(text, name.end) is not None
    return name.place or (name.platform and not acts) or _is_home(text, name)


def _is_home(text: str, name: Name) -> bool:
    """Whether a name is the place where somebody or something is: "from Upper Holm", "In Lower Wick, "."""
    if not text.endswith(("from ", "in ", "In ", "of "), 0, name.title):
        return False
    if name.body or name.titled or name.words[0] in entries("first_names"):
        return False
    if name.in_full and not name.owner and text.endswith(("in ", "In "), 0, name.title):
        return True
    who = _FROM.search(text, _two_words(text, name.title), name.title)
    return who is not None and role_of(who[1] or who[2]) is not None


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


def callings(text: str, referent: Referent, titled: dict[int, list[Name]], names: Names) -> set[str]:
    """Return the words that introduce a referent: folded, nouns in the singular.

    `titled` has the single names with titles, by the identity of the referent.
    """
    words = list(referent.words)
    if referent.label is not None and referent.noun:
        words += _own_words(referent.label.of(text))
    for name in [*referent.names[:_LOOKED_AT], *titled.get(id(referent), ())[:_LOOKED_AT]]:
        words += _describing_words(text, name, names)
    return set(chain.from_iterable(map(_FOLDED.__getitem__, words)))


def known_of(referent: Referent, roster: Roster, titled: dict[int, list[Name]], names: Names) -> set[str]:
    """Return the words that introduce a referent, with those for the office of a known head of state or government.

    The office counts if nobody else in the text may hold it; who has another office in the text does not.
    """
    offices = table("office_holders")

    def held(who: Referent) -> str:
        office = offices.get(" ".join(who.words), "")
        told = callings(roster.text, who, titled, names) if office else set()
        other = "former" not in told and any(role_of(word) == "official" and word not in office for word in told)
        return "" if other else office

    office = held(referent)
    others = (who for who in roster.everyone if office and who is not referent)
    shared = any(held(who) == office for who in others)
    return callings(roster.text, referent, titled, names) | (set() if shared else set(office.split()))


def _describing_words(text: str, name: Name, names: Names) -> list[str]:
    """The five words before a name and, where they describe it, the nine after it, up to another person's name."""
    left = max(0, name.start - 60)
    near = [n for n in names.before(name.start, 2) if not n.place]
    left = max(left, near[-1].end) if near else left
    before = _CUT.split(_CLOSED.sub("", text[left : name.start].rsplit("\n", 1)[-1]))[-1]
    after = "" if closes_adverbial(text, name, names) else text[name.end : name.end + 90].split("\n", 1)[0]
    describes = _CLOSES.match(after) is None if after[:1] == "," else _DESCRIBES.match(after) is not None
    after = _STOP.split(after)[0] if describes else ""
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
