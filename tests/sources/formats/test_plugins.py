"""Formats from other distributions, found by their entry points and loaded when they are needed."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.services.session import _BUILT_IN_SUFFIXES, is_slow_to_open
from reader.sources import load, parse_worker
from reader.sources.formats import plugin_requests
from reader.sources.formats.plugin_worker import MATCH
from reader.sources.formats.registry import FORMATS

PACKAGE = Path(__file__).parents[1] / "plugin_package"
MINUTES = b"MINUTES\nPort Ansel, 3 April\n1|Ottoline Brask|The ferry must run.\n2|Ruben Achterberg|Not for me.\n"


def install(folder, name, entry_points, **modules):
    """Write what an installer leaves of a distribution: its modules, and a folder with its entry points."""
    facts = folder / f"{name}-1.0.dist-info"
    facts.mkdir(parents=True)
    (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (facts / "entry_points.txt").write_text(entry_points, encoding="utf-8")
    for module, code in modules.items():
        (folder / f"{module}.py").write_text(code, encoding="utf-8")


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install the test package and return its folder; other packages can be added to it."""
    folder = tmp_path / "site-packages"
    install(
        folder,
        "pullquote_minutes",
        (PACKAGE / "entry_points.txt").read_text(encoding="utf-8"),
        pullquote_minutes=(PACKAGE / "pullquote_minutes.py").read_text(encoding="utf-8"),
    )
    monkeypatch.syspath_prepend(folder)
    plugin_requests._worker.stop()
    yield folder
    plugin_requests._worker.stop()
    plugin_requests._unusable.clear()
    plugin_requests._failed.clear()


def write_file(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return str(path)


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("name", ["april.minutes", "april.MINUTES", "april.unknown"])
def test_a_plugin_reads_files_by_extension_or_by_first_bytes(tmp_path, name):
    article = load(write_file(tmp_path, name, MINUTES))
    assert article.title == "Port Ansel, 3 April"
    assert "Ottoline Brask: “The ferry must run.”" in article.text


@pytest.mark.usefixtures("installed")
def test_plugins_are_not_searched_where_a_built_in_format_matches(tmp_path):
    load(write_file(tmp_path, "april.txt", MINUTES))
    load("-", stdin=MINUTES)
    assert plugin_requests._worker._process is None


@pytest.mark.usefixtures("installed")
def test_the_code_of_a_plugin_is_not_loaded_into_the_program(tmp_path):
    assert load(write_file(tmp_path, "april.minutes", MINUTES)).title == "Port Ansel, 3 April"
    assert "pullquote_minutes" not in sys.modules


def test_without_the_plugin_the_same_file_is_text(tmp_path):
    assert "1|Ottoline Brask" in load(write_file(tmp_path, "april.minutes", MINUTES)).text


@pytest.mark.usefixtures("installed")
def test_the_message_of_a_plugin_is_shown(tmp_path):
    with pytest.raises(SourceError, match=r"april\.minutes was not opened: nobody spoke\.$"):
        load(write_file(tmp_path, "april.minutes", b"MINUTES\nPort Ansel, 3 April\n"))


@pytest.mark.usefixtures("installed")
def test_a_plugin_that_fails_is_named_in_the_message(tmp_path):
    with pytest.raises(SourceError, match=r"the plugin minutes failed on it \(UnicodeDecodeError: .*\)\.$"):
        load(write_file(tmp_path, "april.minutes", b"MINUTES\n\xff\n"))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise RuntimeError('out of\\nsorts')", r"could not be loaded \(RuntimeError: out of sorts\)"),
        ("import no_such_module_anywhere", "could not be loaded .ModuleNotFoundError"),
        ("", "could not be loaded .AttributeError"),
        ("FORMAT = 'a string'", "is not a Format"),
    ],
)
def test_a_broken_plugin_is_reported_for_its_files_only(installed, tmp_path, code, words):
    install(installed, "broken_plugin", "[pullquote.sources]\nbroken = broken_plugin:FORMAT\n", broken_plugin=code)
    with pytest.raises(SourceError, match=words) as caught:
        load(write_file(tmp_path, "a.broken", b"text"))
    assert "\n" not in str(caught.value)
    assert load(write_file(tmp_path, "a.unknown", MINUTES)).title == "Port Ansel, 3 April"
    assert load(write_file(tmp_path, "a.log", b"Only text, which opens all the same.")).text


