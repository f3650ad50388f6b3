"""The headline of a plain text, its repetitions, and the standfirst under it."""

from __future__ import annotations

import re

from diptych.library.readers.captions import is_caption
from diptych.library.readers.outlets import looks_like_outlet
from diptych.library.readers.page import Line, Page, ends_in_full_stop
from diptych.library.readers.sections import is_section, words_of
from diptych.model.article import BlockKind

LONGEST_TITLE = 400
"""Code points; a longer line is running text, whatever its script sets between words."""
_LONGEST_WITH_STOP = 16
_LONGEST_STANDFIRST = 60
_SEARCHED = 25
"""Free lines at the beginning of a file among which the headline is looked for."""
_REPEATED_WITHIN = 12
"""Lines after the headline in which it may stand again."""

_SEPARATED = re.compile(r"\s(?:[>»›/|→•·-]|::)\s|[>»›]")
_DATELINE = re.compile(
    r"(?:[^\W\d_a-z][\w’'-]*[ ,]+){0,4}[^\W\d_a-z][\w’'-]*"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?:\s\([^()]{2,40}\))?(?:\s*[–—]\s|\s-\s)|"
    r"(?:[^\W\d_a-z]\w{3,} ){0,2}[^\W\d_a-z]\w{3,}\.\s(?=[^\W\d_a-z])"
)
_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<outlet>[^|–—]{2,50})$")
_SPEECH = re.compile(
    r"\b(?:said|told|announced|added|according to|reported)\b|[“\"][^”\"]{25,}[”\"]", re.IGNORECASE
)


def find_title(page: Page) -> int | None:
    """The line of the headline; None where the file begins with running text.

    Section names, breadcrumbs and an outlet's name are passed over if a better line follows.
    """
    candidates: list[int] = []
    for index in list(page.free())[:_SEARCHED]:
        line = page.lines[index]
        if len(line.text) > LONGEST_TITLE:
            break
        if line.is_prose:
            named = any(not is_section(page.lines[other].text) for other in candidates)
            if not named and (_is_headline_with_stop(page, index) or _stands_again(page, index)):
                return index
            break
        if not is_caption(line):
            candidates.append(index)
    repeated = next(
        (i for i in candidates if _stands_again(page, i) and not is_label(page, i)), None
    )
    if repeated is not None:
        return repeated
    good = next((index for index in candidates if not is_label(page, index)), None)
    return good if good is not None else next(iter(candidates), None)


def title_and_outlet(text: str) -> tuple[str, str]:
    """A headline without the outlet's name that browsers append, and that name or nothing."""
    found = _SUFFIX.search(text)
    if found and looks_like_outlet(found["outlet"]) and found.start() > 10:
        return text[: found.start()], found["outlet"].strip()
    return text, ""


def claim_repetitions(page: Page, title: int) -> None:
    """Claim breadcrumbs and lines that say the headline once more; menus before it come later."""
    words = words_of(page.lines[title].text)
    for index in range(min(len(page.lines), title + _REPEATED_WITHIN)):
        if index == title or page.lines[index].ends > page.lines[title].ends:
            continue  # the same words with a full stop are the report's first sentence
        other = words_of(page.lines[index].text)
        crumbs = other[: -len(words)] if other[-len(words) :] == words else None
        if other == words or (
            crumbs is not None and index < title and is_section(" ".join(crumbs))
        ):
            page.overrule(index, BlockKind.NOISE)


def find_standfirst(page: Page, title: int) -> int | None:
    """The line that sums the article up under its headline; None where the text just begins.

    A line that ends without a full stop, unlike the running text, is one. So is a single sentence
    right under the headline with no speech in it, if byline, date or picture stand between it and
    the text; or a line before one that begins with the place of the report.
    """
    free = list(page.free(title + 1))
    if len(free) < 2:
        return None
    index, following = free[0], free[1]
    line = page.lines[index]
    if not 5 <= line.words <= _LONGEST_STANDFIRST or not page.lines[following].is_prose:
        return None
    if _DATELINE.match(line.text):
        return None
    if not ends_in_full_stop(line.text):
        stops = [page.lines[i].ends for i in free[1:9] if page.lines[i].words >= 8]
        return index if len(stops) >= 2 and sum(stops) > 0.7 * len(stops) else None
    if _DATELINE.match(page.lines[following].text):
        return index
    between = [page.kinds[i] for i in range(index + 1, following)]
    apart = any(kind in (BlockKind.BYLINE, BlockKind.DATELINE) for kind in between)
    pictured = BlockKind.CAPTION in between
    first = index == title + 1
    if (apart or (pictured and first)) and line.words <= 45 and not _is_speech(line):
        return index
    return None


def _is_speech(line: Line) -> bool:
    return bool(_SPEECH.search(line.text))


def _is_headline_with_stop(page: Page, index: int) -> bool:
    """Whether a line that ends like a sentence is a headline: alone, short, over longer lines."""
    line = page.lines[index]
    following = [page.lines[other] for other in list(page.free(index + 1))[:3]]
    if line.words > _LONGEST_WITH_STOP or not page.is_alone(index) or len(following) < 2:
        return False
    return sum(other.words > line.words for other in following) >= 2


def _stands_again(page: Page, index: int) -> bool:
    words = words_of(page.lines[index].text)
    near = range(index + 1, min(len(page.lines), index + _REPEATED_WITHIN))
    return len(words) >= 4 and any(words_of(page.lines[other].text) == words for other in near)


def is_label(page: Page, index: int) -> bool:
    """Whether the line names a section, an outlet or a person rather than tells something."""
    line = page.lines[index]
    words = words_of(line.text)
    if not words or is_section(line.text):
        return True
    if _SEPARATED.search(line.text) and is_section(words[0]):
        return True
    following = range(index + 1, min(index + 9, len(page.lines)))
    below = [words_of(page.lines[other].text) for other in following]
    if is_section(words[0]) and any(
        len(other) >= 3 and words[-len(other) :] == other != words for other in below
    ):
        return True
    return line.words <= 2 or looks_like_outlet(line.text)
