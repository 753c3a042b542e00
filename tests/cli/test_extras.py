"""What comes with an extra says what to install where it is not there."""

import sys

import pytest

import reader.cli
from reader.cli import serve_command
from tests.cli.command_runner import run


@pytest.mark.parametrize("module", ["textual_serve", "textual_serve.app_service", "aiohttp"])
def test_without_its_extra_serve_says_what_to_install(capsys, monkeypatch, article, module):
    for name in [name for name in sys.modules if name.split(".")[0] in {"textual_serve", "aiohttp"}]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "reader.cli.web_server", raising=False)
    monkeypatch.delattr(reader.cli, "web_server", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    status, out, err = run(capsys, "serve", article)
    assert (status, out) == (1, "")
    assert err == f"pullquote: {serve_command._MISSING}\n"
