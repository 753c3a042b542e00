"""Posted: a paragraph that is a post or a comment under its author’s label (“@ada: …”, “Ada Roe: …”, “… – Ada Roe”)."""

import re
from typing import NamedTuple

from reader.analysis.blocks.passages import HANDLE, Passage
from reader.analysis.blocks.signatures import DASH
from reader.analysis.blocks.turns import ASKING
from reader.analysis.words.grammar import is_role, mute, words
from reader.model import Span

_PARTICLES = "(?:and|de|da|del|der|di|el|la|le|of|on|the|van|von) "
_NAME = rf"[A-Z][\w.'’-]*(?: (?:{_PARTICLES}){{0,2}}[A-Z][\w.'’-]*){{0,4}}"
_USER = r"\w*[\d_]\w*|[A-Za-z]+[a-z][A-Z]\w*|Anonymous"
_ASIDE = r"(?:\s?[\[(][^\])\n]{1,40}[\])])?"
_LABEL = re.compile(
    rf"(?:[•*–—-]\s+|\d{{1,2}}[.)]\s+)?(?:(?:Comment|Posted|Reply|By|From)(?: (?:by|from))? )?"
    rf"(?P<name>{_USER}|{_NAME}){_ASIDE}"
    rf"(?:,? (?:from|in|of|on|at)\b[^:\n.!?]{{1,40}}(?:\d:\d\d ?[APap]?\.?[Mm]?\.?)?|, [^:\n.!?]{{1,40}})?{_ASIDE}"
    r"\s?(?::\s+|\s[–—-]\s+)(?=\S)"
)
_SOMEBODY = re.compile(
    r"(?P<name>(?:An?|Another|One|The) (?:[a-z][\w-]+ ){0,2}?(?P<noun>[a-z][\w-]+)"
    r"(?: (?:at|from|in|of|on) [^:\n.!?]{1,30})?|(?:Another|One)(?: (?:from|in|of|on) [^:\n.!?]{1,30})?)\s?:\s+(?=\S)"
)
_HEAD = re.compile(rf"(?P<name>{_NAME})\s+@\w{{1,40}}\s*[·•|]\s*[^\n@]{{1,40}}\Z")
_WORD = re.compile(rf"(?P<name>\w[\w.-]{{1,24}}){_ASIDE}\s?:\s+(?=\S)")
_MENTION = re.compile(r"[\s\u200e\u200f]*(?P<name>@\w{1,40})(?:,|\s[–—-])?\s+(?=\S)")
_SIGNED = re.compile(
    rf"(?P<words>[^\n]{{12,}}?[.!?…”\"’])\s*{DASH}(?P<name>@\w{{1,40}}|{_NAME})(?:, [^\n.!?]{{1,60}})?\s*\Z"
)
_STOP_AND_DASH = re.compile(r"[.!?…”\"’]\s*[—–―-]")
_BRACKETED = re.compile(rf"(?P<words>[^\n]{{12,}}?[.!?…”\"’])\s*\((?P<name>@\w{{1,40}}|{_NAME})\)\s*\Z")
_AFTERWARDS = re.compile(
    rf"(?:That|This|The) (?:final |last |latter )(?:comment|joke|line|message|post|question|remark|reply|tweet), "
    rf"(?:by|from|which was by) (?:user )?(?P<name>@\w{{1,40}}|{_NAME}|{_USER}),"
)
_WORDS_OF = re.compile(
    r"(?:(?:These|Those|Such) (?:a|we)re the words of|(?:So|Thus) (?:begins|began|says|said|spoke|speaks|wrote|writes)"
    rf"|(?:With|In) these words,?) (?P<name>@\w{{1,40}}|{_NAME}|an? (?:[a-z-]+ ){{0,2}}[a-z-]+)"
    r"(?=[,.]| (?:who|from|in|of|at|began|begins|describes|described|opens|opened)\b)"
)
_TAG = re.compile(r"(?<![\w/&])#\w*[^\W\d_]\w*")
_TAGGED = re.compile(r"(?:(?<![\w/&])#\w+|https?://\S+|\bpic\.\w+\.com/\w+)\W{0,3}\Z")
_TO_ANOTHER = re.compile(r"(?:RT )?@\w{1,40}:?\s")
_WORDS = re.compile(r"(?<![\w#@/.])[^\W\d_]{2,}(?!\.\w)")
_NO_NAMES = words("no_labels")
_ADDRESS = re.compile(r"https?://\S+\s*")
_LONGEST_POST = 320  # characters of a post that its tags alone tell
_FEWEST_WORDS = 3  # of a post, besides its tags
WORDINGS = words("texts") | words("utterances")
"""Nouns for what is put in words ("letter", "comment")."""

