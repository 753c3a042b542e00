"""Style of a passage: the named features that tell somebody's quoted words from the author's own."""

import re

from reader.analysis.leadins import Candidate
from reader.analysis.passages import FURNITURE, Passage, ends_open, heading_like, last_unit
from reader.model import BlockKind

_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|we|We|my|My|our|Our|us|me|you|You|your|Your)\b")
_EDITED = re.compile(r"\[(?!(?:[A-Za-z]{2,3}(?:, ?)?)+\])[^\]\n]{1,60}\]")
_INFORMAL = re.compile(r"!|\.\.\.|…|\?\?")
_PAST = re.compile(r"\b(?:was|were|had|did|said|told|took|went|came|became|began|made|saw|gave|[a-z]{3,}ed)\b")
_PRESENT = re.compile(r"\b(?:is|are|has|have|do|does|will|can|should|must|may|says|[a-z]++['’](?:s|re|ve|ll))\b")
_PUBLISHED = re.compile(
    r"\b(?:Twitter|Facebook|blogs?|blogged|posts?|tweets?|tweeted|wrote|YouTube|commented|newspaper)\b"
)
_REPORTS = re.compile(
    r"(?:Meanwhile|However|Another|Others?|Some|Many|Also|Similarly|Blogger|As|While|Despite|Although|Following|Since"
    r"|After|Finally|For (?:his|her)|On (?:his|her|the other|[A-Z]\w*)|In (?:an?|his|her|another|[A-Z]\w*)"
    r"|The (?:blog|post|article|story))\b"
)
_REFERS = re.compile(
    r"\b(?:following|follows|below|this|words|excerpts?|comment|message|statement|update|status|question|summary|here)\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\b(?:photos?|pictures?|images?|videos?|maps?|cartoons?|screenshots?|infographic|footage|graphic)\b", re.IGNORECASE
)
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|20[0-3]\d)\b"
)
_CONTENT = re.compile(r"[A-Za-z][a-z'’]{3,}")
_COLON = re.compile(r":\s*(?:\[[A-Za-z]{2,3}\]\s*)?\Z")
_CURLY = re.compile(r"\w’\w")
_STRAIGHT = re.compile(r"\w'\w")
_OPENING = 80  # characters in which a date is looked for
_ROUND_UP = 2  # passages that lead in with a colon
_AHEAD = 12  # passages in which a closer is looked for
_NEARER = 0.03  # difference of two cosines that counts


def few_leadins(parts: list[Passage]) -> bool:
    """Whether less than two passages of an article end in a colon: it is hardly a round-up, and a colon means less."""
    return sum(_COLON.search(p.text) is not None for p in parts) < _ROUND_UP


def opening(text: str, parts: list[Passage], index: int, *, few: bool) -> list[str]:
    """The features that tell whether passage `index` begins a block quotation: its own and its lead-in's.

    `few` is what `few_leadins` says of the article.
    """
    found = _leading(text, parts[index - 1])
    if not found:
        return []
    found += _words(text, parts, index)
    tests = {
        "few lead-ins": few,
        "opens in person": len(_FIRST_PERSON.findall(_unmarked(parts[index]))) > 1,
        "begins before a closer": closer_ahead(text, parts, index),
        "names source": _names_source(text, parts, index, parts[index].text),
    }
    return found + [name for name, holds in tests.items() if holds]


def promising(text: str, parts: list[Passage], index: int) -> bool:
    """Whether it is worth while to ask if passage `index` begins a block: after a full stop it has to stand out.

    This saves half of the time; the features asked for here are those without which no such passage scores above 0.
    """
    lead = last_unit(parts[index - 1], text)
    if lead is None or ends_open(lead[0]) in {":", ""}:
        return lead is not None
    bare = _unmarked(parts[index])
    if _INFORMAL.search(bare) or _EDITED.search(bare) or len(_FIRST_PERSON.findall(bare)) > 1:
        return True
    return closer_ahead(text, parts, index)


def _leading(text: str, passage: Passage) -> list[str]:
    """How well the last sentence of a passage leads into a quotation, its ending first; empty without words."""
    lead = last_unit(passage, text)
    if lead is None:
        return []
    u, _ = lead
    ending = {":": "colon", "": "no stop"}.get(ends_open(u), "stop")
    found = [ending]
    refers = _REFERS.search(u.text, u.span.start, u.span.end) is not None
    ranked = passage.leading(text)
    if not ranked or ranked[0].score <= 0:
        found.append("no source")
    else:
        if ranked[0].cue is None:
            found.append("no cue")
        if ending == "colon":
            found.append(f"colon, {ranked[0].features[0]}")
    if refers and ending == "colon":
        found.append("colon, refers")
    if _SHOWS.search(u.text, u.span.start, u.span.end):
        found.append("lead-in shows")
    return found


