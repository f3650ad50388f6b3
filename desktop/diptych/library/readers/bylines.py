"""Who wrote an article, and whose material it is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.library.readers.months import MONTHS, WEEKDAYS
from diptych.library.readers.outlets import looks_like_outlet, single_outlet
from diptych.library.readers.page import Line, Page, line_of
from diptych.model.article import BlockKind

_BY = re.compile(
    r"^\W{0,2}(?:(?:written|reported|words|story|text|analysis|opinion|report|posted|reviewed|"
    r"published) by|by|von|par|por|door|av|автор(?:ы)?|auteur|autor(?:a|in)?|author(?:s|\(s\))?|"
    r"reporter|redactie|redaktion|文|作者|记者|記者)(?:\s*[:：|]\s*|\s+)(?P<who>\S.*)$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"^\W{0,2}(?:sources?|agenc(?:y|ies)|quellen?|fuentes?|fontes?|fonte|bron(?:nen)?|źródł[oa]|"
    r"источник(?:и)?|джерел[оа]|来源|出典)\s*[:：]\s*(?P<who>\S.*)$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\W{0,2}(?:"
    r"with (?:additional )?(?:inputs?|files|reporting|material|information|contributions?|reports?)"
    r" (?:from|by)\b|with (?:agenc(?:y|ies)|afp|reuters|ap|the associated press|wire reports)\b|"
    r"(?:additional |further )?(?:reporting|writing|editing|translation|research) by\b|"
    r"(?:compiled|translated|edited|produced) by\b|from (?:our|wire|staff)\b.{0,40}(?:staff|"
    r"services?|reports?|correspondents?)|"
    r"(?:mit material|mit informationen) (?:von|der)\b|avec (?:afp|reuters|l['’]afp|agences)\b|"
    r"con (?:información|informazioni) (?:de|di)\b|"
    r"com (?:informações|agências)\b|"
    r"met informatie van\b|"
    r"(?:this )?(?:article|story|report) (?:was|is|has been|originally|first)\b.{0,60}\b"
    r"(?:contributed|compiled|published|appeared|produced|syndicated|reported|feed|written)\b|"
    r"the (?:story|article|report) (?:has not been|was not) edited\b|except for the headline\b"
    r")",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\b(?:contributed (?:to|from) (?:this|the) (?:report|story|article|piece|dispatch)|"
    r"contributed (?:to this|(?:additional )?reporting)\b|"
    r"(?:article|story|report) was contributed to|"
    r"reported from\b.{0,200}\bcontributed|"
    r"helped (?:with|in) (?:this|the) report)",
    re.IGNORECASE,
)
_CLOSING_AGENCY = re.compile(r"^[—–\-(\[]*\s*(?P<who>[^()\[\]]{2,60}?)\s*[)\]]*\.?$")
_STAFF = re.compile(
    r"\b(?:staff|agenc(?:y|ies)|desk|newsroom|redaktion|correspondents?|reporters?|service|"
    r"editors?|team|bureau|web ?desk)\b",
    re.IGNORECASE,
)
_HEADLINE = 6
"""Words from which the first line is a headline, whatever it begins with."""
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*$")
_PARTICLES = frozenset("de del della di da van von der den la le bin al el ibn ter ten y e".split())
_JOINED = re.compile(r"\s*(?:,|;|\band\b|\bund\b|\bet\b|\by\b|&|\|)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Byline:
    """What the bylines and credits of an article say; empty where they say nothing."""

    author: str = ""
    credits: tuple[str, ...] = ()
    outlet: str = ""
    """An outlet or agency that a byline or a source line names."""


def claim_bylines(page: Page) -> Byline:
    """Claim the lines around the running text that say who wrote or delivered the article."""
    head, tail = page.head, page.tail
    authors: list[str] = []
    credited: list[str] = []
    outlets: list[str] = []
    first = next(page.free(), None)
    for index in [*page.free(head.start, head.stop), *page.free(tail.start, tail.stop)]:
        line = page.lines[index]
        if index == first and line.words >= _HEADLINE:
            continue  # "By land and sea, the fleet returns"
        if (by := _by(line)) is not None:
            page.claim(index, BlockKind.BYLINE)
            if looks_like_outlet(by):
                outlets.append(by)
                credited.append(line.text)
            elif _STAFF.search(by) or not by[0].isupper():
                credited.append(line.text)
            else:
                authors.append(by)
        elif index in tail and _is_credit(line):
            page.claim(index, BlockKind.BYLINE)
            credited.append(line.text)
            if source := _SOURCE.match(line.text):
                outlets.append(single_outlet(source["who"]))
            elif looks_like_outlet(line.text.strip("()[]—–- .")):
                outlets.append(line.text.strip("()[]—–- ."))
    named = [outlet for outlet in outlets if outlet]
    return Byline(", ".join(dict.fromkeys(authors)), tuple(credited), named[0] if named else "")


def author_named(text: str) -> str:
    """The author that ``text``, such as "By Ann Lee in Oslo", names; empty where it names none."""
    by = _by(line_of(text))
    return by if by and is_person_name(by) else ""


def is_person_name(text: str) -> bool:
    """Whether ``text`` has the shape of a person's name: two to four capitalised words."""
    words = text.split()
    if not 2 <= len(words) <= 5 or text.endswith((".", "?", "!", ":")) or looks_like_outlet(text):
        return False
    big = [word for word in words if word.lower() not in _PARTICLES]
    return (
        2 <= len(big) <= 4
        and all(_NAME_WORD.fullmatch(word) and word[0].isupper() for word in big)
        and not any(word.lower() in MONTHS or word.lower() in WEEKDAYS for word in words)
    )


def _by(line: Line) -> str | None:
    """The name in a byline, without place or job; None where the line is none."""
    match = _BY.match(line.text)
    if match is None or line.words > 18 or (line.is_prose and line.words > 12):
        return None
    who = match["who"].strip()
    first = re.split(r"[\s,]", who, maxsplit=1)[0].lower()
    if first in MONTHS or first in WEEKDAYS or who[0].isdigit():
        return None
    if first in ("our", "a", "the") and not _STAFF.search(who):
        return None
    words = [word for word in re.findall(r"[^\W\d_][\w.'’-]*", who) if word not in _PARTICLES]
    small = [word for word in words if word[0].islower() and word not in ("and", "in", "und", "et")]
    if first not in ("our", "a", "the") and len(small) > 0.3 * len(words):
        return None
    return _name_alone(who)


def _name_alone(who: str) -> str:
    """``who`` up to the place or job after the names."""
    who = re.split(r"\s+(?:in|for|at|@|\|)\s+|\s[|–—•·-]\s|@", who, maxsplit=1)[0]
    parts = [part for part in _JOINED.split(who) if part]
    names = [part for part in parts if is_person_name(part)]
    return ", ".join(names) if names else who.strip(" .,")


def _is_credit(line: Line) -> bool:
    """Whether a line at the end credits agencies or colleagues."""
    text = line.text
    if _CREDIT.match(text) or _CONTRIBUTED.search(text):
        return True
    if source := _SOURCE.match(text):
        return len(source["who"].split()) <= 12
    closing = _CLOSING_AGENCY.match(text)
    if closing is None or line.words > 6:
        return False
    names = [part for part in re.split(r"[/,;]|\band\b|\bwith\b", closing["who"]) if part.strip()]
    return bool(names) and all(
        looks_like_outlet(name) or name.strip().lower() in ("agencies", "agenturen", "agences")
        for name in names
    )
