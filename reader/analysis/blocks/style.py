"""Compute features of style that distinguish quoted paragraphs from the author's own."""

import re

from reader.analysis.blocks.author_style import AuthorStyle
from reader.analysis.blocks.passages import FURNITURE, PROSE, STAMP, Passage, heading_like, last_unit
from reader.analysis.blocks.word_classes import (
    PAST,
    PRESENT,
    PUBLISHING,
    REFERRING,
    URGING,
    count_class,
    other_language,
)
from reader.analysis.leadins.candidates import Candidate
from reader.analysis.sources.owners import PICTURES, WORDED
from reader.analysis.syntax.subjects import main_subject
from reader.analysis.units.units import NAME, QUOTE, Unit
from reader.analysis.words.grammar import words as listed
from reader.model import BlockKind

_EDITED = re.compile(r"\[(?!(?:[A-Za-z]{2,3}(?:, ?)?)+\])[^\]\n]{1,60}\]")
_DOTS = ("...", "…")
_INFORMAL = (*_DOTS, "!", "??")
_OMISSION = re.compile(r"(?:…|\.\.\.|[\[(]\s?(?:…|\.\.\.+)\s?[\])])\W{0,2}\Z")
_BRACKETS = frozenset("[(")
_CUT = re.compile(r"[\[(]\s?(?:…|\.\.\.+)\s?[\])]")
_LANGUAGE = re.compile(r"\[[A-Za-z]{2,3}(?:, ?[A-Za-z]{2,3})*\]")
_HOUR = re.compile(r"\d{1,2}(?:[.:]\d\d)? ?[AaPp]\.?[Mm]\b")
_LISTED = re.compile(
    rf"\(?(?P<number>\d{{1,2}})[.)]\s|\(?[A-Za-z]\)\s|(?P<bullet>[•*–—-])\s|(?P<stamp>{STAMP.pattern}|{_HOUR.pattern})"
)
_URGES = re.compile(r"\b(?:need to|have to|has to|let us)\b")
_ORDER = "|".join(map(str.capitalize, sorted(listed("orders"))))
_ORDERS = re.compile(rf"(?:\A|[.!?] )(?:{_ORDER}) (?!(?:and|began|ha[ds]|is|o[fn]|was)\b)")
_POINTS = re.compile(r"(?:This|These|That|Those|It|They|He|She)\b")
_PRONOUNS = (  # "he" and "she" at the beginning of a passage, and what a block has that tells of such a person
    (re.compile(r"(?:He|His)\b"), re.compile(r"\b(?:[Hh]e|[Hh]is|him|Mr)\b")),
    (re.compile(r"(?:She|Her)\b"), re.compile(r"\b(?:[Ss]he|[Hh]er|Mrs|Ms)\b")),
)
_PUBLISHED = re.compile(
    r"\b(?:Twitter|Facebook|blogs?|blogged|(?<!lamp )posts?|tweets?|tweeted|wrote|YouTube|commented|newspaper"
    r"|the comments)\b"
)
_REPORTS = re.compile(
    r"(?:Meanwhile|However|Another|Others?|Some|Many|Also|Similarly|Blogger|Finally|For (?:his|her)"
    r"|(?:As|While|Despite|Although|Following|Since|After)(?! (?:he|I|it|she|that|they|we|you)\b)"
    r"|On (?:his|her|the other|[A-Z]\w*)|In [A-Z]\w*)\b"
)
_SO_FAR = re.compile(
    r"\b(?:[Aa]t the time of (?:this )?(?:writing|publication)|[Ss]o far|[Tt]o date|(?:has|have) since|[Uu]ntil now"
    r"|[Ff]or now)\b"
)
_THE_WRITER = re.compile(
    r"(?:The (?:(?<=\AThe )|(?<=[.!?] The ))(?:same )?|by the same |to the same )"
    r"(?:activist|author|blogger|columnist|commenter|editorial|journalist|lawyer|netizen|user|writer)\b"
)
_ANNOUNCING = frozenset({"following", "then", "these", "this"})
_SAID = frozenset({"named", "at the colon"})  # "Ada Roe wrote:"
_SHORT = 12  # words
_NET = {f"{writer}s" for writer in listed("writers")} | {"blogosphere", "critics", "reactions", "readers", "social"}
_LONGEST_MARK = 8  # characters
_BEGINNING = 50  # characters
_STOPS = frozenset('.!?:…”"')
_WORDS = re.compile(r"[^\W\d_]+")
_NAMED = 20_000  # characters before a block that are searched for its topics
_AHEAD = 12  # passages that are searched for a closer