@pytest.mark.usefixtures("installed")
def test_what_a_plugin_returns_is_cleaned(tmp_path):
    hostile = "MINUTES\nThe \x1b[31mTitle\n1|Ottoline \u202eBrask|The ferry \x1b]52;c;ZWNobw==\x07must run.\n".encode()
    article = load(write_file(tmp_path, "april.minutes", hostile))
    assert (article.title, article.text) == ("The Title", "The Title\n\nOttoline Brask: “The ferry must run.”")


def test_plain_text_opens_without_a_search_for_plugins(tmp_path):
    path = write_file(tmp_path, "a.txt", b"Only text.")
    code = f"import sys, reader.sources as s; s.load({path!r}); print('importlib.metadata' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


READER = """
import atexit, os, subprocess, sys, time
from reader.model import Block, BlockKind, Mark, MarkKind, Span
from reader.sources.draft import Draft, Facts
from reader.sources.formats.base import Format
class Odd(BaseException):
    def __str__(self):
        raise ValueError
def read(document):
    {read}
    return Draft("The ferry runs.", (Block(BlockKind.PARAGRAPH, Span(0, 15)),))
def matches(data):
    {matches}
FORMAT = Format("odd", read, matches_bytes=matches)
"""


def install_odd(folder, *, read="pass", matches="return False", begin=""):
    code = begin + READER.format(read=read, matches=matches)
    install(folder, "broken_odd", "[pullquote.sources]\nodd = broken_odd:FORMAT\n", broken_odd=code)


BLOCK = "Block(BlockKind.PARAGRAPH, Span({}, {}))"


