"""The panes as the reader left them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from diptych.model.article import Article
from diptych.text.spans import Span
from diptych.ui.reader.marks import MarkKind, MarkLevel
from diptych.ui.reader.side import PaneState
from diptych.ui.reader.split import SplitView

if TYPE_CHECKING:
    from diptych.settings import Settings
    from diptych.workspace.last_seen import Seen
    from diptych.workspace.personal import Place


def restore_split(split: SplitView, settings: Settings) -> None:
    """Give ``split`` the size of the text and the marks that were chosen."""
    if settings.text_scale != 1.0:
        split.set_scale(settings.text_scale)
    split.set_level(MarkLevel(settings.marks))
    split.set_hidden_marks(hidden_marks(settings))


def show_seen(split: SplitView, seen: Iterable[Seen]) -> None:
    """Show every article where it stood, and give the keys to the side that had them."""
    focused = split.focused_side
    for one in seen:
        show_at(split, one.side, one.article, one.place)
        focused = one.side if one.has_keys else focused
    split.focus_side(focused)


def show_at(split: SplitView, side: int, article: Article, place: Place) -> None:
    """Show ``article`` on ``side``, scrolled and with the cursor as ``place`` has it."""
    split.show_article(side, article, position=place.top)
    if place.start < place.end <= len(article.text):
        state = PaneState(article.path, place.top, Span(place.start, place.end))
        split.restore(side, state)


def hidden_marks(settings: Settings) -> set[MarkKind]:
    """The kinds of marks that are switched off; those of another version are passed over."""
    known = {kind.value for kind in MarkKind}
    return {MarkKind(name) for name in settings.hidden_marks if name in known}
