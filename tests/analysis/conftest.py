"""Thousands of sentences run through the same code: coverage is recorded in some of them, because tracing doubles the time."""

from pathlib import Path

import pytest

TRACED = 5
"""Coverage is recorded in every fifth case of a table."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Record no coverage in the other cases of the tables here."""
    here = Path(__file__).parent
    seen: dict[str, int] = {}
    for item in items:
        if here in item.path.parents and hasattr(item, "callspec"):
            table = f"{item.path}::{getattr(item, 'originalname', '')}"
            seen[table] = seen.get(table, -1) + 1
            if seen[table] % TRACED:
                item.add_marker(pytest.mark.no_cover)