def opening_features(text: str, parts: list[Passage], index: int, author: AuthorStyle) -> list[str]:
    """Return the features for a block quotation that begins at passage `index`, of its lead-in and of the author."""
    found = _leadin_features(text, parts[index - 1])
    if not found:
        return []
    colon = found[0] == "colon"
    said = colon and _SAID.issubset(parts[index - 1].best_features(text))
    left_out = {name for name, holds in (("short", colon), ("last", said)) if holds}
    found += [name for name in _words(text, parts, index) if name not in left_out]
    tests = {
        "few lead-ins": author.few_leadins and not said,
        "opens in person": author.count_persons(parts[index].unmarked()) > 1,
        "begins before a closer": closer_ahead(text, parts, index),
        "other language": other_language(parts[index].text),
        "names source": _names_source(text, parts, index, parts[index].text),
    }
    return found + [name for name, holds in tests.items() if holds]


def can_open_block(text: str, parts: list[Passage], index: int, author: AuthorStyle) -> bool:
    """Return whether a block can begin at passage `index`: a cheap check before `may_begin` and `opening_features`.

    Where lead-ins are few, no sentence that ends in a full stop is one. Where the author speaks in person, only a
    sentence with a speaker’s name, a cue and a colon is one.

    This saves half of the time; without the features checked here no such passage scores above 0.
    """
    how = parts[index - 1].ending(text) if index and parts[index - 1].kind in PROSE else None
    if how is None or (author.in_person and not (how == ":" and _names_speaker(text, parts[index - 1]))):
        return False
    bare = parts[index].unmarked()
    if how in {":", ""} or other_language(bare):
        return True
    if author.few_leadins or _THE_WRITER.search(bare):  # only the author says "the same blogger"
        return False
    if (
        _is_informal(bare)
        or _EDITED.search(bare)
        or (author.count_persons(bare) > 1 and parts[index - 1].best_features(text))
    ):
        return True
    return closer_ahead(text, parts, index)


def _names_speaker(text: str, leadin: Passage) -> bool:
    """Whether a lead-in has a name with a cue as its speaker."""
    ranked = leadin.leading(text)
    return _has_speaker(ranked) and ranked[0].source.kind == "name"


def _leadin_features(text: str, passage: Passage) -> list[str]:
    """The features of a passage's last sentence as a lead-in, its ending first; empty without words."""
    lead = last_unit(passage, text)
    if lead is None:
        return []
    u, _ = lead
    ending = {":": "colon", "": "no stop"}.get(passage.ending(text) or "", "stop")
    colon, features = ending == "colon", passage.best_features(text)
    vague = "neuter" in features and not {"at the colon", "excerpted", "issues"} & set(features)
    ranked = passage.leading(text)
    at_the_colon = bool(ranked) and "at the colon" in ranked[0].features
    worded = u.low[-4:-2] == ["and", "a"] and u.low[-2] in WORDED  # "a photo and a note:"
    tests = {
        "no source": not features,
        "no cue": "no cue" in features or "opens" in features,
        "colon, neuter": colon and vague,
        **{f"colon, {kind}": colon and not vague for kind in features[:1]},
        "no stop, verb last": ending == "no stop" and "at the colon" in features and heading_like(passage),
        "no stop, announces": ending == "no stop" and announces(passage, u),
        "colon, refers": colon and count_class(u.span.of(text), REFERRING) > 0,
        "shows": not (at_the_colon or worded) and any(low in PICTURES for low in u.low),
    }
    return [ending, *(name for name, holds in tests.items() if holds)]


def announces(passage: Passage, lead: Unit) -> bool:
    """Return whether a sentence without a stop announces what follows by its last word ("Roe came back with this")."""
    return lead.low[-1] in _ANNOUNCING and not heading_like(passage)


