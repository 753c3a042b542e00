"""Style of a passage: the named features that tell somebody's quoted words from the author's own."""

import re

from reader.analysis.leadins import candidates
from reader.analysis.passages import CLOSER, FURNITURE, HANDLE, Passage, ends_open, heading_like, last_unit
from reader.model import BlockKind

_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|we|We|my|My|our|Our|us|me|you|You|your|Your)\b")
_TAG = re.compile(r"\[(?:[A-Za-z]{2,3}(?:, ?)?)+\]")
_EDITED = re.compile(r"\[(?!(?:[A-Za-z]{2,3}(?:, ?)?)+\])[^\]\n]{1,60}\]")
_MEDIA = re.compile(
    r"\b(?:blogg?er|bloggers|blog|Twitter|tweet(?:s|ed)?|netizens?|tweeps?|Facebook|commented|commenters?|users?|YouTube"
    r"|hashtag|post(?:s|ed)?|newspaper|wrote)\b"
)
_NARRATOR = re.compile(
    r"(?:Meanwhile|On (?:Twitter|Facebook|his|her|the other)|Another|Other|Others|Blogger|In (?:an?|his|her|another) "
    r"|Some |Many |Also|Similarly|The (?:blog|post|article|story)|For (?:his|her)|As |While |Despite |Although )"
)
_REFERS = re.compile(
    r"\b(?:following|follows|below|this|words|excerpts?|comment|message|statement|update|status|question|summary|here)\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\b(?:photos?|pictures?|images?|videos?|maps?|cartoons?|screenshots?|infographic|footage|graphic)\b", re.IGNORECASE
)
_INFORMAL = re.compile(r"!|\.\.\.|…|\?\?")
_ELLIPSIS = re.compile(r"\s*(?:\[\s?(?:…|\.\.\.)\s?\]|\(\s?(?:…|\.\.\.)\s?\)|…|\.\.\.)")
_GOES_ON = re.compile(
    r"(?:But|And|So|Because|It|This|These|They|Yet|If|Of course|Then|Such|Thus|Therefore|[a-z0-9]{1,2}[.)])\b"
)
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|20[0-3]\d)\b"
)
_CURLY = re.compile(r"\w’\w")
_STRAIGHT = re.compile(r"\w'\w")
_BRIEF = 120  # characters
_OPENING = 80  # characters in which a date is looked for
_AHEAD = 12  # passages in which a closer is looked for


def opening(text: str, parts: list[Passage], index: int) -> list[str]:
    """The features that tell whether passage `index` begins a block quotation, for the decision "block opens".

    Those of the passage's own words are told apart by how the passage before ends: "colon", "no stop" or "stop".
    """
    lead = last_unit(parts[index - 1], text)
    if lead is None:
        return []
    u, stated = lead
    ending = ends_open(u)
    prefix = {":": "colon", "": "no stop"}.get(ending, "stop")
    found = [prefix]
    refers = _REFERS.search(u.text, u.span.start, u.span.end) is not None
    ranked = candidates(u, stated)
    if not ranked or ranked[0].score <= 0:
        found.append(prefix + ", no source")
        if not refers and not _MEDIA.search(parts[index - 1].text):
            found.append("nobody speaks")
    else:
        best = ranked[0]
        found += [prefix + (", cue" if best.cue is not None else ", no cue"), f"{prefix}, {best.features[0]}"]
        if best.cue is not None and best.cue.verb.kind == "writing":
            found.append("writing")
    if refers:
        found.append(prefix + ", refers")
    if _SHOWS.search(u.text, u.span.start, u.span.end):
        found.append("lead-in shows")
    found += [f"{prefix}, {feature}" for feature in _words(text, parts, index)]
    return found + _around(text, parts, index, index)


def going_on(text: str, parts: list[Passage], first: int, index: int) -> list[str]:
    """The features that tell whether passage `index` goes on with the block that begins at `first` ("block")."""
    here, start = parts[index].text, parts[first].text
    found = _words(text, parts, index)
    before = last_unit(parts[index - 1], text)
    tests = {
        "first person kept": "first person" in found and _FIRST_PERSON.search(start),
        "informal kept": "informal" in found and _INFORMAL.search(start),
        "marks reopened": here[:1] in {"“", '"'} and parts[index - 1].text[:1] in {"“", '"'},
        "heading": heading_like(parts[index]),
        "before a post": index + 1 < len(parts) and HANDLE.match(parts[index + 1].text),
        "after an open end": before is not None and ends_open(before[0]) in {":", "…", "..."},
        "question": "?" in here,
        "goes on": _GOES_ON.match(here),
        "dated": _DATED.search(here[:_OPENING]),
        "brief": len(here) < _BRIEF,
    }
    found += [name for name, holds in tests.items() if holds]
    return found + _hands(parts, first, index) + _around(text, parts, first, index)


def _words(text: str, parts: list[Passage], index: int) -> list[str]:
    """What the words of a passage alone say about whose they are."""
    passage = parts[index]
    here = passage.text
    units = passage.units(text)
    tests = {
        "first person": _FIRST_PERSON.search(here),
        "tag": _TAG.search(here),
        "edited": _EDITED.search(here),
        "narrator opens": _NARRATOR.match(here),
        "media words": _MEDIA.search(here),
        "lower case": here[:1].islower(),
        "informal": _INFORMAL.search(here),
        "ellipsis": _ELLIPSIS.match(here),
        "leads in": units and ends_open(units[-1][0]) == ":",
        "said here": any(d.source_kind == "name" for _, stated in units for d in stated.drafts),
        "last": index == len(parts) - 1 or FURNITURE.match(parts[index + 1].text),
    }
    return [name for name, holds in tests.items() if holds]


def _around(text: str, parts: list[Passage], first: int, index: int) -> list[str]:
    """What the lead-in's names and a closer further on say."""
    found = ["closer ahead"] if closer_ahead(text, parts, index) else []
    return [*found, "names source"] if _names_source(text, parts, first, parts[index].text) else found


def closer_ahead(text: str, parts: list[Passage], index: int) -> bool:
    """Whether a closer ends passage `index` or a later one before the next lead-in."""
    for at in range(index, min(len(parts), index + _AHEAD)):
        if parts[at].kind is not BlockKind.PARAGRAPH:
            return False
        if CLOSER.search(parts[at].text):
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
