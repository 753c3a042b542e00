"""The commands of the reading screen with their keys, and the bindings that Textual makes of them."""

from collections.abc import Callable
from functools import partial

from textual.binding import Binding

from reader.app.commands import Command, Handler, Need
from reader.app.controllers import highlight_actions, movement
from reader.app.controllers.escape import end_one_thing
from reader.app.controllers.export import ask_format
from reader.app.controllers.highlight_actions import HighlightAction
from reader.app.state import Reading
from reader.app.viewmodels import jumps
from reader.app.viewmodels.jumps import Jump
from reader.text.navigation import Direction

ON, BACK = Direction.FORWARD, Direction.BACKWARD


def _jump(find: Callable[[Reading, Direction], Jump], way: Direction) -> Handler:
    return partial(movement.jump_way, find=find, way=way)


def _move(move: Callable[..., None], way: Direction) -> Handler:
    return partial(move, way=way)


def _highlight(action: HighlightAction) -> Handler:
    return partial(highlight_actions.perform, action=action)


def _quotation_need(way: Direction) -> Callable[[Reading], Need]:
    """Return what a jump to a quotation needs: the passage at the cursor, unless the quotation may be beyond it."""
    return lambda reading: Need.ARTICLE if movement.needs_rest_of_article(reading, way) else Need.PASSAGE


MOVES = (
    Command(
        "move.down",
        "j,down",
        "a line down",
        _move(movement.by_row, ON),
        while_selecting=lambda host: host.controllers.selection.by_row(ON),
    ),
    Command(
        "move.up",
        "k,up",
        "a line up",
        _move(movement.by_row, BACK),
        while_selecting=lambda host: host.controllers.selection.by_row(BACK),
    ),
    Command("move.half_down", "d", "half a page down", _move(movement.by_half_page, ON)),
    Command("move.half_up", "u", "half a page up", _move(movement.by_half_page, BACK)),
    Command("move.page_down", "space,pagedown", "a page down", _move(movement.by_page, ON)),
    Command("move.page_up", "b,pageup", "a page up", _move(movement.by_page, BACK)),
    Command("move.start", "g,home", "to the start", _move(movement.to_end, BACK)),
    Command("move.end", "G,end", "to the end", _move(movement.to_end, ON)),
    Command(
        "move.next_heading",
        "right_parenthesis",
        "next heading (while selecting: sentence)",
        _jump(jumps.to_next_heading, ON),
        while_selecting=lambda host: host.controllers.selection.by_sentence(ON),
    ),
    Command(
        "move.previous_heading",
        "left_parenthesis",
        "previous heading (or sentence)",
        _jump(jumps.to_next_heading, BACK),
        while_selecting=lambda host: host.controllers.selection.by_sentence(BACK),
    ),
)

SEARCH = (
    Command(
        "search.open",
        "slash",
        "search; after Enter, n and N go through the matches",
        lambda host: host.controllers.search.open(),
    ),
    Command("search.stay", "enter", "end the search and stay here", lambda host: host.controllers.search.end_here()),
)

VOICES = (
    Command(
        "quotation.next",
        "n",
        "next quotation (while searching: match)",
        _jump(jumps.to_next_quotation, ON),
        _quotation_need(ON),
        while_searching=lambda host: host.controllers.search.to_next_match(ON),
    ),
    Command(
        "quotation.previous",
        "N",
        "previous quotation (or match)",
        _jump(jumps.to_next_quotation, BACK),
        _quotation_need(BACK),
        while_searching=lambda host: host.controllers.search.to_next_match(BACK),
    ),
    Command(
        "voice.next", "s", "next quotation of the same voice", _jump(jumps.to_next_quotation_of_voice, ON), Need.ARTICLE
    ),
    Command(
        "voice.previous",
        "S",
        "previous quotation of the same voice",
        _jump(jumps.to_next_quotation_of_voice, BACK),
        Need.ARTICLE,
    ),
    Command(
        "voice.alone",
        "f",
        "show only this voice or this thread",
        lambda host: host.controllers.focus_filter.toggle(),
        Need.ARTICLE,
    ),
    Command(
        "quotation.next_expert",
        "E",
        "next quotation of an expert",
        _jump(jumps.to_next_quotation_of_expert, ON),
        Need.ARTICLE,
    ),
    Command(
        "quotation.previous_expert",
        "alt+e,alt+E",
        "previous quotation of an expert",
        _jump(jumps.to_next_quotation_of_expert, BACK),
        Need.ARTICLE,
    ),
    Command(
        "quotation.scope",
        "F",
        "stop only at experts, officials, press…",
        lambda host: host.controllers.scope.ask(),
        Need.ARTICLE,
        opens_prompt=True,
    ),
    Command(
        "voice.beside",
        "vertical_line",
        "compare two voices side by side",
        lambda host: host.controllers.compare.choose(),
        Need.ARTICLE,
    ),
)

