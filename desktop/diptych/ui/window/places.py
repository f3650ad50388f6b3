"""An article in a pane, as the reader left it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.model.article import Article
from diptych.text.spans import Span
from diptych.ui.reader.side import PaneState
from diptych.ui.reader.split import SplitView

if TYPE_CHECKING:
    from diptych.workspace.personal import Place


def show_at(split: SplitView, side: int, article: Article, place: Place) -> None:
    """Show ``article`` on ``side``, scrolled and with the cursor as ``place`` has it."""
    split.show_article(side, article, position=place.top)
    if place.start < place.end <= len(article.text):
        state = PaneState(article.path, place.top, Span(place.start, place.end))
        split.restore(side, state)
