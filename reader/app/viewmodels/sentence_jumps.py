"""Jumps from sentence to sentence, for reading with a screen reader."""

from reader.app.state import Reading
from reader.app.viewmodels.block_lookup import blocks_from
from reader.app.viewmodels.jumps import Jump, at_end_of_article, to_offset
from reader.services.session import sentences
from reader.text.navigation import Direction


def to_next_sentence(reading: Reading, way: Direction, *, unfolded: bool) -> Jump:
    """Jump to the next or previous sentence; hidden blocks count only where they are `unfolded`."""
    article, cursor = reading.article, reading.cursor
    for block in blocks_from(article, cursor, way, unfolded=unfolded):
        starts = [part.start for part in sentences(article, block.span, reading.analysis)] or [block.span.start]
        further = [start for start in starts if (start - cursor) * way > 0]
        if further:
            return to_offset(reading, further[0 if way is Direction.FORWARD else -1])
    return Jump(reading, message=at_end_of_article(way))
