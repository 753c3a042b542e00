"""The private names of Textual: they are what the program expects, and only one module uses them."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from textual import app as textual_app
from textual.app import App
from textual.drivers import linux_driver

import reader
from reader import app as app_package
from reader.app.terminal import textual_internals
from reader.app.terminal.textual_internals import (
    FaultReportingApp,
    XTermParser,
    distinguish_alt_digits,
    driver_of,
    parse_input,
    use_parser,
)

PACKAGE = Path(reader.__file__).parent
ADAPTERS = {"app/terminal/textual_internals.py", "cli/textual_serve_internals.py"}
"""The modules that may use private names of Textual and of textual-serve."""

SOURCES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
APP_MODULES = [module.name for module in pkgutil.walk_packages(app_package.__path__, f"{app_package.__name__}.")]


def test_textual_still_ends_at_a_fault_by_a_method_that_the_app_can_override():
    method = getattr(App, "_fatal_error", None)
    assert method is not None, "Textual's App has no method _fatal_error any more"
    assert [*inspect.signature(method).parameters] == ["self"], "Textual's App._fatal_error takes other arguments"
    source = inspect.getsource(textual_app.App)
    assert "self._fatal_error()" in source, "Textual's App does not call _fatal_error any more"


def test_textual_s_app_still_keeps_its_driver_under_the_name_that_the_program_reads():
    app = FaultReportingApp()
    assert hasattr(app, "_driver"), "Textual's App has no attribute _driver any more"
    assert driver_of(app) is None


def test_textual_s_parser_is_still_fed_with_text():
    parameters = [*inspect.signature(XTermParser.__init__).parameters]
    assert parameters == ["self", "debug"], "Textual's XTermParser takes other arguments"
    assert [*inspect.signature(XTermParser.feed).parameters] == ["self", "data"], "XTermParser.feed has changed"


def test_textual_s_driver_for_terminals_still_makes_the_parser_that_its_module_names(monkeypatch):
    assert "XTermParser(" in inspect.getsource(linux_driver.LinuxDriver), "LinuxDriver does not use XTermParser"
    assert getattr(linux_driver, "XTermParser", None) is not None, "linux_driver has no name XTermParser any more"
    monkeypatch.setattr(linux_driver, "XTermParser", XTermParser)

    class Parser(XTermParser):
        """Another parser."""

    use_parser(Parser)
    assert vars(linux_driver)["XTermParser"] is Parser


def test_input_is_parsed_into_keys():
    assert [getattr(message, "key", "") for message in parse_input("j/é\x1b[B")] == ["j", "slash", "é", "down"]


def test_alt_and_a_digit_are_a_key_and_not_a_sign_of_the_mac():
    distinguish_alt_digits()
    found = [*parse_input("\x1b1\x1b8£")]
    assert [getattr(message, "key", "") for message in found] == ["alt+1", "alt+8", "pound_sign"]


class FaultyApp(FaultReportingApp):
    """Raises an exception at its start."""

    prepared = 0

    def on_mount(self) -> None:
        raise ZeroDivisionError("a fault")

    def prepare_for_fault(self) -> None:
        self.prepared += 1


def test_an_app_ends_at_a_fault_without_a_word_and_keeps_the_exception(capsys):
    app = FaultyApp()
    app.run(headless=True)
    assert isinstance(app.fault, ZeroDivisionError)
    assert (app.prepared, app.return_code) == (1, 1)
    assert capsys.readouterr() == ("", "")


class FaultyStyles(FaultyApp):
    """Has a style sheet with a mistake, for which Textual has a printed form of its own."""

    CSS = "Screen { color: no-such-colour; }"


def test_a_fault_that_textual_can_describe_is_kept_as_well(capsys):
    app = FaultyStyles()
    app.run(headless=True)
    assert app.fault is not None
    assert capsys.readouterr() == ("", "")


def test_without_an_exception_an_app_prints_what_it_is_given(capsys, monkeypatch):
    monkeypatch.setattr(FaultyApp, "on_mount", lambda self: self.call_later(self.panic, "no terminal"))
    app = FaultyApp()
    app.run(headless=True)
    assert app.fault is None
    assert "no terminal" in capsys.readouterr().err


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def is_of_textual(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] in {"textual", "textual_serve"}


def private_imports(source: str) -> Iterator[str]:
    """The private names, and the names of private modules, that a module imports of Textual."""
    for node in ast.walk(ast.parse(source)):
        names = []
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{each.name}" for each in node.names]
        yield from (name for name in names if is_of_textual(name) and any(map(is_private, name.split("."))))


def test_no_other_module_imports_a_private_name_of_textual():
    sources = {path: (PACKAGE / path).read_text(encoding="utf-8") for path in SOURCES if path not in ADAPTERS}
    those = {path: source for path, source in sources.items() if "textual" in source}  # the others need not be parsed
    assert {path: found for path, source in those.items() if (found := [*private_imports(source)])} == {}


def test_ruff_s_rule_on_private_names_is_switched_off_nowhere_else():
    others = [path for path in SOURCES if path not in ADAPTERS]
    assert [path for path in others if "SLF001" in (PACKAGE / path).read_text(encoding="utf-8")] == []


def test_the_adapter_is_the_module_that_imports_them():
    assert [*private_imports(inspect.getsource(textual_internals))] == [
        "textual._ansi_sequences.ANSI_SEQUENCES_KEYS",
        "textual._xterm_parser.XTermParser",
    ]


@cache
def definitions(module: str) -> dict[str, ast.ClassDef]:
    """The classes of a module by qualified name."""
    found = {}

    def visit(node: ast.AST, prefix: str) -> None:
        for each in ast.iter_child_nodes(node):
            if isinstance(each, ast.ClassDef):
                found[prefix + each.name] = each
                visit(each, f"{prefix}{each.name}.")
            elif isinstance(each, ast.stmt):
                visit(each, prefix)

    visit(ast.parse(inspect.getsource(importlib.import_module(module))), "")
    return found


@cache
def private_names(class_: type) -> frozenset[str]:
    """The private names that the source of a class defines, or uses of `self` or `cls`."""
    found = set()
    definition = definitions(class_.__module__).get(class_.__qualname__)
    for node in ast.walk(definition) if definition else ():  # the class of a named tuple, for one, has no source
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}:
            found.add(node.attr)
    return frozenset(filter(is_private, found))


def shared_with_textual(module: str) -> Iterator[str]:
    """The private names that the classes of a module share with their bases in Textual."""
    for class_ in vars(importlib.import_module(module)).values():
        if isinstance(class_, type) and class_.__module__ == module:
            bases = [base for base in class_.__mro__ if is_of_textual(base.__module__)]
            of_textual = frozenset[str]().union(*map(private_names, bases))
            yield from (f"{class_.__qualname__}.{name}" for name in private_names(class_) & of_textual)


def test_no_class_uses_or_overrides_a_private_name_of_its_base_in_textual():
    modules = [name for name in APP_MODULES if not name.endswith(".textual_internals")]
    assert [name for module in modules for name in shared_with_textual(module)] == []


def test_the_adapter_overrides_two_private_names():
    assert {*shared_with_textual(textual_internals.__name__)} == {
        "FaultReportingApp._check_bindings",
        "FaultReportingApp._fatal_error",
    }
