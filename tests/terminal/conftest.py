"""A folder of its own for each program that runs in a terminal."""

import pytest


@pytest.fixture
def home(tmp_path):
    """The environment variables for it; the library, the settings and the log are in its folder `home`."""
    return {"PULLQUOTE_HOME": str(tmp_path / "home"), "HOME": str(tmp_path)}