def going_on(text: str, parts: list[Passage], first: int, index: int) -> list[str]:
    """The features that tell whether passage `index` goes on with the block that begins at `first`."""
    here = parts[index].text
    block = " ".join(map(_unmarked, parts[first:index]))
    found = _words(text, parts, index)
    tests = {
        "person lost": "first person" not in found and _FIRST_PERSON.search(block),
        "informal lost": "informal" not in found and _INFORMAL.search(block),
        "tense kept": _tense(_unmarked(parts[index])) == _tense(block),
        "marks reopened": here[:1] in {"“", '"'} and parts[index - 1].text[:1] in {"“", '"'},
        "published": _PUBLISHED.search(here),
        "goes on to a closer": closer_ahead(text, parts, index),
        "names source": _names_source(text, parts, first, here),
        "third or later": index > first + 1,
        "nearer the block": _nearer(here, block, " ".join(p.text for p in parts[max(0, first - 2) : first])),
    }
    found += ["in a block", *(name for name, holds in tests.items() if holds)]
    return found + _hands(parts, first, index)


def _words(text: str, parts: list[Passage], index: int) -> list[str]:
    """What the words of a passage alone say about whose they are."""
    passage = parts[index]
    here, bare = passage.text, _unmarked(passage)
    units = passage.units(text)
    ending = ends_open(units[-1][0]) if units else "."
    tests = {
        "first person": _FIRST_PERSON.search(bare),
        "edited": _EDITED.search(here),
        "reports": _REPORTS.match(here),
        "lower case": here[:1].islower(),
        "informal": _INFORMAL.search(bare),
        "past": _tense(bare) == "past",
        "dated": _DATED.search(here[:_OPENING]),
        "heading": heading_like(passage),
        "leads in": ending in {":", ""} and _somebody(passage.leading(text)),
        "ends in a colon": ending == ":",
        "last": index == len(parts) - 1 or FURNITURE.match(parts[index + 1].text),
    }
    return [name for name, holds in tests.items() if holds]


def _unmarked(passage: Passage) -> str:
    """The words of a passage outside marks, all of them where it is but one marked stretch."""
    pieces, at = [], passage.span.start
    for mark in passage.marks:
        if mark.level == 0 and mark.span.start >= at:
            pieces.append(passage.text[at - passage.span.start : mark.span.start - passage.span.start])
            at = mark.span.end
    return "".join([*pieces, passage.text[at - passage.span.start :]]).strip() or passage.text


def _somebody(ranked: list[Candidate]) -> bool:
    """Whether the best reading of a sentence as a lead-in is that somebody says something."""
    return bool(ranked) and ranked[0].score > 0 and ranked[0].cue is not None


def _tense(words: str) -> str:
    """The tense of most of the verbs that show theirs: "past", "present", or "" for neither."""
    past, present = len(_PAST.findall(words)), len(_PRESENT.findall(words))
    return "past" if past > present else "present" if present > past else ""


def _nearer(here: str, block: str, author: str) -> bool:
    """Whether a passage shares more of its longer words with the block before it than with what the author wrote."""
    words = _content(here)
    return _cosine(words, _content(block)) > _cosine(words, _content(author)) + _NEARER


def _content(words: str) -> set[str]:
    return {word.lower() for word in _CONTENT.findall(words)}


def _cosine(one: set[str], other: set[str]) -> float:
    return len(one & other) / ((len(one) * len(other)) ** 0.5 or 1.0)


def closer_ahead(text: str, parts: list[Passage], index: int) -> bool:
    """Whether a closer ends passage `index` or a later one before the next lead-in."""
    for at in range(index, min(len(parts), index + _AHEAD)):
        if parts[at].kind is not BlockKind.PARAGRAPH:
            return False
        if parts[at].closer is not None:
            return True
        ending = last_unit(parts[at], text)
        if ending is None or ends_open(ending[0]) == ":":
            return False
    return False


def _names_source(text: str, parts: list[Passage], first: int, words: str) -> bool:
    """Whether a name of the lead-in's last sentence comes back: the author speaks of the source again."""
    lead = last_unit(parts[first - 1], text) if first else None
    if lead is None:
        return False
    u, found = lead
    return any(source.kind == "name" and u.word(source.head_last) in words for source in found.sources.values())


def _hands(parts: list[Passage], first: int, index: int) -> list[str]:
    """Whether the passage writes its apostrophes as the block does and the author does not, or the other way round."""
    here, block, author = (_hand(parts[i].text) for i in (index, first, first - 1 if first else first))
    if not here or not block or not author or block == author:
        return []
    return ["block’s hand"] if here == block else ["author’s hand"]


def _hand(words: str) -> str:
    """How a text writes its apostrophes: "curly", "straight", or "" where it does not tell."""
    curly, straight = len(_CURLY.findall(words)), len(_STRAIGHT.findall(words))
    if curly == straight:
        return ""
    return "curly" if curly > straight else "straight"
