"""A person's own keys: the `[keys]` of config.toml laid over the program's, refused where they can't be meant."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from reader.app.bindings import KEYS, keys_of
from reader.app.rendering.truncate import capitalise_first
from reader.app.widgets.list_view import ListView
from reader.app.widgets.thread_list import ThreadList
from reader.app.widgets.voice_list import VoiceList

ALIASES = {"↑": "up", "↓": "down", "→": "right", "←": "left", "Esc": "escape", "Enter": "enter"}
"""Keys as the footer shows them, where that is not their name."""

MODIFIERS = {"alt", "ctrl", "hyper", "meta", "shift", "super"}
_NAMES = {key.value for key in Keys} | set(KEY_NAME_REPLACEMENTS.values())


def contexts(*others: Iterable[object]) -> tuple[tuple[Binding, ...], ...]:
    """The bindings that have keys at the same time: those of reading with `others`, the app's, and those in a list."""
    reading = (*KEYS, *(key for each in others for key in each))
    voices, threads = (*ListView.BINDINGS, *VoiceList.BINDINGS), (*ListView.BINDINGS, *ThreadList.BINDINGS)
    return tuple(
        tuple(key for key in keys if isinstance(key, Binding) and key.id) for keys in (reading, voices, threads)
    )


def in_force(groups: Iterable[Iterable[Binding]], keymap: Mapping[str, str]) -> list[Binding]:
    """The bindings of all groups, each once, with the keys that a keymap gives them."""
    every = {key.id: key for group in groups for key in group}.values()
    return [replace(key, key=keymap.get(key.id or "", key.key)) for key in every]


GROUPS = {
    "first": "Basics",
    "move": "Moving",
    "search": "Searching",
    "quotation": "Quotations",
    "voice": "Voices",
    "claim": "Claims",
    "thread": "Threads",
    "place": "Places",
    "pane": "Panes",
    "select": "Selecting",
    "highlight": "Highlights",
    "article": "Article",
    "list": "Lists",
    "voices": "List of voices",
    "threads": "List of threads",
    "app": "Program",
}
"""Names of the groups that keys are shown in, by what their ids begin with."""

FIRST = (
    "quotation.next",
    "quotation.previous",
    "voice.next",
    "move.page_down",
    "move.page_up",
    "move.down",
    "move.up",
    "search.open",
    "highlight.keep",
    "highlight.note",
    "highlight.undo",
    "article.export",
    "pane.voices",
    "pane.threads",
    "claim.next",
    "app.back",
    "app.help",
    "app.leave",
)
"""The keys that someone new needs: the first group."""


def grouped(bindings: Iterable[Binding]) -> list[tuple[str, list[Binding]]]:
    """The bindings that have a description, in groups as a person is shown them: each group's name and its keys."""
    shown = [key for key in bindings if key.description]
    groups: dict[str, list[Binding]] = {name: [] for name in GROUPS}
    groups["first"] = sorted((key for key in shown if key.id in FIRST), key=lambda key: FIRST.index(key.id or ""))
    for key in shown:
        if key.id not in FIRST:
            groups.setdefault((key.id or "app").partition(".")[0], []).append(key)
    return [(GROUPS.get(name, capitalise_first(name)), keys) for name, keys in groups.items() if keys]


def keymap_of(asked: Mapping[str, str], together: Iterable[Iterable[Binding]]) -> tuple[dict[str, str], dict[str, str]]:
    """What can be used of the keys `asked` for by name, and what is wrong with the rest, by name.

    `together` are groups of bindings of which no two may have a key in common: of two that would, the one asked for
    stays as it was, of two asked for the later.
    """
    groups = [list(group) for group in together]
    known = {key.id: key for group in groups for key in group if key.id}
    faults: dict[str, str] = {}
    usable: dict[str, str] = {}
    for name, keys in asked.items():
        wrong = _wrong(name, keys, known)
        if wrong:
            faults[name] = wrong
        else:
            usable[name] = ",".join(each.strip() for each in keys.split(","))
    while (clash := _clash(usable, groups)) is not None:
        name, key, other = clash
        faults[name] = f"{key} is already the key of {other.id} ({other.description})"
        del usable[name]
    return usable, faults


def _wrong(name: str, keys: str, known: Mapping[str, Binding]) -> str | None:
    if name not in known:
        close = get_close_matches(name, known, n=1)
        return f"unknown name{f'; did you mean {close[0]}?' if close else ''} (pullquote keys lists all names)"
    for key in keys.split(","):
        if not _is_key(key.strip()):
            return f"{key.strip() or 'nothing'} is not a key (use a letter, or a name like ctrl+o, comma, pagedown, f5)"
    return None


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+") if key != "+" else ["+"]
    if not set(modifiers) <= MODIFIERS:
        return False
    if len(last) == 1 or last in _NAMES:
        return last.isprintable()
    try:
        unicodedata.lookup(last.replace("_", " ").upper())
    except KeyError:
        return False
    return last.islower()


def _clash(usable: Mapping[str, str], groups: list[list[Binding]]) -> tuple[str, str, Binding] | None:
    """A name to refuse, the key that it would share, and with which binding."""
    order = list(usable)
    for group in groups:
        owners: dict[str, Binding] = {}
        for binding in group:
            name = binding.id or ""
            for key in map(_plain, usable.get(name, binding.key).split(",")):
                other = owners.setdefault(key, binding)
                if other.id == name:
                    continue
                asked = [(each, rest) for each, rest in ((name, other), (other.id or "", binding)) if each in usable]
                if asked:
                    loser, winner = max(asked, key=lambda pair: order.index(pair[0]))
                    return loser, key, winner
    return None


def _plain(key: str) -> str:
    """A key by one name: "?" and "question_mark" are the same."""
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def renamed(words: str, keymap: Mapping[str, str], *, in_list: bool) -> str:
    """Keys as the footer names them ("n N"), with those that a keymap gives in place of the program's own."""
    reading, *lists = contexts()
    bindings = (*(key for group in lists for key in group), *reading) if in_list else reading
    shown = []
    for word in words.split():
        key = ALIASES.get(word, _plain(word))
        binding = next((each for each in bindings if key in map(_plain, each.key.split(","))), None)
        keys = None if binding is None else keymap.get(binding.id or "")
        shown.append(word if keys is None else keys_of(keys.partition(",")[0]))
    return " ".join(shown)
