"""The commands that show how Pullquote is set up: settings, keys, terminal and installation."""

import os
import sys
from dataclasses import asdict
from pathlib import Path

import click

from reader import __version__, config
from reader.cli.arguments import debug, json
from reader.cli.output import json_line, print_facts, print_message, table, write
from reader.cli.theme_names import theme_problem
from reader.launcher import new_session
from reader.model import format_count
from reader.services.session import Session


@click.command(name="config", epilog="Example: pullquote config --json")
@json
@debug
def settings(*, as_json: bool) -> None:
    """Print the settings and the paths of the settings file, the library and the log."""
    current = config.load()
    problem = theme_problem(current.theme)
    if problem is not None:
        print_message(config.describe_faults({"theme": problem.rstrip(".")}))
    print_facts(
        {
            config.setting_name(name): str(value) if isinstance(value, Path) else value
            for name, value in asdict(current).items()
            if name != "keys"
        },
        as_json=as_json,
    )


@click.command(epilog="Example: pullquote keys")
@json
@debug
def keys(*, as_json: bool) -> None:
    """Print the keys of the reader and their names in config.toml."""
    from reader.app.app import PullquoteApp  # noqa: PLC0415 - Textual is loaded only to be used
    from reader.app.key_names import label_of_keys  # noqa: PLC0415
    from reader.app.keymap import binding_groups, by_topic, check_keymap, with_keymap  # noqa: PLC0415

    groups = binding_groups(PullquoteApp.BINDINGS)
    usable, faults = check_keymap(new_session(library=False).settings.keys, groups)
    if faults:
        print_message(config.describe_faults(faults))
    columns = ("keys", "id", "does")
    rows = [
        (label_of_keys(key.key), key.id, key.description)
        for _, keys in by_topic(with_keymap(groups, usable))
        for key in keys
    ]
    if as_json:
        sys.stdout.writelines(json_line(dict(zip(columns, row, strict=True))) for row in rows)
    else:
        write(table(columns, rows))


def corrections_state(session: Session) -> str:
    """Return how many corrections the library has, and those that do not fit what is found today, with the articles."""
    count, misfits = 0, []
    for article in session.corrections.by_article():
        corrected = session.corrections.apply(article, session.analyse(article))
        count += len(corrected.corrections)
        misfits += [f"{article.name}: {each.words} ({each.why})" for each in corrected.misfits.values()]
    if not misfits:
        return f"{count}, all of them fit" if count else "none"
    return f"{count}, {len(misfits)} of which no longer fit. " + "; ".join(misfits)


def library_state(session: Session) -> str:
    """Return whether every page, index and row of the library is sound, or what is wrong."""
    if session.library.problem is not None:
        return "not possible"
    problems = session.recovery.problems()
    if not problems:
        return "sound"
    return f"{'; '.join(problems)}. Quit Pullquote in all windows and run pullquote library recover."


def backups_state(session: Session) -> str:
    """Return how many backups of the library there are, and the day of the last one."""
    found = session.recovery.backups()
    if found:
        return f"{len(found)}, the last one {found[0].name}"
    return "none" if session.recovery.has_room else "none: the library is larger than backup_megabytes"


@click.command(epilog="Example: pullquote doctor")
@click.option("--rebuild", is_flag=True, help="Make the search index anew first, from the library.")
@json
@debug
def doctor(*, rebuild: bool, as_json: bool) -> None:
    """Check what this terminal and this installation can do, and whether your library is sound."""
    from importlib.metadata import version  # noqa: PLC0415 - loaded only to be used

    from reader.app.terminal.colour_support import describe_colours, tmux_features  # noqa: PLC0415 - loaded only to be used
    from reader.app.terminal.osc8 import supports_links  # noqa: PLC0415
    from reader.app.terminal.system_clipboard import installed_tool  # noqa: PLC0415

    session = new_session()
    session.library.entries()  # opens the library
    state = library_state(session)
    indexed = session.search.rebuild() if rebuild else session.search.indexed_count()
    problems = (
        session.library.notice,
        session.search.problem,
        *session.diagnostics,
        theme_problem(session.settings.theme),
    )
    found = {
        "pullquote": __version__,
        "python": sys.version.split()[0],
        "textual": version("textual"),
        "terminal": os.environ.get("TERM"),
        "colours": describe_colours(os.environ, tmux_features),
        "clipboard": "OSC 52" if (tool := installed_tool()) is None else f"OSC 52, {tool.command[0]}",
        "links": "OSC 8" if supports_links(os.environ) else None,
        "size": "x".join(map(str, os.get_terminal_size(1))) if sys.stdout.isatty() else None,
        "corrections": corrections_state(session),
        "search index": f"{format_count(indexed, 'article')}, made anew"
        if rebuild
        else format_count(indexed, "article"),
        "library check": state,
        "backups": backups_state(session),
        "problem": " ".join(filter(None, problems)) or "none found",
    }
    print_facts(found, as_json=as_json)
