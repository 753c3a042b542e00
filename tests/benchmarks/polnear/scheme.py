"""Read an article by the scheme of PolNeAR."""

from bisect import bisect_left
from collections.abc import Iterator

from reader.analysis import normalize_article
from reader.analysis.blocks.passages import Passage, passages, units_in_brackets
from reader.analysis.chains import attributions_of, covers, nest
from reader.analysis.content.content_clauses import content_after
from reader.analysis.content.inversions import inverted_source
from reader.analysis.content.utterances import content_before
from reader.analysis.cues.attributions import Attribution
from reader.analysis.cues.cues import Cue
from reader.analysis.cues.drafts import AttributionDraft
from reader.analysis.cues.unit_findings import UnitFindings, add_draft, has_marks
from reader.analysis.floating.floating import float_marks
from reader.analysis.floating.loose_marks import draft_by_subject, evidence, subject_of_marks
from reader.analysis.languages.recognise import ENGLISH
from reader.analysis.sources.speakers import agent, source_of_cue
from reader.analysis.statements.extents import with_marks_after_colon
from reader.analysis.statements.statements import statements
from reader.analysis.syntax.boundaries import clause_end
from reader.analysis.syntax.contents import Content
from reader.analysis.syntax.objects import object_end
from reader.analysis.units.phrases import Phrase
from reader.analysis.units.units import QUOTE, Unit, units
from reader.analysis.units.verbs import finite_between
from reader.analysis.words.grammar import ADVERBS, Verb
from reader.analysis.words.weights import score
from reader.model import Article
from tests.benchmarks.polnear.attitude_cues import attitude_cues
from tests.benchmarks.polnear.attitudes import object_content, passive_content, relative_content, takes_preposition
from tests.benchmarks.polnear.news_contents import headline_source, restore_sentence_case, seeming_contents
from tests.benchmarks.polnear.stances import attitude_adjectives, attitude_nouns

_CONDITIONS = frozenset({"if", "unless", "whether"})
_WHAT = 6  # tokens before a verb in which “what” may be
_CLAUSES = frozenset({"bare", "infinitive", "object", "that", "wh"})
_MIN_SCORE = -1.2  # minimum score of loose marks that PolNeAR counts as speech
_MAX_CHECKED = 8  # attributions before one that may have it inside


def attributions(article: Article) -> tuple[Attribution, ...]:
    """Return what PolNeAR's annotators would count in an English article, with offsets into it, in text order."""
    seen = normalize_article(article, ENGLISH)
    text, parts = seen.article.text, passages(seen.article)
    if parts:
        _read_as_headline(text, parts[0])
    drafts: list[AttributionDraft] = []
    for passage in parts:
        for u, stated in passage.units(text):
            drafts += _counted(u, stated)
            for inner in units_in_brackets(text, u):
                drafts += _counted(inner, statements(inner))
        drafts += float_marks(text, parts, passage, None)
        for u, stated in passage.units(text):
            drafts += _unlikely_marks(u, stated)
    kept = nest([draft for draft in drafts if any(len(span) for span in draft.spans)])
    return seen.restore(attributions_of(_outermost(kept)))


def _read_as_headline(text: str, passage: Passage) -> None:
    """Read the first passage with its words in title case as those of a sentence."""
    made = units(text, passage.span, passage.index, passage.marks)
    for u in made:
        restore_sentence_case(u)
    passage.parts = [(u, statements(u)) for u in made]


def _counted(u: Unit, stated: UnitFindings) -> list[AttributionDraft]:
    """What counts in a unit: its statements, those that PolNeAR takes further by its wider extent, and attitudes."""
    of_cue: dict[int, list[AttributionDraft]] = {}
    for draft in stated.drafts:
        if draft.cue is not None:
            of_cue.setdefault(draft.cue.start, []).append(draft)
    added = UnitFindings(cues=list(attitude_cues(u)))
    known = {stated.cues[number].first: source for number, source in stated.sources.items()}
    added.sources |= {number: known[cue.first] for number, cue in enumerate(added.cues) if cue.first in known}
    replaced: list[AttributionDraft] = []
    for number, cue in enumerate(added.cues):
        mine = of_cue.get(u.starts[cue.first], [])
        if mine and not _may_set_end(u, cue, mine):
            continue
        if _add_verb(u, cue, number, added, only_clauses=bool(mine)):
            replaced += mine
    _add_news_contents(u, added)
    counted = [draft for draft in stated.drafts if draft not in replaced] + added.drafts
    for draft in counted:
        _add_opening(u, draft)
    return counted


def _add_opening(u: Unit, draft: AttributionDraft) -> None:
    """Add what opens a sentence before a cue and its source (“However, she said, it leaks”, “If so, she said it leaks”)."""
    if draft.cue is None or draft.mention is None or draft.cue.end >= draft.start:
        return
    begins = min(draft.cue.start, draft.mention.start)
    source = bisect_left(u.starts, begins)
    behind = bisect_left(u.starts, draft.start) - 1
    if source < 2 or u.low[source - 1] != ",":
        return
    if u.low[0] in _CONDITIONS or (u.low[behind] == "," and not finite_between(u, 0, source - 2)):
        draft.spans.insert(0, u.over(0, source - 2))


