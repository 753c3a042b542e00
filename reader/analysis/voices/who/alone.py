"""Who is brought in by the paragraph in which a pronoun stands, so that it may mean who alone is named there."""

import re

from reader.analysis.voices.who.scene import Scene, Sighting


def brought_in(scene: Scene, sighting: Sighting, pronoun: re.Pattern[str]) -> tuple[int, ...]:
    """The key of who is named in the pronoun's paragraph, no owner; 0 behind another such pronoun, for who that is."""
    stands = scene.standing(sighting)
    begin = scene.sentences(stands.paragraph)[0].start
    named_after = pronoun.search(scene.article.text, begin, sighting.start) is not None
    return (0,) if named_after else () if "possessive" in stands.traits else (id(sighting.who),)