@pytest.mark.parametrize(
    ("read", "sentence"),
    [
        ("time.sleep(10_000)", r"the plugin odd needs more than 1 seconds for it\."),
        ("while True: pass", r"the plugin odd needs more than 1 seconds for it\."),
        ("sys.exit(3)", r"the plugin odd failed on it \(SystemExit: 3\)\."),
        ("sys.exit()", r"the plugin odd failed on it \(SystemExit\)\."),
        ("os._exit(0)", r"the plugin odd ended its process before it had read it\."),
        ("os.abort()", r"the plugin odd ended its process before it had read it\."),
        ("raise KeyboardInterrupt", r"the plugin odd failed on it \(KeyboardInterrupt\)\."),
        ("raise Odd", r"the plugin odd failed on it \(Odd\)\."),
        ("read(document)", r"the plugin odd failed on it \(RecursionError: .*\)\."),
        ("[bytes(2**27) for _ in range(9)]", r"the plugin odd needs more memory for it than it may use\."),
        ("open('made', 'w').write('x' * 9999)", r"the plugin odd failed on it \(OSError: .*\)\."),
        ("return None", r"the plugin odd failed on it \(TypeError: it returned NoneType, not a Draft\)\."),
        (
            "return Draft('x' * 2**25, ())",
            r"the plugin odd failed on it \(ValueError: it returned over 20 MiB of text\)",
        ),
        (
            f"return Draft('abc', ({BLOCK.format(0, 99)},))",
            r"\(ValueError: it returned spans that are not in its text\)",
        ),
        (
            "return Draft('abc', (), (Mark(MarkKind.STRONG, Span(5, 9)),))",
            r"\(ValueError: it returned spans that are not in its text\)",
        ),
        (
            f"return Draft('abcdef', ({BLOCK.format(3, 6)}, {BLOCK.format(0, 3)}))",
            r"\(ValueError: it returned blocks that are not in the order of its text\)",
        ),
        ("return Draft('abc', (7,))", r"the plugin odd failed on it \(TypeError: it returned int, not a Block\)\."),
        ("return Draft('abc', (), 'ab')", r"failed on it \(TypeError: it returned str, not a tuple of Mark\)\."),
        ("return Draft('abc', (each for each in ()))", r"\(TypeError: it returned generator, not a tuple of Block\)\."),
        ("return Draft('abc', (), (), Facts(title=7))", r"the plugin odd failed on it \(TypeError: .*\)\."),
        ("return Draft(7, ())", r"the plugin odd failed on it \(TypeError: .*\)\."),
    ],
)
def test_what_goes_wrong_in_a_plugin_costs_one_sentence(installed, tmp_path, monkeypatch, read, sentence):
    monkeypatch.chdir(tmp_path)  # where the plugin that writes a file writes it
    monkeypatch.setattr(plugin_requests, "seconds_for", lambda _: 1.0)
    install_odd(installed, read=read)
    with pytest.raises(SourceError, match=rf"^[^\n]*a\.odd was not opened: [^\n]*{sentence}") as caught:
        load(write_file(tmp_path, "a.odd", b"text"))
    assert "\n" not in str(caught.value)
    assert load(write_file(tmp_path, "april.minutes", MINUTES)).title == "Port Ansel, 3 April"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ("level='x\\x1b]0;evil'", "level is not a number from 0 to 6"),
        ("level=10**9", "level is not a number from 0 to 6"),
        ("level=-1", "level is not a number from 0 to 6"),
        ("level=1.0", "level is not a number from 0 to 6"),
        ("level=__import__('decimal').Decimal(1)", "level is not a number from 0 to 6"),
        ("ordered='1'", "number is not one up to 999,999,999"),
        ("ordered=10**5000", "number is not one up to 999,999,999"),
        ("hidden='no'", "hidden or continues is neither True nor False"),
        ("continues=None", "hidden or continues is neither True nor False"),
        ("kind='paragraph'", "kind is not a BlockKind"),
        ("kind=MarkKind.LINK", "kind is not a BlockKind"),
        ("span=Span(0, 1.5)", "an end is not a number of characters"),
    ],
)
def test_a_block_of_a_plugin_has_only_values_that_the_model_allows(installed, tmp_path, values, words):
    block = f"Block(**{{'kind': BlockKind.PARAGRAPH, 'span': Span(0, 3), **dict({values})}})"
    install_odd(installed, read=f"return Draft('abc', ({block},))")
    with pytest.raises(
        SourceError, match=rf"the plugin odd failed on it \((?:Type|Value)Error: it returned [^\n]*{words}\)\.$"
    ):
        load(write_file(tmp_path, "a.odd", b"text"))


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("Mark('link', Span(0, 3))", "kind is not a MarkKind"),
        ("Mark(MarkKind.LINK, Span(0, 3), 7)", "address is not text"),
        ("Mark(MarkKind.LINK, Span(0, __import__('decimal').Decimal(3)))", "an end is not a number of characters"),
    ],
)
def test_a_mark_of_a_plugin_has_only_values_that_the_model_allows(installed, tmp_path, mark, words):
    install_odd(installed, read=f"return Draft('abc', (), ({mark},))")
    with pytest.raises(
        SourceError, match=rf"the plugin odd failed on it \((?:Type|Value)Error: it returned [^\n]*{words}\)\.$"
    ):
        load(write_file(tmp_path, "a.odd", b"text"))


@pytest.mark.parametrize("begin", ["while True: pass\n", "import os; os._exit(1)\n", "raise SystemExit\n"])
def test_a_plugin_that_cannot_be_loaded_costs_one_sentence(installed, tmp_path, monkeypatch, begin):
    monkeypatch.setattr(plugin_requests, "seconds_for", lambda _: 1.0)
    install_odd(installed, begin=begin)
    with pytest.raises(SourceError, match=r"a\.odd was not opened: the plugin odd [^\n]*\.$"):
        load(write_file(tmp_path, "a.odd", b"text"))


def count_questions(monkeypatch):
    """Return a list that grows by the name of a plugin each time that it is asked whether it matches."""
    asked = []
    request = plugin_requests._worker.request

    def counting(task, *rest):
        if task[0] == MATCH:
            asked.append(task[1])
        return request(task, *rest)

    monkeypatch.setattr(plugin_requests._worker, "request", counting)
    return asked


