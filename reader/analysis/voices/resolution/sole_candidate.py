"""Find people who are named in the pronoun's paragraph, as a feature of antecedents."""

import re
from functools import lru_cache

from reader.analysis.voices.resolution.scene import Scene, Sighting


def brought_in(scene: Scene, sighting: Sighting, pronoun: re.Pattern[str]) -> tuple[int, ...]:
    """Return the key of the person mentioned, () for a possessive, and (0,) after another such pronoun.

    Args:
        scene: The sightings.
        sighting: The mention of a person.
        pronoun: The pattern of the pronoun.
    """
    stands = scene.standing(sighting)
    cut = scene.sentences(stands.paragraph)
    named_after = _first(scene.article.text, cut[0].start, cut[-1].end, pronoun) <= sighting.start
    return (0,) if named_after else () if "possessive" in stands.traits else (id(sighting.who),)


@lru_cache(maxsize=8)  # called for each person in a paragraph and each pronoun in it
def _first(text: str, begin: int, end: int, pronoun: re.Pattern[str]) -> int:
    """The end of the first such pronoun between two offsets; after `end` where there is none."""
    found = pronoun.search(text, begin, end)
    return end + 1 if found is None else found.end()
