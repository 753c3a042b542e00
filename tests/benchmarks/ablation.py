"""How much each function of the analysis is worth: what annotated articles lose where it finds nothing.

    python -m tests.benchmarks.ablation GOLD.jsonl SCORER.py [--package reader.analysis.blocks] [--least 1]

Some functions can find nothing: they then return False, None, or something empty. Each of them is made to find nothing, one
after the other, on the articles in which it found something. Printed are those without which fewer than `--least` right quotations are
lost: the lines of the function, the articles that then differ, and by how many right quotations, and quotations found, they do.
"""

import argparse
import functools
import importlib
import inspect
import json
import pkgutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from reader.analysis.words.memo import FormCache
from tests.benchmarks import predict
from tests.benchmarks.predict import Json
from tests.benchmarks.running import score

_NOTHING: dict[str, Callable[[], Any]] = {
    "bool": bool,
    "str": str,
    "list[": list,
    "dict[": dict,
    "set[": set,
    "frozenset[": frozenset,
    "Iterator[": lambda: iter(()),
}
_WORD_LISTS = "reader.analysis.words"  # its caches hold what files say, whatever the functions return


class Worth(NamedTuple):
    """What changes where a function finds nothing: the articles, and the right and all quotations gained by it."""

    name: str
    lines: int
    articles: int
    right: int
    found: int


def worths(gold: Path, scorer: Path, package: str) -> Iterator[Worth]:
    """The worth of each function of a package, measured on annotated articles.

    The scorer prints recall, pieces and predicted pieces, as that for press round-ups does.
    """
    functions = list(_functions(package))
    articles = {str(json.loads(line)["id"]): line for line in gold.read_text(encoding="utf-8").splitlines()}
    used: dict[str, set[str]] = {}
    whole: dict[str, Json] = {}
    for identifier, line in articles.items():
        with _recorded(functions, used, identifier):
            whole |= _predictions([line])
    for name, function in functions:
        lines = [articles[identifier] for identifier in sorted(used.get(name, ()))]
        with _replaced(function, _constant(function)):
            without = _predictions(lines)
        changed = [identifier for identifier, found in without.items() if found != whole[identifier]]
        right = found = 0
        if changed:
            before, after = (
                _counted(scorer, [articles[each] for each in changed], [made[each] for each in changed])
                for made in (whole, without)
            )
            right, found = after[0] - before[0], after[1] - before[1]
        size = len(inspect.getsource(inspect.unwrap(function)).splitlines())
        yield Worth(name, size, len(changed), right, found)


def nothing(told: str) -> Callable[[], Any] | None:
    """What makes the empty result for an annotation of a result, such as "Span | None"; None where there is none."""
    if told.endswith("| None"):
        return lambda: None
    if told.startswith("tuple["):
        return tuple if told.endswith("...]") else None
    return next((make for start, make in _NOTHING.items() if told.startswith(start)), None)


def _told(function: Callable[..., Any]) -> str:
    told = inspect.unwrap(function).__annotations__.get("return")
    return told if isinstance(told, str) else inspect.formatannotation(told)


def _functions(package: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The functions in the modules of a package that can find nothing, with their full names."""
    root = importlib.import_module(package)
    named = pkgutil.walk_packages(root.__path__, f"{package}.") if hasattr(root, "__path__") else ()
    for module in [root, *(importlib.import_module(each.name) for each in named)]:
        for name, value in list(vars(module).items()):
            plain = inspect.unwrap(value) if callable(value) else None
            if isinstance(plain, FunctionType) and plain.__module__ == module.__name__ and nothing(_told(value)):
                yield f"{module.__name__}.{name}", value


def _constant(function: Callable[..., Any]) -> Callable[..., Any]:
    make = nothing(_told(function))
    assert make is not None
    return lambda *_, **__: make()


def _analysis() -> Iterator[ModuleType]:
    """The modules of the analysis that are loaded."""
    yield from (module for name, module in list(sys.modules.items()) if name.startswith("reader.analysis"))


@contextmanager
def _replaced(old: Callable[..., Any], new: Callable[..., Any]) -> Iterator[None]:
    """Put another function in the place of one, under every name that the modules of the analysis have for it."""
    names = [(module, name) for module in _analysis() for name, value in vars(module).items() if value is old]
    for module, name in names:
        setattr(module, name, new)
    _forget()
    try:
        yield
    finally:
        for module, name in names:
            setattr(module, name, old)
        _forget()


def _forget() -> None:
    """Empty the caches of the analysis, except those of word lists."""
    for module in _analysis():
        if module.__name__.startswith(_WORD_LISTS):
            continue
        for value in vars(module).values():
            if isinstance(value, FormCache):
                value.clear()
            elif isinstance(value, functools._lru_cache_wrapper) and inspect.signature(value).parameters:
                value.cache_clear()


@contextmanager
def _recorded(
    functions: list[tuple[str, Callable[..., Any]]], used: dict[str, set[str]], identifier: str
) -> Iterator[None]:
    """Put an article into `used` for each function that finds something in it."""

    def recorder(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def recorded(*args: Any, **named: Any) -> Any:
            found = function(*args, **named)
            if found:
                used.setdefault(name, set()).add(identifier)
            return found

        return recorded

    recorders = {id(function): recorder(name, function) for name, function in functions}
    places = [(module, name, value) for module in _analysis() for name, value in vars(module).items()]
    places = [(module, name, value) for module, name, value in places if id(value) in recorders]
    _forget()
    for module, name, value in places:
        setattr(module, name, recorders[id(value)])
    try:
        yield
    finally:
        for module, name, value in places:
            setattr(module, name, value)


def _predictions(lines: list[str]) -> dict[str, Json]:
    """What is found in annotated articles, by their ids."""
    with tempfile.TemporaryDirectory() as workdir:
        part = Path(workdir) / "gold.jsonl"
        part.write_text("\n".join(lines) + "\n" * bool(lines), encoding="utf-8")
        return {str(each["id"]): each for each in predict.quotes(part)}


def _counted(scorer: Path, lines: list[str], found: list[Json]) -> tuple[int, int]:
    """How many predicted quotations are right, and how many there are, by the scorer."""
    with tempfile.TemporaryDirectory() as workdir:
        part, predicted = Path(workdir) / "gold.jsonl", Path(workdir) / "predicted.jsonl"
        part.write_text("\n".join(lines) + "\n", encoding="utf-8")
        predicted.write_text("\n".join(map(json.dumps, found)) + "\n", encoding="utf-8")
        told, _ = score(scorer, part, predicted)
    return round(told["recall"] * told["pieces"]), told["predicted"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--package", default="reader.analysis")
    parser.add_argument("--least", type=int, default=1)
    asked = parser.parse_args()
    print("lines  articles  right  found  function")
    for worth in worths(asked.gold, asked.scorer, asked.package):
        if worth.right > -asked.least:
            print(f"{worth.lines:5} {worth.articles:9} {worth.right:+6} {worth.found:+6}  {worth.name}", flush=True)


if __name__ == "__main__":
    main()