@pytest.mark.parametrize(
    ("matches", "times"),
    [
        ("time.sleep(10_000)", 1),  # another document would cost as much time
        ("os._exit(0)", 2),
        ("sys.exit()", 4),  # an exception is an answer
        ("1 / 0", 4),
        ("return True or 1 / 0", 4),
    ],
)
def test_how_often_a_plugin_is_asked_about_four_documents(installed, tmp_path, monkeypatch, matches, times):
    monkeypatch.setattr(parse_worker, "MOST_SECONDS", 0.5)
    install_odd(installed, matches=matches)
    expected = "The ferry runs." if "True" in matches else "1|Ottoline Brask"
    (installed / "pullquote_minutes-1.0.dist-info" / "entry_points.txt").unlink()
    asked = count_questions(monkeypatch)
    for _ in range(4):
        assert expected in load(write_file(tmp_path, "april.unknown", MINUTES)).text
    assert asked == ["odd"] * times


def test_a_plugin_that_fails_on_one_document_is_asked_about_the_next_ones(installed, tmp_path):
    install_odd(installed, matches="return data == b'good' or data == b'bad' and os._exit(1)")
    good, bad = write_file(tmp_path, "good.unknown", b"good"), write_file(tmp_path, "bad.unknown", b"bad")
    opened = [load(path).text for path in (bad, good, bad, good, bad, bad, good)]
    assert opened == ["bad", "The ferry runs.", "bad", "The ferry runs.", "bad", "bad", "good"]


def test_what_a_plugin_prints_is_not_shown(installed, tmp_path):
    loud = "print('loud'); os.write(1, b'loud'); os.write(2, b'loud'); subprocess.run(['echo', 'loud'])"
    install_odd(installed, read=f"{loud}; print('loud', file=sys.stderr); atexit.register(print, 'loud')")
    path = write_file(tmp_path, "a.odd", b"text")
    code = (
        f"import sys; sys.path.insert(0, {str(installed)!r})\nimport reader.sources as s; print(s.load({path!r}).text)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("The ferry runs.\n", "")


@pytest.mark.usefixtures("installed")
def test_what_is_printed_while_the_interpreter_starts_is_no_response(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text("print('loud', 'loud', flush=True)", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert load(write_file(tmp_path, "april.minutes", MINUTES)).title == "Port Ansel, 3 April"


@pytest.mark.usefixtures("installed")
def test_an_interpreter_that_does_not_start_is_not_reported_as_slowness_of_the_plugin(tmp_path, monkeypatch):
    monkeypatch.setattr(parse_worker, "_START_SECONDS", 0.5)
    (tmp_path / "sitecustomize.py").write_text("import time; time.sleep(1000)", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(SourceError, match="the process in which plugins run could not be started"):
        load(write_file(tmp_path, "april.minutes", MINUTES))
    assert "1|Ottoline Brask" in load(write_file(tmp_path, "april.unknown", MINUTES)).text


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_a_program_that_a_plugin_has_started_ends_with_it(installed, tmp_path, monkeypatch):
    monkeypatch.setattr(plugin_requests, "seconds_for", lambda _: 1.0)
    started = "p = subprocess.Popen(['sleep', '1000']); os.rename(document.location, f'{document.location}-{p.pid}')"
    install_odd(installed, read=f"{started}; time.sleep(1000)")
    with pytest.raises(SourceError, match="needs more than 1 seconds"):
        load(write_file(tmp_path, "a.odd", b"text"))
    (path,) = tmp_path.glob("a.odd-*")
    process = Path("/proc") / path.name.partition("-")[2]
    while process.exists() and " Z " not in (process / "stat").read_text(encoding="utf-8"):
        time.sleep(0.01)


def test_the_reader_waits_for_a_plugin_on_a_screen_that_can_be_left(tmp_path, request):
    paths = [write_file(tmp_path, f"a{suffix}", b"text") for suffix in (".minutes", ".log", ".txt", ".PDF", "")]
    assert [is_slow_to_open(path) for path in paths] == [False, False, False, True, False]
    request.getfixturevalue("installed")
    assert [is_slow_to_open(path) for path in paths] == [True, True, False, True, False]


def test_files_of_all_built_in_formats_are_known_without_a_search_for_plugins():
    suffixes = {suffix for each in FORMATS for suffix in each.suffixes}
    assert suffixes == _BUILT_IN_SUFFIXES
