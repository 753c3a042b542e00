"""Resolve the sources of attributions to voices: one for each person or body, under its fullest name."""

import re
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import NamedTuple

from reader.analysis.cues.attributions import Attribution, SourceReading
from reader.analysis.voices.names.forms import NOTE, Form
from reader.analysis.voices.names.lists import entries, fold, role_of, skeleton
from reader.analysis.voices.names.names import Name, scan
from reader.analysis.voices.names.roster import Referent, build, is_named_person
from reader.analysis.voices.outlets.outlet_anaphora import brought_in
from reader.analysis.voices.outlets.outlet_owners import of_blog, writes_at
from reader.analysis.voices.outlets.outlets import appeared
from reader.analysis.voices.outlets.press import called, was_told
from reader.analysis.voices.outlets.series import series
from reader.analysis.voices.resolution.coreference import Resolver
from reader.analysis.voices.resolution.identification import ways
from reader.analysis.voices.resolution.register import Register
from reader.analysis.voices.roles.kinds import READERS, is_read
from reader.analysis.voices.roles.profile import Evidence, profile
from reader.analysis.voices.roles.role_phrases import begins_sentence
from reader.analysis.voices.speakers_in_order import name_spans, speakers_in_order
from reader.model import Article, QuotationKind, Span, Voice, VoiceKind
from reader.text.voice_tags import make_tags

__all__ = ["antecedents", "resolve", "resolve_with_ways"]

_APPOSED = (", a ", ", an ", ", then a", ", now a", ", who is ", ", who was ")
_POSSESSIVES = ("her ", "his ", "its ", "their ")
_FURTHER = re.compile(
    r"\s(?:aboard|at|behind|from|in|inside|near|of|outside|with|within)\s(?:the\s|an?\s)?(?:[\w’'-]+\s){0,3}[\w’'-]+(?=,)"
)
_LONGEST_NOUN = 24  # maximum characters
_MARKS = re.compile('[“”"]')
_INTRODUCTION_REACH = 600  # maximum characters from a speaker's introduction to the first quotation
_POST_REACH = 3  # quotations searched backwards from a comment for its post
_POST_LENGTH = 300  # minimum characters of a post, rather than of a comment
_COMMENTS = re.compile(r"(?:answer|comment|repl|respon|tweet)")
_NETWORK = "Twitter"
_NAMES = 200  # names before a post that are searched for its network
_LOOKED_AT = 12  # quotations of a voice that are searched for an outlet
_OWN = re.compile(r"(?:her|his|their)\s", re.IGNORECASE)
_WRITES = re.compile(r"(?:writ|wrot|blog|post)", re.IGNORECASE)
# Searching for a few characters is fast, so lookbehinds check what is before them.
_TWEETS = re.compile(
    r"[wW(](?:(?<=[tT].)(?i:ee[tp]|itter)|(?<=\()@\w+\)\s(?i:[A-Z][a-z]+\s\d{1,2},|\d{1,2}\s[A-Z][a-z]+)\s\d{4})"
)
# A line headed by a user name is from a tweet, unless the text mentions another network.
_HEADED = re.compile(r"(?<![^\n])@\w+(?:\s\([^)\n]{1,40}\))?:")
_NAMED = re.compile(r"[^\W\d_] \(@\w{2,15}\)")  # "Ada Cole (@adac)"
# The other networks on which user names begin with "@".
_OTHER_HANDLES = frozenset({"Bluesky", "Douyin", "Instagram", "Mastodon", "Telegram", "TikTok", "WeChat", "Weibo"})
_TAG = re.compile(r"(?<![\w&/#])#\w*[^\W\d]\w*")


def resolve(
    article: Article, attributions: tuple[Attribution, ...]
) -> tuple[tuple[Voice, ...], tuple[int | None, ...]]:
    """Return the voices of an article, and the voice id of each attribution.

    Voices count from 1 in order of first speech. An attribution without a mention gets the voice of its `same_as`;
    without that, or where a pronoun has no fitting antecedent, its voice is None. Linear in the text.
    """
    voices, who, _ = resolve_with_ways(article, attributions)
    return voices, who


def resolve_with_ways(
    article: Article, attributions: tuple[Attribution, ...]
) -> tuple[tuple[Voice, ...], tuple[int | None, ...], list[str]]:
    """Do the same as `resolve`, and return how the speaker of each attribution was identified (see `ways`)."""
    resolver = _resolved(article, attributions)
    speakers, who = speakers_in_order(attributions, resolver.who)
    return _voices(resolver, speakers), who, ways(resolver)


