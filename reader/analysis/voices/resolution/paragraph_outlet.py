"""Find the paper that a paragraph is about: "Vela Mar takes another view. The paper (the article) says …"."""

import re

from reader.analysis.voices.mentions.mentions import employs
from reader.analysis.voices.names.forms import Mention
from reader.analysis.voices.names.lists import entries, table
from reader.analysis.voices.names.names import Name
from reader.analysis.voices.outlets.press import is_press
from reader.analysis.voices.resolution.generic_bodies import is_paper, says_little
from reader.analysis.voices.resolution.scene import Scene, ScenePlace

_PIECES = frozenset({"article", "column", "editorial", "piece", "story"})
_BEGINS = re.compile(
    r"(?:But |And |So )?(?:(?:In|On|With) [^,.]{1,40}, )?(?:The |the )?(?:[a-z-]+ ){0,3}?"
    r"(?:(?P<called>[a-z]+) )?(?:The )?"
)
_CALLED = re.compile(r" (?:magazine|newspaper|weekly)\b")
_LONGEST = 80  # maximum characters before the name
# What a paper does in a press review; a firm hardly does this.
_TAKES_A_SIDE = re.compile(
    r"(?:,[^,.;:]{3,40},)?\s(?:also |even |meanwhile |still )?"
    r"(?:agrees|applauds|argues|asks|attacks|backs|believes|comments|considers|criticis|criticiz|deplores|devotes|disagrees"
    r"|doubts|fears|finds|goes further|hopes|is (?:angry|cautious|of (?:a|an|the)|on the|torn|unimpressed)|joins|looks"
    r"|mocks|praises|regards|regrets|reminds|sees|shares|sides|speaks|strikes|supports|sympathi|takes|thinks|tries|wants|warns"
    r"|welcomes|wonders|writes)"
)


def led_by(scene: Scene, place: ScenePlace, mention: Mention) -> Name | None:
    """Return the name that opens a sentence of the paragraph and to which "the paper" can refer; else None.

    The noun beside it says it is a publication, or it takes a side as papers do in a press review. "The article" is
    that of a name that looks like a publication's.
    """
    piece = mention.noun in _PIECES
    if not ((piece or is_paper(mention.noun)) and says_little(scene, mention)):
        return None
    text = scene.article.text
    paragraph, here = scene.where(place.start)
    for sentence in reversed(scene.sentences(paragraph)[: here + 1]):
        near = scene.names.within(sentence.start, min(sentence.end, place.start))
        name = near[0] if near else None
        if name is None or name.start - sentence.start > _LONGEST or name.place or name.titled or name.owner:
            continue
        begins = _BEGINS.fullmatch(text, sentence.start, name.title)
        if begins is None or name.words[0] in entries("first_names") or employs(name):
            continue
        called = begins["called"] is not None and table("called").get(begins["called"]) == "publication"
        called = called or _CALLED.match(text, name.end) is not None
        if called or (is_press(text, name) if piece else _TAKES_A_SIDE.match(text, name.end)):
            between = scene.names.within(name.end, place.start)
            return None if any(is_press(text, other) for other in between) else name
    return None
