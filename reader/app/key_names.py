"""Names of keys: as Textual knows them, as the keyboard shows them, and as a person has changed them."""

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from reader.app.rendering.truncate import capitalise_first

if TYPE_CHECKING:
    from textual.filter import LineFilter

_SHOWN = {
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

_IN_WORDS = {"↑": "Up", "↓": "Down", "→": "Right", "←": "Left"}

_HINTED = {"↑": "up", "↓": "down", "→": "right", "←": "left", "Esc": "escape", "Enter": "enter"}
"""Textual's names of the keys in the footer's hints, where the hint is not the name."""


@runtime_checkable
class HasTextFilter(Protocol):
    """An app that may replace characters on their way to the terminal."""

    text_filter: "LineFilter | None"


def label_of_keys(keys: str) -> str:
    """Return the keys of a binding as the keyboard shows them, each once: "pagedown,space" is "PgDn Space"."""
    return " ".join(dict.fromkeys(_label(each.strip()) for each in keys.split(",")))


def has_signs(app: object) -> bool:
    """Whether an app shows all signs: in ASCII an arrow would look like the key v."""
    return not (isinstance(app, HasTextFilter) and app.text_filter)


def keys_for(app: object, keys: str) -> str:
    """Return keys as they are shown, such as "k ↑", with the arrows in words where an app can't show their signs."""
    return keys if has_signs(app) else " ".join(_IN_WORDS.get(word, word) for word in keys.split(" "))


def _label(key: str) -> str:
    from textual.keys import key_to_character  # noqa: PLC0415 - loaded when keys are shown

    *modifiers, last = key.split("+")
    if last in _SHOWN:
        shown = _SHOWN[last]
    elif len(last) == 1:
        shown = last
    else:
        character = key_to_character(last)
        is_visible = character is not None and character.isprintable() and character != " "
        shown = character if character is not None and is_visible else capitalise_first(last)
    if modifiers and len(shown) == 1:
        shown = shown.upper()
    return "+".join([*map(capitalise_first, modifiers), shown])


def canonical_key(key: str) -> str:
    """Return the one name of a key that has several: "?" and "question_mark" are the same key."""
    from textual.keys import KEY_NAME_REPLACEMENTS  # noqa: PLC0415 - as above

    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


class KeyLabels(NamedTuple):
    """Labels of the keys that a person has changed, by the program's own key that each one replaces.

    `reading` holds while the article has the focus, `in_list` while a list has it.
    """

    reading: Mapping[str, str]
    in_list: Mapping[str, str]

    def relabel(self, keys: str, *, in_list: bool) -> str:
        """Return the keys of a hint in the footer, such as "n N", with the person's keys in place of the program's."""
        labels = self.in_list if in_list else self.reading
        return " ".join(labels.get(_HINTED.get(word, canonical_key(word)), word) for word in keys.split())


@runtime_checkable
class HasKeymap(Protocol):
    """An app with a person's own keys: by the id of a binding, and as labels for the footer."""

    keymap: Mapping[str, str]
    key_labels: KeyLabels | None