CLAIMS = (
    Command("claim.next", "right_square_bracket", "next claim", _jump(jumps.to_next_claim, ON), Need.ARTICLE),
    Command("claim.previous", "left_square_bracket", "previous claim", _jump(jumps.to_next_claim, BACK), Need.ARTICLE),
    Command(
        "claim.answered",
        "r",
        "the claim that this one answers",
        partial(movement.jump, find=jumps.to_answered_claim),
        Need.ARTICLE,
    ),
    Command(
        "claim.answering",
        "R",
        "the next claim that answers this one",
        partial(movement.jump, find=jumps.to_answering_claim),
        Need.ARTICLE,
    ),
    Command(
        "thread.next",
        "right_curly_bracket",
        "next thread (while selecting: paragraph)",
        _jump(jumps.to_next_thread, ON),
        Need.ARTICLE,
        while_selecting=lambda host: host.controllers.selection.by_paragraph(ON),
    ),
    Command(
        "thread.previous",
        "left_curly_bracket",
        "previous thread (or paragraph)",
        _jump(jumps.to_next_thread, BACK),
        Need.ARTICLE,
        while_selecting=lambda host: host.controllers.selection.by_paragraph(BACK),
    ),
)

PLACES = (
    Command(
        "place.back", "ctrl+o", "back to where the last jump started", lambda host: host.controllers.history.back()
    ),
    Command(
        "place.forward", "ctrl+n", "forward again after going back", lambda host: host.controllers.history.forward()
    ),
    Command("place.mark", "m", "mark this line with a letter", lambda host: host.controllers.history.ask_mark_to_set()),
    Command("place.find", "apostrophe", "go to a mark", lambda host: host.controllers.history.ask_mark_to_find()),
)

PANES = (
    Command("pane.next", "tab", "next pane", _move(movement.focus_next_pane, ON)),
    Command("pane.previous", "shift+tab", "previous pane", _move(movement.focus_next_pane, BACK)),
    Command("pane.body", "1", "to the article", lambda host: host.controllers.links.press_digit(1)),
    Command("pane.voices", "2", "to the list of voices", lambda host: host.controllers.links.press_digit(2)),
    Command("pane.threads", "3", "to the list of threads", lambda host: host.controllers.links.press_digit(3)),
    Command("pane.alone", "z", "show this pane alone, or all panes again", movement.toggle_alone),
)

SELECTION = (
    Command(
        "select.begin",
        "v",
        "select from here; again: start a new selection",
        lambda host: host.controllers.selection.begin(),
    ),
    Command(
        "select.next_character",
        "right",
        "extend the selection by a character",
        lambda host: host.controllers.selection.by_character(ON),
    ),
    Command(
        "select.previous_character",
        "left",
        "shrink the selection by a character",
        lambda host: host.controllers.selection.by_character(BACK),
    ),
    Command(
        "select.next_word",
        "ctrl+right",
        "extend the selection by a word",
        lambda host: host.controllers.selection.by_word(ON),
    ),
    Command(
        "select.previous_word",
        "ctrl+left",
        "shrink the selection by a word",
        lambda host: host.controllers.selection.by_word(BACK),
    ),
)

