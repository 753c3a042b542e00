"""SIGINT before the app runs: no interrupt is lost, and none prints a traceback."""

import subprocess
import sys

import pytest

BEGIN = """
import os, signal, sys, weakref
from reader import launcher, sigint
class Thing: pass
def interrupt(*_): os.kill(os.getpid(), signal.SIGINT)
def interrupt_in_callback():
    thing = Thing()
    kept = weakref.ref(thing, interrupt)
    del thing
def interrupt_in_class():
    class Part:
        def __set_name__(self, owner, name): interrupt()
    class Whole: part = Part()
"""


def run(code):
    end = subprocess.run([sys.executable, "-c", BEGIN + code], capture_output=True, text=True, check=False)
    return end.returncode, end.stdout, end.stderr


@pytest.mark.parametrize("where", ["interrupt", "interrupt_in_callback", "interrupt_in_class"])
def test_before_the_work_begins_the_program_exits_at_once(where):
    assert run(f"sigint.install(); {where}(); print('lost')") == (130, "", "")


def test_during_the_work_what_is_open_is_left_in_order():
    code = """
def work():
    try: interrupt()
    finally: print('closed')
    print('lost')
sigint.install(); launcher.run_and_exit(work)"""
    assert run(code) == (130, "closed\n", "")


def test_an_interrupt_while_a_class_is_made_ends_the_work_as_elsewhere():
    assert run("sigint.install(); launcher.run_and_exit(interrupt_in_class)") == (130, "", "")


def test_an_interrupt_that_python_ignores_still_gives_the_status():
    code = "sigint.install(); launcher.run_and_exit(lambda: interrupt_in_callback() or print('done') or 0)"
    assert run(code)[:2] == (130, "done\n")


@pytest.mark.parametrize("block", ["sigint.deferred()", "query_background('paper')"])
@pytest.mark.parametrize("where", ["interrupt", "interrupt_in_callback", "interrupt_in_class"])
def test_a_deferred_interrupt_ends_the_work_after_the_block(where, block):
    code = f"""
from reader.app.terminal.background_query import query_background
def work():
    with {block}:
        {where}()
        print('imported')
    print('lost')
sigint.install(); launcher.run_and_exit(work)"""
    assert run(code) == (130, "imported\n", "")


def test_without_an_interrupt_a_deferral_changes_nothing():
    code = """
def work():
    with sigint.deferred(): pass
    return 3
sigint.install(); launcher.run_and_exit(work)"""
    assert run(code) == (3, "", "")


def test_an_interrupt_that_is_ignored_stays_ignored():
    code = "signal.signal(signal.SIGINT, signal.SIG_IGN); sigint.install(); interrupt(); print('goes on')"
    assert run(code) == (0, "goes on\n", "")
