"""Find paragraphs that are a post under its author's label ("@ada: …", "Ada Roe: …")."""

import re
from typing import NamedTuple

from reader.analysis.blocks.passages import HANDLE, Passage
from reader.analysis.blocks.signatures import DATE_LINE, PERSON, posted_by
from reader.analysis.blocks.speaker_turns import ASKING
from reader.analysis.words.grammar import is_finite, is_mute, is_role, words
from reader.model import Span

_RUN_REACH = 5  # passages checked after a label
_MAX_HEADER = 40  # characters of a line that names the author of the post below
_USER = r"\w*[\d_]\w*|[A-Za-z]+[a-z][A-Z]\w*|Anonymous"
_ASIDE = r"(?:\s?[\[(][^\])\n]{1,40}[\])])?"
_LABEL = re.compile(
    rf"(?:[•*–—-]\s+|\d{{1,2}}[.)]\s+)?(?:(?:Comment|Posted|Reply|By|From)(?: (?:by|from))? )?"
    rf"(?P<name>{_USER}|{PERSON}){_ASIDE}"
    rf"(?:,? (?:from|in|of|on|at|via)\b[^:\n.!?]{{1,40}}(?:\d:\d\d ?[APap]?\.?[Mm]?\.?)?|, [^:\n.!?]{{1,40}})?{_ASIDE}"
    r"\s?(?::\s+|\s[–—|»>-]\s+)(?=\S)"
)
_OWN_HANDLE = re.compile(rf"(?P<name>[^\s@:#][^\n@:]{{0,40}}?)\s?[\[(]?@\w{{1,40}}[\])]?{_ASIDE}\s?:\s+(?=\S)")
_STAMPED = re.compile(
    r"(?P<name>\w[\w.’'-]{1,24})\s?[\[(][^\])\n]{0,20}\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[^\])\n]{1,20}\d:\d\d"
    r"[^\])\n]{0,12}[\])]\s?:\s+(?=\S)"
)  # "otter (May 7, 10:42 am):"
_UNDERLINED = re.compile(r"(?P<name>[a-z]+_\w{1,20}|\w{1,20}_[a-z]+):\s+(?=\S)")
_UNNAMED_LABEL = re.compile(
    r"(?P<name>(?:An?|Another|One|The) (?:[a-z][\w-]+ ){0,2}?(?P<noun>[a-z][\w-]+)"
    r"(?: (?:at|from|in|of|on) [^:\n.!?]{1,30})?|(?:Another|One)(?: (?:from|in|of|on) [^:\n.!?]{1,30})?)\s?:\s+(?=\S)"
)
_HEAD = re.compile(rf"(?P<name>{PERSON}|{_USER})\s+[\[(]?@\w{{1,40}}[\])]?(?:\s*[·•|]\s*[^\n@]{{1,40}})?\s*\Z")
_PLACED = re.compile(
    r",? (?:(?:from |in |of )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*|\d\d)\s?:"
)  # "Bob, Tarnford:", "Bob, 61:"
_WORD = re.compile(rf"(?P<name>\w[\w.-]{{1,24}}){_ASIDE}\s?:\s+(?=\S)")
_MENTION = re.compile(r"[\s\u200e\u200f]*(?P<name>@\w{1,40})(?:,|\s[–—-])?\s+(?=\S)")
_ADDRESS = re.compile(r"https?://\S+\s*")
_AUTHOR_LINE = re.compile(rf"(?:@?(?:{_USER})|{PERSON})(?<!\.)")
_HANDLE_LINE = re.compile(r"@\w{1,40}(?:\s*[·•|]\s*[^\n@]{1,30})?")
_BUTTON = r"(?:Like|Reply|Share|Comment|Edited|\d[\d.,KkMm]*(?: (?:likes?|replies|comments?|shares?))?|\d+ ?[smhdwy])"
_BUTTONS = re.compile(rf"(?=[^\n]*(?:Like|Reply)){_BUTTON}(?:\s*[·•|]?\s*{_BUTTON}){{1,6}}")
_NO_NAMES = words("no_labels")
WORDINGS = words("texts") | words("utterances")
"""Nouns for texts and utterances ("letter", "comment")."""

TERMS = WORDINGS | words("naming_nouns") | words("terms")
"""Nouns before a colon that describe what follows and name no speaker ("Result: …")."""


class Posted(NamedTuple):
    """The name of the author, where the label gives it, and the words of the post."""

    name: Span
    words: Span


def author_in_header(before: Passage) -> Span | None:
    """Return the author of the post after a paragraph that is only its header ("Ada Roe @adaroe · April 8")."""
    head = _HEAD.match(before.text) if "@" in before.text else None
    return None if head is None else Span(*head.span("name")).shifted(before.span.start)


