"""Joins the sources of an article's attributions to voices: one a person or body, under the fullest name in the text."""

import re

from reader.analysis.attributions import Attribution
from reader.analysis.voices.coreference import Resolver
from reader.analysis.voices.lists import skeleton
from reader.analysis.voices.names import Name, Names, scan
from reader.analysis.voices.outlets import appeared
from reader.analysis.voices.profile import profile
from reader.analysis.voices.roster import Referent, Roster, build
from reader.analysis.voices.tags import tags
from reader.model import Article, Span, Voice

__all__ = ["resolve"]

_TWEETS = re.compile(r"tweet|twitter|tweep", re.IGNORECASE)


def resolve(
    article: Article, attributions: tuple[Attribution, ...]
) -> tuple[tuple[Voice, ...], tuple[int | None, ...]]:
    """The voices of an article, and for each attribution the id of its voice.

    Voices count from 1 in order of first speech. An attribution without a mention goes on with the voice of its
    `same_as`; without that, or where a pronoun has no fitting antecedent, its voice is None. Linear in the text.
    """
    names = scan(article)
    roster = build(article.text, names)
    resolver = Resolver(article, attributions, names, roster)
    resolver.run()
    order: dict[int, Referent] = {}
    for index in sorted(range(len(attributions)), key=lambda i: (attributions[i].spans[0].start, i)):
        who = resolver.who[index]
        if who is not None:
            order.setdefault(id(who), who)
    voices = _voices(article.text, attributions, resolver, list(order.values()))
    ids = {key: voice.id for key, voice in zip(order, voices, strict=True)}
    return voices, tuple(None if who is None else ids[id(who)] for who in resolver.who)


def _voices(
    text: str, attributions: tuple[Attribution, ...], resolver: Resolver, referents: list[Referent]
) -> tuple[Voice, ...]:
    tweets = _TWEETS.search(text) is not None
    short = _titled_surnames(resolver.names, resolver.roster)
    shown = [_label(text, referent) for referent in referents]
    found = []
    for id_, (referent, (name, words), tag) in enumerate(
        zip(referents, shown, tags(words for _, words in shown), strict=True), start=1
    ):
        outlet = None
        for index in referent.speeches[:12]:
            place = appeared(text, attributions[index], resolver.read[index], resolver.names, tweets=tweets)
            if place is not None:
                outlet = place.of(text) if isinstance(place, Span) else place
                break
        mentions = [m for i in referent.speeches if (m := resolver.read[i]) is not None]
        told = profile(text, referent, short.get(id(referent), []), mentions, resolver.names, outlet)
        found.append(
            Voice(id_, tag, name, told.kind, told.role, told.affiliation, outlet, _mentions(referent))
        )
    return tuple(found)


def _titled_surnames(names: Names, roster: Roster) -> dict[int, list[Name]]:
    """Where a title stands before a surname alone ("President Sata"), by referent."""
    found: dict[int, list[Name]] = {}
    for name in names.all:
        if name.titled and len(name.words) == 1 and skeleton(name.words[0]) in roster.parts:
            who = roster.find(name)
            if who is not None:
                found.setdefault(id(who), []).append(name)
    return found


def _label(text: str, referent: Referent) -> tuple[str, tuple[str, ...]]:
    """The name that is shown, and its words for the tag."""
    if referent.label is not None and (referent.joint or referent.noun or referent.handle or not referent.names):
        label = re.sub(r"\s*\[[^\]\n]{1,24}\]", "", referent.label.of(text))
        label = re.sub(r"\s+", " ", label)
        words = referent.words if referent.joint else tuple(re.findall(r"[\w’'-]+", label)) or (label,)
        return label, words
    name = max(referent.names, key=lambda n: (len(n.words), -n.start))
    shown = text[name.start : name.end]
    if referent.body and any(text[n.start - 4 : n.start] == "The " for n in referent.names[:6]):
        shown = "The " + shown
    return re.sub(r"\s+", " ", shown), name.words


def _mentions(referent: Referent) -> tuple[Span, ...]:
    """Where the referent is named beside its quotations, and where the text first gives its full name."""
    spans = sorted(set(referent.mentions))
    if referent.names:
        first = min(referent.names, key=lambda n: n.start).span
        if not any(first.overlaps(span) for span in spans):
            spans.append(first)
    return tuple(sorted(spans))
