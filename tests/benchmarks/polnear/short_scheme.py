"""A helper that attributes a short text by the scheme of PolNeAR."""

from tests.analysis.short_attribution import article, told
from tests.benchmarks.polnear.scheme import attributions


def polnear(*paragraphs: str) -> list[tuple[str, str | None, list[str]]]:
    """Kind, mention and parts of every attribution in these paragraphs, as the corpus PolNeAR counts them."""
    made = article(*paragraphs)
    return [told(made, each) for each in attributions(made)]
