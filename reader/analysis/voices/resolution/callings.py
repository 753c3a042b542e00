"""Find the words that introduce a person or body: nouns and adjectives beside its names."""

import re
from itertools import chain

from reader.analysis.voices.names.lists import fold, role_of, singular
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.roles.tokens import closes_adverbial
from reader.analysis.words.memo import FormCache

_FOLDED = FormCache(lambda word: (fold(singular(word)), fold(word.rpartition("-")[2])))
_WORD = re.compile(r"\w[\w’'-]*")
_STOP = re.compile(r"[.;:!?”\"](?:\s|\Z)")
_CLOSED = re.compile(r"\A,\s[^,.;:!?]*,\s")  # an apposition to the name before
_CUT = re.compile(r"[.;:!?”\"](?:\s|\Z)|\b(?:of|in|for|to|with|by|from|at|on)\s")
_OWNER = re.compile(r"(\w[\w-]*)[’']s?\s")
_APPOSED = re.compile(r"\b(?:an?|its|our|the)\s([^.;:!?”\"\n,]{3,70}),\s\Z", re.IGNORECASE)
_CLOSES = re.compile(
    r",\s(?:are|but|can|could|did|does|had|has|have|is|may|might|must|said|says|told|was|were|will|would|writes|wrote)\b"
)
_DESCRIBES = re.compile(r"\s(?:\(|(?:is|was|has been) (?:an?|the) |– |— |- )")
_LOOKED_AT = 6  # names of a referent


def callings(text: str, referent: Referent, titled: dict[int, list[Name]], names: Names) -> set[str]:
    """Return the words that introduce a referent: folded, nouns in the singular.

    Args:
        text: The text of the article.
        referent: The referent.
        titled: The single names with titles, by the identity of the referent.
        names: All names of the text.
    """
    words = list(referent.words)
    if referent.label is not None and referent.noun:
        words += _own_words(referent.label.of(text))
    for name in [*referent.names[:_LOOKED_AT], *titled.get(id(referent), ())[:_LOOKED_AT]]:
        words += _describing_words(text, name, names)
    return set(chain.from_iterable(map(_FOLDED.__getitem__, words)))


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
    own = _own_words(apposed[1]) if apposed is not None else _WORD.findall(_without_owner(before))[-5:]
    return title + own + _own_words(after)[:9]


def _without_owner(phrase: str) -> str:
    """A phrase without a role noun in the possessive: "the mayor’s spokesman" is not the mayor."""
    return _OWNER.sub(lambda owner: " " if role_of(owner[1]) else owner[0], phrase)


def _own_words(phrase: str) -> list[str]:
    """The words of a description, without another person's role nouns ("a spokesman for the mayor")."""
    cut = _CUT.search(phrase)
    head, tail = (phrase, "") if cut is None else (phrase[: cut.start()], phrase[cut.start() :])
    return _WORD.findall(_without_owner(head)) + [word for word in _WORD.findall(tail) if role_of(word) is None]
