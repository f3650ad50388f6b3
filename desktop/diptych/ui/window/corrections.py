"""Corrections by key: who speaks, what a name is the name of, which passages belong together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject

from diptych.model.annotation import Annotation
from diptych.model.article import Article
from diptych.model.reading import Entity, EntityKind, Quotation, Reading
from diptych.tagging.applying import entity_at, is_alike
from diptych.tagging.corrections import NO_NAME, Field, LinkState
from diptych.tagging.names import NameForm, Sameness, forms_of
from diptych.tagging.tagset import TagSet
from diptych.text.spans import Span
from diptych.ui.jobs import Jobs
from diptych.ui.panels.correction_strip import CorrectionChoice, Offer
from diptych.ui.panels.correction_words import found_words
from diptych.ui.panels.names import kind_name
from diptych.ui.reader.pairing import end
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.sessions import Sessions
from diptych.ui.window.tag_strips import TagStrips

_SPEAKERS = (EntityKind.PERSON, EntityKind.ORGANISATION)
_KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)


class CorrectionController(QObject):
    """Offers corrections of what is under the cursor, and shows what is corrected at once."""

    def __init__(
        self,
        parts: Parts,
        sessions: Sessions,
        reading: ReadingController,
        strips: TagStrips,
        jobs: Jobs,
    ) -> None:
        super().__init__(parts)
        self._parts, self._reading, self._strips, self._jobs = parts, reading, strips, jobs
        self._library, self._session = sessions.library, sessions.reading
        self._tagging = sessions.tagging
        self._known: dict[str, list[Annotation]] = {}
        self._tagging.tags_changed.connect(self._look_at)
        self._tagging.names_changed.connect(self._session.correct_again)
        self._library.tags_changed.connect(self._look_beside)
        self._library.refreshed.connect(lambda _refreshed: self._session.relate_again())
        self._library.closing.connect(self._known.clear)

    # Commands

    def correct(self) -> None:
        """Open the strip beside the passage for what was found under the cursor."""
        place = self._reading.passage()
        reading = self._reading.reading(place[0]) if place is not None else None
        workspace = self._library.workspace
        if place is None or workspace is None:
            return
        if reading is None:
            self._say(self.tr("The article is still being read."))
            return
        article, span = place
        own = tuple(NameForm(entity.kind, entity.name) for entity in reading.entities)
        offer = self._offer(article, reading, span, own)
        if offer is None:
            self._say(self.tr("There is neither reported speech nor a name under the cursor."))
            return
        self._strips.correct(offer)

        def extend(names: tuple[NameForm, ...]) -> None:
            wider = self._offer(article, reading, span, names)
            if wider is not None:
                self._strips.correction.extend(wider)

        self._jobs.start(
            "names of the story", lambda: workspace.comparing.names(article.path), extend
        )

    def toggle_link(self) -> None:
        """Link the passage with that of the other pane; unlink them if they are linked."""
        split = self._parts.split
        side = split.focused_side
        place, there = self._reading.passage(), self._reading.other_article()
        other = split.passage(1 - side) or split.counterpart(side)
        if place is None or there is None:
            return
        if other is None:
            self._say(self.tr("Put the cursor of the other account on the passage to link with."))
            return
        here, span = place
        links = split.linking.pairing.links_at(side, span)
        is_linked = any(
            is_alike(end(link, side), span) and is_alike(end(link, 1 - side), other)
            for link in links
        )
        state = LinkState.UNLINKED if is_linked else LinkState.LINKED
        self._tagging.link(here.path, span, there, other, state)

    # What is offered

    def _offer(
        self, article: Article, reading: Reading, span: Span, names: Sequence[NameForm]
    ) -> Offer | None:
        """What can be corrected at ``span``; None where nothing was found there."""
        subject = subject_at(reading, span)
        mentions = subject.mentions if isinstance(subject, Entity) else ()
        back = tuple(self._taking_back(article, (span, *mentions)))
        if isinstance(subject, Quotation):
            speaking = {one.speaker.name for one in reading.quotations if one.speaker}
            likely = sorted(names, key=lambda name: name.form not in speaking)
            choices = (*self._speakers(article, subject, likely), *back)
            free = partial(self._say_speaker, article, subject)
            return Offer(self.tr("Who says this?"), choices, free)
        if subject is not None:
            choices = (
                *self._kinds(article, subject, span),
                *self._joins(article, subject, names),
                *self._parts_of(article, subject, span),
                *back,
            )
            question = self.tr("What is “{name}”?").format(name=subject.name)
            return Offer(question, choices)
        return Offer(self.tr("Corrected here"), back) if back else None

    def _speakers(
        self, article: Article, quotation: Quotation, names: Sequence[NameForm]
    ) -> Iterator[CorrectionChoice]:
        now = quotation.speaker.name if quotation.speaker else ""
        for name in names:
            if name.kind in _SPEAKERS and name.form != now:
                do = partial(self._say_speaker, article, quotation, name.form)
                yield CorrectionChoice(name.form, do, kind_name(name.kind))
        if now:
            do = partial(self._say_speaker, article, quotation, "")
            yield CorrectionChoice(self.tr("Nobody is named"), do)

    def _kinds(self, article: Article, entity: Entity, span: Span) -> Iterator[CorrectionChoice]:
        at = _mention_at(entity, span)
        for kind in _KINDS:
            if kind is not entity.kind:
                do = partial(self._say_kind, article, entity, at, kind.value)
                yield CorrectionChoice(kind_name(kind), do, self.tr("kind of name"))
        do = partial(self._say_kind, article, entity, at, NO_NAME)
        yield CorrectionChoice(self.tr("no name"), do, self.tr("kind of name"))

    def _joins(
        self, article: Article, entity: Entity, names: Sequence[NameForm]
    ) -> Iterator[CorrectionChoice]:
        """The other names of the story that may be those of ``entity`` as well."""
        forms = forms_of(entity, article.text)
        own = NameForm(entity.kind, entity.name)
        for name in names:
            if name.kind is entity.kind and name.form not in forms:
                do = partial(self._state, article, Sameness.SAME, own, name)
                yield CorrectionChoice(name.form, do, self.tr("the same"))

    def _parts_of(self, article: Article, entity: Entity, span: Span) -> Iterator[CorrectionChoice]:
        """The names of ``entity`` that may be another's: of them one is under the cursor."""
        here = _mention_at(entity, span).text_in(article.text)
        others = [form for form in forms_of(entity, article.text) if form != here]
        for form in others if here == entity.name else others[:1]:
            words = self.tr("not {name}").format(name=form)
            pair = NameForm(entity.kind, here), NameForm(entity.kind, form)
            do = partial(self._state, article, Sameness.DIFFERENT, *pair)
            yield CorrectionChoice(words, do, self.tr("another one"))

    def _taking_back(self, article: Article, spans: Sequence[Span]) -> Iterator[CorrectionChoice]:
        """The corrections of what stands at ``spans``, each to be taken back."""
        for one in self._tagging.corrections(article):
            at = one.span
            if one.field != Field.LINK and at is not None and any(map(at.overlaps, spans)):
                words = self.tr("as it was found: {was}").format(was=found_words(one))
                do = partial(self._tagging.untag, article.path, one.id)
                yield CorrectionChoice(words, do, one.words)

    # What is done

    def _say_speaker(self, article: Article, quotation: Quotation, name: str) -> None:
        was = quotation.speaker.name if quotation.speaker else ""
        self._tagging.correct(article.path, quotation.span, Field.SPEAKER, name, was)

    def _say_kind(self, article: Article, entity: Entity, at: Span, kind: str) -> None:
        self._tagging.correct(article.path, at, Field.KIND, kind, entity.kind.value)

    def _state(self, article: Article, relation: Sameness, one: NameForm, other: NameForm) -> None:
        self._tagging.state(article.path, relation, one, other)

    def _say(self, words: str) -> None:
        """Say it in the status line, until something is saved."""
        self._parts.status.set_saved(words)

    def _look_at(self, tagset: TagSet) -> None:
        """Show what is corrected otherwise than before; mostly a tag was given, and all stays."""
        corrections = tagset.corrections()
        if self._known.get(tagset.path, []) != corrections:
            self._known[tagset.path] = corrections
            self._session.correct_again()

    def _look_beside(self, paths: Collection[str]) -> None:
        """Show what another program corrected in an article that is not open, or in names."""
        if not all(map(self._reading.is_open, paths)):
            self._session.correct_again()


def subject_at(reading: Reading, span: Span) -> Quotation | Entity | None:
    """What is corrected at ``span``: the name that it is, else its quotation, else its name."""
    entity = entity_at(reading.entities, span)
    if entity is not None and len(span) <= len(_mention_at(entity, span)):
        return entity
    quotation = max(reading.quotations, key=lambda one: one.span.shared(span), default=None)
    if quotation is not None and quotation.span.shared(span):
        return quotation
    named = [one for one in reading.entities if entity_at([one], span) is not None]
    return min(named, key=lambda one: _mention_at(one, span), default=None)


def _mention_at(entity: Entity, span: Span) -> Span:
    """The first mention of ``entity`` that shares anything with ``span``; there has to be one."""
    return next(mention for mention in entity.mentions if mention.overlaps(span))