def antecedents(article: Article, attributions: tuple[Attribution, ...]) -> dict[int, tuple[SourceReading, ...]]:
    """Return the scored antecedents of each "he" and "she" among the mentions, by attribution."""
    resolver = _resolved(article, attributions, weighed=True)
    everyone = {id(who): who for who in (*resolver.register.roster.everyone, *resolver.register.phrases.values())}
    return {
        index: tuple(
            SourceReading(_label(article.text, everyone[key])[0], features, score)
            for key, (features, score) in weighed.items()
            if key in everyone
        )
        for index, weighed in (resolver.weighed or {}).items()
    }


def _resolved(article: Article, attributions: tuple[Attribution, ...], *, weighed: bool = False) -> Resolver:
    """The resolved sources of all attributions, with `weighed` also the features of each antecedent."""
    sources = {a.mention.start: a.mention.end for a in attributions if a.mention is not None}
    names = replace(scan(article), sources=sources)
    register = Register(article.text, names, build(article.text, names))
    resolver = Resolver(article, attributions, register, weighed={} if weighed else None)
    resolver.run()
    return resolver


def _voices(resolver: Resolver, referents: list[Referent]) -> tuple[Voice, ...]:
    text, short = resolver.article.text, _titled_surnames(resolver, referents)
    posts = series(resolver.article, resolver.attributions, resolver.register.names)
    press = _Press(posts, _has_tweets(text), text.count("blog") + text.count("Blog"))
    outlets: dict[int, str | None] = {}
    shown = [_label(text, referent) for referent in referents]
    found = []
    for id_, (referent, (name, _), tag) in enumerate(
        zip(referents, shown, make_tags(words for _, words in shown), strict=True), start=1
    ):
        outlet, writes = _outlet(resolver, referent, name, press)
        if outlet is None and (referent.person or referent.noun in READERS):
            commented = (post for index in referent.speeches if isinstance(post := posts.get(index), int))
            outlet = next((_outlet_of_post(resolver, post, outlets) for post in commented), None)
        mentions = [m for i in referent.speeches if (m := resolver.read[i]) is not None]
        bearers = resolver.register.roster.parts
        evidence = Evidence(short.get(id(referent), []), mentions, outlet if writes else None, bearers)
        told = profile(text, referent, evidence, resolver.register.names)
        if outlet is None and told.kind is VoiceKind.JOURNALIST and told.affiliation is not None:
            outlet = told.affiliation if _is_written(resolver, referent, told.affiliation) else None
        if told.kind is VoiceKind.PERSON and told.role is None and outlet is None and _blogs(resolver, referent, press):
            told = replace(told, kind=VoiceKind.JOURNALIST)
        outlets[id(referent)] = outlet or (name if told.kind is VoiceKind.PUBLICATION else None)
        found.append(Voice(id_, tag, name, told.kind, told.role, told.affiliation, outlet, _mentions(referent)))
    return tuple(found)


def _outlet_of_post(resolver: Resolver, post: int, outlets: dict[int, str | None]) -> str | None:
    """The outlet of a comment's post; another speaker without an outlet may come between the post and the comment."""
    for index in range(post, max(-1, post - _POST_REACH), -1):
        place = outlets.get(id(resolver.who[index]))
        if place is not None or resolver.attributions[index].kind is QuotationKind.BLOCK:
            return place
    return None


def _is_written(resolver: Resolver, referent: Referent, paper: str) -> bool:
    """Whether a journalist wrote the quoted words, or a name alone is before them: they most likely appeared there."""
    cues = (resolver.cue(index) for index in referent.speeches[:_LOOKED_AT])
    paper_like = is_read(tuple(paper.split())) or paper in called(resolver.article.text)
    return paper_like and any(not cue or _WRITES.match(cue) is not None for cue in cues)


def _has_tweets(text: str) -> bool:
    """Whether a text mentions tweets, or shows posts under user names and mentions no other network."""
    if _TWEETS.search(text) is not None:
        return True
    if "@" not in text:
        return False
    named = len(list(islice(_NAMED.finditer(text), 2))) > 1
    others = _OTHER_HANDLES if named else _social_networks()
    return (named or _HEADED.search(text) is not None) and not any(each in text for each in others)


@cache
def _social_networks() -> frozenset[str]:
    """The social networks, without the hosts of pictures and pages, which a text may name for another reason."""
    hosts = {"Blogspot", "Flickr", "Medium", "Pinterest", "Threads", "Vimeo", "WordPress", "YouTube"}
    return entries("platforms") - hosts


class _Press(NamedTuple):
    """The press forms in a text.

    That is the outlets of its series of posts (see `series`), whether it has tweets, and how often it says "blog".
    """

    posts: dict[int, Span | int]
    tweets: bool
    blogs: int


