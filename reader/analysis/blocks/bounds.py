"""Decide where a block quotation can begin and how far it can continue, whatever its style."""

import re

from reader.analysis.blocks.labelled_posts import WORDINGS, author_in_header, post_by_form, post_by_lines
from reader.analysis.blocks.passages import (
    FURNITURE,
    HANDLE,
    PROSE,
    Passage,
    captioned,
    heading_like,
    is_label,
    last_unit,
)
from reader.analysis.blocks.style import announces, closer_ahead
from reader.analysis.sources.owners import PICTURES
from reader.analysis.units.units import Unit
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import words
from reader.model import BlockKind

_PRESENTED = PICTURES | {"calendar", "highlights", "ingredients", "overview", "programme", "schedule", "selection"}
_FACTS = words("listed_facts")
_ITEM = re.compile(r"[•*–—-]\s")
_SEVERAL = 2


def may_begin(text: str, parts: list[Passage], index: int) -> bool:
    """Return whether a block quotation can begin at a passage, whatever its style.

    Prose after prose can. A heading, boilerplate, a post, a paragraph that is wholly in quotation marks, a lead-in to
    its own block ("X wrote: …"), what quotes several people, and the passage after a block's closer cannot.
    """
    if index == 0 or parts[index - 1].kind not in PROSE or parts[index].kind not in PROSE:
        return False
    passage, before = parts[index], parts[index - 1]
    apart = is_apart(passage) or is_label(text, passage)
    if apart or HANDLE.match(before.text) or captioned(before.kind, before.text):
        return False
    lead = last_unit(before, text)
    stop = before.ending(text)
    if (
        _reports_several(text, passage)
        or lead is None
        or _is_all_quoted(passage)
        or (before.closer is not None and stop != ":")
    ):
        return False
    titled = not stop and not finite_between(lead[0], 0, len(lead[0]) - 1)
    if stop == "" and not heading_like(passage) and _leads_in_without_stop(text, before, lead[0]):
        return True
    if stop == ":":
        return _may_follow_colon(text, parts, index, lead[0])
    listed = passage.kind is before.kind is BlockKind.ITEM  # two items of one list
    return not (titled or listed or heading_like(passage) or heading_like(before))


def _leads_in_without_stop(text: str, before: Passage, lead: Unit) -> bool:
    """Whether a line without a stop is a lead-in ("To this Ada Roe replied", "Ada Roe from Tarn left this message")."""
    features = before.best_features(text)
    announced = any(low == "this" and lead.low[at] in WORDINGS for at, low in enumerate(lead.low[:-1], 1))
    return announces(before, lead) or "at the colon" in features or ("named" in features and announced)


def _may_follow_colon(text: str, parts: list[Passage], index: int, lead: Unit) -> bool:
    """Whether a block can begin after the sentence `lead`, which ends in a colon and may introduce something else."""
    features = parts[index - 1].best_features(text)
    if "alone" in features and _ITEM.match(parts[index].text):
        return False  # "India:" over a list
    if not {"named", "pronoun", "at the colon"}.isdisjoint(features):
        return True
    # "A selection of the artists:", "This video was filmed on Monday:", and without any source "Here is the latest:".
    presents = _PRESENTED if features else _PRESENTED | _FACTS
    presented = not presents.isdisjoint(lead.low) and WORDINGS.isdisjoint(lead.low)
    return not presented or closer_ahead(text, parts, index)


def is_apart(passage: Passage) -> bool:
    """Return whether a passage does not belong to the running text: a post, boilerplate or a caption."""
    posted = post_by_form(passage, passage.span.end) or author_in_header(passage)
    return posted is not None or FURNITURE.match(passage.text) is not None or captioned(passage.kind, passage.text)


def _is_all_quoted(passage: Passage) -> bool:
    """Whether the paragraph is wholly in quotation marks: that is a direct quotation, not a block."""
    outer = [m for m in passage.marks if m.level == 0 and not m.single]
    if not outer or outer[0].span.start != passage.span.start:
        return False
    return outer[0].span.end >= passage.span.end - 1 or passage.text[0].isalnum()  # the opening mark is missing


def may_go_on(text: str, parts: list[Passage], index: int) -> bool:
    """Return whether a block quotation can continue to passage `index`, whatever its style.

    It cannot continue after a closer, and not to a heading, a post, boilerplate, another kind of block, what quotes
    several people, or a lead-in that names a source.
    """
    passage = parts[index]
    if passage.kind not in PROSE or parts[index - 1].closer is not None or heading_like(passage):
        return False
    if is_apart(passage) or post_by_lines(parts, index) is not None:
        return False
    if passage.ending(text) != ":":
        return not _reports_several(text, passage)
    named = (candidate for candidate in passage.leading(text) if candidate.source.kind == "name")
    return not any(candidate.cue is not None and candidate.cue.shape == "verb" for candidate in named)


def _reports_several(text: str, passage: Passage) -> bool:
    """Whether a passage quotes at least two people by name, in marks, as an author does who collects voices."""
    if len(passage.marks) < _SEVERAL:
        return False
    quoted = (draft for u, found in passage.units(text) if u.marks for draft in found.drafts)
    named = {draft.head.of(text) for draft in quoted if draft.cue and draft.head and draft.source_kind == "name"}
    return len(named) >= _SEVERAL