TERMS = WORDINGS | words("naming_nouns") | words("terms")
"""Nouns that before a colon say what follows, not who says it ("Result: …")."""


class Posted(NamedTuple):
    """The author's name where the label gives it, and the words of the post."""

    name: Span
    words: Span


def named_after(following: Passage) -> Span | None:
    """Whose the post before a paragraph is, where the author says so behind it ("That last comment, by Ada Roe, …")."""
    return _name(following, _AFTERWARDS.match(following.text))


def headed(before: Passage) -> Span | None:
    """Whose the post behind a paragraph is that is no more than its head on a page ("Ada Roe @ada · May 3")."""
    return _name(before, _HEAD.match(before.text))


def words_of(following: Passage) -> Span | None:
    """Whose the paragraph before one is, though nothing leads into it ("These are the words of Ada Roe, who …")."""
    return _name(following, None if following.text.rstrip().endswith(":") else _WORDS_OF.match(following.text))


def _name(passage: Passage, match: re.Match[str] | None) -> Span | None:
    """The name that a pattern has found in a passage."""
    return None if match is None else Span(*match.span("name")).shifted(passage.span.start)


def tagged(passage: Passage) -> bool:
    """Whether a paragraph looks like a post by its tags: it ends in one, has two, or begins with whom it is to."""
    text = passage.text
    if "#" not in text or len(text) > _LONGEST_POST or text.rstrip().endswith(":") or "hashtag" in text.lower():
        return False
    tags = len(_TAG.findall(text))
    posted = tags > 1 or (tags and (_TAGGED.search(text) or _TO_ANOTHER.match(text)))
    return bool(posted) and len(_WORDS.findall(_TAG.sub("", text))) >= _FEWEST_WORDS


def handled(passage: Passage, end: int) -> Posted | None:
    """The post that a paragraph is by its own form alone: “@name: …”; its words go to offset `end` of the text."""
    match = HANDLE.match(passage.text)
    return None if match is None else _made(passage, match.span(1), match.end(), end)


def labelled(passage: Passage, end: int, *, run: bool) -> Posted | None:
    """The post that a paragraph is where posts are expected: under a label, after a handle, or signed.

    `run` says that a post stands right before it or behind it, which makes a name of any one word before a colon.
    """
    text = passage.text
    match = None if text.rstrip().endswith(":") else _MENTION.match(text)
    for form in (_LABEL, *([_WORD] if run else [])):
        if match is None:
            match = form.match(text)
            match = match if match is not None and _names(match["name"], run=run) else None
    if match is None:
        match = _SOMEBODY.match(text)
        match = match if match is not None and (match["noun"] is None or is_role(match["noun"])) else None
    if match is not None:
        alone = _ADDRESS.fullmatch(text, match.end()) is not None  # "Terms of Service: https://…"
        return None if alone else _made(passage, match.span("name"), match.end(), end)
    dashed = _STOP_AND_DASH.search(text) is not None  # without which the signature would be looked for at each letter
    match = (_SIGNED.match(text) if dashed else None) or (
        _BRACKETED.match(text) if text.rstrip().endswith(")") else None
    )
    if match is None or not _names(match["name"]):
        return None
    start = passage.span.start
    return _made(passage, match.span("name"), 0, start + match.end("words"))


def _made(passage: Passage, name: tuple[int, int], begin: int, end: int) -> Posted:
    start = passage.span.start
    return Posted(Span(*name).shifted(start), Span(start + begin, max(start + begin, end)))


def _says_what(parts: list[str]) -> bool:
    """Whether a label says what follows, not who says it ("Terms of Use", "Result")."""
    first = parts[0].lower()
    return (len(parts) == 1 or parts[1] in {"for", "of"}) and (first in TERMS or mute(first))


def _names(label: str, *, run: bool = False) -> bool:
    """Whether a label is a name: two words or more with capitals, or such a word as users call themselves."""
    parts = label.split()
    if parts[0].lower().rstrip(".") in _NO_NAMES or label.lower() in ASKING or _says_what(parts):
        return False
    return run or len(parts) > 1 or label.startswith("@") or re.fullmatch(_USER, label) is not None