def continuation_features(text: str, parts: list[Passage], first: int, index: int, author: AuthorStyle) -> list[str]:
    """Return the features for passage `index` as part of the block that begins at `first`."""
    here, bare = parts[index].text, parts[index].unmarked()
    block = [passage.unmarked() for passage in parts[first:index]]
    found = [name for name in _words(text, parts, index) if name != "short"]
    persons = author.count_persons(bare)
    tests = {
        "so far": _SO_FAR.search(bare),
        "names another": _names_other_source(text, parts[index], block),
        "of somebody": _is_about_known_person(text, parts[index], block, parts[first].span.start),
        "goes on in person": persons,
        "person lost": not persons and any(map(author.count_persons, block)),
        "informal lost": "informal" not in found and any(map(_is_informal, block)),
        "tense kept": _tense([bare]) == _tense(block) != "",
        "marks reopened": here[:1] in {"“", '"'} and parts[index - 1].text[:1] in {"“", '"'},
        "published": count_class(here, PUBLISHING) and _PUBLISHED.search(here),
        "tagged": _LANGUAGE.search(here),
        "marked": any(mark.level == 0 for mark in parts[index].marks),
        "points back": _POINTS.match(here),
        "of its speaker": _is_about_speaker(here, block),
        "list goes on": _list_goes_on(text, parts, first, index),
        "runs on": here[:1].islower() and parts[index - 1].text.rstrip()[-1:] not in _STOPS,
        "after an omission": _ends_in_omission(parts[index - 1].unmarked()),
        "after a paragraph left out": is_omission(parts[index - 1].text),
        "goes on to a closer": closer_ahead(text, parts, index, _AHEAD if _CUT.match(parts[first].text) else 1),
        "names source": _names_source(text, parts, first, here),
        "the writer": _THE_WRITER.search(bare),
        "other language": other_language(here) and other_language(parts[first].text),
        "translation": other_language(parts[index - 1].text) and not other_language(here),
    }
    found += ["in a block", *(name for name, holds in tests.items() if holds)]
    if "person lost" in found and _reports_others(text, parts[index]):
        found.append("person lost, others told of")
    return found


def _is_about_speaker(words: str, block: list[str]) -> bool:
    """Whether a passage begins with "he" or "she" for the speaker: nothing in the block is about such a person."""
    told = next((told for begins, told in _PRONOUNS if begins.match(words)), None)
    return told is not None and not any(map(told.search, block))


def _reports_others(text: str, passage: Passage) -> bool:
    """Whether a passage reports words of a name or noun, or of a "he" or "she" who is named there or nowhere."""
    named = False
    for number, (u, stated) in enumerate(passage.units(text)):
        said = [draft.source_kind for draft in stated.drafts if draft.cue is not None]
        if not {"name", "noun"}.isdisjoint(said) or (named and "pronoun" in said):
            return True
        if number:
            continue
        source = next(iter(stated.sources.values()), None)
        if source is not None and u.low[source.head_last] in {"he", "she"}:
            return not any(kind == NAME for kind in u.kinds[1 : source.first])
        subject = main_subject(u, len(u))
        named = subject is not None and subject.kind == "name"
    return False


def _words(text: str, parts: list[Passage], index: int) -> list[str]:
    """The features of a passage's own words that show whose they are."""
    passage = parts[index]
    here, bare = passage.text, passage.unmarked()
    ending = passage.ending(text)
    if ending is None or (ending == ":" and index + 1 < len(parts) and _LISTED.match(parts[index + 1].text)):
        ending = "."  # the colon introduces the list after it
    leads = ending in {":", ""} and _has_speaker(passage.leading(text))
    tests = {
        "dots": _has_dots(here),
        "urges": _urges(bare),
        "edited": _EDITED.search(here),
        "reports": _REPORTS.match(here),
        "of the net": not _NET.isdisjoint(_WORDS.findall(here.lower(), 0, _BEGINNING)),
        "informal": _is_informal(bare),
        "past": _tense([bare]) == "past",
        "short": len(here.split(maxsplit=_SHORT)) < _SHORT,
        "leads in": leads,
        "ends in a colon": ending == ":",
        "last": index == len(parts) - 1 or FURNITURE.match(parts[index + 1].text),
    }
    return [name for name, holds in tests.items() if holds]


def _has_speaker(ranked: list[Candidate]) -> bool:
    """Whether the best reading of a sentence as a lead-in has a source with a cue."""
    return bool(ranked) and ranked[0].score > 0 and ranked[0].cue is not None


def _urges(words: str) -> bool:
    """Whether a text says that something must or must not be."""
    told = _URGES.search(words.lower()) is not None or _ORDERS.search(words) is not None
    return told or count_class(words, URGING) > 0


def _has_dots(words: str) -> bool:
    """Whether a text has three dots."""
    return any(map(words.__contains__, _DOTS))


