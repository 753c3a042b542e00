"""Clean text: the one step that all text from outside passes before anything else sees it.

It removes what could deceive a terminal, a clipboard or a person: ECMA-48 escape sequences with their payloads, C0 and
C1 controls, bidirectional overrides, tag characters, invisible characters inside words. Every kind of line break
becomes a newline, and the result is in Unicode's form NFC. Cleaning is idempotent.
"""

import re
import unicodedata

from reader.printable import BROKEN, CONTROLS, INVISIBLE

# Text in English and related languages in NFC has no other characters, so most text needs this one search only. The
# patterns below are compiled when they are first needed: compiling them all takes longer than reading an article.
_ORDINARY = re.compile(r"[^\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]")

# Strings that a terminal collects up to a terminator (OSC, DCS, SOS, PM, APC) are removed with their payload. A payload
# stays on its line and has no further introducer: so a lone introducer removes no text, and the search is linear.
_STRING_START = r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])"
_ESCAPES = (
    rf"{_STRING_START}[^\x07\x18\x1a\x1b\x90\x98\x9c-\x9f\r\n\x85\u2028\u2029]*(?:\x07|\x18|\x1a|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor, screen
    rf"|{_STRING_START}(?:\d+;)*"  # the introducer of a string that has no end
    r"|\x1b[ -/]+[0-~]"  # character sets and the like
    r"|\x1b[0-~]?"
)
_INTRODUCERS = r"[\x1b\x90\x98\x9b\x9d-\x9f]"  # searching for them first is much faster
_PARAGRAPH_BREAKS = r"[\f\x1c-\x1e\u2029]"
_LINE_BREAKS = r"\r\n?|[\v\x85\u2028]"

_JOINERS = r"\u200c\u200d"
_VARIATION = r"\ufe00-\ufe0f"

_SUSPECT = f"[{CONTROLS}{INVISIBLE}{BROKEN}{_JOINERS}{_VARIATION}\u2028\u2029]"
_DROPPED = f"[{CONTROLS}{INVISIBLE}]"
_REPLACED = f"[{BROKEN}]"
# Joiners matter between the letters of Arabic, Syriac, Indic and Mongolian scripts and between emoji.
_JOINING_SCRIPTS = (
    r"\u0600-\u07ff\u0860-\u0dff\u0f00-\u109f\u1780-\u18af\ua8e0-\ua8ff\ufb50-\ufdcf\ufe0f"
    r"\u2190-\u2bff\U0001f000-\U0001faff"
)
_USELESS_JOINERS = f"(?<![{_JOINING_SCRIPTS}])[{_JOINERS}]|[{_JOINERS}](?![{_JOINING_SCRIPTS}])"
_USELESS_VARIATION = f"(?<=[\\s{_VARIATION}])[{_VARIATION}]|^[{_VARIATION}]"

_NOT_ALPHANUMERIC = {code: None for code in range(128) if not chr(code).isalnum()}
_ASCII_SIGNS = bytes(_NOT_ALPHANUMERIC)
_COMMON_SIGNS = "“”‘’–—…«»\xa0"

_JOINERS_AND_VARIATION = f"[{_JOINERS}{_VARIATION}]"
_MOST_ROUNDS = 4

_MOST_MARKS = 4  # on one letter; no word of a living language has more
_MOST_MARKS_NORMALIZED = 30  # the Stream-Safe Text Format of Unicode Standard Annex 15
_MARK_RUN = rf"[^\w\s\x00-\u02ff\u2000-\u2bff\u3000-\u303f\uff00-\U0001ffff]{{{_MOST_MARKS + 1},}}"


def is_surely_clean(text: str) -> bool:
    """Return whether a fast check proves that cleaning leaves `text` as it is; False for some clean text as well."""
    if _ORDINARY.search(text) is None:
        return True
    if re.search(_SUSPECT, text) is not None:
        return False
    # Long runs of marks are searched for first: normalizing one takes quadratic time.
    return text.isascii() or (re.search(_MARK_RUN, text) is None and unicodedata.is_normalized("NFC", text))


def clean(text: str) -> str:
    """Return `text` without what must not reach a screen, a store or a clipboard; the same object if clean.

    Paragraph separators and form feeds become a blank line, other line breaks a newline. Lone surrogates and
    noncharacters become U+FFFD. At most four combining marks stay on a letter.
    """
    # Removing something can join what was on both sides, so this is repeated until nothing changes. A second round
    # is rare. Text that needs many was written to need them, and loses all joiners and variation selectors.
    for _ in range(_MOST_ROUNDS):
        if is_surely_clean(text):
            return text
        before, text = text, _clean_once(text)
        if text == before:
            return text
    return clean(re.sub(_JOINERS_AND_VARIATION, "", text))


def one_line(text: str) -> str:
    """Return `text` cleaned and on one line, with single spaces: for titles, names and other facts."""
    return " ".join(clean(text).split())


def alphanumerics(text: str) -> str:
    """Return the letters and digits of a text in one case, to compare texts that differ in spelling details only."""
    folded = text.casefold()
    if folded.isascii():
        return folded.translate(_NOT_ALPHANUMERIC)  # five times faster
    # A few quick steps take half of the time of a look at each character, which remains for rare characters.
    kept = folded.encode("utf-8", "surrogatepass").translate(None, _ASCII_SIGNS).decode("utf-8", "surrogatepass")
    for sign in _COMMON_SIGNS:
        kept = kept.replace(sign, "")
    return kept if kept.isascii() else "".join(filter(str.isalnum, kept))


def _clean_once(text: str) -> str:
    if re.search(_SUSPECT, text) is not None:
        if re.search(_INTRODUCERS, text) is not None:
            text = re.sub(_ESCAPES, "", text)
        text = re.sub(_PARAGRAPH_BREAKS, "\n\n", text)
        text = re.sub(_LINE_BREAKS, "\n", text)
        text = re.sub(_DROPPED, "", text)
        text = re.sub(_REPLACED, "\ufffd", text)
        text = re.sub(_USELESS_JOINERS, "", text)
        text = re.sub(_USELESS_VARIATION, "", text)
    text = re.sub(_MARK_RUN, lambda run: _limit_marks(run[0], _MOST_MARKS_NORMALIZED), text)
    text = unicodedata.normalize("NFC", text)
    return re.sub(_MARK_RUN, lambda run: _limit_marks(run[0], _MOST_MARKS), text)


def _limit_marks(run: str, most: int) -> str:
    kept: list[str] = []
    marks = 0
    for character in run:
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks <= most:
            kept.append(character)
    return "".join(kept)
