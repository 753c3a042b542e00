"""Textual is loaded without what the program has no use for, and that can still be loaded."""

import subprocess
import sys
from importlib import import_module

import pytest

from reader.app.lean import Unused, without


def test_a_start_leaves_textual_s_own_palette_out_and_it_loads_later():
    script = (
        "import sys, reader.app.app, textual.app\n"
        "print('textual.command' in sys.modules, textual.app.CommandPalette.__module__)\n"
        "import textual.command\n"
        "print(textual.command.CommandPalette.__mro__[1].__name__)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert told.split("\n")[:2] == ["False reader.app.lean", "SystemModalScreen"]


def test_a_start_leaves_tls_out_and_who_fetches_a_page_has_it():
    script = (
        "import sys, reader.app.app, asyncio.base_events, asyncio.sslproto\n"
        "print('ssl' in sys.modules, asyncio.base_events.ssl, asyncio.sslproto.ssl)\n"
        "import reader.sources.net.connection, ssl\n"
        "print(ssl.create_default_context().check_hostname)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert told.split("\n")[:2] == ["False None None", "True"]


def test_what_stands_in_for_a_module_gives_classes_and_claims_to_be_nothing_more():
    stand_in = Unused("ferry")
    assert isinstance(stand_in.Timetable, type)
    with pytest.raises(AttributeError):
        stand_in.__path__  # noqa: B018 - to look is the test


def test_inside_the_block_alone_a_module_is_stood_in_for():
    with without("ferry", Unused("ferry")):
        assert import_module("ferry").Timetable.__name__ == "Timetable"
    assert "ferry" not in sys.modules
    with without("ferry"), pytest.raises(ImportError):
        import_module("ferry")
    assert "ferry" not in sys.modules


def test_a_module_that_is_loaded_stays():
    with without("subprocess"):
        assert sys.modules["subprocess"] is subprocess
    assert sys.modules["subprocess"] is subprocess