def is_omission(words: str) -> bool:
    """Return whether a paragraph is only a mark of omission ("[…]")."""
    return len(words) < _LONGEST_MARK and _OMISSION.fullmatch(words) is not None


def _is_in_quotation(passage: Passage) -> bool:
    """Whether a passage ends in a closer or begins with a mark of omission, as only quotations do."""
    return passage.closer is not None or (passage.text[:1] in _BRACKETS and _CUT.match(passage.text) is not None)


def _ends_in_omission(words: str) -> bool:
    """Whether a text ends in a mark of omission."""
    return _has_dots(words) and _OMISSION.search(words) is not None


def _is_informal(words: str) -> bool:
    """Whether a text has punctuation that reports avoid."""
    return any(map(words.__contains__, _INFORMAL))


def _tense(block: list[str]) -> str:
    """The tense of most of a block's paragraphs, by their verbs: "past", "present", or ""."""
    past, present = (sum(count_class(words, kind) for words in block) for kind in (PAST, PRESENT))
    return "past" if past > present else "present" if present > past else ""


def closer_ahead(text: str, parts: list[Passage], index: int, marked: int = 0) -> bool:
    """Return whether passage `index` or a later one ends in a closer, before the next lead-in.

    A mark of omission at the beginning counts too, that of the passage and of `marked` passages after it.
    """
    ahead = parts[index : index + _AHEAD]
    if not any(map(_is_in_quotation, ahead)):
        return False
    for at, passage in enumerate(ahead, index):
        if passage.kind is not BlockKind.PARAGRAPH:
            return False
        if passage.closer is not None or (at <= index + marked and _is_in_quotation(passage)):
            return True
        how = parts[at].ending(text)
        if how is None or how == ":" or (not how and _has_speaker(parts[at].leading(text))):
            return False
    return False


def _list_goes_on(text: str, parts: list[Passage], first: int, index: int) -> bool:
    """Whether passage `index` or a later one before the next lead-in is the next item of a list in the block."""
    last = next((m for p in reversed(parts[first:index]) if (m := _LISTED.match(p.text))), None)
    if last is None:
        return parts[index - 1].text.endswith(":") and _LISTED.match(parts[index].text) is not None
    for at in range(index, min(len(parts), index + _AHEAD)):
        item = _LISTED.match(parts[at].text)
        if item is not None:
            following = last["number"] and item["number"] and int(item["number"]) == int(last["number"]) + 1
            stamped = last["stamp"] is not None and item["stamp"] is not None
            return bool(following) or stamped or (item["bullet"] is not None and item["bullet"] == last["bullet"])
        if parts[at].ending(text) in {None, ":"}:
            return False
    return False


def _names_source(text: str, parts: list[Passage], first: int, words: str) -> bool:
    """Whether a name of the lead-in's last sentence is repeated: the author mentions the source again."""
    lead = last_unit(parts[first - 1], text) if first else None
    if lead is None:
        return False
    u, found = lead
    return any(source.kind == "name" and u.word(source.head_last) in words for source in found.sources.values())


def _is_about_known_person(text: str, passage: Passage, block: list[str], before: int) -> bool:
    """Whether the first sentence of a passage is about a person named before the block, but not in the block."""
    u, _ = next(iter(passage.units(text)), (None, None))
    names = set() if u is None else {u.word(at) for at, kind in enumerate(u.kinds) if kind in {NAME, QUOTE}}
    new = (name for name in names if name[0] != "#" and not any(name in words for words in block))
    known = [name for name in new if text.rfind(name, max(0, before - _NAMED), before) >= 0]
    subject = main_subject(u, len(u)) if u is not None and known else None
    if u is None or subject is None or subject.kind != "name" or u.low[subject.head_last] == "there":
        return False
    return u.word(subject.head_last) in known


def _names_other_source(text: str, passage: Passage, block: list[str]) -> bool:
    """Whether the best candidate of a passage as a lead-in is a source not named in the block before."""
    ranked = passage.leading(text)
    if not ranked or ranked[0].score <= 0 or ranked[0].source.kind != "name":
        return False
    if ranked[0].cue is None and not ranked[0].source.head_last:
        return False  # the capital may be only that of the sentence
    u, _ = passage.units(text)[-1]
    name = u.word(ranked[0].source.head_last)
    return not any(name in words for words in block)
