"""Whatever a name, a title, a note, an address, an argument or a setting says, no command sends it to the terminal raw."""

import json
from importlib.util import find_spec

import click
import pytest

from reader import cli
from reader.config import paths
from reader.services.exports import FORMATS
from reader.sources.formats import plugin_requests
from tests.cli.command_runner import ARTICLE, run
from tests.poison import FORGED, LINES, POISON, fill, harmful, named

FILE, KEPT = "{file}", "{kept}"
"""A file of a poisoned name, and the location of an article that the library has from before."""

WRONG_USAGE = 2

CASES: dict[str, list[tuple[str, ...]]] = {
    "read": [(FILE,), (KEPT,), (FILE, "--ascii"), (f"no{LINES}.txt",), (f"a{LINES}", "b"), (f"qoutes{LINES}", "b")],
    "library": [(), (POISON,), ("--width", "60"), ("--remove", LINES)],
    "library export": [("-",), (LINES,), (f"none{LINES}/x",)],
    "library import": [(LINES,), (FILE,)],
    "library recover": [(), (LINES,), (FILE,)],
    "library backup": [(), (f"none{LINES}/x.db",)],
    "library restore": [(), (LINES,), (FILE,)],
    "quotes": [(FILE,), (FILE, KEPT), (FILE, "--explain"), (FILE, "--voice", LINES), (f"https://weir.invalid/{LINES}",)],
    "voices": [(FILE,), (FILE, KEPT), (KEPT, "--width", "40"), ("--library",), ("--library", "--width", "30")],
    "threads": [(FILE, KEPT)],
    "show": [(FILE,), (KEPT,), (FILE, f"gone{LINES}.txt"), (f"news{LINES}.minutes",)],
    "search": [("first",), ("weir",), ("tag:tag",), ("--limit", "1", "voice:otto"), ("--width", "30", "waits"), (LINES,)],
    "export": [(KEPT,), (KEPT, "--output", "-"), (KEPT, "--output", f"none{LINES}/x.md"), ("--all",), (KEPT, "--output", f"x{POISON}.md"), *((KEPT, "--output", "-", "--format", form) for form in FORMATS)],
    "import": [(f"gone{LINES}.html",), ("list.txt",), ("list.txt", "--dry-run", "--width", "50"), ("highlights.csv",), ("highlights.csv", "--width", "50")],
    "feed add": [(f"feed{LINES}",), (f"https://weir.invalid/{LINES}", f"ftp://{LINES}")],
    "feed list": [(), ("--width", "50")],
    "feed update": [()],
    "feed remove": [(LINES,), (f"f{POISON}",)],
    "serve": [(FILE, "--port", "0"), (FILE, "--host", LINES, "--port", "0")],
    "corrections": [(FILE,), (KEPT,), (FILE, "--gold"), ("import", FILE), ("import", LINES)],
    "config": [()],
    "keys": [()],
    "doctor": [()],
    "completion": [("bash",), ("zsh",), ("fish",), (LINES,)],
}  # fmt: skip