def _blogs(resolver: Resolver, referent: Referent, press: _Press) -> bool:
    """Whether a named person surely blogs: the text mentions blogs, long words of theirs are quoted, and no comment."""
    if not press.blogs or not (is_named_person(referent) and referent.names):
        return False
    own = [index for index in referent.speeches if resolver.attributions[index].kind is QuotationKind.BLOCK]
    said = (sum(map(len, resolver.attributions[index].spans)) for index in own)
    mere = (_COMMENTS.match(resolver.cue(i)) or resolver.attributions[i].parent is not None for i in referent.speeches)
    return any(length >= _POST_LENGTH for length in said) and not any(mere)


def _outlet(resolver: Resolver, referent: Referent, name: str, press: _Press) -> tuple[str | None, bool]:
    """The outlet of a referent's words, by the first of its quotations that names one; never the referent itself.

    The second value is whether the referent wrote or spoke there, rather than only talked to it ("told the Herald").
    """
    text, kept = resolver.article.text, _own_blog(resolver, referent, blogs=press.blogs > 1)
    heard = _outlet_before(resolver, referent)
    for index in referent.speeches[:_LOOKED_AT]:
        mention = resolver.read[index]
        place = appeared(text, resolver.attributions[index], mention, resolver.register.names, tweets=press.tweets)
        if place is None:
            if heard is not None:
                break
            continue
        if kept is not None and isinstance(place, Span) and _OWN.match(text, place.start):
            place = kept  # "her blog" has a name
        if place == _NETWORK and mention is not None and mention.form is Form.HANDLE:
            place = _network_before(resolver, index) or place
        outlet = _with_article(text, place) if isinstance(place, Span) else place
        if fold(outlet.removeprefix("The ")) == fold(name.removeprefix("The ")):
            return None if mention is None or mention.outlet is None else outlet, True
        return outlet, isinstance(place, str) or not was_told(text, place)
    if kept is not None:
        return _with_article(text, kept), True
    posted = heard or _series_outlet(referent, press)
    if posted is not None:
        return _with_article(text, posted), heard is None
    if press.tweets and _tweets(resolver, referent):
        return _NETWORK, True
    network = _network_before(resolver, referent.speeches[0]) if referent.handle else None
    return (None, False) if network is None else (_with_article(text, network), True)


def _network_before(resolver: Resolver, index: int) -> Span | None:
    """The network with user names in "@" that the text names last before words; None for none and for Twitter."""
    start = resolver.attributions[index].spans[0].start
    near = (name for name in reversed(resolver.register.names.before(start, _NAMES)) if name.platform)
    last = next((name for name in near if name.words[-1] in _OTHER_HANDLES or name.words == (_NETWORK,)), None)
    return None if last is None or last.words == (_NETWORK,) else last.span


def _tweets(resolver: Resolver, referent: Referent) -> bool:
    """Whether a user name follows a referent's name ("(@adac)"), or one of its posts has a hashtag."""
    text = resolver.article.text
    if any(text.startswith(" (@", name.end) for name in referent.names[:_LOOKED_AT]):
        return True
    own = (resolver.attributions[index] for index in referent.speeches[:_LOOKED_AT])
    posts = (each.spans for each in own if each.kind is QuotationKind.BLOCK and each.parent is None)
    return any(_TAG.search(text, span.start, span.end) for spans in posts for span in spans)


def _own_blog(resolver: Resolver, referent: Referent, *, blogs: bool) -> Span | None:
    """The blog or paper for which a person is said to write, at the first mention of the name that says so."""
    if not referent.person or referent.joint:
        return None
    text = resolver.article.text

    def writes() -> bool:
        said = referent.speeches[:_LOOKED_AT]
        posted = blogs and any(resolver.attributions[index].kind is not QuotationKind.INDIRECT for index in said)
        return posted or any(_WRITES.match(resolver.cue(index)) is not None for index in said)

    names = resolver.register.names
    for name in referent.names[:_LOOKED_AT]:
        found = writes_at(text, name, names) or of_blog(text, name, names, writes)
        if found is not None:
            return found
    return None


def _series_outlet(referent: Referent, press: _Press) -> Span | None:
    """The outlet of a series of posts that has the referent's words."""
    places = (press.posts.get(index) for index in referent.speeches)
    posted = next((where for where in places if isinstance(where, Span)), None)
    return posted if referent.person or referent.noun in READERS else None


def _outlet_before(resolver: Resolver, referent: Referent) -> Span | None:
    """The station or paper on which a person is said to appear, shortly before their first words."""
    if not (referent.person and referent.speeches):
        return None
    first = resolver.attributions[referent.speeches[0]].spans[0].start
    near = (name for name in referent.names[:_LOOKED_AT] if first - _INTRODUCTION_REACH < name.end <= first)
    text, names = resolver.article.text, resolver.register.names
    return next(filter(None, (brought_in(text, name, names, first) for name in near)), None)


