"""Readings and alignments: asked for once, hurried, kept, and failing one at a time."""

import pytest
from tests.workspace.conftest import (
    WorkersAtOnce,
    WorkersOnDemand,
    alignment_of,
    close,
    reading_of,
)

from diptych.errors import AnalysisError, StorageError
from diptych.library.cache import Cache
from diptych.library.readers import article_from_bytes
from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import Entity, EntityKind, Quotation, QuotationKind, Reading
from diptych.text.spans import Span
from diptych.workspace import tasks
from diptych.workspace.analysing import Analyses
from diptych.workspace.keeping import Keeper
from diptych.workspace.queue import Priority

FIRST = article_from_bytes("one.txt", b"One headline\n\nAna Petrov spoke first.")
SECOND = article_from_bytes("two.txt", b"Two headlines\n\nIvo Petrov spoke after her.")
FIRST, SECOND = sorted((FIRST, SECOND), key=lambda article: article.sha256)


@pytest.fixture
def cache(tmp_path):
    with Cache(tmp_path / "cache") as cache:
        yield cache


@pytest.fixture
def workers() -> WorkersOnDemand:
    return WorkersOnDemand()


@pytest.fixture
def analyses(cache, workers, keeper) -> Analyses:
    return Analyses(cache.catalogue, workers, keeper)


def test_an_article_is_read_once_however_often_it_is_asked_for(analyses, workers):
    first, again = analyses.reading(FIRST), analyses.reading(FIRST)
    assert first is again
    workers.next().set_result(reading_of(FIRST))
    assert analyses.reading(FIRST).result() == reading_of(FIRST)
    assert workers.tasks == ["read_task"]


def test_a_reading_can_only_become_more_urgent(analyses, workers):
    reading = analyses.reading(FIRST, Priority.STORY)
    analyses.reading(FIRST, Priority.LIBRARY)
    assert reading.priority == Priority.STORY
    analyses.reading(FIRST, Priority.SCREEN)
    assert reading.priority == Priority.SCREEN


def test_a_reading_is_kept_for_the_next_time_with_what_the_list_and_search_show(
    cache, analyses, workers, keeper
):
    quotation = Quotation(Span(0, 3), QuotationKind.DIRECT)
    name = Entity("e1", EntityKind.PERSON, "Ana", (Span(0, 3),))
    reading = Reading(FIRST.sha256, tasks.READING_VERSION, (), (name,), (quotation,))
    analyses.reading(FIRST)
    workers.next().set_result(reading)
    keeper.flush()
    assert analyses.texts_read() == {FIRST.sha256}
    later = Analyses(cache.catalogue, WorkersOnDemand(), Keeper(lambda: False))
    assert later.reading(FIRST).result() == reading


def test_a_text_that_no_article_is_as_long_as_never_reaches_a_worker(
    analyses, workers, keeper, monkeypatch
):
    monkeypatch.setattr("diptych.workspace.analysing.MAX_TEXT", len(FIRST.text) - 1)
    short = article_from_bytes("short.txt", b"Short")
    assert analyses.reading(FIRST).result() == reading_of(FIRST)
    assert analyses.reading(FIRST, Priority.NEAR).done()
    assert analyses.alignment(FIRST, short).result().links == ()
    keeper.flush()
    assert analyses.texts_read() == {FIRST.sha256}
    assert workers.tasks == []


def test_while_another_process_keeps_what_is_found_nothing_is_stored(cache, workers):
    analyses = Analyses(cache.catalogue, workers, Keeper(lambda: False))
    aligned = analyses.alignment(FIRST, SECOND)
    for article in (FIRST, SECOND):
        workers.next().set_result(reading_of(article))
    workers.next().set_result(alignment_of(FIRST, SECOND))
    assert aligned.done()
    assert analyses.texts_read() == set()


def test_what_is_stored_in_another_shape_is_found_anew(cache, analyses, workers):
    cache.catalogue.store_reading(FIRST.sha256, tasks.READING_VERSION, b'{"other": 1}')
    assert not analyses.reading(FIRST).done()
    assert workers.tasks == ["read_task"]


def test_a_catalogue_that_cannot_be_read_costs_time_and_nothing_else(
    analyses, workers, cache, monkeypatch
):
    def fail(*_arguments):
        raise StorageError("The list of articles cannot be used.")

    monkeypatch.setattr(cache.catalogue, "load_reading", fail)
    reading = analyses.reading(FIRST)
    workers.next().set_result(reading_of(FIRST))
    assert reading.result() == reading_of(FIRST)


def test_a_catalogue_that_cannot_be_written_is_no_failure_of_the_analysis(
    analyses, workers, keeper, cache, monkeypatch, caplog
):
    def fail(*_arguments, **_options):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(cache.catalogue, "store_reading", fail)
    reading = analyses.reading(FIRST)
    workers.next().set_result(reading_of(FIRST))
    keeper.flush()
    assert reading.result() == reading_of(FIRST)
    assert "The disk is full." in caplog.text


