"""Find the newspaper, blog or network in which quoted words appeared."""

import re

from reader.analysis.cues.attributions import Attribution
from reader.analysis.voices.mentions.mentions import employs
from reader.analysis.voices.names.forms import Form, Mention
from reader.analysis.voices.names.lists import entries
from reader.analysis.voices.names.names import Name, Names
from reader.analysis.voices.names.work_titles import TITLE, in_full
from reader.analysis.voices.outlets import press
from reader.analysis.voices.outlets.outlet_anaphora import gone_back
from reader.analysis.voices.outlets.outlet_owners import with_group
from reader.model import QuotationKind, Span

_NEARBY = 300  # characters before a "user" searched for the outlet
_ACCOUNT = re.compile(r"\s+(?:users?|pages?|groups?|accounts?|posts?|wall)\b", re.IGNORECASE)
_READER = re.compile(r"\s+(?:readers?|commenters?|listeners?|viewers?)\b", re.IGNORECASE)
_USER = re.compile(
    r"(?:an?\s|one\s|another\s|the\s|its\s)?"
    r"(?:(anchor|caller|host|interviewer|listener|newsreader|presenter|viewer)|(commenter|reader)|admin|commentator\son|moderator"
    r"|user)\b",
    re.IGNORECASE,
)
_AT_START = re.compile(
    r"(?:\A|[,;]\s)(?:(?:also\s+|over\s+)?at|(?:writing|blogging|reporting|posting)\s+(?:\w+\s)?(?:at|for|from|in|on))\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_IN_PAPER = re.compile(rf"(?:\A|[,;]\s)[IiOo]n\s(?:an?|her|his|the)\s(?:[\w-]+\s){{0,2}}{press.WORKS},\s(?:the\s)?\Z")
_SMALL_BLOG = re.compile(
    r"\b(?:on|at|in|from|for)\s+(?:the\s+)?((?!(?:his|her|their|its|my|our|own|new|the|an?|this|that|official)\b)"
    r"[\w.-]+(?: (?!blog|website|said|says|the\b)[\w.-]+){0,2} (?:blog|website))\b",
    re.IGNORECASE,
)
_FROM = re.compile(r",?\s+(?:from|at)\s+(?:the\s+)?(?:[\w-]*blog\s+)?", re.IGNORECASE)
_OF_SOMEBODY = re.compile(
    rf",?\s(?:at|from|of|who\s(?:edits|keeps|runs|writes))\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,3}}?{press.WORKS}\s(?:called\s)?\Z"
)
_BLOG_BEHIND = re.compile(r"['’]s?\s(?:\w+\s)?(?:blog|channel|newsletter|page|podcast|site|website)\b")
_TITLE_BEHIND = re.compile(rf"(?:\s\[\w+\])?\s({TITLE})")  # "on Ada Cole’s blog Tidal Notes"
_APART = re.compile(r",\s(?:at|on)\s(?:the\s)?")  # "Ada Cole, on Tidal Notes, writes"
_OF = re.compile(r",?\s+(?:of|with)\s+(?:the\s+)?", re.IGNORECASE)
_NEXT = 4  # maximum characters from a name to the outlet the person reads: "Rosa, Vela Watchdog reader"
_PLAIN = re.compile(r"\b(?:in|for|on|at|via)\s+(?:the\s+|an?\s+|his\s+|her\s+|their\s+)?\Z", re.IGNORECASE)
_ON_IT = re.compile(r"\b(?:in|on|at|via)\s+(?:the\s+)?(?:[\w-]+\s+)?\Z", re.IGNORECASE)
_WORK_AFTER = re.compile(
    rf"(?:['’]s)?\s+(?:(?!(?:and|at|but|by|in|on|or|that|to|who)\b)\w+\s+)?{press.WORKS}\b", re.IGNORECASE
)
_WORK_BEFORE = re.compile(
    rf"\b{press.WORKS}\s+(?:(?:of|at|on|for|in|to|called|named)\s+(?:the\s+)?(?:\w+\s+)?)?\Z", re.IGNORECASE
)
_WORK_IN = re.compile(r"\b(?:in|of|to)\s+(?:the\s+)?\Z")
_TOLD = re.compile(r"\b(?:told|tells|telling|asked|of|to|with|by|than)\s+(?:the\s+)?\Z", re.IGNORECASE)
_POSTED_TO = re.compile(r"\b(?:posted|shared|uploaded)\sto\s\Z")
_WRITES = re.compile(
    r"wr[io]t|pen(?:s|ned)\b|post|blog|argu|comment(?:s|ed)\b|publish|editorial|summ|report", re.IGNORECASE
)
_INTERVIEW = re.compile(
    r"\b(?:conversation|interview)\s(?:\[\w+\]\s)?(?:conducted\s|given\s|granted\s)?(?:for|with|to|on|by)\s(?:[Tt]he\s)?\Z"
)
_TWEET = re.compile(r"\b(?:re)?tweet(?:s|ed|ing)?\b|\btweeps?\b|\bTwitter\b", re.IGNORECASE)
_IN_TWEETS = re.compile(r"\b[Ii]n\s(?:an?|another|her|his|one|the|their|two)\s(?:[\w-]+\s){0,3}tweets?\b")
_POSTS = (
    r"(?:announced|comment(?:ed|s)|complained|messages?|post(?:ed|s)?|said|says|shared|statements?|took|updates?|videos?"
    r"|writing|wrote)"
)
_SOCIAL = re.compile(
    rf"\b{_POSTS}\s(?:on|to)\s(social[ -]media)\b"
    r"|\b[Ii]n\s(?:(?:an?|another|her|his|the|their)\s)?(?:[\w-]+\s)?(social[ -]media)"
    r"\s(?:comment|message|post|statement|video)s?\b"
)
_HANDLE_LEAD = re.compile(r"[^\w\n]{0,6}@\w+(?:\s*:|\s+@?\w)")
_BLOGGER_AT = re.compile(
    r"\b(?:(?:bloggers?|reader|user)(?!\sfrom)|blogging|blogs|writing|writes|columnist|correspondent|host|presenter)\s+"
    r"(?:for|at|from|on|of|with)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_REPORTER_AT = re.compile(
    r"\b(?:(?:anchor|author|columnist|commentator|contributor|journalist|reporter|writer)\s(?:for|at|from|with)"
    r"|editors?\s(?:at|for|from|of|with))\s(?:the\s)?\Z",
    re.IGNORECASE,
)


def appeared(
    text: str, attribution: Attribution, mention: Mention | None, names: Names, *, tweets: bool
) -> Span | str | None:
    """Return where the words of one attribution appeared, as the text names it; None where it does not say.

    "Twitter" is returned for words that are tweeted or follow a user name ("@ines: …"), even where the word itself is
    not next to them.
    """
    given = attribution.outlet
    if given is not None and not (mention is not None and mention.span.contains(given)):
        near = names.before(given.end, 1)
        if not near or near[-1].end <= given.start or near[-1].outlet or given.contains(near[-1].span):
            return given if not near or near[-1].span != given else _posted_in(text, near[-1], mention)
    if mention is not None and mention.outlet is not None:
        return mention.outlet
    found = _sentence_outlet(text, attribution, mention, names)
    if found is not None:
        return found
    if _tweeted(text, attribution, tweets=tweets):
        return "Twitter"
    if tweets:
        handle = mention is not None and mention.form is Form.HANDLE
        if handle or (attribution.parent is None and _starts_with_handle(text, attribution)):
            return "Twitter"
    return None if mention is None else _outlet_of_user(text, mention, names)


def _tweeted(text: str, attribution: Attribution, *, tweets: bool) -> bool:
    """Whether words are tweeted, by their cue or by "in a series of tweets" in its sentence."""
    cue = attribution.cue
    if cue is None:
        return False
    # Checking the words around is faster than finding the sentence.
    near = tweets and "tweet" in text[max(0, cue.start - press.AROUND) : cue.end + press.AROUND]
    region = press.region_of(text, attribution) if near else None
    series = region is not None and _IN_TWEETS.search(text, region.start, region.end) is not None
    return series or _TWEET.search(cue.of(text)) is not None


def _sentence_outlet(text: str, attribution: Attribution, mention: Mention | None, names: Names) -> Span | None:
    """The outlet named in the sentence of mention and cue, with the whole of its title."""
    region = press.region_of(text, attribution)
    if region is None:
        return None
    found = _named(text, attribution, mention, names, region)
    if found is None:
        return _outlet_by_noun(text, attribution, names, region) or _social_media(text, attribution, region)
    found = next(press.named_work(text, region), found)
    behind = _BLOG_BEHIND.match(text, found.end)
    if behind is not None:
        title = _TITLE_BEHIND.match(text, behind.end())
        return Span(found.start, behind.end()) if title is None else Span(*title.span(1))
    name = names.at(found.start)
    known = name is not None and (name.outlet or name.platform)
    return found if known else in_full(text, found)


def _outlet_of_user(text: str, mention: Mention, names: Names) -> Span | None:
    """The outlet where a "user" or "reader" writes: the last one named shortly before."""
    start = mention.span.start
    user = _USER.match(text, start)
    if user is None:
        return None
    for name in (n for n in reversed(names.before(start, 12)) if n.start > start - _NEARBY):
        if name.outlet or (name.platform and user[1] is None) or (user[2] is None and press.is_called(text, name)):
            return name.span
    return None


def _starts_with_handle(text: str, attribution: Attribution) -> bool:
    start = attribution.spans[0].start
    line = text.rfind("\n", max(0, start - 60), start) + 1
    return _HANDLE_LEAD.match(text, start) is not None or (line > 0 and _HANDLE_LEAD.match(text, line) is not None)


def _named(text: str, attribution: Attribution, mention: Mention | None, names: Names, region: Span) -> Span | None:
    """The publication, else platform or blog, named in the sentence of mention and cue, outside the quotation."""
    platform = own = None
    around = [
        (name, text[max(region.start, name.title - press.LEAD) : name.title])
        for name in names.within(region.start, region.end)
        if not (_is_in_words(attribution, name.start) or (mention is not None and _is_own(text, name, mention)))
    ]
    told = next((name for name, lead in around if press.is_told_to(text, name, attribution, lead, names)), None)
    if told is not None:
        return told.span
    for name, lead in around:
        if mention is not None and mention.span.contains(name.span):
            found = _in_mention(text, name, mention, lead, writes=_writes(text, attribution))
        elif name.platform:
            to_others = _TOLD.search(lead) is not None and _POSTED_TO.search(lead) is None
            if platform is None and not (to_others or _is_anothers(lead, name, mention, names)):
                platform = _posted_in(text, name, mention)
            continue
        else:
            found = _is_outside(text, name, attribution, lead)
            found = found or (mention is not None and _is_around(text, name, attribution, mention, region))
        if found and not _is_anothers(lead, name, mention, names):
            if _OF_SOMEBODY.search(lead) is None:
                return name.span
            own = own or name.span  # "Ada Cole, who runs the page Tidal Notes, wrote on Twitter"
    piece = text[region.start : region.end]
    small = _SMALL_BLOG.search(text, region.start, region.end) if "blog" in piece or "website" in piece else None
    if platform is None and small is not None and not _is_in_words(attribution, small.start()):
        return Span(*small.span(1))
    return platform or own


def _is_outside(text: str, name: Name, attribution: Attribution, lead: str) -> bool:
    """Whether the words before a name outside the mention say that the quoted words appeared there."""
    only = press.only_read(text, name, lead)
    return (_is_beside(text, name, lead) if only is None else only) or _is_written_in(text, name, attribution, lead)


def _is_around(text: str, name: Name, attribution: Attribution, mention: Mention, region: Span) -> bool:
    """Whether the place of a name before or after the mention says that the quoted words appeared there."""
    if 0 <= name.start - mention.span.end < _NEXT and _READER.match(text, name.end) is not None:
        return True
    placed = _is_outlet_after_in(text, name, mention, region, writes=_writes(text, attribution))
    return placed or _publishes(text, name, mention) or _is_apart(text, name, attribution, mention)


def _is_own(text: str, name: Name, mention: Mention) -> bool:
    """Whether a name is a source's own, or says who the source is."""
    own = any(name.span.overlaps(other.span) for other in mention.names)
    return own or press.tells_who(text, mention.span.end, name)


def _is_in_words(attribution: Attribution, offset: int) -> bool:
    """Whether an offset is in the words of an attribution."""
    for span in attribution.spans:  # noqa: SIM110 - asked of all names around; a generator takes twice as long
        if span.start <= offset < span.end:
            return True
    return False


def _posted_in(text: str, name: Name, mention: Mention | None) -> Span:
    """A name with the group named on a platform, unless the group itself is the source: "the Facebook group Vela"."""
    place = with_group(text, name) if name.platform or name.outlet else in_full(text, name.span)
    return name.span if mention is not None and mention.span.overlaps(place) else place


def _is_anothers(lead: str, name: Name, mention: Mention | None, names: Names) -> bool:
    """Whether another person writes at the named outlet: "Ada Cole, of the blog Vela, has asked him"."""
    tie = _OF_SOMEBODY.search(lead)
    if tie is None or mention is None:
        return False
    bearer = next((n for n in names.before(name.title, 2) if n.end == name.title - len(tie[0])), None)
    return bearer is not None and bearer not in mention.names


def _outlet_by_noun(text: str, attribution: Attribution, names: Names, region: Span) -> Span | None:
    """An outlet that only a noun marks as one: "on the site Ledgerline", "to the same newspaper", "in her blog:"."""
    found = next((span for span in press.titled(text, region) if not _is_in_words(attribution, span.start)), None)
    if found is not None:
        return found
    back = gone_back(text, region, names)
    return None if back is None or _is_in_words(attribution, back[0]) else back[1]


def _social_media(text: str, attribution: Attribution, region: Span) -> Span | None:
    """The words "social media" where the place has no name: "said on social media", "in a social media post"."""
    found = _SOCIAL.search(text, region.start, region.end) if "social" in region.of(text) else None
    if found is None or _is_in_words(attribution, found.start()):
        return None
    return Span(*found.span(found.lastindex or 0))


def _writes(text: str, attribution: Attribution) -> bool:
    return attribution.cue is not None and _WRITES.match(text, attribution.cue.start) is not None


def _in_mention(text: str, name: Name, mention: Mention, lead: str, *, writes: bool) -> bool:
    """Whether a name inside the mention says where the words appeared: "Facebook user Ada", "Ada from the Herald"."""
    if name.platform:
        on_it = not mention.names and _ON_IT.search(lead) is not None
        if on_it or _ACCOUNT.match(text, name.end) is not None:
            return True
    if _BLOG_BEHIND.match(text, name.end) is not None and _PLAIN.search(lead) is not None:
        return True  # "Ada Cole on Vela's blog"
    if name.place:
        return False
    named = len(name.words) > 1 or name.outlet or name.platform  # not "a Lisker reader"
    read_there = (named and _READER.match(text, name.end) is not None) or _BLOGGER_AT.search(lead) is not None
    reports_there = not mention.names and _REPORTER_AT.search(lead) is not None and not employs(name)
    printed = name.outlet and mention.names and _WORK_BEFORE.search(lead) is not None  # "Cole’s article in the Herald"
    return bool(read_there or reports_there or printed) or _is_only_with_outlet(text, name, mention, writes=writes)


def _is_beside(text: str, name: Name, lead: str) -> bool:
    """Whether a name outside the mention says where: "in the Herald", "her blog Vela", "in a Herald op-ed"."""
    if name.place or (name.owner and not (name.body or name.outlet or _BLOG_BEHIND.match(text, name.end))):
        return False
    if _INTERVIEW.search(lead) and not name.titled and name.words[0] not in entries("first_names"):
        sure = (name.body and not employs(name)) or _WORK_AFTER.match(text, name.end) is not None
        return sure or press.is_press(text, name) or "conducted by " in lead
    outlet = name.outlet or (not name.titled and _WORK_AFTER.match(text, name.end) is not None)
    person = name.titled or (not name.body and name.words[0] in entries("first_names"))
    if (person and not outlet) or (_TOLD.search(lead) and not _WORK_BEFORE.search(lead)):
        return False
    if outlet and _PLAIN.search(lead):
        return True
    return not (person or (name.plain and _WORK_IN.search(lead))) and _WORK_BEFORE.search(lead) is not None


def _is_outlet_after_in(text: str, name: Name, mention: Mention, region: Span, *, writes: bool) -> bool:
    """Whether a name before the mention says where its words appeared: "At the Vela Times, Ada Cole wrote"."""
    end = name.end if name.outlet or text.startswith(",", name.end) else in_full(text, name.span).end
    gap = mention.span.start - end
    lead = text[region.start : name.title]
    if not name.place and text.startswith(", ", name.end) and _IN_PAPER.search(lead):
        return True
    if name.place or name.titled or not text.startswith(", ", end) or not 2 <= gap <= 6:  # noqa: PLR2004 - ", " and ", the "
        return False
    return _AT_START.search(lead) is not None and (not employs(name) or (writes and lead.endswith("t ")))


def _publishes(text: str, name: Name, mention: Mention) -> bool:
    """Whether a publication before a mention quotes the person or prints what they wrote."""
    # "carried a column by Ada Cole, who"
    until = {mention.span.start, mention.core.start, *(each.title for each in mention.names[:1])}
    carried = any(press.CARRIED.fullmatch(text, name.end, at) for at in until if at > name.end)
    return carried and press.is_press(text, name)


def _is_apart(text: str, name: Name, attribution: Attribution, mention: Mention) -> bool:
    """Whether a name between commas says where a person writes: "Ada Cole, on Tidal Notes, writes"."""
    named = (len(name.words) > 1 or name.outlet) and not (name.place or name.titled or employs(name))
    writes = attribution.kind is QuotationKind.BLOCK or _writes(text, attribution)
    return named and writes and _APART.fullmatch(text, mention.span.end, name.title) is not None


def _is_written_in(text: str, name: Name, attribution: Attribution, lead: str) -> bool:
    """Whether a verb of writing is followed by a title-like name: "wrote in The Lantern"."""
    if name.place or name.titled or employs(name) or not _writes(text, attribution) or _PLAIN.search(lead) is None:
        return False
    return press.is_press(text, name) or lead.endswith("The ")


def _is_only_with_outlet(text: str, name: Name, mention: Mention, *, writes: bool) -> bool:
    """Whether a mention is a person with only the outlet: "Ada Cole from the Herald", "Bela, of the blog X"."""
    if len(mention.names) != 1 or name.start < mention.names[0].end:
        return False
    between = text[mention.names[0].end : name.title]
    if _OF.fullmatch(between) is not None:
        return name.outlet or (writes and not (name.body or name.place or employs(name)) and press.has_blogs(text))
    if between.strip() == "from" and len(name.words) == 1 and name.plain:
        return False  # "Ada Cole from Lisk"
    works = employs(name) or (name.body and not (writes or name.outlet))
    return _FROM.fullmatch(between) is not None and not works and not name.titled and not name.place
