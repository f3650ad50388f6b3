"""How tests of corrections go to a passage, choose in the strip, and look at what is shown."""

import json

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.window.seen import COURIER, sidecar

from diptych.text.spans import Span
from diptych.ui.panels.values import Account

BLOCKADE = "the quietest blockade in history"
"""Words of the Courier whose speaker nobody names."""
ALONE = "There is no smoke and no wreckage, only a line of riding lights that grows longer"
"""Words of the Courier that the Relay does not have."""


def place(window, words, side=0):
    start = window.parts.split.article(side).text.index(words)
    return Span(start, start + len(words))


def go(window, words, side=0):
    window.parts.split.select(side, place(window, words, side))


def offered(window):
    return [choice.words for choice in window.strips.correction.offered()]


def choose(keys, words):
    QTest.keyClicks(QApplication.focusWidget(), words)
    keys("Return")


def quotation(window, words, side=0):
    span = place(window, words, side)
    return next(one for one in window.parts.split.side(side).reading.quotations if one.span == span)


def speaker(window, words, side=0):
    found = quotation(window, words, side).speaker
    return found.name if found else ""


def names(window, side=0):
    return {one.name: one for one in window.parts.split.side(side).reading.entities}


def margin(window, side=0):
    return [note.name for note in window.parts.split.side(side).margin._speakers]


def annotations(library, name=COURIER):
    return json.loads(sidecar(library, name).read_text("utf-8"))["items"]


def listed(window):
    return [row.correction for row in window.parts.inspector.tags.passages() if row.correction]


def basis(window, path):
    """How the inspector says that an account tells the passage; nothing while it is not shown."""
    rows = window.parts.inspector.accounts.list.rows()
    shown = [row for row in rows if isinstance(row, Account) and row.path == path]
    return shown[0].basis if shown else ""


def links(window):
    return [
        (link.left, link.right, link.by_hand) for link in window.parts.split.linking.pairing.links
    ]


def status(window):
    return window.parts.status._saved.text()
