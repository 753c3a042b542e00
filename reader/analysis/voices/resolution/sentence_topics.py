"""Find the topic that opens a sentence: "As for the ministry, it has promised …"."""

import re

from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.resolution.anaphora import can_be
from reader.model import Span

_TOPIC = re.compile(r"(?:\A|.*[.!?”\"]\s)(?:And |But )?As (?:for|to) ([^.;:!?“”\"\n]{2,80}), \Z")
_LONGEST = 400  # maximum characters of a line before a pronoun


def topic(text: str, offset: int) -> Span | None:
    """Return the phrase after "as for" right before the pronoun at an offset; None without one."""
    if text[max(0, offset - len(", ")) : offset] != ", ":
        return None
    start = max(text.rfind("\n", 0, offset) + 1, offset - _LONGEST)
    match = _TOPIC.match(text, start, offset)
    return None if match is None else Span(*match.span(1))


def may_mean(sort: str, who: Referent) -> bool:
    """Return whether a pronoun of class `sort` can refer to a referent, by gender and number."""
    if sort in {"m", "f"}:
        return can_be(who, sort)
    return who.plural if sort == "plural" else not (who.plural or (who.person and who.names))
