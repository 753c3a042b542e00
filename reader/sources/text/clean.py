"""The one cleaning step: whatever text comes from outside passes it before anything else sees it.

What a terminal, a clipboard or a person's eye could be tricked with goes (ECMA-48 escape sequences with their
payloads, C0 and C1 controls, bidirectional overrides, tag characters, invisible characters inside words), every
kind of line break becomes a newline, and what is left is in Unicode's form NFC. Cleaning is idempotent.
"""

import re
import unicodedata

from reader.printable import BROKEN, CONTROLS, INVISIBLE

# English and its neighbours in Unicode's form NFC hold nothing else: the one search that most text needs. The patterns
# below are compiled by `re` when text is met that does: to compile them all takes longer than to read an article.
_ORDINARY = re.compile(r"[^\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]")

# Strings that a terminal collects up to a terminator (OSC, DCS, SOS, PM, APC) go with their payload. A payload stays
# on its line and holds no further introducer, so that a stray one swallows no text and the search stays linear.
_STRING = r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])"
_ESCAPES = (
    rf"{_STRING}[^\x07\x18\x1a\x1b\x90\x98\x9c-\x9f\r\n\x85\u2028\u2029]*(?:\x07|\x18|\x1a|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor, screen
    rf"|{_STRING}(?:\d+;)*"  # the introducer of a string that nothing ends
    r"|\x1b[ -/]+[0-~]"  # character sets and the like
    r"|\x1b[0-~]?"
)
_INTRODUCERS = r"[\x1b\x90\x98\x9b\x9d-\x9f]"  # to look for them alone is much faster
_PARAGRAPH_BREAKS = r"[\f\x1c-\x1e\u2029]"
_LINE_BREAKS = r"\r\n?|[\v\x85\u2028]"

_JOINERS = r"\u200c\u200d"
_VARIATION = r"\ufe00-\ufe0f"

_SUSPECT = f"[{CONTROLS}{INVISIBLE}{BROKEN}{_JOINERS}{_VARIATION}\u2028\u2029]"
_DROPPED = f"[{CONTROLS}{INVISIBLE}]"
_REPLACED = f"[{BROKEN}]"
# Joiners have work to do between the letters of Arabic, Syriac, Indic and Mongolian scripts and between emoji.
_JOINED = (
    r"\u0600-\u07ff\u0860-\u0dff\u0f00-\u109f\u1780-\u18af\ua8e0-\ua8ff\ufb50-\ufdcf\ufe0f"
    r"\u2190-\u2bff\U0001f000-\U0001faff"
)
_IDLE_JOINERS = f"(?<![{_JOINED}])[{_JOINERS}]|[{_JOINERS}](?![{_JOINED}])"
_IDLE_VARIATION = f"(?<=[\\s{_VARIATION}])[{_VARIATION}]|^[{_VARIATION}]"

_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}

_FINE_SIGNS = f"[{_JOINERS}{_VARIATION}]"
_ROUNDS = 4

_MARKS_KEPT = 4  # the most that a word of a living language stacks on one letter
_MARKS_NORMALISED = 30  # the Stream-Safe Text Format of Unicode Standard Annex 15
_MARK_RUN = rf"[^\w\s\x00-\u02ff\u2000-\u2bff\u3000-\u303f\uff00-\U0001ffff]{{{_MARKS_KEPT + 1},}}"


def is_surely_clean(text: str) -> bool:
    """Whether a quick look proves that cleaning leaves `text` as it is; False for some text that is clean as well."""
    if _ORDINARY.search(text) is None:
        return True
    if re.search(_SUSPECT, text) is not None:
        return False
    # Long runs of marks are looked for first: to normalise one takes time that grows with its square.
    return text.isascii() or (re.search(_MARK_RUN, text) is None and unicodedata.is_normalized("NFC", text))


def clean(text: str) -> str:
    """`text` without what must not reach a screen, a store or a clipboard; the same object when there is nothing.

    Paragraph separators and form feeds become a blank line, other breaks a newline; lone surrogates and
    noncharacters become U+FFFD; at most four combining marks stay on a letter.
    """
    # Taking one thing out can bring two others together, so the steps are repeated until nothing changes. A second
    # round is rare; text that needs many was made to, and loses its joiners and variation selectors altogether.
    for _ in range(_ROUNDS):
        if is_surely_clean(text):
            return text
        before, text = text, _once(text)
        if text == before:
            return text
    return clean(re.sub(_FINE_SIGNS, "", text))


def one_line(text: str) -> str:
    """`text` cleaned, its white space folded to single spaces: for titles, names and other facts beside the text."""
    return " ".join(clean(text).split())


def alphanumerics(text: str) -> str:
    """The letters and digits of a text in one case: what two ways of writing the same words have in common."""
    folded = text.casefold()
    if folded.isascii():
        return folded.translate(_NO_LETTERS)  # in a fifth of the time
    return "".join(filter(str.isalnum, folded))


def _once(text: str) -> str:
    if re.search(_SUSPECT, text) is not None:
        if re.search(_INTRODUCERS, text) is not None:
            text = re.sub(_ESCAPES, "", text)
        text = re.sub(_PARAGRAPH_BREAKS, "\n\n", text)
        text = re.sub(_LINE_BREAKS, "\n", text)
        text = re.sub(_DROPPED, "", text)
        text = re.sub(_REPLACED, "\ufffd", text)
        text = re.sub(_IDLE_JOINERS, "", text)
        text = re.sub(_IDLE_VARIATION, "", text)
    text = re.sub(_MARK_RUN, lambda run: _capped(run[0], _MARKS_NORMALISED), text)
    text = unicodedata.normalize("NFC", text)
    return re.sub(_MARK_RUN, lambda run: _capped(run[0], _MARKS_KEPT), text)


def _capped(run: str, most: int) -> str:
    kept: list[str] = []
    marks = 0
    for character in run:
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks <= most:
            kept.append(character)
    return "".join(kept)