def _unlikely_marks(u: Unit, found: UnitFindings) -> Iterator[AttributionDraft]:
    """The marks without a cue that PolNeAR's annotators count as speech, and the reader does not."""
    for at in u.marked(0, len(u) - 1):
        if at in found.taken or u.marks[at].single or len(u.marks) == len(u):
            continue
        source, verb = subject_of_marks(u, found, at)
        if score("loose marks", evidence(u, source, verb, at)) >= _MIN_SCORE:
            yield draft_by_subject(u, found, at, source, verb)


def _may_set_end(u: Unit, cue: Cue, drafts: list[AttributionDraft]) -> bool:
    """Whether a cue has only one statement, which comes after it, so that the scheme may set where it ends."""
    (only, *others) = drafts
    behind = all(span.start > u.ends[cue.last] - 1 for span in only.spans)
    return behind and not others and only.passed_on is None and only.goes_on is None


def _add_verb(u: Unit, cue: Cue, number: int, found: UnitFindings, *, only_clauses: bool) -> bool:
    """Add what a verb says or holds, with the whole clause. Return whether there was something to add."""
    if inverted_source(u, cue) is not None:
        return False
    source, own = source_of_cue(u, cue, number, found)
    if source is not None:
        found.sources.setdefault(number, source)
    content = object_content(u, cue) if takes_preposition(u, cue) else None
    content = content or content_after(u, cue)
    content = None if content is None else _with_object(u, cue, content)
    if only_clauses and (content is None or content.how not in _CLAUSES):
        return False
    parts, holder = _separate_content(u, cue, source if own else None, content), source
    if parts:
        holder = agent(u, cue) if cue.passive else source
    else:
        content = content or (None if source is None else _object_or_clause_before(u, cue, source))
        if content is None or not _holds(u, cue, content, source):
            return False
        parts = [with_marks_after_colon(u, content)]
    add_draft(u, cue, parts, holder, found)
    return True


def _object_or_clause_before(u: Unit, cue: Cue, source: Phrase) -> Content | None:
    """The thing that a verb of attitude is about, or the clause that it closes (“The eels are gone, Reed believes”)."""
    comma = source.first - 1
    if cue.verb.kind == "thinking" and comma > 0 and u.low[comma] == "," and u.ended(cue.last + 1):
        return next(iter(content_before(u, comma, ())), None)
    return object_content(u, cue)


def _with_object(u: Unit, cue: Cue, content: Content) -> Content:
    """The content with the object before it (“called Roe “a liar””, “asked Roe to go”)."""
    first = next((at for at in range(cue.last + 1, content.first) if u.low[at] not in ADVERBS), content.first)
    named = content.how == "label" and u.kinds[content.first] == QUOTE and first < content.first
    if named and "what" not in u.low[max(0, cue.group - _WHAT) : cue.group]:
        return Content(first, object_end(u, first), "object")
    if content.how != "infinitive":
        return content
    first = first if cue.verb.kind in {"asking", "thinking"} and not cue.passive else content.first
    end = clause_end(u, first)
    return Content(first, object_end(u, first) if u.marked(first, end) else end, "infinitive")


def _separate_content(u: Unit, cue: Cue, source: Phrase | None, content: Content | None) -> list[Content]:
    """Content apart from its verb: the subject of a passive, the pronoun of a relative clause."""
    if cue.passive:
        return passive_content(u, cue, content)
    return [] if source is None else relative_content(u, cue, source, content)


def _holds(u: Unit, cue: Cue, content: Content, source: Phrase | None) -> bool:
    """Whether a cue with this content counts: it has a source, a passive, or a question or marks as its content."""
    held = content.how == "wh" or has_marks(u, content)
    return source is not None or cue.passive or (held and cue.verb.form != "base")


def _add_news_contents(u: Unit, found: UnitFindings) -> None:
    """Add what seems or is expected, what nouns and adjectives of attitude hold, and a headline under a name."""
    held: list[tuple[int, Phrase | None, list[Content]]] = [(at, None, parts) for at, parts in seeming_contents(u)]
    held += [(at, source, [content]) for at, source, content in (*attitude_adjectives(u), *attitude_nouns(u))]
    for at, source, parts in held:
        add_draft(u, Cue(at, at, at, Verb(u.low[at], "thinking", "", "past"), "verb"), parts, source, found)
    titled = headline_source(u)
    if titled is not None:
        name, content = titled
        colon = name.last + 1
        add_draft(u, Cue(colon, colon, colon, Verb(":", "saying", "", "past"), "verb"), [content], name, found)


def _outermost(drafts: list[AttributionDraft]) -> list[AttributionDraft]:
    """The drafts that are in no other draft; of two that share words, the longer one."""
    kept: list[AttributionDraft] = []
    for draft in drafts:
        if draft.inside is None:
            draft.inside = next(_around(draft, kept[-_MAX_CHECKED:]), None)
        if draft.inside is None:
            kept.append(draft)
    for draft in kept:
        while draft.goes_on is not None and draft.goes_on.inside is not None:
            draft.goes_on = draft.goes_on.inside
    return kept


def _around(draft: AttributionDraft, others: list[AttributionDraft]) -> Iterator[AttributionDraft]:
    """Those of `others` that have every part of a draft inside a part of theirs."""
    start = draft.spans[0].start
    for other in others:
        in_it = other.spans[0].start <= start < other.spans[-1].end
        if in_it and all(covers(other, span) for span in draft.spans):
            yield other
