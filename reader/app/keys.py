"""The keys of the reading screen: each with an id by which a person can remap it, and a line for the help screen."""

from textual.binding import Binding


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
    _key("n", "jump('quotation', 1)", "next quotation", "quotation.next"),
    _key("N", "jump('quotation', -1)", "previous quotation", "quotation.previous"),
    _key("s", "jump('voice', 1)", "next quotation of the same voice", "voice.next"),
    _key("S", "jump('voice', -1)", "previous quotation of the same voice", "voice.previous"),
    _key("right_square_bracket", "jump('claim', 1)", "next claim", "claim.next"),
    _key("left_square_bracket", "jump('claim', -1)", "previous claim", "claim.previous"),
    _key("r", "jump('answer', -1)", "the claim that this one answers", "claim.answered"),
    _key("R", "jump('answer', 1)", "the next claim that answers this one", "claim.answering"),
    _key("right_curly_bracket", "jump('thread', 1)", "next thread", "thread.next"),
    _key("left_curly_bracket", "jump('thread', -1)", "previous thread", "thread.previous"),
    _key("tab", "next_pane(1)", "next pane", "pane.next"),
    _key("shift+tab", "next_pane(-1)", "previous pane", "pane.previous"),
    _key("1", "digit(1)", "the article", "pane.body"),
    _key("2", "digit(2)", "the voices", "pane.voices"),
    _key("3", "digit(3)", "the threads", "pane.threads"),
    _key("z", "alone", "this pane alone, and back", "pane.alone"),
    _key("h", "keep('highlight')", "highlight the quotation or the selection", "highlight.keep"),
    _key("a", "annotate", "write a note on it", "highlight.note"),
    _key("x", "keep('delete')", "delete the highlight here", "highlight.delete"),
    _key("U", "keep('undo')", "undo the last highlight, note or delete", "highlight.undo"),
    _key("e", "keep('export')", "export the highlights as Markdown", "article.export"),
    _key("i", "info", "about this article", "article.info"),
    _key("o", "links", "number the links in sight; a digit opens one", "article.links"),
    *(_key(str(digit), f"digit({digit})", "", f"article.link_{digit}") for digit in range(4, 10)),
    _key("full_stop", "unfold", "show or fold what is not the article", "article.unfold"),
    _key("question_mark", "help", "the keys", "app.help"),
    _key("escape", "back", "end selection, voice, drawer", "app.back"),
    _key("q", "leave", "back or quit", "app.leave"),
]
