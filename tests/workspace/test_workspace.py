"""A whole library: opened, searched, read, compared, closed and opened again."""

import json
import threading
from pathlib import Path

import pytest
from tests.workspace.conftest import PATIENCE, ended, write

from diptych.errors import AnalysisError, LibraryError, ReadError, StorageError
from diptych.model.links import Relation
from diptych.model.listing import Order
from diptych.settings import Places
from diptych.workspace.accounts import Voice
from diptych.workspace.importing import Progress
from diptych.workspace.workers import Workers
from diptych.workspace.workspace import Workspace

GOLD = json.loads((Path(__file__).parents[1] / "gold" / "sample.json").read_text("utf-8"))


def paths(workspace: Workspace, query: str) -> set[str]:
    return {hit.path for hit in workspace.search(query).hits}


def grouped(workspace: Workspace) -> tuple[tuple[str, ...], ...]:
    grouping = workspace.regroup()
    if grouping is not None:
        grouping.result(PATIENCE)
    return workspace.stories.stories


def test_a_folder_becomes_a_list_of_articles(library):
    assert [(entry.path, entry.published) for entry in library.entries()] == [
        ("council.txt", "2022-02-15"),
        ("ferry.txt", "2022-02-14"),
        ("inner/café.txt", "2022-03-03"),
    ]
    assert library.entry("ferry.txt").title == "Ferry runs aground off Sarov"
    assert library.entry("nothing.txt") is None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sarov", {"council.txt", "ferry.txt"}),
        ('"harbour master"', {"ferry.txt"}),
        ("harb*", {"council.txt", "ferry.txt"}),
        ("harbour NOT council", {"ferry.txt"}),
        ("crew OR coffee", {"ferry.txt", "inner/café.txt"}),
        ("date:2022-03", {"inner/café.txt"}),
        ("date:2022-02-14..2022-02-15", {"council.txt", "ferry.txt"}),
        ("tag:claim", set()),
    ],
)
def test_a_query_finds_what_it_asks_for(library, query, found):
    assert paths(library, query) == found


def test_a_query_that_cannot_be_parsed_is_searched_as_words_and_says_so(library):
    write(library.root, {"new.txt": "A ferry is late\n\nIt had no date but yesterday."})
    library.refresh()
    listing = library.listing("ferry date:yesterday", Order.DATE)
    assert [entry.path for entry, _hit in listing.hits] == ["new.txt"]
    assert "no date" in str(listing.notice)


def test_the_list_without_a_query_holds_every_article_in_order(library):
    listing = library.listing(" ", Order.DATE)
    listed = [entry.path for group in listing.groups for entry in group.entries]
    assert listed == ["inner/café.txt", "council.txt", "ferry.txt"]
    assert listing.total == 3
    assert not listing.hits


def test_what_is_typed_finds_the_beginnings_of_words(library):
    listing = library.listing("cof", Order.RELEVANCE)
    ((entry, hit),) = listing.hits
    assert entry.title == "A café for the port"
    assert hit.snippets


def test_a_list_is_read_again_only_after_something_was_committed(library, root):
    entries = library.entries()
    groups = library.listing("", Order.DATE).groups
    assert library.entries() is entries
    assert library.listing("", Order.DATE).groups is groups
    write(root, {"new.txt": "A new one\n\nWith some words."})
    library.refresh()
    assert len(library.entries()) == 4
    assert len(library.listing("", Order.DATE).groups) == 4


def test_files_that_cannot_be_read_are_listed_with_the_reason(root, opened):
    (root / "empty.txt").touch()
    library = opened(root)
    entry = library.entry("empty.txt")
    assert "empty" in entry.problem
    assert library.listing("", Order.TITLE).groups[-1].entries == (entry,)
    with pytest.raises(ReadError, match="is empty"):
        library.article("empty.txt")


def test_what_comes_changes_and_goes_is_found_by_a_refresh(library, root):
    write(root, {"new.txt": "Fog\n\nNobody saw the lighthouse."})
    write(root, {"ferry.txt": "Ferry towed away\n\n16 February 2022\n\nTugs came at dawn.\n"})
    (root / "council.txt").unlink()
    refreshed = library.refresh()
    assert refreshed
    assert refreshed.changed == {"new.txt", "ferry.txt"}
    assert refreshed.removed == {"council.txt"}
    assert refreshed.is_complete
    assert paths(library, "lighthouse OR tugs OR mayor") == {"new.txt", "ferry.txt"}
    assert not library.refresh()


