"""Find the person that a section of the article is about, by its heading."""

from reader.analysis.voices.names.roster import Referent
from reader.analysis.voices.names.section_headings import person_of_heading
from reader.analysis.voices.resolution.scene import Scene, ScenePlace
from reader.model import BlockKind

_REACH = 12  # paragraphs searched back for a heading
_SEVERAL = 2  # lines with names that are not marked as headings


def person_of_section(scene: Scene, place: ScenePlace) -> tuple[Referent, int] | None:
    """Return the person named in the last heading, and the index of its block; None where it names nobody.

    A line of a plain text is a heading where another one like it follows or precedes.
    """
    if scene.headings is None:
        scene.headings = _headings(scene)
    here = scene.paragraph(place.start) if scene.headings else 0
    for index in range(here - 1, max(-1, here - 1 - _REACH), -1):
        if index in scene.headings:
            who = _bearer(scene, scene.headings[index])
            return None if who is None or id(who) in place.barred else (who, index)
        if scene.article.blocks[index].kind is BlockKind.HEADING:
            return None
    return None


def _bearer(scene: Scene, start: int) -> Referent | None:
    """The person named at the start of a heading."""
    return next((sighting.who for sighting in scene.between(start, start + 1)), None)


def _headings(scene: Scene) -> dict[int, int]:
    """The blocks that are headings with a person's name, and the start of the name in each."""
    text, found, marked = scene.article.text, {}, 0
    for index, block in enumerate(scene.article.blocks):
        start = block.span.end - len(block.span.of(text).lstrip())
        name = person_of_heading(text, start, block.span.end)
        if name is not None and not block.hidden and block.kind is not BlockKind.CAPTION:
            found[index] = name.start
            marked += block.kind is BlockKind.HEADING
    return found if marked or len(found) >= _SEVERAL else {}


def opens_section(scene: Scene, place: ScenePlace, start: int) -> bool:
    """Return whether a phrase is in the first sentence below the heading, where it says who the person is."""
    section = person_of_section(scene, place)
    return section is not None and scene.where(start) == (section[1] + 1, 0)
