"""The keys of the reading screen: each with an id by which a person can remap it, and a line for the help screen."""

from textual.binding import Binding

from reader.app.rendering.truncate import capitalise_first

_NAMES = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "delete": "Del",
    "full_stop": ".",
    "slash": "/",
    "colon": ":",
}


def _key(keys: str, action: str, description: str, id: str) -> Binding:  # noqa: A002 - Textual's name for it
    return Binding(keys, action, description, show=False, id=id)


KEYS: list[Binding] = [
    _key("j,down", "step(1)", "a line down", "move.down"),
    _key("k,up", "step(-1)", "a line up", "move.up"),
    _key("d", "half(1)", "half a page down", "move.half_down"),
    _key("u", "half(-1)", "half a page up", "move.half_up"),
    _key("space,pagedown", "page(1)", "a page down", "move.page_down"),
    _key("b,pageup", "page(-1)", "a page up", "move.page_up"),
    _key("g,home", "end(-1)", "to the start", "move.start"),
    _key("G,end", "end(1)", "to the end", "move.end"),
    _key("right_parenthesis", "jump('heading', 1)", "next heading (while selecting: sentence)", "move.next_heading"),
    _key("left_parenthesis", "jump('heading', -1)", "previous heading (or sentence)", "move.previous_heading"),
    _key("slash", "do('search', 'open')", "search; after Enter, n and N go to the matches", "search.open"),
    _key("enter", "do('search', 'stay')", "end the search and stay here", "search.stay"),
    _key("n", "jump('quotation', 1)", "next quotation (while searching: match)", "quotation.next"),
    _key("N", "jump('quotation', -1)", "previous quotation (or match)", "quotation.previous"),
    _key("s", "jump('voice', 1)", "next quotation of the same voice", "voice.next"),
    _key("S", "jump('voice', -1)", "previous quotation of the same voice", "voice.previous"),
    _key("f", "do('following', 'follow')", "show only this voice or this thread", "voice.alone"),
    _key("vertical_line", "do('pair', 'choose')", "compare two voices side by side", "voice.beside"),
    _key("right_square_bracket", "jump('claim', 1)", "next claim", "claim.next"),
    _key("left_square_bracket", "jump('claim', -1)", "previous claim", "claim.previous"),
    _key("r", "jump('answer', -1)", "the claim that this one answers", "claim.answered"),
    _key("R", "jump('answer', 1)", "the next claim that answers this one", "claim.answering"),
    _key("right_curly_bracket", "jump('thread', 1)", "next thread (while selecting: paragraph)", "thread.next"),
    _key("left_curly_bracket", "jump('thread', -1)", "previous thread (or paragraph)", "thread.previous"),
    _key("ctrl+o", "do('places', 'back')", "back to where the last jump started", "place.back"),
    _key("ctrl+n", "do('places', 'forward')", "forward again after going back", "place.forward"),
    _key("m", "do('places', 'mark')", "mark this line with a letter", "place.mark"),
    _key("apostrophe", "do('places', 'find')", "go to a mark", "place.find"),
    _key("tab", "next_pane(1)", "next pane", "pane.next"),
    _key("shift+tab", "next_pane(-1)", "previous pane", "pane.previous"),
    _key("1", "digit(1)", "to the article", "pane.body"),
    _key("2", "digit(2)", "to the list of voices", "pane.voices"),
    _key("3", "digit(3)", "to the list of threads", "pane.threads"),
    _key("z", "alone", "show this pane alone, or all panes again", "pane.alone"),
    _key("v", "do('selecting', 'begin')", "select from here; again: start a new selection", "select.begin"),
    _key(
        "right",
        "do('selecting', 'move', ('character', 1))",
        "extend the selection by a character",
        "select.next_character",
    ),
    _key(
        "left",
        "do('selecting', 'move', ('character', -1))",
        "shrink the selection by a character",
        "select.previous_character",
    ),
    _key("ctrl+right", "do('selecting', 'move', ('word', 1))", "extend the selection by a word", "select.next_word"),
    _key(
        "ctrl+left", "do('selecting', 'move', ('word', -1))", "shrink the selection by a word", "select.previous_word"
    ),
    _key("h", "keep('highlight')", "highlight the quotation or the selection", "highlight.keep"),
    _key("a", "do('notes', 'note')", "write a note on the highlight", "highlight.note"),
    _key("A", "do('notes', 'edit')", "write the note in your own editor", "highlight.editor"),
    _key("c", "do('notes', 'colour')", "change the colour of the highlight", "highlight.colour"),
    _key("t", "do('notes', 'tag')", "tag the highlight", "highlight.tags"),
    _key("y", "do('copying', 'copy', 'plain')", "copy with speaker and source", "highlight.copy"),
    _key("Y", "do('copying', 'copy', 'markdown')", "copy as a Markdown quote", "highlight.copy_markdown"),
    _key("x", "keep('delete')", "delete the highlight here", "highlight.delete"),
    _key("alt+n", "jump('highlight', 1)", "next highlight", "highlight.next"),
    _key("alt+p", "jump('highlight', -1)", "previous highlight", "highlight.previous"),
    _key("H", "do('kept', 'open')", "all highlights of all articles", "highlight.list"),
    _key("U", "keep('undo')", "undo the last change to highlights", "highlight.undo"),
    _key("e", "keep('export')", "export the highlights as Markdown", "article.export"),
    _key("i", "info", "about this article", "article.info"),
    _key("o", "links", "open a link or image by number (selecting: other end)", "article.links"),
    _key("full_stop", "unfold", "show or hide lines that are not part of the article", "article.unfold"),
    _key("l", "do('kept', 'library')", "library: the articles you have read", "app.library"),
    _key("colon", "do('commands', 'open')", "find a command by name", "app.commands"),
    _key("question_mark", "help", "help: all keys", "app.help"),
    _key("escape", "back", "back: end search, selection or filter, close list", "app.back"),
    _key("q", "leave", "back to the library, or quit", "app.leave"),
]


def keys_of(key: str) -> str:
    """A binding's keys as a person reads them on the keyboard: "pagedown,space" is "PgDn Space"."""
    return " ".join(_name(each.strip()) for each in key.split(","))


def _name(key: str) -> str:
    from textual.keys import key_to_character  # noqa: PLC0415 - a person asks for the keys

    *modifiers, last = key.split("+")
    if last in _NAMES:
        shown = _NAMES[last]
    elif len(last) == 1:
        shown = last
    else:
        character = key_to_character(last)
        shown = (
            character
            if character is not None and character.isprintable() and character != " "
            else capitalise_first(last)
        )
    if modifiers and len(shown) == 1:
        shown = shown.upper()
    return "+".join([*map(capitalise_first, modifiers), shown])
