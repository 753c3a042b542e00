"""Moves of the cursor, of the focus between panes, and what is shown of the article."""

from collections.abc import Callable

from reader.app.host import ReadingHost
from reader.app.state import Reading
from reader.app.viewmodels.jumps import Jump, is_final, to_next_quotation
from reader.model import format_count
from reader.text.navigation import Direction

ROWS_KEPT = 2
"""Rows that stay in view when a page is turned."""


def by_row(host: ReadingHost, way: Direction) -> None:
    """Move the cursor by a row; for a screen reader, by a sentence."""
    if host.session.settings.speak_friendly:
        from reader.app.viewmodels.sentence_jumps import to_next_sentence  # noqa: PLC0415 - few people use it

        host.go(to_next_sentence(host.reading, way, unfolded=host.body.unfolded))
    else:
        host.move_viewport(host.body.viewport.step(way), way)


def by_half_page(host: ReadingHost, way: Direction) -> None:
    """Move the cursor by half a page."""
    viewport = host.body.viewport
    host.move_viewport(viewport.move(way * max(1, viewport.height // 2)), way)


def by_page(host: ReadingHost, way: Direction) -> None:
    """Move the cursor by a page."""
    viewport = host.body.viewport
    host.move_viewport(viewport.move(way * max(1, viewport.height - ROWS_KEPT)), way)


def to_end(host: ReadingHost, way: Direction) -> None:
    """Move the cursor to the start or the end of the article."""
    host.move_viewport(host.body.viewport.to_end(way), way)


def jump(host: ReadingHost, find: Callable[[Reading], Jump]) -> None:
    """Make the jump that `find` finds from the present reading."""
    host.go(find(host.reading))


def jump_way(host: ReadingHost, find: Callable[[Reading, Direction], Jump], way: Direction) -> None:
    """Make the jump that `find` finds forward or back from the present reading."""
    host.go(find(host.reading, way))


def needs_rest_of_article(reading: Reading, way: Direction) -> bool:
    """Return whether the next quotation that way is not known while only a passage is analysed."""
    return not is_final(reading, to_next_quotation(reading, way), way)


def focus_next_pane(host: ReadingHost, way: Direction) -> None:
    """Give the next or previous pane the focus."""
    host.panes.focus_next(way)
    host.update(host.reading)


def toggle_alone(host: ReadingHost) -> None:
    """Show the pane with the focus alone, or all panes again."""
    host.panes.show_alone(None if host.panes.alone else host.panes.current)
    host.update(host.reading)


def open_info(host: ReadingHost) -> None:
    """Open the facts about the article, or in the list of voices those about the selected voice."""
    voice = host.panes.sidebar.voices.selected_voice if host.panes.current == "voices" else None
    host.dialogs.open_info(host.session, host.reading.without_partial_analysis, voice)


def toggle_hidden_lines(host: ReadingHost) -> None:
    """Show or hide the lines that are not the article."""
    count = sum(block.hidden for block in host.reading.article.blocks)
    if not count:
        host.update(host.reading, "this article has no hidden lines")
        return
    host.panes.fit(unfolded=not host.body.unfolded)
    lines = format_count(count, "line")
    shown = f"showing {format_count(count, 'hidden line')}" if host.body.unfolded else f"{lines} hidden"
    host.update(host.reading, shown)
