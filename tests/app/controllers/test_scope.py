"""The scope: F chooses which quotations count, E goes to experts."""

from reader.app.state import Reading
from reader.app.viewmodels.scopes import SCOPE_KEYS, scope_choices, scope_positions
from reader.app.widgets.voice_list import VoiceList
from reader.model import VoiceKind
from reader.text.scope import Scope
from tests.app.pane_harness import ANALYSIS, ARTICLE, STOPS, VOICES, lines

KINDS = {voice.id: voice.kind for voice in VOICES}
EXPERTS = [i for i, stop in enumerate(STOPS) if stop.voice and KINDS[stop.voice] is VoiceKind.EXPERT]
OFFICIALS = [i for i, stop in enumerate(STOPS) if stop.voice and KINDS[stop.voice] is VoiceKind.OFFICIAL]


async def walk(at, *keys):
    found = []
    for key in keys:
        await at.press(key)
        found.append(at.reading.stop)
    return found


async def test_after_f_and_e_the_keys_n_stop_at_experts_only_and_escape_ends_it(opened):
    async with opened((140, 40)) as at:
        await at.press("F")
        assert at.said.startswith("type the first letter: all")
        await at.press("e")
        assert at.reading.scope == Scope.EXPERTS
        assert at.said.startswith("experts only: ")
        assert await walk(at, *"n" * len(EXPERTS)) == EXPERTS
        title = lines(at.screen.panes.title_bar)[0].rstrip()
        assert title.endswith(f"experts only: {len(EXPERTS)} of {len(EXPERTS)}")
        await at.press("n")
        assert at.said.startswith("last quotation of an expert")
        assert await walk(at, "N") == [EXPERTS[-2]]
        await at.press("escape")
        assert at.reading.scope == Scope.EVERYONE
        assert at.said.startswith("all quotations again")
        assert at.reading.stop == EXPERTS[-2]


async def test_the_list_of_voices_shows_those_in_the_scope(opened):
    async with opened((140, 40)) as at:
        await at.press("F", "o")
        voices = at.screen.query_one(VoiceList)
        shown = [row for row in lines(voices) if row.strip()]
        assert "officials only" in shown[0]
        assert len(shown) - 1 == len({STOPS[i].voice for i in OFFICIALS})
        assert await walk(at, "n") == [OFFICIALS[0]]
        await at.press("escape")
        assert voices.count == len(VOICES)


async def test_e_goes_to_experts_whatever_is_chosen(opened):
    async with opened() as at:
        await at.press("F", "o")
        assert await walk(at, "E", "E") == EXPERTS[:2]
        assert await walk(at, "alt+e") == EXPERTS[:1]
        assert at.reading.scope == Scope.OFFICIALS
        await at.press("alt+e")
        assert at.said.startswith("first quotation of an expert")


async def test_a_scope_without_quotations_is_not_chosen_and_another_key_changes_nothing(opened):
    async with opened() as at:
        await at.press("F", "b")
        assert at.said.startswith("no quotation of a body here")
        assert at.reading.scope == Scope.EVERYONE
        await at.press("F", "z")
        assert at.said.startswith("no change: F again")
        await at.press("n")
        assert at.reading.stop == 0


async def test_the_highlighted_quotations_are_a_scope(opened):
    async with opened() as at:
        await at.press("n", "n", "n", "n", "h", "g", "F", "h")
        assert at.reading.scope == Scope.HIGHLIGHTED
        (marked,) = at.reading.highlights
        inside = {stop.quotation for stop in STOPS if any(a.overlaps(b) for a in stop.spans for b in marked.spans)}
        same = [i for i, stop in enumerate(STOPS) if stop.quotation in inside]
        assert 0 < len(same) < len(STOPS)
        assert await walk(at, *"n" * len(same)) == same
        await at.press("n")
        assert at.said.startswith("last quotation that you highlighted")


async def test_escape_ends_the_voice_alone_before_the_scope(opened):
    async with opened() as at:
        await at.press("F", "e", "n", "f", "escape")
        assert (at.reading.focus_filter, at.reading.scope) == (None, Scope.EXPERTS)
        await at.press("escape")
        assert at.reading.scope == Scope.EVERYONE


async def test_the_map_shows_only_what_is_in_the_scope_in_colour(opened):
    async with opened((140, 40)) as at:

        def marks():
            return "".join(row[1:2] for row in lines(at.screen.panes.minimap))

        at.app.no_color = True
        at.screen.panes.minimap.refresh()
        assert "░" not in marks()
        await at.press("F", "o")
        assert "░" in marks()


def test_the_positions_in_a_scope_get_shorter_and_count_stops():
    reading = Reading(ARTICLE, ANALYSIS, STOPS, stop=EXPERTS[1], scope=Scope.EXPERTS)
    assert scope_positions(reading)[0] == f"experts only: 2 of {len(EXPERTS)}"
    outside = Reading(ARTICLE, ANALYSIS, STOPS, stop=OFFICIALS[0], scope=Scope.EXPERTS)
    forms = scope_positions(outside)
    assert forms[0] == f"experts only: {len(EXPERTS)}"
    assert sorted(forms, key=len, reverse=True) == list(forms)


def test_the_choices_have_only_scopes_with_quotations():
    choices = scope_choices(Reading(ARTICLE, ANALYSIS, STOPS))
    assert f"experts {len({STOPS[i].quotation for i in EXPERTS})} · " in choices
    assert "bodies" not in choices


def test_each_choice_has_a_first_letter_of_its_own():
    assert {*SCOPE_KEYS.values()} == {*Scope}