HIGHLIGHTS = (
    Command(
        "highlight.keep",
        "h",
        "highlight the quotation or the selection",
        _highlight(highlight_actions.add),
        Need.PASSAGE,
    ),
    Command(
        "highlight.note",
        "a",
        "write a note on the highlight",
        lambda host: host.controllers.notes.edit_note(),
        Need.PASSAGE,
        opens_prompt=True,
    ),
    Command(
        "highlight.editor",
        "A",
        "write the note in your own editor",
        lambda host: host.controllers.notes.open_editor(),
        Need.PASSAGE,
    ),
    Command(
        "highlight.colour",
        "c",
        "change the colour of the highlight",
        lambda host: host.controllers.notes.change_colour(),
        Need.PASSAGE,
    ),
    Command(
        "highlight.tags",
        "t",
        "tag the highlight",
        lambda host: host.controllers.notes.edit_tags(),
        Need.PASSAGE,
        opens_prompt=True,
    ),
    Command(
        "highlight.copy",
        "y",
        "copy with speaker and source",
        lambda host: host.controllers.copy_text.copy(),
        Need.PASSAGE,
    ),
    Command(
        "highlight.copy_markdown",
        "Y",
        "copy as a Markdown quote",
        lambda host: host.controllers.copy_text.copy(as_markdown=True),
        Need.PASSAGE,
    ),
    Command("highlight.delete", "x", "delete the highlight here", _highlight(highlight_actions.delete), Need.PASSAGE),
    Command("highlight.next", "alt+n", "next highlight", _jump(jumps.to_next_highlight, ON), Need.ARTICLE),
    Command("highlight.previous", "alt+p", "previous highlight", _jump(jumps.to_next_highlight, BACK), Need.ARTICLE),
    Command(
        "highlight.list",
        "H",
        "all highlights of all articles",
        lambda host: host.controllers.highlights.open_list(),
        Need.ARTICLE,
        opens_prompt=True,
    ),
    Command(
        "highlight.undo",
        "U",
        "undo the last change to highlights or corrections",
        _highlight(highlight_actions.undo),
        Need.PASSAGE,
    ),
    Command(
        "highlight.redo",
        "ctrl+r",
        "make the change again that was undone",
        _highlight(highlight_actions.redo),
        Need.PASSAGE,
    ),
)

CORRECTIONS = (
    Command(
        "correct.open",
        "w",
        "correct: speaker, voice, claim, thread or highlight",
        lambda host: host.controllers.corrections.open(),
        Need.ARTICLE,
        opens_prompt=True,
    ),
    Command(
        "correct.move",
        "M",
        "move this claim to another thread",
        lambda host: host.controllers.corrections.open_move(),
        Need.ARTICLE,
        opens_prompt=True,
    ),
)

ARTICLE = (
    Command(
        "article.export",
        "e",
        "export the highlights, or threads and references",
        ask_format,
        Need.ARTICLE,
        opens_prompt=True,
    ),
    Command(
        "article.info",
        "i",
        "about this article, or about a voice in the list",
        movement.open_info,
    ),
    Command(
        "article.links",
        "o",
        "open a link or image by number (selecting: other end)",
        lambda host: host.controllers.links.offer(),
        while_selecting=lambda host: host.controllers.selection.swap_ends(),
    ),
    Command(
        "article.unfold",
        "full_stop",
        "show or hide lines that are not part of the article",
        movement.toggle_hidden_lines,
    ),
)

APP = (
    Command(
        "app.library",
        "l",
        "library: the articles you have read",
        lambda host: host.controllers.history.open_library(),
        Need.ARTICLE,
    ),
    Command("app.people", "V", "the voices of all articles", lambda host: host.dialogs.open_people(host.session)),
    Command("app.commands", "colon", "find a command by name", lambda host: host.controllers.palette.open()),
    Command(
        "app.help",
        "question_mark,f1",
        "help: all keys",
        lambda host: host.dialogs.open_help(host.commands.bindings()),
    ),
    Command("app.back", "escape", "back: end search, selection, filter or list", end_one_thing),
    Command("app.leave", "q", "back to the library, or quit", lambda host: host.leave()),
)

_GROUPS = (MOVES, SEARCH, VOICES, CLAIMS, PLACES, PANES, SELECTION, HIGHLIGHTS, CORRECTIONS, ARTICLE, APP)
COMMANDS: tuple[Command, ...] = tuple(command for group in _GROUPS for command in group)
COMMANDS_BY_ID = {command.id: command for command in COMMANDS}

READING_BINDINGS: list[Binding] = [
    Binding(command.keys, f"run_command('{command.id}')", command.description, show=False, id=command.id)
    for command in COMMANDS
]
