"""Captions of pictures and the credits that give them away."""

from __future__ import annotations

import re

from diptych.library.readers.outlets import AGENCIES, is_known, looks_like_outlet
from diptych.library.readers.page import Line, Page, ends_in_full_stop
from diptych.library.readers.sections import words_of
from diptych.model.article import BlockKind

LONGEST_CAPTION = 700
"""Code points; longer lines are running text whatever they end with."""
_LONGEST_NAME_LINE = 25
"""Words of a line above a credit that can still be a picture's name or description."""

_LEAST_REPEATED = 4
"""Words of a line that is taken for a caption because the next one repeats it."""

_PHOTO = (
    r"(?:pictures?|photos?(?:graphs?)?|images?|fotos?|bild|фото|图|写真|crédits? photo|fotografía|"
    r"imagen|immagine|zdjęcie)"
)
_PICTURE = rf"(?:{_PHOTO}|video|graphic|illustration|map|infographic)"
_AGENCY = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))

# "… in Kyiv. Picture: PA", "Photo Credit: X", "| Photo: X", "Source: X" as the end of a line.
_LABELLED = re.compile(
    rf"(?:^|[\s.(\[|–—-])(?:{_PHOTO}(?:[ -](?:credits?|by|source|courtesy(?: of)?|provided by))?)"
    r"\s?[:©]\s*(?P<photo>[^:]{2,80})[\])]?$|"
    rf"(?:^|[.”\"|–—] |[(\[])(?:{_PICTURE}|credits?|copyright|source|quelle|cover|via)"
    r"(?: (?:credits?|by|source))?\s?[:©]\s*(?P<who>[^:]{2,80})[\])]?$|"
    rf"(?:^|[\s.(\[|–—-]){_PHOTO}(?: credits?)? (?:by|courtesy of|supplied by|provided by|via)"
    r"[: ]\s*(?P<by>[A-Z][^.:]{1,60})[\])]?\.?$",
    re.IGNORECASE,
)
# "[Name/Agency]", "(Name, Agency)", "(AP Photo/Name, File)"; an unclosed one counts too.
_BRACKET = re.compile(r"[(\[](?P<who>[^()\[\]]{2,140})(?P<close>[)\]])?\.?$")
# "/CFP", "REUTERS/Name", "AP Photo/Name", "© AFP", "Name/Getty Images" without brackets.
_BARE = re.compile(
    rf"(?<=[\w.\"”])\s/\s?[A-Z][\w .&-]{{1,40}}$|"
    rf"(?:\b(?:REUTERS|AP Photo|EPA|AFP|dpa)\s?/\s?|©\s?)[A-Z][\w .,'’/&-]{{1,80}}$|"
    rf"\b[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}\s?/\s?(?:{_AGENCY})"
    r"(?:\s?/\s?[A-Z][\w ]{1,30})?\.?$|"
    r"[—–\-|•.©]\s*(?:(?:AFP via )?Getty Images|AP Photo|Shutterstock|Handout)\.?$"
)
_OPENING = re.compile(
    rf"^\(?\[?(?:file ?(?:photo|picture|image)?\s?[:–—-]|FILE\s?[:–—-]|{_PICTURE}(?: caption)?\s?:|"
    rf"caption\s?:|cover\s?(?:image|photo)?\s?:|image (?:source|caption|credit)\b,?|"
    rf"photo (?:illustration|credit)\b|pictured\b\s?:?|bildunterschrift\s?:|interactive\s?[-–—:])",
    re.IGNORECASE,
)
_PHOTO_WORD = re.compile(
    r"\b(?:photo|pool|file|handout|getty|images?|picture|via|courtesy|screengrab|screenshot|"
    r"footage|satellite|archive|stringer|foto|photographer)\b|/",
    re.IGNORECASE,
)
_ACRONYM = re.compile("[A-Z]{2,6}")
# "Ann Lee (L) and Bo Ek (R) shake hands": one letter alone may also be a senator's party.
_SIDES = re.compile(
    r"\((?:left|right|cent(?:er|re)|pictured|(?:2nd|second|third|far) (?:[LR]|left|right))\)|"
    r"\([LRC]\).*\([LRC]\)|, (?:left|right|cent(?:er|re)), (?:and|with|shakes|speaks|meets)\b|"
    r"\([LRC]\).*, (?:19|20)\d\d\W*$"
)
_ONLY_SOURCE = re.compile(r"^image (?:source|caption|credit)\W*$", re.IGNORECASE)


def claim_captions(page: Page, title: int | None) -> None:
    """Claim lines with a picture's credit, and the lines of a name or description above them."""
    body = page.body
    for index in list(page.free()):
        line = page.lines[index]
        if index == title or not is_caption(line, last=index >= body.stop - 1):
            continue
        page.claim(index, BlockKind.CAPTION)
        _claim_lines_above(page, index, title)
        if _ONLY_SOURCE.match(line.text) and index + 1 < len(page.lines):
            page.claim(index + 1, BlockKind.CAPTION)
    _claim_repeated(page, title)


