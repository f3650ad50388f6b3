"""What the inspector shows of a story, made from what analysis has found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from diptych.analysis.wording import wording_difference
from diptych.model.article import Article
from diptych.model.figures import Figure, FigureRelation, SharedFigure
from diptych.model.reading import Entity, Quotation, QuotationKind, Reading
from diptych.model.story import Story, StoryEntity
from diptych.model.utterances import Version
from diptych.text.spans import Span
from diptych.text.words import folded, words
from diptych.ui.panels.values import Account, GivenValue, Name, ShownFigure, ShownQuotation

translate = QCoreApplication.translate


def quotation_at(reading: Reading | None, span: Span) -> Quotation | None:
    """The quotation that shares most with ``span``, of several the shortest; None without any."""
    quotations = reading.quotations if reading is not None else ()
    touched = [one for one in quotations if one.span.overlaps(span)]
    return max(touched, key=lambda one: (one.span.shared(span), -len(one.span)), default=None)


def shown_quotation(article: Article, quotation: Quotation, story: Story | None) -> ShownQuotation:
    """A quotation of ``article``, with its versions in the other accounts where they are known."""
    return ShownQuotation(
        article.path,
        quotation.span,
        quotation.kind,
        quotation.span.text_in(article.text),
        quotation.speaker.name if quotation.speaker else "",
        quotation.cue.text_in(article.text) if quotation.cue else "",
        _elsewhere(article, quotation.span, story) if story is not None else None,
        quotation.by_hand,
    )


def _elsewhere(article: Article, span: Span, story: Story) -> tuple[Account, ...]:
    """The versions of what is said in ``span``: of what is quoted, where it only reports that."""
    here = [
        (version.span.shared(span), version.span, one.versions)
        for one in story.analysis.utterances
        for version in one.versions
        if version.path == article.path and version.span.overlaps(span)
    ]
    if not here:
        return ()
    _, said, versions = max(here, key=lambda one: one[0])
    return tuple(
        _version(article, said, version, story.articles[version.path])
        for version in versions
        if version.path != article.path
    )


def _version(reference: Article, span: Span, version: Version, article: Article) -> Account:
    difference = wording_difference(reference.text, span, article.text, version.span)
    if version.kind is QuotationKind.INDIRECT:
        basis = translate("Story", "reported in other words")
    elif _folded(reference.text, span) == _folded(article.text, version.span):
        basis = translate("Story", "same wording")
    else:
        basis = translate("Story", "wording differs")
    said = version.span.text_in(article.text)
    differing = tuple(one.shifted(-version.span.start) for one in difference.right)
    return Account(article.path, article.known_as, basis, said, version.span, differing)


def _folded(text: str, span: Span) -> list[str]:
    return [folded(word.text_in(text)) for word in words(text, span)]


def names_of(article: Article, reading: Reading, story: Story | None) -> list[Name]:
    """The names of ``article``, the most mentioned first, with the other accounts' spellings."""
    entities = story.analysis.entities if story is not None else ()
    names = []
    for entity in reading.entities:
        forms = {mention.text_in(article.text) for mention in entity.mentions}
        ordered = sorted(forms, key=lambda form: (form != entity.name, -len(form), form))
        others = _spellings(_in_story(article, entity, entities), forms, story)
        count = len(entity.mentions)
        names.append(
            Name(
                entity.id,
                entity.kind,
                entity.name,
                tuple(ordered),
                count,
                by_hand=entity.by_hand,
                elsewhere=others,
            )
        )
    return sorted(names, key=lambda name: (-name.count, name.name))


def _in_story(
    article: Article, entity: Entity, entities: Iterable[StoryEntity]
) -> StoryEntity | None:
    """The entity of the story that has the name by which ``article`` calls it."""
    for one in entities:
        if any(form.text == entity.name and article.path in form.paths for form in one.forms):
            return one
    return None


def _spellings(entity: StoryEntity | None, known: set[str], story: Story | None) -> tuple[str, ...]:
    """How other accounts write the name, each with who does: "Dmitriy Vasenko (EGN)"."""
    if entity is None or story is None:
        return ()
    return tuple(
        f"{form.text} ({', '.join(story.articles[path].known_as for path in form.paths)})"
        for form in entity.forms
        if form.text not in known
    )


def figures_at(story: Story, path: str = "", span: Span | None = None) -> tuple[ShownFigure, ...]:
    """The numbers of the story, those that conflict first; with ``span`` those that stand there."""
    figures = [
        _figure(one, story, path, span)
        for one in story.analysis.figures
        if span is None or any(_stands_in(value, path, span) for value in one.values)
    ]
    return tuple(sorted(figures, key=lambda one: not one.differs))


def _figure(figure: SharedFigure, story: Story, path: str, span: Span | None) -> ShownFigure:
    values = [_value(one, story, path, span) for one in figure.values]
    what = figure.what or translate("Story", "number")
    differs = figure.relation is FigureRelation.CONFLICTING
    return ShownFigure(what, _relation(figure, values), differs, tuple(values))


def _value(figure: Figure, story: Story, path: str, span: Span | None) -> GivenValue:
    article = story.articles[figure.path]
    return GivenValue(
        figure.path,
        article.known_as,
        figure.span,
        figure.span.text_in(article.text),
        figure.given_by if figure.given_by != article.outlet else "",
        is_reference=span is not None and _stands_in(figure, path, span),
    )


def _relation(figure: SharedFigure, values: Sequence[GivenValue]) -> str:
    words = {
        FigureRelation.EQUAL: translate("Story", "the same in %n accounts", None, len(values)),
        FigureRelation.ROUNDED: translate("Story", "the same, rounded"),
        FigureRelation.COMPATIBLE: translate("Story", "not the same, but both can be true"),
        FigureRelation.CONFLICTING: translate("Story", "the figures differ"),
    }
    return words[figure.relation]


def _stands_in(figure: Figure, path: str, span: Span) -> bool:
    return figure.path == path and figure.span.overlaps(span)