def commands(group=cli.cli, above=""):
    """Every command that there is, by all of its name."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, f"{above}{name} ")
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield above + name, command


COMMANDS = dict(commands())
VALUES = [
    (name, parameter)
    for name, command in COMMANDS.items()
    for parameter in command.params
    if isinstance(parameter, click.Option) and not parameter.is_flag
]


@pytest.fixture
def poisoned(home, monkeypatch, capsys):
    """What stands for FILE and KEPT, among a library, settings and a plugin that are as bad."""
    folder = paths().config.parent
    folder.mkdir(parents=True)
    key = json.dumps(f"k{LINES}").replace("\\u007f", "\\u007F").replace("\x7f", "\\u007F")
    (folder / "config.toml").write_text(
        f"{key} = 1\ntheme = {key}\nexport_folder = {key}\n[keys]\n{key} = {key}\n", encoding="utf-8"
    )
    (home / "list.txt").write_text(f"https://one.example/{POISON}\nftp://two.example/{POISON}\n", encoding="utf-8")
    (home / "highlights.csv").write_text(f'Highlight,Title,Note\n"w{LINES}","t{LINES}","n{LINES}"\n"{LINES}",,\n')
    (home / f"news{LINES}.minutes").write_text("minutes", encoding="utf-8")
    site = home / "site"
    (site / "broken-1.0.dist-info").mkdir(parents=True)
    (site / "broken-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (site / "broken-1.0.dist-info" / "entry_points.txt").write_text("[pullquote.sources]\nminutes = broken_poison\n")
    (site / "broken_poison.py").write_text(f"raise type({'Oh' + LINES!r}, (Exception,), {{}})({LINES!r})\n")
    monkeypatch.syspath_prepend(site)
    plugin_requests._worker.stop()
    if find_spec("textual_serve") is not None:
        from reader.cli import web_server  # noqa: PLC0415 - an extra

        monkeypatch.setattr(web_server.WebServer, "serve", lambda _: None)
    monkeypatch.setenv("TERM", f"xterm{POISON}")
    path = named(home, ARTICLE)
    kept, _ = fill(path)
    run(capsys, "doctor")
    yield {FILE: str(path), KEPT: kept}
    plugin_requests._worker.stop()


def harmless(capsys, poisoned, *args):
    """Run the command and look at every character of what it prints, and at every string of its JSON."""
    status, out, err = run(capsys, *[poisoned.get(arg, arg) for arg in args])
    assert harmful(out) == set()
    assert harmful(err) == set()
    assert f"\n{FORGED}" not in out
    # A traceback has lines of its own, and so has what click makes of wrong usage: an error stands there as it is.
    assert status == WRONG_USAGE or "--debug" in args or f"\n{FORGED}" not in err
    if "--json" in args:
        for line in out.splitlines():
            strings(json.loads(line))
    return status, out, err


def strings(value, name=""):
    if isinstance(value, dict):
        for key, each in value.items():
            strings(key)
            strings(each, key)
    elif isinstance(value, list):
        for each in value:
            strings(each, name)
    elif isinstance(value, str):
        assert harmful(value) == set()
        assert name in {"text", "exact", "prefix", "suffix", "head", "tail"} or not {"\n", "\t"} & set(value)


def test_there_is_a_case_for_every_command():
    assert CASES.keys() == COMMANDS.keys()


@pytest.mark.parametrize("name", CASES)
def test_no_command_sends_what_a_terminal_would_obey(capsys, poisoned, name):
    command = COMMANDS[name]
    flags = {parameter.opts[0] for parameter in command.params} & {"--json", "--debug"}
    for args in CASES[name]:
        for flag in (None, *sorted(flags)):
            harmless(capsys, poisoned, *name.split(), *args, *([flag] if flag else []))


@pytest.mark.parametrize(("name", "option"), VALUES, ids=lambda value: getattr(value, "name", value))
def test_no_option_echoes_its_value_as_it_came(capsys, poisoned, name, option):
    article = [] if name == "library" or name.startswith("feed") else [FILE]
    harmless(capsys, poisoned, *name.split(), option.opts[0], LINES, *article)


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_no_option_and_no_argument_is_not_echoed_as_it_came(capsys, poisoned, name):
    for args in ([f"--{LINES}"], [FILE, LINES, LINES], [f"--debug={LINES}"]):
        harmless(capsys, poisoned, *name.split(), *args)
    harmless(capsys, poisoned, f"--{LINES}", name)
    harmless(capsys, poisoned, name.split()[0], f"x{LINES}", f"y{LINES}")


def test_the_name_stays_readable(capsys, poisoned):
    _, out, _ = harmless(capsys, poisoned, "show", FILE, "--json")
    assert "/weir\ufffd]52;c;cHduZWQ=\ufffd\ufffd31m" in json.loads(out)["location"]


def test_what_the_json_has_for_a_place_takes_the_article_out(capsys, poisoned):
    _, out, _ = harmless(capsys, poisoned, "library", "--json")
    place = json.loads(out.splitlines()[-1])["location"]
    assert place.startswith("https://waits.example/")
    status, _, _ = harmless(capsys, poisoned, "library", "--remove", place, "--json")
    assert status == 0


def test_the_log_of_a_fault_is_harmless(capsys, poisoned, monkeypatch):
    def fail(*_, **__):
        raise type(f"Odd{POISON}", (Exception,), {})(LINES)

    monkeypatch.setattr("reader.services.session.Session.open", fail)
    status, _, err = harmless(capsys, poisoned, "show", FILE, "--debug")
    assert status == 1
    assert "This should not have happened (Odd\ufffd" in err
    log = (paths().log / "pullquote.log").read_text(encoding="utf-8")
    assert "Odd\ufffd" in log
    assert harmful(log) == set()


def test_an_export_holds_the_note_in_its_lines_and_nothing_a_terminal_would_obey(capsys, poisoned, home):
    path = home / "out.md"
    assert harmless(capsys, poisoned, "export", KEPT, "--output", path)[0] == 0
    text = path.read_text(encoding="utf-8")
    assert harmful(text) == set()
    assert "Note: first\ufffd" in text
    assert "\nsecond\ufffd" in text
