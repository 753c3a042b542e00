"""Only the end of an article is 100 percent."""

import pytest

from reader.app.viewmodels.percent_read import percent_read


@pytest.mark.parametrize(
    ("fraction", "percent"),
    [
        (-0.2, 0),
        (0.0, 0),
        (0.29, 29),
        (0.294, 29),
        (0.296, 30),
        (398 / 400, 99),
        (1 - 1e-12, 99),
        (1.0, 100),
        (1.5, 100),
    ],
)
def test_a_percentage_is_100_only_at_the_end(fraction, percent):
    assert percent_read(fraction) == percent
