"""Settings (`config.toml`) and the paths of Pullquote's files, in the system's folders or under PULLQUOTE_HOME."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from reader.errors import ConfigError

_NAME = "pullquote"
_KINDS = {
    "theme": str,
    "export_folder": str,
    "export_template": str,
    "ascii": bool,
    "justify": bool,
    "hyphenate": bool,
    "speak_friendly": bool,
    "backup_megabytes": int,
    "keys": dict,
}
"""The settings that there are, and the type that each has in the file."""


_NAMES = {"export_template": "export.template"}
"""What settings are called in the file whose names there differ from those of `Settings`."""


class Paths(NamedTuple):
    """The library's file, the settings file, the folder of the log and the folder of stored web pages."""

    library: Path
    config: Path
    log: Path
    pages: Path


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's settings, with defaults for what they have not set.

    Attributes:
        theme: The name of a theme; "auto" chooses the dark or the light one by the terminal's background.
        export_folder: Where exports go, None for the current folder. In the file "~" is one's home, and a relative
            path starts at the folder of `config.toml`.
        export_template: How exports in Markdown look (`export.template` in the file): the name of a preset, or a path
            as in `export_folder`, which has a slash or an ending; None for the plain look.
        ascii: Whether the screen shows only ASCII characters.
        justify: Whether the right margin of prose is even.
        hyphenate: Whether words are hyphenated at the ends of rows.
        speak_friendly: Whether the screen suits a screen reader.
        backup_megabytes: How large the backups of the library may be together; 0 for none.
        keys: The keys of each action, by the names that `pullquote keys` prints: "move.down" = "j,down".
    """

    theme: str = "auto"
    export_folder: Path | None = None
    export_template: str | None = None
    ascii: bool = False
    justify: bool = False
    hyphenate: bool = False
    speak_friendly: bool = False
    backup_megabytes: int = 500
    keys: Mapping[str, str] = field(default_factory=dict)


def paths() -> Paths:
    """Return where the files are: in PULLQUOTE_HOME when it is set, else in the system's folders (platformdirs)."""
    home = os.environ.get("PULLQUOTE_HOME")
    if home:
        folder = Path(home).expanduser().absolute()
        return Paths(folder / "library.db", folder / "config.toml", folder, folder / "pages")
    from platformdirs import PlatformDirs  # noqa: PLC0415 - not needed with PULLQUOTE_HOME, and slow to import

    dirs = PlatformDirs(_NAME)
    return Paths(
        dirs.user_data_path / "library.db",
        dirs.user_config_path / "config.toml",
        dirs.user_log_path,
        dirs.user_cache_path / "pages",
    )


def load(path: Path | None = None) -> Settings:
    """Read the settings and refuse a file with mistakes.

    Args:
        path: The file, which need not exist; by default the person's `config.toml`.

    Raises:
        ConfigError: Something in the file can't be used. The message has the file, the line where it is known, the
            setting and the reason.
    """
    settings, diagnostics = read(path)
    if diagnostics:
        raise ConfigError(" ".join(diagnostics))
    return settings


def read(path: Path | None = None) -> tuple[Settings, tuple[str, ...]]:
    """Read the settings that can be used; the default is used for a bad value.

    Args:
        path: As for `load`.

    Returns:
        The settings, and sentences on what can't be used of the file.
    """
    path = path or paths().config
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        return Settings(), (f"The settings in {path} could not be read ({reason}): the defaults are used.",)
    return _parse(text, path)


def save_theme(name: str, path: Path | None = None) -> None:
    """Write the name of a theme into the settings; the rest of the file stays as it is.

    Raises:
        ConfigError: The file can't be written.
    """
    path = path or paths().config
    line = f'theme = "{name}"'
    try:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        top = re.search(r"^[ \t]*\[", text, re.MULTILINE)
        found = re.search(r"^[ \t]*theme[ \t]*=.*$", text[: top.start()] if top else text, re.MULTILINE)
        text = f"{text[: found.start()]}{line}{text[found.end() :]}" if found else f"{line}\n{text}"
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"The theme {name} could not be saved in {path} ({error}): it is used this time only."
        ) from error