def is_caption(line: Line, *, last: bool = False) -> bool:
    """Whether the line names a picture's source or sides, as only captions do.

    In the ``last`` line of an article a bare agency in brackets credits the article, not a picture.
    """
    text = line.text
    if len(text) > LONGEST_CAPTION:
        return False
    if _OPENING.match(text) and line.words <= 60:
        return True
    if _has_labelled_credit(line) or _BARE.search(text):
        return True
    bracket = _BRACKET.search(text)
    if bracket is not None and _is_credit(bracket, line, last=last):
        return True
    return bool(_SIDES.search(text)) and line.words <= 45 and '"' not in text and "”" not in text


def _has_labelled_credit(line: Line) -> bool:
    found = _LABELLED.search(line.text)
    if found is None:
        return False
    who = (found["photo"] or found["who"] or found["by"]).strip()
    return len(who.split()) <= 8 and (who[0].isupper() or who[0].isdigit() or is_known(who))


def _is_credit(bracket: re.Match[str], line: Line, *, last: bool) -> bool:
    """Whether what stands in brackets at a line's end is a picture's credit."""
    who = bracket["who"].strip()
    before = line.text[: bracket.start()].rstrip()
    names = [part.strip() for part in re.split(r"[/,;|]| via | for | through ", who)]
    agency = any(is_known(name) or looks_like_outlet(name) for name in names)
    if not bracket["close"]:
        # Cut off by the copying: only where nothing but names can follow the bracket.
        return _is_name(who) and not before.endswith((".", "”", '"')) and line.words <= 60
    if agency and (len(names) > 1 or _PHOTO_WORD.search(who)):
        return True
    if agency:
        return not (last and ends_in_full_stop(before)) and line.words <= 45
    if len(names) > 1 and _is_person(names[0]) and _ACRONYM.fullmatch(names[-1]):
        return not bracket[0].endswith(".")
    if "/" in who or re.search(
        r"\b(?:photo|handout|getty|courtesy|screengrab)\b", who, re.IGNORECASE
    ):
        return all(_is_name(name) for name in names if name)
    return bool(
        bracket[0].startswith("[")
        and _is_name(who)
        and not before.endswith(("“", '"', "‘"))
        and not ends_in_full_stop(before)
    )


def _is_name(who: str) -> bool:
    """Whether ``who`` is one to six words that all begin with a capital."""
    words = who.split()
    return 1 <= len(words) <= 6 and all(
        word[0].isupper() or word in ("de", "van", "von", "bin", "al", "the", "of", "photo", "file")
        for word in words
    )


def _is_person(who: str) -> bool:
    return " " in who and _is_name(who)


def _claim_lines_above(page: Page, index: int, title: int | None) -> None:
    """Claim what stands over a credit in its paragraph: a person's name, an image's description.

    In a file without blank lines only a line that the caption repeats is taken.
    """
    line = page.lines[index]
    for above in range(index - 1, max(index - 4, -1), -1):
        other = page.lines[above]
        if above == title or other.paragraph != line.paragraph or not page.is_free(above):
            return
        if other.words > _LONGEST_NAME_LINE or ends_in_full_stop(other.text):
            if not _repeats(other.text, line.text):
                return
        elif page.is_dense and not _repeats(other.text, line.text):
            return
        page.claim(above, BlockKind.CAPTION)


def _claim_repeated(page: Page, title: int | None) -> None:
    """Claim a line over one that begins as it does, if that is a caption or in its paragraph.

    Copying takes a picture's hidden description along, which often is its caption once more.
    """
    for index in range(1, len(page.lines)):
        above, line = page.lines[index - 1], page.lines[index]
        if index - 1 == title or not page.is_free(index - 1) or above.words < _LEAST_REPEATED:
            continue
        if page.kinds[index] is BlockKind.CAPTION:
            twice = _repeats(above.text, line.text)
        else:
            together = page.is_free(index) and above.paragraph == line.paragraph
            twice = (
                together
                and not ends_in_full_stop(above.text)
                and len(line.text) <= LONGEST_CAPTION
                and _repeats(above.text, line.text)
            )
        if twice:
            page.claim(index - 1, BlockKind.CAPTION)
            page.claim(index, BlockKind.CAPTION)


def _repeats(above: str, below: str) -> bool:
    """Whether ``below`` begins with nearly the words of ``above``."""
    first = words_of(above)
    second = words_of(below)[: len(first)]
    if len(first) < 3 or len(second) < len(first):
        return first == second and bool(first)
    same = sum(one == other for one, other in zip(first, second, strict=True))
    return same >= 0.7 * len(first)