def post_by_form(passage: Passage, end: int) -> Posted | None:
    """Return the post that a paragraph is by its form: “@ada: …”, “Ada Roe (@ada): …”, “ada (May 7, 10:42): …”.

    Its words end at offset `end` of the text.
    """
    if ":" not in passage.text:
        return None
    match = HANDLE.match(passage.text)
    if match is not None:
        return _made(passage, match.span(1), match.end(), end)
    match = next(filter(None, (form.match(passage.text) for form in (_OWN_HANDLE, _STAMPED, _UNDERLINED))), None)
    if match is None:
        return None
    if match.re is _OWN_HANDLE and any(word.islower() and is_finite(word) for word in match["name"].split()):
        return None  # "Ada Roe wrote to @tom: …"
    return _made(passage, match.span("name"), match.end(), end)


def post_by_lines(parts: list[Passage], index: int) -> tuple[Posted, int] | None:
    """Return the post that a paragraph is by the lines around it, with the last of their passages.

    That is a handle before and a day below ("@ada No way", "16 Sep"), or a name above, with a handle and a day below it
    ("@ada · 3h"), or with buttons behind the words ("Like · Reply · 3h"). All may be lines of one paragraph.
    """
    return _dated_post(parts, index) or _post_in_lines(parts[index]) or _post_before_buttons(parts, index)


def _dated_post(parts: list[Passage], index: int) -> tuple[Posted, int] | None:
    match = _MENTION.match(parts[index].text) if index + 1 < len(parts) else None
    if match is None or DATE_LINE.fullmatch(parts[index + 1].text) is None or match.string.rstrip().endswith(":"):
        return None
    return _made(parts[index], match.span("name"), match.end(), parts[index].span.end), index + 1


def _post_in_lines(passage: Passage) -> tuple[Posted, int] | None:
    lines = passage.text.split("\n")
    if len(lines) == 1 or _AUTHOR_LINE.fullmatch(lines[0]) is None:
        return None
    handled, closed = _HANDLE_LINE.fullmatch(lines[1]) is not None, _BUTTONS.fullmatch(lines[-1]) is not None
    first = sum(len(line) + 1 for line in lines[: 1 + handled])
    end = len(passage.text) - (len(lines[-1]) + 1) * closed
    if not (handled or closed) or first >= end:
        return None
    return _made(passage, (0, len(lines[0])), first, passage.span.start + end), passage.index


def _post_before_buttons(parts: list[Passage], index: int) -> tuple[Posted, int] | None:
    if index == 0 or _AUTHOR_LINE.fullmatch(parts[index - 1].text) is None:
        return None
    near = range(index + 1, min(len(parts), index + _RUN_REACH))
    closing = next((at for at in near if _BUTTONS.fullmatch(parts[at].text)), None)
    if closing is None:
        return None
    return Posted(parts[index - 1].span, Span(parts[index].span.start, parts[closing - 1].span.end)), closing


def post_by_label(passage: Passage, end: int, *, run: bool) -> Posted | None:
    """Return the post that a paragraph is where posts are expected: under a label, or after a handle.

    With `run` another post is right before or after it, so that any single word before a colon counts as a name.
    """
    text = passage.text
    match = None if text.rstrip().endswith(":") else _MENTION.match(text)
    for form in (_LABEL, *([_WORD] if run else [])):
        if match is None:
            match = form.match(text)
            placed = match is not None and _PLACED.match(text, match.end("name")) is not None
            match = match if match is not None and _is_name(match["name"], run=run or placed) else None
    if match is None:
        match = _UNNAMED_LABEL.match(text)
        match = match if match is not None and (match["noun"] is None or is_role(match["noun"])) else None
    if match is None or _ADDRESS.fullmatch(text, match.end()) is not None:  # "Terms of Service: https://…"
        return None
    return _made(passage, match.span("name"), match.end(), end)


def _made(passage: Passage, name: tuple[int, int], begin: int, end: int) -> Posted:
    start = passage.span.start
    return Posted(Span(*name).shifted(start), Span(start + begin, max(start + begin, end)))


def _is_name(label: str, *, run: bool = False) -> bool:
    """Whether a label is a name: two words or more with capitals, or a word like a user name."""
    first, *rest = label.split()
    if first.lower().rstrip(".") in _NO_NAMES or label.lower() in ASKING:
        return False
    if rest[:1] in ([], ["for"], ["of"]) and (first.lower() in TERMS or is_mute(first.lower())):
        return False  # "Terms of Use: …", "Result: …"
    return run or bool(rest) or label.startswith("@") or re.fullmatch(_USER, label) is not None


def run_follows(parts: list[Passage], index: int) -> bool:
    """Whether the next passages have labels, and one of the labels is typical of posts."""
    for part in parts[index + 1 : index + 1 + _RUN_REACH]:
        if (
            post_by_label(part, part.span.end, run=False)
            or post_by_form(part, part.span.end)
            or author_in_header(part)
            or posted_by(part)
        ):
            return True
        if len(part.text) < _MAX_HEADER and part.text.endswith(":"):  # "Grumpy wrote on May 3:"
            return True
        if post_by_label(part, part.span.end, run=True) is None:
            return False
    return False
