"""Stories as the command line prints them for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from textwrap import shorten

from diptych.cli.tables import WIDTH
from diptych.model.article import Article
from diptych.model.figures import FigureRelation, SharedFigure
from diptych.model.story import (
    Derivation,
    EvidenceKind,
    Side,
    Story,
    StoryAnalysis,
    StoryEntity,
    Verdict,
)
from diptych.workspace.listing import StoryGroup


def story_lines(group: StoryGroup, told: Story | None) -> Iterator[str]:
    """A story with its accounts, and what they tell of one another as far as that is known.

    An article that stands alone has no number before it.
    """
    yield (f"{len(group.entries)}  " if group.is_story else "   ") + group.title
    for entry in group.entries:
        facts = [entry.path, entry.outlet, entry.published, entry.problem]
        yield "     " + " · ".join(fact for fact in facts if fact)
    if told is not None:
        story = told.analysis
        yield "     " + _counts(story)
        for pair in story.pairs:
            yield "     " + derivation_line(pair.left, pair.right, pair.derivation)
        for entity in story.entities:
            if len(entity.forms) > 1:
                yield "     " + _names(entity)
        for figure in story.figures:
            if figure.relation is not FigureRelation.EQUAL:
                yield "     " + _values(figure, told)
        yield from _alone(story)


def _values(figure: SharedFigure, told: Story) -> str:
    values = [
        f"{one.span.text_in(told.articles[one.path].text)} ({one.path})" for one in figure.values
    ]
    return f"{figure.what or 'number'}, {figure.relation}: {', '.join(values)}"


def derivation_line(left: str, right: str, derivation: Derivation) -> str:
    """One sentence on how two accounts relate."""
    if derivation.origin is Side.RIGHT:
        left, right = right, left
    if derivation.verdict is Verdict.INDEPENDENT:
        credit = "" if not derivation.evidence else "; one credits the other, or both a third"
        return f"{left} and {right} are likely independent{credit}"
    if derivation.verdict is Verdict.SHARED_SOURCE:
        return f"{left} and {right} likely share a source"
    how = "a copy of" if derivation.verdict is Verdict.COPY else "reworded from"
    if derivation.origin is None:
        return f"{left} and {right}: one is likely {how} the other ({derivation.share:.0%} of it)"
    return f"{right} is likely {how} {left} ({derivation.share:.0%} of it)"


def evidence_lines(left: Article, right: Article, derivation: Derivation) -> Iterator[str]:
    """What speaks for it, with the words; but for the order, which the links show."""
    for one in derivation.evidence:
        if one.kind is EvidenceKind.SAME_ORDER:
            continue
        yield "  " + one.kind.replace("_", " ")
        for mark, article, span in (("<", left, one.left), (">", right, one.right)):
            if span is not None:
                yield f"    {mark} " + shorten(span.text_in(article.text), WIDTH, placeholder=" …")


def _counts(story: StoryAnalysis) -> str:
    least, most = story.origins.least, story.origins.most
    origins = f"{least}" if least == most else f"{least}–{most}"
    return (
        f"{_number(len(story.accounts), 'account')} · {_number(len(story.texts), 'text')}"
        f" · likely {origins} {'origin' if most == 1 else 'origins'}"
    )


def _names(entity: StoryEntity) -> str:
    others = ", ".join(form.text for form in entity.forms if form.text != entity.name)
    return f"{entity.name}: also {others}"


def _alone(story: StoryAnalysis) -> Iterator[str]:
    only = Counter(passage.path for passage in story.only)
    missing = Counter(one.path for one in story.missing)
    for path in story.accounts:
        if only[path] or missing[path]:
            yield (
                f"     {path}: {_number(only[path], 'passage')} only here,"
                f" {_number(missing[path], 'statement')} missing that two others have"
            )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