def test_a_failure_is_not_met_again_until_the_article_is_opened(analyses, workers):
    reading = analyses.reading(FIRST, Priority.STORY)
    workers.next().set_exception(AnalysisError("It took too long."))
    assert analyses.reading(FIRST, Priority.LIBRARY) is reading
    assert analyses.reading(FIRST, Priority.SCREEN) is not reading
    assert len(workers.tasks) == 2


def test_what_was_cancelled_is_asked_for_again(analyses):
    reading = analyses.reading(FIRST, Priority.LIBRARY)
    reading.cancel()
    assert analyses.reading(FIRST, Priority.LIBRARY) is not reading


def test_a_pair_is_aligned_once_both_are_read_whichever_side_asks(analyses, workers):
    link = Link(Span(0, 3), Span(4, 9), Relation.REWORDED, 0.7)
    there, back = analyses.alignment(FIRST, SECOND), analyses.alignment(SECOND, FIRST)
    workers.next().set_result(reading_of(FIRST))
    assert workers.tasks == ["read_task", "read_task"]
    workers.next().set_result(reading_of(SECOND))
    job = workers.next()
    assert job.arguments == (FIRST, SECOND, reading_of(FIRST), reading_of(SECOND))
    job.set_result(Alignment(FIRST.sha256, SECOND.sha256, (link,), (), (Span(0, 1),)))
    assert there.result().links == (link,)
    assert back.result() == there.result().mirrored()
    assert back.result().only_left == (Span(0, 1),)


def test_an_alignment_is_kept_for_the_next_time(cache, analyses, workers, keeper):
    analyses.alignment(FIRST, SECOND)
    for article in (FIRST, SECOND):
        workers.next().set_result(reading_of(article))
    workers.next().set_result(alignment_of(FIRST, SECOND))
    keeper.flush()
    none = WorkersOnDemand()
    later = Analyses(cache.catalogue, none, Keeper(lambda: False)).alignment(SECOND, FIRST)
    assert later.result() == alignment_of(FIRST, SECOND).mirrored()
    assert not none.tasks


def test_a_pair_that_comes_on_screen_is_hurried_before_and_after_it_is_read(analyses, workers):
    analyses.alignment(FIRST, SECOND, Priority.STORY)
    analyses.alignment(SECOND, FIRST, Priority.NEAR)
    assert [job.priority for job in workers.jobs] == [Priority.NEAR, Priority.NEAR]
    for article in (FIRST, SECOND):
        workers.next().set_result(reading_of(article))
    assert workers.jobs[0].priority == Priority.NEAR
    analyses.alignment(FIRST, SECOND, Priority.SCREEN)
    assert workers.jobs[0].priority == Priority.SCREEN


def test_an_alignment_fails_as_its_reading_does(analyses, workers):
    aligned = analyses.alignment(FIRST, SECOND)
    workers.next().set_exception(AnalysisError("It took too long."))
    workers.next().set_result(reading_of(SECOND))
    with pytest.raises(AnalysisError, match="too long"):
        aligned.result()
    with pytest.raises(AnalysisError, match="too long"):
        analyses.alignment(SECOND, FIRST, Priority.STORY).result()
    assert len(workers.tasks) == 2


def test_an_alignment_fails_as_its_job_does(analyses, workers):
    aligned = analyses.alignment(FIRST, SECOND)
    for article in (FIRST, SECOND):
        workers.next().set_result(reading_of(article))
    workers.next().set_exception(AnalysisError("The process ended."))
    assert isinstance(aligned.exception(), AnalysisError)


def test_an_alignment_is_cancelled_with_its_reading(analyses, workers):
    aligned = analyses.alignment(FIRST, SECOND)
    workers.jobs[0].cancel()
    workers.jobs[1].cancel()
    assert aligned.cancelled()


def test_only_so_many_results_stay_in_memory(cache, workers, monkeypatch):
    monkeypatch.setattr("diptych.workspace.analysing._READINGS_KEPT", 1)
    analyses = Analyses(cache.catalogue, workers, Keeper(lambda: False))
    first = analyses.reading(FIRST)
    analyses.reading(SECOND)
    assert analyses.reading(FIRST) is not first


def test_the_cursor_does_not_repeat_what_failed(root, opened):
    class Failing(WorkersAtOnce):
        def submit(self, task, *arguments, **options):
            if task is tasks.read_task:
                job = WorkersOnDemand().submit(task, *arguments, **options)
                self.tasks.append("read_task")
                job.set_exception(AnalysisError("It took too long."))
                return job
            return super().submit(task, *arguments, **options)

    workers = Failing()
    library = opened(root, workers=workers)
    library.stories._hold(type(library.stories._grouping)("", (("council.txt", "ferry.txt"),)))
    for _step in range(3):
        accounts = library.comparing.accounts("ferry.txt", Span(0, 5))
        assert (accounts.failed, accounts.waiting, len(accounts.rows)) == (1, 0, 1)
        assert library.comparing.lone_passages("ferry.txt", "council.txt") == ()
    assert workers.tasks.count("read_task") == 2
    close(library)
