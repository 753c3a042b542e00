"""A person's own keys: `[keys]` of config.toml laid over the program's keys, checked for mistakes."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from reader import config
from reader.app.bindings import READING_BINDINGS
from reader.app.key_names import KeyLabels, canonical_key, label_of_keys
from reader.app.rendering.truncate import capitalise_first
from reader.app.widgets.list_view import ListView
from reader.app.widgets.thread_list import ThreadList
from reader.app.widgets.voice_list import VoiceList

if TYPE_CHECKING:
    from textual.app import App


_MODIFIERS = {"alt", "ctrl", "hyper", "meta", "shift", "super"}
_NAMES = {key.value for key in Keys} | set(KEY_NAME_REPLACEMENTS.values())


def binding_groups(*others: Iterable[object]) -> tuple[tuple[Binding, ...], ...]:
    """Return groups of bindings that are active at the same time, so that no two in a group may share a key.

    Args:
        others: More bindings that are active while reading: those of the app.

    Returns:
        The bindings of reading together with `others`, those of the list of voices, those of the list of threads; only
        bindings with an id, which a person can give other keys.
    """
    reading = (*READING_BINDINGS, *(binding for each in others for binding in each))
    voices, threads = (*ListView.BINDINGS, *VoiceList.BINDINGS), (*ListView.BINDINGS, *ThreadList.BINDINGS)
    return tuple(
        tuple(binding for binding in group if isinstance(binding, Binding) and binding.id)
        for group in (reading, voices, threads)
    )


def with_keymap(groups: Iterable[Iterable[Binding]], keymap: Mapping[str, str]) -> list[Binding]:
    """Return the bindings of all groups, each once, with the keys that a keymap gives them."""
    every = {binding.id: binding for group in groups for binding in group}.values()
    return [replace(binding, key=keymap.get(binding.id or "", binding.key)) for binding in every]


TOPICS = {
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
    "correct": "Corrections",
    "article": "Article",
    "list": "Lists",
    "voices": "List of voices",
    "threads": "List of threads",
    "app": "Program",
}
"""The headings under which keys are listed, by the part of their ids before the dot."""

BEGINNER_KEYS = (
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
"""The ids of the keys that are listed first, for someone new to the program."""


def by_topic(bindings: Iterable[Binding]) -> list[tuple[str, list[Binding]]]:
    """Return the bindings that have a description under the headings that a person sees."""
    shown = [binding for binding in bindings if binding.description]
    topics: dict[str, list[Binding]] = {name: [] for name in TOPICS}
    topics["first"] = sorted(
        (binding for binding in shown if binding.id in BEGINNER_KEYS),
        key=lambda binding: BEGINNER_KEYS.index(binding.id or ""),
    )
    for binding in shown:
        if binding.id not in BEGINNER_KEYS:
            topics.setdefault((binding.id or "app").partition(".")[0], []).append(binding)
    return [(TOPICS.get(name, capitalise_first(name)), members) for name, members in topics.items() if members]


def apply_keymap(app: "App[Any]", keys: Mapping[str, str]) -> tuple[Mapping[str, str], KeyLabels, tuple[str, ...]]:
    """Give the app the keys of the person's settings.

    Returns:
        The keys that can be used, by binding id; their labels for the footer; and sentences on those that can't.
    """
    usable, faults = check_keymap(keys, binding_groups(app.BINDINGS))
    app.set_keymap(usable)
    return usable, key_labels(usable), (config.describe_faults(faults),) if faults else ()


def check_keymap(
    requested: Mapping[str, str], groups: Iterable[Iterable[Binding]]
) -> tuple[dict[str, str], dict[str, str]]:
    """Check the keys that a person wants.

    Args:
        requested: Keys, separated by commas, by binding id.
        groups: Groups of bindings in which no two may share a key. Where two would, a binding with its own keys wins
            over one with requested keys, and of two requested ones the earlier.

    Returns:
        The requests that can be used, and for each of the others a sentence on what is wrong with it.
    """
    active = [list(group) for group in groups]
    known = {binding.id: binding for group in active for binding in group if binding.id}
    faults: dict[str, str] = {}
    usable: dict[str, str] = {}
    for id_, keys in requested.items():
        fault = _fault(id_, keys, known)
        if fault:
            faults[id_] = fault
        else:
            usable[id_] = ",".join(each.strip() for each in keys.split(","))
    while (clash := _clash(usable, active)) is not None:
        id_, key, other = clash
        faults[id_] = f"{key} is already the key of {other.id} ({other.description})"
        del usable[id_]
    return usable, faults


def _fault(id_: str, keys: str, known: Mapping[str, Binding]) -> str | None:
    if id_ not in known:
        close = get_close_matches(id_, known, n=1)
        return f"unknown name{f'; did you mean {close[0]}?' if close else ''} (pullquote keys lists all names)"
    for key in keys.split(","):
        if not _is_key(key.strip()):
            return f"{key.strip() or 'nothing'} is not a key (use a letter, or a name like ctrl+o, comma, pagedown, f5)"
    return None


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+") if key != "+" else ["+"]
    if not set(modifiers) <= _MODIFIERS:
        return False
    if len(last) == 1 or last in _NAMES:
        return last.isprintable()
    try:
        unicodedata.lookup(last.replace("_", " ").upper())
    except KeyError:
        return False
    return last.islower()


def _clash(usable: Mapping[str, str], groups: list[list[Binding]]) -> tuple[str, str, Binding] | None:
    """Return the id of a request to refuse, the key that it would share, and the binding that keeps the key."""
    order = list(usable)
    for group in groups:
        owners: dict[str, Binding] = {}
        for binding in group:
            id_ = binding.id or ""
            for key in map(canonical_key, usable.get(id_, binding.key).split(",")):
                other = owners.setdefault(key, binding)
                if other.id == id_:
                    continue
                pairs = [(each, rest) for each, rest in ((id_, other), (other.id or "", binding)) if each in usable]
                if pairs:
                    loser, winner = max(pairs, key=lambda pair: order.index(pair[0]))
                    return loser, key, winner
    return None


def key_labels(keymap: Mapping[str, str]) -> KeyLabels:
    """Return the labels of a person's keys, for hints that name the program's own keys."""
    reading, *lists = binding_groups()
    in_list = (*(binding for group in lists for binding in group), *reading)
    return KeyLabels(_labels(reading, keymap), _labels(in_list, keymap))


def _labels(bindings: Iterable[Binding], keymap: Mapping[str, str]) -> dict[str, str]:
    """Return the label of a person's first key by the program's key; of bindings that share one the first counts."""
    owners: dict[str, Binding] = {}
    for binding in bindings:
        for key in binding.key.split(","):
            owners.setdefault(canonical_key(key), binding)
    return {
        key: label_of_keys(keymap[owner.id or ""].partition(",")[0])
        for key, owner in owners.items()
        if owner.id in keymap
    }