def _parse(text: str, path: Path) -> tuple[Settings, tuple[str, ...]]:
    import tomllib  # noqa: PLC0415 - most people have no such file

    try:
        given = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        reason = "its values are nested too deep" if isinstance(error, RecursionError) else error
        return Settings(), (f"{path} is not valid TOML ({reason}): the default settings are used.",)
    given = _with_flat_names(given)
    unknown = f"there is no such setting (there are {', '.join(sorted(setting_name(kind) for kind in _KINDS))})"
    faults = dict.fromkeys(given.keys() - _KINDS.keys(), unknown)
    usable = {key: value for key, value in given.items() if key in _KINDS and value != ""}
    if isinstance(usable.get("keys"), dict):
        keys = dict(_flatten(usable["keys"]))
        faults |= {name: "its keys are a string" for name, value in keys.items() if not isinstance(value, str)}
        usable["keys"] = {name: value for name, value in keys.items() if isinstance(value, str)}
    settings = _unconverted(usable) or _validated(usable, faults)
    if settings.export_folder is not None:
        folder = path.parent.absolute() / settings.export_folder.expanduser()
        settings = replace(settings, export_folder=folder)
    if settings.export_template is not None and re.search(r"[/.~]", settings.export_template):
        template = path.parent.absolute() / Path(settings.export_template).expanduser()
        settings = replace(settings, export_template=str(template))
    return settings, (_diagnostic(faults, text, path),) if faults else ()


def _with_flat_names(given: dict[str, Any]) -> dict[str, Any]:
    """Return what a file sets, with the settings of its table [export] under the names of `Settings`."""
    table = given.get("export")
    if not isinstance(table, dict):
        return given
    fields = {name: field for field, name in _NAMES.items()}
    flat = {name: value for name, value in given.items() if name != "export"}
    return flat | {fields.get(f"export.{name}", f"export.{name}"): value for name, value in table.items()}


def _unconverted(usable: dict[str, Any]) -> Settings | None:
    """Return the settings where each value has the right type already, else None.

    Most files are like that and need no pydantic, which takes a third of the program's start to import.
    """
    if not all(type(value) is _KINDS.get(key) for key, value in usable.items()):
        return None
    folder = usable.get("export_folder")
    return Settings(**usable | ({"export_folder": Path(folder)} if folder else {}))


def _validated(usable: dict[str, Any], faults: dict[str, str]) -> Settings:
    """Return the settings that pydantic can make of the values, and add to `faults` why the others can't be used."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - as above

    adapter = TypeAdapter(Settings)
    try:
        return adapter.validate_python(usable)
    except ValidationError as error:
        faults |= {str(fault["loc"][0]): str(fault["msg"]) for fault in error.errors()}
        return adapter.validate_python({key: value for key, value in usable.items() if key not in faults})


def _flatten(table: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """Return the values of a table and of the tables in it, under dotted names: TOML nests `move.down = "j"`."""
    waiting = list(table.items())[::-1]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{name}.{inner}", each) for inner, each in value.items()][::-1]
        else:
            yield name, value


def setting_name(field: str) -> str:
    """Return what a field of `Settings` is called in the file."""
    return _NAMES.get(field, field)


def describe_faults(faults: dict[str, str], path: Path | None = None) -> str:
    """Return a sentence on settings of the file that can't be used.

    Args:
        faults: The reasons, by the names of the settings.
        path: The file; by default the person's `config.toml`.
    """
    path = path or paths().config
    return _diagnostic(faults, path.read_text(encoding="utf-8") if path.is_file() else "", path)


def _diagnostic(faults: dict[str, str], text: str, path: Path) -> str:
    """Return one sentence with every fault of the file, in the order of its lines."""
    faults = {setting_name(key): reason for key, reason in faults.items()}
    lines = {key: _line(key, text) or _line(key.rpartition(".")[2], text) for key in faults}
    reasons = [
        f"{key}{f' in line {lines[key]}' if lines[key] else ''}: {reason[0].lower()}{reason[1:]}"
        for key, reason in sorted(faults.items(), key=lambda fault: (lines[fault[0]], fault[0]))
    ]
    return f"Some settings in {path} can't be used, and their defaults are used instead ({'; '.join(reasons)})."


def _line(key: str, text: str) -> int:
    """Return the number of the line that sets `key` or opens a table of that name, 0 where none is found."""
    found = re.search(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[\].=]", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0
