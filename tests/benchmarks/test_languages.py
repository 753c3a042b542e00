"""Quotations in other languages are right as often as their confidence says."""

from tests.benchmarks.languages import Report, judged, main, reports, rows


def test_what_is_shown_as_sure_is_right_nine_times_in_ten():
    shown = [each for report in reports() for each in judged(report)[0]]
    sure = [each.right for each in shown if each.confidence >= 0.85]
    assert sum(sure) >= 0.88 * len(sure)
    assert len(sure) > 60


def test_most_of_what_is_said_is_found_with_its_speaker():
    found = {code: [0, 0] for code in ("de", "es", "fr")}
    for report in reports():
        found[report.code][0] += judged(report)[1]
        found[report.code][1] += len(report.said)
    assert all(reached >= 0.7 * every for reached, every in found.values())


def test_wrong_speakers_wrong_ends_and_missing_speakers_are_distinguished():
    text = "„Wir bleiben“, sagte Anna Keller. „Wir gehen“, sagte Jonas Brandt."
    report = Report("de", text, ((13, "Anna Keller"), (text.index("gehen") + 6, "Ida Lang")))
    assert [each.right for each in judged(report)[0]] == [True, False]
    assert judged(report)[1] == 1


def test_the_figures_are_printed_one_a_line(capsys):
    main()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(list(rows(reports())))
    assert lines[0].startswith("de   found with the right speaker   ")
