"""One form for all inflections of an English word, for comparing two wordings.

Rough on purpose, and not a lemma: regular endings are cut, the irregular verbs and auxiliaries that
newspapers use most are listed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from diptych.text.words import folded

_IRREGULAR: Final = """
say says said saying; be is are was were been being am; have has had having; do does did done doing;
go goes went gone going; get gets got gotten getting; give gives gave given; take takes took taken;
make makes made; come comes came; see sees saw seen; know knows knew known; think thinks thought;
tell tells told; find finds found; leave leaves left; feel feels felt; put puts putting;
bring brings brought; begin begins began begun beginning; keep keeps kept; hold holds held;
write writes wrote written; stand stands stood; hear hears heard; let lets letting;
mean means meant; set sets setting; meet meets met; run runs ran running; pay pays paid;
sit sits sat sitting; speak speaks spoke spoken; lie lies lay lain lying; lead leads led;
read reads; grow grows grew grown; lose loses lost; fall falls fell fallen; send sends sent;
build builds built; understand understands understood; draw draws drew drawn;
break breaks broke broken; spend spends spent; cut cuts cutting; rise rises rose risen;
drive drives drove driven; buy buys bought; wear wears wore worn; choose chooses chose chosen;
seek seeks sought; throw throws threw thrown; catch catches caught; deal deals dealt;
win wins won winning; teach teaches taught; fight fights fought; fly flies flew flown;
sell sells sold; strike strikes struck stricken; shoot shoots shot; hit hits hitting;
hurt hurts; shut shuts shutting; split splits splitting; cast casts; cost costs; bid bids;
forget forgets forgot forgotten; forbid forbids forbade forbidden; withdraw withdraws withdrew
withdrawn; undertake undertakes undertook undertaken; overtake overtook overtaken; bear bears bore
borne; swear swears swore sworn; tear tears tore torn; lay lays laid; feed feeds fed; flee flees
fled; sink sinks sank sunk; die dies died dying; spread spreads; bind binds bound; wound wounds;
drown drowns;
will would 'll; can could; may might; shall should; this these; that those; a an; who whom
"""


def _table() -> dict[str, str]:
    rows = [row.split() for row in _IRREGULAR.split(";")]
    return {form: forms[0] for forms in rows for form in forms}


_BASE: Final = _table()
_ENDINGS: Final = (
    ("ies", "y"),
    ("ied", "y"),
    ("ying", "y"),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
)
_SHORTEST: Final = 3


@lru_cache(maxsize=65_536)
def uninflected(word: str) -> str:
    """What all inflections of ``word`` have in common; only for comparing."""
    form = folded(word)
    known = _BASE.get(form)
    if known is not None:
        return known
    for ending, replacement in _ENDINGS:
        if form.endswith(ending) and not form.endswith("ss"):
            stem = form[: -len(ending)]
            if len(stem) >= _SHORTEST:
                return (
                    _single(stem) + replacement if ending in ("ing", "ed") else stem + replacement
                )
    return form


def _single(stem: str) -> str:
    """``stem`` without the letter that was doubled before the ending ("letting")."""
    is_doubled = len(stem) > _SHORTEST and stem[-1] == stem[-2] and stem[-1] not in "aeiouls"
    return stem[:-1] if is_doubled else stem


def is_past_or_present(word: str) -> bool:
    """Whether the form of a verb alone says that something is or was ("left", "leaves").

    A bare form does not ("leave" may come after "to"), nor one in -ing.
    """
    form = folded(word)
    known = _BASE.get(form)
    if known is not None:
        return form != known and not form.endswith("ing")
    return form.endswith(("ed", "s")) and not form.endswith("ss")
