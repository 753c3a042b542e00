"""What pip installs is enough to read with, and the script that tries installs sees where it is not."""

import sys
import tomllib
from importlib.metadata import distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.installs import ROOT, FailedError, Python, Tools, main, tried, works

OLD = Python("/nowhere/python3.10", "3.10", "23.0.1")


def required(*, old=False):
    """Every requirement that the program's dependencies bring, with a pip that is `old` or with a current one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    left, found, seen = [Requirement(each) for each in project["dependencies"]], [], set()
    while left:
        wanted = left.pop()
        found.append(wanted)
        about = distribution(wanted.name).metadata
        provided = {each if old else canonicalize_name(each): each for each in about.get_all("Provides-Extra", [])}
        spelled = {each if old else canonicalize_name(each) for each in wanted.extras}
        extras = sorted(provided[each] for each in spelled & provided.keys())
        key = (canonicalize_name(wanted.name), *extras)
        if key not in seen:
            seen.add(key)
            each = map(Requirement, about.get_all("Requires-Dist", []))
            left += [r for r in each if r.marker is None or any(r.marker.evaluate({"extra": e}) for e in ["", *extras])]
    return found


def names(requirements):
    return {canonicalize_name(each.name) for each in requirements}


def test_a_pip_that_does_not_compare_the_spelling_of_extras_finds_every_library():
    # pip 23.2, which new environments of Python 3.11 have, does not see that `html_clean` is the extra `html-clean`
    assert names(required(old=True)) == names(required())
    assert {"lxml-html-clean", "linkify-it-py"} <= names(required(old=True))


def test_no_extra_is_asked_for_in_two_spellings():
    # which the same pip ends on with an AssertionError
    spellings = {(canonicalize_name(each.name), extra) for each in required() for extra in each.extras}
    assert len(spellings) == len({(name, canonicalize_name(extra)) for name, extra in spellings})


def program(folder, script):
    path = folder / "pullquote"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_program_that_reads_the_samples_works(tmp_path):
    works(program(tmp_path, f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m reader "$@"'), tmp_path)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exec cat", "what it prints of round-up.txt lacks '# No Change Given"),
        ("echo no library >&2; exit 3", "no library"),
        ("exit 3", "ended with 3"),
    ],
)
def test_a_program_that_does_not_read_them_has_failed(tmp_path, script, told):
    with pytest.raises(FailedError, match=told):
        works(program(tmp_path, script), tmp_path)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ERROR: Package 'pullquote' requires a different Python: 3.10.13 not in '>=3.11'", "refused: ERROR"),
        ("ERROR: No space left on device", None),
        (None, None),
    ],
)
def test_a_python_that_is_too_old_has_to_be_refused_for_that(monkeypatch, tmp_path, said, told):
    def installed(*_):
        if said:
            raise FailedError(said)

    monkeypatch.setattr("tests.installs.installed", installed)
    if told:
        assert tried("pip", OLD, Tools(tmp_path), tmp_path).startswith(told)
    else:
        with pytest.raises(FailedError, match=said or "was not refused"):
            tried("pip", OLD, Tools(tmp_path), tmp_path)


def test_an_install_that_fails_makes_the_script_fail(monkeypatch, capsys):
    def installed(*_):
        raise FailedError("Traceback\nERROR: no such library\nin the end")

    monkeypatch.setattr("tests.installs.installed", installed)
    assert main(["--way", "pip", "--way", "pipx", "--python", sys.executable]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["pip", "pipx"]
    assert all(line.endswith("FAILED: ERROR: no such library") for line in lines)
