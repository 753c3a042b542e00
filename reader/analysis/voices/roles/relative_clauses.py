"""Read the role and the body in a relative clause after a name: ", who heads the Delta Union"."""

import re

from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.roles.appositions import HEAD_WORDS, REACH, after_notes, phrase_end
from reader.analysis.voices.roles.belonging import body_at, common_body, tie_of
from reader.analysis.voices.roles.role_phrases import Role
from reader.model import Span

_WHO = r",\s(?:\d{1,3},\s)?who\s(?:now\s|also\s|has\s(?:long\s)?)?"
_ACTS = re.compile(
    _WHO + r"((?:chair|direct|edit|head|lead|manage|represent|run)s"
    r"|(?:co-)?founded|chaired|directed|edited|headed|led|managed|ran)"
    r"\s(?:the\s|its\s|a\s)?"
)
_WORKS = re.compile(
    _WHO + r"(?:(?:coache|cover|draw|follow|lecture|play|practice|report|research|serve|studie|teache|track|trade|train"
    r"|volunteer|work)s"
    r"|(?:work|research|serv|lectur)ed|taught|studied)\s"
    r"(?:[a-z-]+\s(?!(?:the|an?)\b)){0,4}?(?:at|for)\s(?:the\s)?"
    r"(?:(?:agency|charity|company|daily|firm|magazine|newspaper|paper|website|weekly)\s)?(?=[A-Z])"
)
_FOR = re.compile(
    r",\s(?:\d{1,3},\s)?(?:who\s(?:is\s|was\s)?)?(?:also\s)?("
    r"represent(?:s|ing)\s(?!only\b)|(?:(?:act|appear|speak)(?:s|ing)|appeared)\s(?:for|on\sbehalf\sof)\s"
    r"|(?:(?:prosecuting|defending|mitigating)(?:(?:\s[A-Z][\w’'-]+){1,3})?|for\sthe\s(?:crown|defen[cs]e|prosecution))"
    r"(?=,))"
)
# Other words that connect a person to a body: "who sits on the board of", "whose firm".
_BELONGS = re.compile(
    rf"(?:{_WHO}|\s)(?:s[ai]ts|serve[ds])\son\s(?:an?\s|the\s)?"
    r"(?:(?:[a-z]+\s)?(?:board|committee|council|panel)\s(?:at|of)\s(?:the\s)?)?(?=\S)"
    rf"|{_WHO}(?:is|was)\s(?:formerly|now|still|then)\s(?:at|with)\s(?:the\s)?(?=[A-Z])"
    rf"|{_WHO}(?:joined|took\sover\sat)\s(?:the\s)?(?=[A-Z])"
    r"|,\s(?:who\s(?:is|was)\s)?employed\s(?:at|by)\s(?:the\s)?(?=[A-Z])"
    r"|,\swhose\s(?:agency|business|charity|company|firm|group|organi[sz]ation|party|union),?\s(?:the\s)?(?=[A-Z])"
    r"|,\swhose\s(?=(?:[A-Z][\w&’'-]*\s){1,4}(?:agency|company|firm|group|party|union)\b)"
)
_ANOTHER_VERB = re.compile(r"\s(?:and|but|when|while|until|since|because)\s")
_POLITICS = re.compile(r"\b(?:cabinet|caucus|council|faction|government|ministry|opposition|party)\b")


def belonging(text: str, name: Name, names: Names) -> Role | None:
    """Return the body that a relative clause gives a person: ", who sits on the board of the Delta Trust"."""
    belongs = None if name.body or name.place else _BELONGS.match(text, name.end)
    if belongs is None:
        return None
    at = belongs.end()
    tie = body_at(text, at, names, "at") or common_body(text, at - 1, min(len(text), at + REACH))
    return None if tie is None else Role(None, tie)


def acting(text: str, name: Name, names: Names) -> Role | None:
    """Return the role of a person who leads something: ", who heads the Delta Union".

    The body is the affiliation; what they lead there is the role, with its verb: "leads the tide team". The leader of
    an opposition or a party is a politician, by the noun alone. From ", who teaches law at Delta University" only the
    body is taken. To speak for somebody is a role as well: "representing the family".
    """
    behind = after_notes(text, name.end)
    if name.body or name.place or not text.startswith(",", behind):
        return None
    works, match = _WORKS.match(text, behind), _ACTS.match(text, behind)
    tie = None if works is None else body_at(text, works.end(), names, "at")
    if match is None or tie is not None:
        return _speaking_for(text, behind, names) if tie is None else Role(None, tie)
    stop = phrase_end(text, match.end(), min(len(text), match.end() + REACH), names)
    body = body_at(text, match.end(), names, "of", named=False)
    if body is not None and body.end <= stop:
        return Role(None, body, "head")
    end = min(stop, _clause_end(text, match.end(), stop))
    tie, cut = tie_of(text, match.end(), end, names, "")
    if tie is not None and match[0].endswith(" a ") and text[tie.start].islower():
        tie = cut = None  # "who runs a shop at the central station"
    if tie is None:
        politics = _POLITICS.search(text, match.end(), end)
        return _speaking_for(text, behind, names) if politics is None else Role(None, None, "politician")
    return Role(Span(match.start(1), end if cut is None else cut), tie, "head")


def _speaking_for(text: str, comma: int, names: Names) -> Role | None:
    """The party for which a person speaks or appears in court: "representing the family", "prosecuting"."""
    match = _FOR.match(text, comma)
    if match is None:
        return None
    stop = phrase_end(text, match.end(1), min(len(text), match.end(1) + REACH), names)
    end = min(stop, _clause_end(text, match.end(1), stop))
    long = len(text[match.end(1) : end].split()) > HEAD_WORDS
    return None if long else Role(Span(match.start(1), end), None, "representative")


def _clause_end(text: str, start: int, stop: int) -> int:
    """Where a relative clause continues with another verb ("… and speaks for"), else `stop`."""
    more = _ANOTHER_VERB.search(text, start, stop)
    return stop if more is None else more.start()
