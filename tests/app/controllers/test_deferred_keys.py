"""Actions that wait for the analysis."""

import pytest

from reader.app.controllers.deferred_keys import DeferredKeys


@pytest.fixture
def shown():
    """The messages that were shown."""
    return []


@pytest.fixture
def deferred(shown):
    return DeferredKeys(shown.append)


async def test_actions_run_in_their_order_when_the_analysis_is_complete(deferred, shown):
    done = []

    async def second():
        done.append(2)

    assert deferred.defer(lambda: done.append(1))
    assert deferred.defer(second)
    assert done == []
    assert shown[0].startswith("still finding who speaks")
    await deferred.complete()
    assert done == [1, 2]


async def test_after_the_analysis_nothing_waits(deferred):
    await deferred.complete()
    assert not deferred.defer(lambda: None)
    assert deferred.pending == []


async def test_a_retry_stops_at_the_first_action_that_has_to_wait_again(deferred):
    done = []

    def again():
        deferred.defer(again)

    deferred.defer(lambda: done.append(1))
    deferred.defer(again)
    deferred.defer(lambda: done.append(3))
    await deferred.retry()
    assert done == [1]
    assert len(deferred.pending) == 2


def test_cancelled_actions_are_forgotten(deferred):
    assert not deferred.cancel()
    deferred.defer(lambda: None)
    assert deferred.cancel()
    assert deferred.pending == []


def test_text_is_awaited_only_for_an_action_that_opens_a_prompt(deferred):
    deferred.defer(lambda: None)
    assert not deferred.awaits_text
    deferred.defer(lambda: None, opens_prompt=True)
    assert deferred.awaits_text
