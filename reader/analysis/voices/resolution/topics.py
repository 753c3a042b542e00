"""Find what a section is about: the person that its heading names."""

from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.names.section_headings import person_of_heading
from reader.analysis.voices.resolution.discourse import AnaphorPlace, Discourse
from reader.model import BlockKind

_REACH = 12  # paragraphs searched back for a heading
_SEVERAL = 2  # lines with names that are not marked as headings


def person_of_section(discourse: Discourse, place: AnaphorPlace) -> tuple[Referent, int] | None:
    """Return the person named in the last heading, and the index of its block; None where it names nobody.

    A line of a plain text is a heading where another one like it follows or precedes.
    """
    if discourse.headings is None:
        discourse.headings = _headings(discourse)
    here = discourse.paragraph(place.start) if discourse.headings else 0
    for index in range(here - 1, max(-1, here - 1 - _REACH), -1):
        if index in discourse.headings:
            name = discourse.headings[index]
            who = next((occurrence.who for occurrence in discourse.between(name, name + 1)), None)
            return None if who is None or id(who) in place.excluded else (who, index)
        if discourse.article.blocks[index].kind is BlockKind.HEADING:
            return None
    return None


def _headings(discourse: Discourse) -> dict[int, int]:
    """The blocks that are headings with a person's name, and the start of the name in each."""
    text, found, marked = discourse.article.text, {}, 0
    for index, block in enumerate(discourse.article.blocks):
        start = block.span.end - len(block.span.of(text).lstrip())
        name = person_of_heading(text, start, block.span.end)
        if name is not None and not block.hidden and block.kind is not BlockKind.CAPTION:
            found[index] = name.start
            marked += block.kind is BlockKind.HEADING
    return found if marked or len(found) >= _SEVERAL else {}