def test_progress_tells_how_many_files_are_done(root, opened):
    library = opened(root, refresh=False)
    told: list[Progress] = []
    library.refresh(told.append)
    assert [(each.done, each.total) for each in told] == [(0, 3), (3, 3)]


def test_a_stop_leaves_what_is_imported_and_the_rest_for_the_next_time(places, root, processes):
    write(root, {f"{number:03}.txt": f"Number {number}\n\nText." for number in range(60)})
    stop = threading.Event()

    def told(progress: Progress) -> None:
        if progress.done:
            stop.set()

    with_processes = Workspace.open(root, places, workers=processes)
    refreshed = with_processes.refresh(told, stop)
    assert not refreshed.is_complete
    assert 0 < len(refreshed.changed) < 63
    assert len(with_processes.entries()) == len(refreshed.changed)
    assert len(with_processes.refresh().changed) == 63 - len(refreshed.changed)
    with_processes.close()
    ended(with_processes.ended)


def test_a_library_is_as_it_was_when_it_is_opened_again(root, opened):
    first = opened(root)
    entries = first.entries()
    first.close()
    ended(first.ended)
    again = opened(root, refresh=False)
    assert again.entries() == entries
    assert paths(again, "ferry") == {"ferry.txt"}
    assert not again.refresh()


def test_opened_anew_a_library_holds_nothing_until_it_is_imported(root, opened):
    first = opened(root)
    first.close()
    ended(first.ended)
    anew = opened(root, refresh=False, anew=True)
    assert anew.entries() == ()
    assert len(anew.refresh().changed) == 3


def test_closing_twice_is_closing_once(library):
    library.close()
    library.close()
    ended(library.ended)
    with pytest.raises(LibraryError, match="closed"):
        library.refresh()


def test_closing_while_files_are_imported_stops_and_lets_go_at_the_end(places, root, processes):
    write(root, {f"{number:03}.txt": f"Number {number}\n\nText." for number in range(200)})
    workspace = Workspace.open(root, places, workers=processes)
    began = threading.Event()
    results = []

    def refresh() -> None:
        results.append(workspace.refresh(lambda _progress: began.set()))

    thread = threading.Thread(target=refresh)
    thread.start()
    assert began.wait(PATIENCE)
    workspace.close()
    ended(workspace.ended)
    thread.join(PATIENCE)
    assert not results[0].is_complete
    again = Workspace.open(root, places, workers=processes)
    assert again.is_writer
    assert again.refresh().is_complete
    assert len(again.entries()) == 203
    again.close()
    ended(again.ended)


def test_a_library_opened_in_one_thread_can_be_closed_in_another(root, opened):
    libraries = []
    thread = threading.Thread(target=lambda: libraries.append(opened(root)))
    thread.start()
    thread.join(PATIENCE)
    libraries[0].close()
    ended(libraries[0].ended)
    assert opened(root).is_writer


def test_no_threads_are_left_when_a_library_is_closed(root, places):
    before = set(threading.enumerate())
    with Workspace.open(root, places) as workspace:
        workspace.watch(lambda _observed: None)
        workspace.refresh()
        workspace.personal.update(lambda state: state.with_done("ferry.txt", done=True))
    left = set(threading.enumerate()) - before
    for thread in left:
        thread.join(PATIENCE)
    assert not [thread for thread in left if thread.is_alive()]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (Path.exists, "There is no folder"),
        (Path.touch, "is a file, not a folder"),
    ],
)
def test_what_is_no_folder_cannot_be_opened(tmp_path, places, make, sentence):
    path = tmp_path / "no library"
    make(path)
    with pytest.raises(LibraryError, match=sentence):
        Workspace.open(path, places)


def test_a_folder_that_may_not_be_listed_says_so(root, places, monkeypatch):
    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("diptych.workspace.workspace.os.scandir", refuse)
    with pytest.raises(LibraryError, match="cannot be opened: Permission denied"):
        Workspace.open(root, places)


