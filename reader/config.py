"""Settings and where things lie: `config.toml`, the library and the log, in the system's folders or PULLQUOTE_HOME."""

import os
import re
from dataclasses import dataclass, fields
from pathlib import Path

from reader.errors import ConfigError

_NAME = "pullquote"


@dataclass(frozen=True, slots=True)
class Paths:
    """The library's file, the settings' file and the folder of the log."""

    library: Path
    config: Path
    log: Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person set, with what holds where they set nothing.

    `theme`: the name of a theme; "auto" takes the dark or the light one after the terminal's background.
    `export_folder`: where exports go, None for the current folder; "~" is one's home, and a relative path starts at
    the folder of `config.toml`.
    """

    theme: str = "auto"
    export_folder: Path | None = None


def paths() -> Paths:
    """Where things lie: in PULLQUOTE_HOME when it is set, else where the system wants them (platformdirs)."""
    home = os.environ.get("PULLQUOTE_HOME")
    if home:
        folder = Path(home).expanduser().absolute()
        return Paths(folder / "library.db", folder / "config.toml", folder)
    from platformdirs import PlatformDirs  # noqa: PLC0415 - not needed with PULLQUOTE_HOME, and slow to import

    dirs = PlatformDirs(_NAME)
    return Paths(dirs.user_data_path / "library.db", dirs.user_config_path / "config.toml", dirs.user_log_path)


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


def _parse(text: str, path: Path) -> tuple[Settings, ConfigError | None]:
    # These take longer to import than the rest of this module, and most people have no such file.
    import tomllib  # noqa: PLC0415

    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415

    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), ConfigError(f"The settings in {path} are no TOML ({error}): the defaults are in force.")
    names = {field.name for field in fields(Settings)}
    faults = {key: f"there is no such setting (there are {', '.join(sorted(names))})" for key in given.keys() - names}
    usable = {key: value for key, value in given.items() if key in names and value != ""}
    adapter = TypeAdapter(Settings)
    try:
        settings = adapter.validate_python(usable)
    except ValidationError as error:
        faults |= {str(fault["loc"][0]): str(fault["msg"]) for fault in error.errors()}
        settings = adapter.validate_python({key: value for key, value in usable.items() if key not in faults})
    if settings.export_folder is not None:
        folder = path.parent.absolute() / settings.export_folder.expanduser()
        settings = Settings(settings.theme, folder)
    return settings, _problem(faults, text, path) if faults else None


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
