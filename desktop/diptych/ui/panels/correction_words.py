"""Corrections in words: what was corrected to what, and whether it still has an object."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from diptych.model.reading import EntityKind, Reading
from diptych.tagging.applying import applies
from diptych.tagging.corrections import NO_NAME, Correction, Field, LinkState
from diptych.tagging.names import NameStatement, Sameness
from diptych.ui.panels.names import kind_name
from diptych.ui.styling.plain import in_a_row

translate = QCoreApplication.translate


def correction_words(correction: Correction, reading: Reading | None) -> str:
    """What a list says of ``correction``.

    Where ``reading`` is there, and has nothing at the passage to correct, it says that too.
    """
    said = _said(correction)
    if reading is None or applies(correction, reading):
        return said
    nothing = translate("Corrections", "nothing was found there to correct")
    return in_a_row((said, nothing))


def statement_words(statement: NameStatement) -> str:
    """What is stated of two names, and where it holds."""
    if statement.relation is Sameness.SAME:
        said = translate("Corrections", "names joined by hand")
    else:
        said = translate("Corrections", "names told apart by hand")
    if statement.scope:
        return in_a_row((said, translate("Corrections", "in this story")))
    return in_a_row((said, translate("Corrections", "in the whole library")))


def found_words(correction: Correction) -> str:
    """What the program had found where it was corrected."""
    was = correction.was
    if correction.field == Field.KIND and was in set(EntityKind):
        return kind_name(EntityKind(was))
    return was or translate("Corrections", "nobody")


def _said(correction: Correction) -> str:
    value = correction.value
    if correction.field == Field.SPEAKER:
        who = value or translate("Corrections", "nobody")
        return translate("Corrections", "speaker corrected to: {name}").format(name=who)
    if correction.field == Field.KIND:
        kind = translate("Corrections", "no name") if value == NO_NAME else value
        if value in set(EntityKind):
            kind = kind_name(EntityKind(value))
        return translate("Corrections", "kind of name corrected to: {kind}").format(kind=kind)
    if correction.field == Field.LINK and correction.other is not None:
        words = translate("Corrections", "unlinked by hand from a passage of {file}")
        if value == LinkState.LINKED:
            words = translate("Corrections", "linked by hand with a passage of {file}")
        return words.format(file=correction.other.source)
    return f"{correction.field}: {value}"
