"""What went wrong, as sentences the reader can act on, in the message bar."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from diptych.errors import DiptychError
from diptych.ui.panels.messages import Message, MessageAction, MessageBar, MessageKind

_log = logging.getLogger(__name__)


class Messages(QObject):
    """The way of every message to the bar, and of its buttons back to what they do."""

    def __init__(self, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._actions: dict[str, Callable[[], object]] = {}
        bar.action_chosen.connect(self._act)

    def error(self, error: Exception, *actions: tuple[str, Callable[[], object]]) -> None:
        """Show an error; one that nobody expected is logged with its trace as well.

        ``actions`` are up to two labels with what they do.
        """
        if not isinstance(error, DiptychError):
            _log.error("unexpected", exc_info=error)
        self._show(MessageKind.ERROR, sentence(error), actions)

    def warning(self, text: str, *actions: tuple[str, Callable[[], object]]) -> None:
        """Show something that the reader should know and that loses nothing."""
        self._show(MessageKind.WARNING, text, actions)

    def info(self, text: str, *actions: tuple[str, Callable[[], object]]) -> None:
        """Show something that may be missed."""
        self._show(MessageKind.INFO, text, actions)

    def _show(
        self, kind: MessageKind, text: str, actions: tuple[tuple[str, Callable[[], object]], ...]
    ) -> None:
        named = []
        for label, act in actions:
            name = f"{text}\0{label}"
            self._actions[name] = act
            named.append(MessageAction(name, label))
        self._bar.show_message(Message(kind, text, tuple(named)))

    def _act(self, name: str) -> None:
        self._actions[name]()


def sentence(error: Exception) -> str:
    """The error in the language of the interface."""
    if isinstance(error, DiptychError):
        template = QCoreApplication.translate("Error", error.template)
        return template.format_map({name: _told(value) for name, value in error.fields.items()})
    return QCoreApplication.translate(
        "Error", "Something went wrong that should not have: {reason}. Nothing saved was lost."
    ).format(reason=str(error) or type(error).__name__)


def _told(field: object) -> str:
    return sentence(field) if isinstance(field, DiptychError) else str(field)
