"""Words of denial before a quotation: its source says that it is not so."""

import re
from functools import lru_cache

# Verbs whose "that" clause is what somebody else holds, in the four languages of the engine; "counter" and "retort",
# whose clause is the speaker's own, are none.
_DENYING = (
    r"(?:abjur|contest|contradict|debunk|disavow|disclaim|dismiss|disown|disprov|disput|doubt|gainsa|negat|rebut|recant|"
    r"refut|reject|renounc|repudiat|retract)\w*|den(?:y|ies|ied|ying)|"
    r"bestr(?:itt|eit)\w*|dementier\w*|leugne\w*|verneint\w*|"
    r"ni(?:e|ent|er|é|ait|aient)|dément\w*|récus\w+|réfut\w+|"
    r"neg(?:ó|aron|aba|ado|ando|ar)|nieg(?:a|an)|desm[ei]nt\w+"
)
_HELD = (
    r"(?:accusation|allegation|assertion|charge|claim|idea|notion|report|rumor|rumour|statement|suggestion|theory)s?"
)
_NOT = r"(?:(?:\w+\s+not|\w+n['’]t|cannot|never|(?:declin|refus)\w+\s+to)\s+)"
_DENIED = re.compile(
    rf"\b{_NOT}?(?:{_DENYING})(?:\s+(?:(?:a|all|an|any|her|his|its|such|the|their|these|those)\s+)?{_HELD})?\Z",
    re.IGNORECASE,
)
_LAST = re.compile(rf"(?:{_DENYING}|{_HELD})\Z", re.IGNORECASE)
_UNSAID = re.compile(rf"\b{_NOT}(?:\w+\s+)?\Z", re.IGNORECASE)
_NEGATIONS = ("n't", "n’t", "not", "never", "declin", "refus")
_REACH = 48
"""Characters before a cue in which "rejected the" of "rejected the claims" is searched for, or "did not"."""

_INTO_MARKS = re.compile(r"\s*(?:that|being|having)?\s*")
_LABEL = re.compile(r"\W*as\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def _may_deny(last: str) -> bool:
    """Whether a cue with this last word may be a denial."""
    return _LAST.search(last) is not None


def denial(text: str, start: int, end: int, content: int, *, is_marked: bool) -> str:
    """Return the words by which a source denies what is quoted, or does not say it; "" where it says it.

    Words in quotation marks are denied only where the cue is right before them: denied “taking it”. What something is
    dismissed as is said.

    Args:
        text: The article's text.
        start: Where the cue starts.
        end: Where the cue ends.
        content: Where the quotation starts.
        is_marked: Whether all of it is in quotation marks.
    """
    if (is_marked and (end > content or not _INTO_MARKS.fullmatch(text, end, content))) or _LABEL.match(text, end):
        return ""
    before = text[max(0, start - _REACH) : start]
    before = before[max(map(before.rfind, ".!?:;\n")) + 1 :]
    cue = text[start:end]
    denied = _may_deny(cue.rpartition(" ")[2])  # these checks are faster than the searches
    found = _DENIED.search(before + cue) if denied else None
    found = found or (_UNSAID.search(before) if any(map(before.casefold().__contains__, _NEGATIONS)) else None)
    if found is None:
        return ""
    return " ".join((before + cue)[found.start() :].split())
