"""The commands of the reading screen and their keys."""

from dataclasses import replace

import pytest
from textual.binding import Binding

from reader.app.bindings import COMMANDS, COMMANDS_BY_ID, READING_BINDINGS
from reader.app.commands import Need
from reader.app.viewmodels.text_search import Matches, Search
from tests.app.pane_harness import ANALYSIS, LOADING, STOPS, reading

IDS = """
    move.down move.up move.half_down move.half_up move.page_down move.page_up move.start move.end move.next_heading
    move.previous_heading search.open search.stay quotation.next quotation.previous voice.next voice.previous
    voice.alone voice.beside claim.next claim.previous claim.answered claim.answering thread.next thread.previous
    place.back place.forward place.mark place.find pane.next pane.previous pane.body pane.voices pane.threads
    pane.alone select.begin select.next_character select.previous_character select.next_word select.previous_word
    highlight.keep highlight.note highlight.editor highlight.colour highlight.tags highlight.copy
    highlight.copy_markdown highlight.delete highlight.next highlight.previous highlight.list highlight.undo
    highlight.redo
    quotation.next_expert quotation.previous_expert quotation.scope
    correct.open correct.move article.export article.info article.links article.unfold app.library app.people app.commands
    app.help app.back app.leave
"""
"""What people have in their settings: an id that goes takes their key with it."""


def test_the_ids_that_people_have_in_their_settings_stay():
    assert sorted(COMMANDS_BY_ID) == sorted(IDS.split())


def test_every_command_has_an_id_of_its_own_and_a_description():
    ids = [command.id for command in COMMANDS]
    assert len(set(ids)) == len(ids)
    assert all("." in command.id and command.description for command in COMMANDS)


def test_no_two_commands_share_a_key():
    keys = [key for command in COMMANDS for key in command.keys.split(",")]
    assert len(set(keys)) == len(keys)


def test_each_command_has_a_binding_that_runs_it_by_its_id():
    assert [
        Binding(command.keys, f"run_command('{command.id}')", command.description, show=False, id=command.id)
        for command in COMMANDS
    ] == READING_BINDINGS


@pytest.mark.parametrize(
    ("id_", "need"),
    [
        ("move.next_heading", Need.NOTHING),
        ("search.open", Need.NOTHING),
        ("highlight.keep", Need.PASSAGE),
        ("highlight.copy", Need.PASSAGE),
        ("voice.next", Need.ARTICLE),
        ("claim.next", Need.ARTICLE),
        ("article.export", Need.ARTICLE),
    ],
)
def test_what_a_command_needs(id_, need):
    assert COMMANDS_BY_ID[id_].need_for(LOADING) is need


def test_a_jump_to_a_quotation_needs_the_whole_article_where_the_passage_has_no_further_one():
    part = replace(LOADING, analysis=ANALYSIS, stops=STOPS[:2], analysed_span=STOPS[1].span)
    command = COMMANDS_BY_ID["quotation.next"]
    assert command.need_for(part) is Need.PASSAGE
    assert command.need_for(replace(part, stop=1, cursor=STOPS[1].start)) is Need.ARTICLE
    assert command.need_for(replace(part, search=Search("tide", Matches()))) is Need.NOTHING


def test_keys_after_these_commands_are_for_what_they_open():
    assert {command.id for command in COMMANDS if command.opens_prompt} == {
        "article.export",
        "correct.move",
        "correct.open",
        "highlight.list",
        "highlight.note",
        "highlight.tags",
        "quotation.scope",
    }


@pytest.mark.parametrize("id_", ["move.down", "move.next_heading", "thread.previous", "article.links"])
def test_while_keys_select_some_commands_move_the_end_of_the_selection(id_):
    command = COMMANDS_BY_ID[id_]
    assert command.handler_for(reading(0)) is command.run
    selecting = replace(reading(0), anchor=0)
    assert command.handler_for(selecting) is command.while_selecting
    assert command.need_for(selecting) is Need.NOTHING
