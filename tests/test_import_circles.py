"""No module imports itself in a circle, imports for type checking and imports inside functions included.

import-linter's contracts hold between packages; this holds between modules.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

Graph = Mapping[str, set[str]]


def modules() -> dict[str, Path]:
    """The modules of the program by name."""
    found = {}
    for path in sorted((ROOT / "reader").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """The statements below a node: most other nodes are expressions, which have no imports and take most of the time."""
    for name in ("body", "handlers", "orelse", "finalbody", "cases"):
        for node in getattr(tree, name, ()):
            yield node
            yield from statements(node)


def imports_of(tree: ast.AST, known: Iterable[str]) -> Iterator[str]:
    """The modules of the program that a module imports, wherever the import stands."""
    known = set(known)
    for node in statements(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module is not None and node.level == 0:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                if full in known:
                    yield full
                elif node.module in known:
                    yield node.module


def circles(graph: Graph) -> set[frozenset[str]]:
    """The sets of modules that import each other in a circle (Tarjan's strongly connected components)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found = set()

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in graph.get(node, ()):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            circle = stack[stack.index(node) :]
            del stack[stack.index(node) :]
            if len(circle) > 1:
                found.add(frozenset(circle))

    for node in graph:
        if node not in index:
            visit(node)
    return found


def test_no_module_of_the_program_imports_itself_in_a_circle():
    known = modules()
    graph = {
        name: set(imports_of(ast.parse(path.read_text(encoding="utf-8")), known)) - {name}
        for name, path in known.items()
    }
    assert circles(graph) == set()


@pytest.mark.parametrize(
    ("graph", "found"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, set()),
        ({"a": {"b"}, "b": {"a"}}, {frozenset("ab")}),
        ({"a": {"b"}, "b": {"c", "d"}, "c": {"a"}, "d": set()}, {frozenset("abc")}),
        ({"a": {"b"}, "b": {"a", "c"}, "c": {"d"}, "d": {"c"}}, {frozenset("ab"), frozenset("cd")}),
    ],
)
def test_circles_are_found(graph, found):
    assert circles(graph) == found


def test_imports_for_type_checking_and_inside_functions_count():
    source = (
        "if TYPE_CHECKING:\n    from reader.a import b\ndef f():\n    import reader.c\n    from reader.d import thing\n"
    )
    assert set(imports_of(ast.parse(source), ["reader.a.b", "reader.c", "reader.d"])) == {
        "reader.a.b",
        "reader.c",
        "reader.d",
    }
