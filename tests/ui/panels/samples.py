"""Values as the panels are given them."""

from diptych.model.listing import Entry, Snippet
from diptych.text.spans import Span
from diptych.ui.panels.rows import ArticleRow, StoryRow


def article(path: str, title: str = "", **facts) -> ArticleRow:
    state = {name: facts.pop(name) for name in ("starred", "done", "derived") if name in facts}
    return ArticleRow(Entry(path, title or f"Headline of {path}", **facts), **state)


def two_stories() -> list:
    return [
        StoryRow("The strait", "3 accounts · 2 origins"),
        article("a.txt", outlet="Northern Courier", published="2022-02-14T19:24", quotations=12),
        article("b.txt", outlet="Daily Relay", derived="likely from Northern Courier, 94 %"),
        article("c.txt", outlet="EGN", tags=1, done=True, starred=True),
        StoryRow("The dam", ""),
        article("d.txt", outlet="Alpine Review"),
        ArticleRow(Entry("sub/broken.txt", problem="The file is empty.")),
    ]


def many(count: int, start: int = 0) -> list:
    return [
        ArticleRow(
            Entry(
                f"{number:06}.txt",
                f"Headline {number} of an article that is long enough for two lines of the list",
                "Northern Courier",
                "2022-02-14",
                quotations=number % 9,
            )
        )
        for number in range(start, start + count)
    ]


def found(path: str, text: str, word: str) -> ArticleRow:
    at = text.index(word)
    snippet = Snippet(text, (Span(at, at + len(word)),))
    return ArticleRow(Entry(path, f"Headline of {path}"), snippet)