@pytest.mark.parametrize("which", ["cache", "data"])
def test_a_folder_of_the_user_that_cannot_be_made_says_so(tmp_path, root, which):
    (tmp_path / which).touch()
    places = Places(tmp_path / "config", tmp_path / "cache", tmp_path / "data")
    with pytest.raises(StorageError, match="cannot write in its own folder"):
        Workspace.open(root, places)


def test_what_is_pasted_becomes_a_file_and_never_takes_another_ones_place(library, root):
    first = library.paste("A headline\n\nSome words of an article.", "")
    second = library.paste("A headline\n\nOther words of an article.", "")
    assert first != second
    assert "Some words" in (root / first).read_text("utf-8")
    library.refresh()
    assert {first, second} <= {entry.path for entry in library.entries()}


def test_the_stories_of_the_sample_library_are_those_of_the_gold(sample_library, opened):
    library = opened(sample_library)
    stories = {frozenset(story) for story in grouped(library)}
    wanted = [{GOLD["files"][key] for key in story} for story in GOLD["stories"]]
    assert stories == {frozenset(story) for story in wanted if len(story) > 1}
    titles = [group.title for group in library.listing("", Order.DATE).groups if group.is_story]
    assert len(titles) == len(stories)


def test_the_seed_articles_are_one_story(seeds, opened):
    library = opened(seeds)
    (story,) = grouped(library)
    assert len(story) == len(list(seeds.glob("*.txt")))


def test_a_passage_is_found_in_the_other_accounts_of_its_story(sample_library, places, processes):
    workspace = Workspace.open(sample_library, places, workers=processes)
    workspace.refresh()
    grouped(workspace)
    path = GOLD["files"]["northern-courier-strait-talks"]
    article = workspace.article(path)
    quotation = next(one for one in GOLD["quotes"] if one["article"] == Path(path).stem)
    start = article.text.index(quotation["text"])
    passage = next(block.span for block in article.prose() if start in block.span)
    for future in workspace.comparing.relate(path):
        future.result(PATIENCE)
    accounts = workspace.comparing.accounts(path, passage)
    assert accounts.waiting == accounts.failed == 0
    assert len(accounts.rows) == 6
    reference = accounts.rows[0]
    assert reference.is_reference
    assert reference.voice is Voice.DIRECT
    assert reference.text == passage.text_in(article.text)
    others = [row for row in accounts.rows[1:] if row.span is not None]
    assert accounts.found == 1 + len(others) > 1
    for row in others:
        assert row.text == row.span.text_in(workspace.article(row.path).text).replace("\n", " ")
        assert row.relation in set(Relation)
    alone = workspace.comparing.lone_passages(path, others[0].path)
    assert all(one.others == 4 for one in alone)
    workspace.close()
    ended(workspace.ended)


def test_everything_is_analysed_once(sample_library, places, processes):
    workspace = Workspace.open(sample_library, places, workers=processes)
    workspace.refresh()
    told: list[Progress] = []
    assert workspace.analyse(told.append) == len(workspace.entries()) == len(told)
    assert told[0].what == "analysing"
    assert sum(entry.quotations for entry in workspace.entries()) > 20
    assert {hit.path for hit in workspace.search("name:corwell").hits}
    workspace.close()
    ended(workspace.ended)
    again = Workspace.open(sample_library, places, workers=processes)
    assert again.analyse() == 0
    again.close()
    ended(again.ended)


def test_analysis_of_a_library_whose_workers_are_gone_ends(root, places):
    workers = Workers(1)
    workspace = Workspace.open(root, places, workers=workers)
    workspace.refresh()
    workers.close()
    assert workspace.analyse() == 0
    workspace.close()
    ended(workspace.ended)


def test_where_no_process_can_be_started_nobody_waits_for_ever(root, places, monkeypatch):
    def fail() -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("diptych.workspace.workers._Worker", fail)
    workspace = Workspace.open(root, places)
    with workspace, pytest.raises(AnalysisError, match="cannot be started"):
        workspace.refresh()


def test_analysis_stops_when_asked(library):
    stop = threading.Event()
    stop.set()
    assert library.analyse(stop=stop) == 0
    assert library.analyse() == 3