def _titled_surnames(resolver: Resolver, referents: list[Referent]) -> dict[int, list[Name]]:
    """The mentions with a title or noun before a single word of the name ("President Quell"), by referent."""
    found: dict[int, list[Name]] = {}
    text = resolver.article.text
    roster, phrases = resolver.register.roster, resolver.register.phrases
    words = {skeleton(word) for referent in referents for word in referent.words}
    for name in resolver.register.names.all:
        if len(name.words) > 1 or (word := skeleton(name.words[0])) not in words:
            continue
        known = word in roster.parts
        who = None if known else phrases.get(fold(name.words[0]))
        if not known and who is None:
            continue
        if name.titled or text.startswith(_APPOSED, name.end) or _is_called(text, name):
            who = roster.find(name) if known else who
            if who is not None and word in map(skeleton, who.words):
                found.setdefault(id(who), []).append(name)
    return found


def _is_called(text: str, name: Name) -> bool:
    """Whether a noun for a kind of body or person is right before a name."""
    start = name.start
    word = text[text.rfind(" ", max(0, start - _LONGEST_NOUN), start - 1) + 1 : start - 1]
    return word.islower() and (word in entries("called") or role_of(word) is not None)


def _label(text: str, referent: Referent) -> tuple[str, tuple[str, ...]]:
    """The name to show, and the words of it from which the tag is made."""
    if referent.joint:
        *others, last = (_label(text, member)[0] for member in referent.joint)
        return f"{', '.join(others)} and {last}", referent.words
    if referent.label is not None and (referent.noun or referent.handle or not referent.names):
        label = NOTE.sub("", _with_owner(text, referent, referent.label))
        if label.count("“") != label.count("”") or label.count('"') % 2:
            label = _MARKS.sub("", label)  # of “otter” the label has only the first mark
        label = re.sub(r"\s+", " ", label)
        words = tuple(re.findall(r"[\w’'-]+", label)) or (label,)
        return label, words
    name = max(referent.names, key=lambda n: (len(n.words), -n.start))
    if begins_sentence(text, name.start):
        # "Billionaire Ada Cole" at the start of a sentence: the first word may not belong to the name, but "Rafael"
        # does.
        inner = [
            n
            for n in referent.names
            if 1 < len(n.words) < len(name.words)
            and n.words == name.words[-len(n.words) :]
            and not (n.titled or n.words[0][0].islower() or name.words[0] in entries("first_names"))
        ]
        name = max(inner, key=lambda n: len(n.words), default=name)
    shown = text[name.start : name.end]
    titled = (n.start - 4 for n in referent.names[:6] if text[n.start - 4 : n.start] == "The ")
    if any(referent.body or not begins_sentence(text, start) or _includes_the(referent, start) for start in titled):
        shown = "The " + shown
    return re.sub(r"\s+", " ", shown), name.words


def _includes_the(referent: Referent, start: int) -> bool:
    """Whether "The" at an offset and a name not known as a person's are one mention: "The Skeptic" is a blog."""
    first = referent.words[0] if referent.words else ""
    known = referent.place or referent.names[0].titled or first in entries("first_names")
    whole = (Span(start, n.end) for n in referent.names[:_LOOKED_AT] if n.start - len("The ") == start)
    return not known and any(span in referent.mentions for span in whole)


def _with_owner(text: str, referent: Referent, label: Span) -> str:
    """The words of a label, with a possessive pronoun replaced by the owner: "Ada Cole’s office" for "her office".

    A place that follows up to a comma is included: "a source inside the camp" from "a source inside the camp, a nurse,
    said".
    """
    further = _FURTHER.match(text, label.end) if referent.noun and not referent.plural else None
    words = text[label.start : label.end if further is None else further.end()]
    if referent.owner is None or not words.lower().startswith(_POSSESSIVES):
        return words
    owner, what = referent.owner
    name = _label(text, owner)[0]
    return f"{name}’ {what.of(text)}" if owner.plural and name.endswith("s") else f"{name}’s {what.of(text)}"


def _with_article(text: str, span: Span) -> str:
    """The words of a span, with a "The" before them that is part of the name ("for The New York Times")."""
    start = span.start
    if text[start - 4 : start] == "The " and not begins_sentence(text, start - 4):
        start -= 4
    return text[start : span.end]


def _mentions(referent: Referent) -> tuple[Span, ...]:
    """The places next to its quotations where a referent is named, and the place where its full name is first given."""
    first = min(referent.names, key=lambda n: n.start).span if referent.names else None
    return name_spans(referent.mentions, first)
