"""Settings and where things lie: `config.toml`, the library and the log, in the system's folders or PULLQUOTE_HOME."""

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
    "ascii": bool,
    "justify": bool,
    "hyphenate": bool,
    "speak_friendly": bool,
    "keys": dict,
}
"""The settings that there are, and of what kind each stands in the file."""


class Paths(NamedTuple):
    """The library's file, the settings' file, the folder of the log and that of the web pages read before."""

    library: Path
    config: Path
    log: Path
    pages: Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person set, with what holds where they set nothing.

    `theme`: the name of a theme; "auto" takes the dark or the light one after the terminal's background.
    `export_folder`: where exports go, None for the current folder; "~" is one's home, and a relative path starts at
    the folder of `config.toml`. `ascii`: no sign on the screen is beyond ASCII. `justify`: the right margin of prose is
    even; `hyphenate`: words are parted at the ends of rows. `speak_friendly`: the screen suits a screen reader.
    `keys`: the keys of each action, by the names that `pullquote keys` prints: "move.down" = "j,down".
    """

    theme: str = "auto"
    export_folder: Path | None = None
    ascii: bool = False
    justify: bool = False
    hyphenate: bool = False
    speak_friendly: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)


def paths() -> Paths:
    """Where things lie: in PULLQUOTE_HOME when it is set, else where the system wants them (platformdirs)."""
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
    """The settings in the file at `path` (by default the person's `config.toml`), which need not exist.

    Raises ConfigError, with the file, the line where it is known, the key and the reason.
    """
    settings, problem = read(path)
    if problem is not None:
        raise problem
    return settings


def read(path: Path | None = None) -> tuple[Settings, ConfigError | None]:
    """The settings that can be used, and what is wrong with the rest: a bad value leaves its default in force."""
    path = path or paths().config
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        return Settings(), ConfigError(
            f"The settings in {path} could not be read ({reason}): the defaults are in force."
        )
    return _parse(text, path)


def save_theme(name: str, path: Path | None = None) -> None:
    """Write the choice of a theme into the settings; all else in the file stays as it is. Raises ConfigError."""
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
        raise ConfigError(f"The theme {name} could not be kept in {path} ({error}): it is worn this time.") from error


def _parse(text: str, path: Path) -> tuple[Settings, ConfigError | None]:
    import tomllib  # noqa: PLC0415 - most people have no such file

    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), ConfigError(f"The settings in {path} are no TOML ({error}): the defaults are in force.")
    none = f"there is no such setting (there are {', '.join(sorted(_KINDS))})"
    faults = dict.fromkeys(given.keys() - _KINDS.keys(), none)
    usable = {key: value for key, value in given.items() if key in _KINDS and value != ""}
    if isinstance(usable.get("keys"), dict):
        keys = dict(_flat(usable["keys"]))
        faults |= {name: "its keys are a string" for name, value in keys.items() if not isinstance(value, str)}
        usable["keys"] = {name: value for name, value in keys.items() if isinstance(value, str)}
    settings = _plain(usable) or _judged(usable, faults)
    if settings.export_folder is not None:
        folder = path.parent.absolute() / settings.export_folder.expanduser()
        settings = replace(settings, export_folder=folder)
    return settings, _problem(faults, text, path) if faults else None


def _plain(usable: dict[str, Any]) -> Settings | None:
    """The settings where each value is of its own kind already, else None.

    Most files are so, and need no pydantic, which takes a third of the program's start to import.
    """
    if not all(type(value) is _KINDS.get(key) for key, value in usable.items()):
        return None
    folder = usable.get("export_folder")
    return Settings(**usable | ({"export_folder": Path(folder)} if folder else {}))


def _judged(usable: dict[str, Any], faults: dict[str, str]) -> Settings:
    """The settings that pydantic can make of the values; what it finds wrong with the others is put among `faults`."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - as above

    adapter = TypeAdapter(Settings)
    try:
        return adapter.validate_python(usable)
    except ValidationError as error:
        faults |= {str(fault["loc"][0]): str(fault["msg"]) for fault in error.errors()}
        return adapter.validate_python({key: value for key, value in usable.items() if key not in faults})


def _flat(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, object]]:
    """The values of a table and of those inside it, under dotted names: `move.down = "j"` is one inside one in TOML."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield above + name, value


def describe_faults(faults: dict[str, str], path: Path | None = None) -> str:
    """A sentence on what is wrong with settings of the file, by their names, that only others could find."""
    path = path or paths().config
    return str(_problem(faults, path.read_text(encoding="utf-8") if path.is_file() else "", path))


def _problem(faults: dict[str, str], text: str, path: Path) -> ConfigError:
    """Every fault of the file in one sentence, in the order of its lines."""
    lines = {key: _line(key, text) for key in faults}
    told = [
        f"{key}{f' in line {lines[key]}' if lines[key] else ''}: {reason[0].lower()}{reason[1:]}"
        for key, reason in sorted(faults.items(), key=lambda fault: (lines[fault[0]], fault[0]))
    ]
    return ConfigError(
        f"Not all settings in {path} can be used, and the defaults stand in for them ({'; '.join(told)})."
    )


def _line(key: str, text: str) -> int:
    """The number of the line that sets `key` or opens a table of that name, 0 where it can't be told."""
    found = re.search(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[\].=]", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0
