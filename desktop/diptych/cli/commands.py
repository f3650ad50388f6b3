"""The commands that need no window."""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path

from diptych.cli import story_tables, story_values, tables, values
from diptych.cli.correcting import corrected, corrected_links
from diptych.cli.output import print_error, print_json, print_lines, raise_last
from diptych.errors import AnalysisError, DiptychError, ReadError
from diptych.library.readers import read_article
from diptych.model.article import Article
from diptych.model.listing import Order
from diptych.model.reading import Reading
from diptych.model.story import Member, Story, StoryAnalysis
from diptych.settings import Places
from diptych.workspace.importing import Progress, Refreshed
from diptych.workspace.listing import StoryGroup
from diptych.workspace.tasks import align_task, derive_task, pair_figures_task, read_task
from diptych.workspace.workspace import Workspace


def inspect(options: argparse.Namespace) -> None:
    """Print what is found in each of the files; one that fails keeps no other one out.

    Raises:
        DiptychError: one of them cannot be read or analysed.
    """
    errors: list[DiptychError] = []
    inspected = _inspected(options.files, errors)
    if options.json:
        print_json([values.article_value(*one) for one in inspected])
    else:
        print_lines(line for one in inspected for line in tables.article_lines(*one))
    raise_last(errors)


def _inspected(
    paths: Sequence[str], errors: list[DiptychError]
) -> Iterator[tuple[str, Article, Reading]]:
    """Each of the files that can be read and analysed; why another one cannot, in ``errors``."""
    for path in paths:
        try:
            article = read_file(Path(path))
            reading = _read(article)
        except DiptychError as error:
            errors.append(error)
            continue
        try:
            reading = corrected(Path(path), article, reading)
        except DiptychError as error:  # what was found is of use all the same
            errors.append(error)
        yield path, article, reading


def compare(options: argparse.Namespace) -> None:
    """Print the links between two files, and whether one was made from the other.

    Raises:
        SidecarError: what readers corrected cannot be read; what was found is printed.
        ReadError: one of them cannot be read.
        AnalysisError: one of them cannot be analysed.
    """
    left, right = read_file(Path(options.left)), read_file(Path(options.right))
    members = Member(left, _read(left)), Member(right, _read(right))
    alignment = align_task(left, right, *(member.reading for member in members))
    errors: list[DiptychError] = []
    paths = options.left, options.right
    try:
        files = Path(options.left), Path(options.right)
        alignment = corrected_links(files, (left, right), alignment)
    except DiptychError as error:  # what was found is of use all the same
        errors.append(error)
    derivation = derive_task(*members, alignment)
    figures = pair_figures_task(*members, alignment)
    if options.json:
        told = {
            "quantities": story_values.paired_figures_value(figures),
            "derived": story_values.derivation_value(derivation),
        }
        print_json(values.alignment_value(paths, (left, right), alignment) | told)
    else:
        print_lines(tables.alignment_lines(left, right, alignment))
        print_lines([story_tables.derivation_line(left.headline, right.headline, derivation)])
        print_lines(story_tables.evidence_lines(left, right, derivation))
    raise_last(errors)


def index(options: argparse.Namespace) -> None:
    """Bring the index of a library up to date and print how many articles it holds."""
    with _opened(options.library) as workspace:
        refreshed = _brought_up_to_date(workspace)
        entries = workspace.entries()
    if options.json:
        print_json(values.library_value(entries, refreshed))
    else:
        print_lines(tables.library_lines(entries))


def search(options: argparse.Namespace) -> None:
    """Print the articles of a library that a query finds."""
    with _opened(options.library) as workspace:
        _brought_up_to_date(workspace)
        result = workspace.search(options.query, Order(options.order), limit=options.limit)
        entries = {entry.path: entry for entry in workspace.entries()}
    if options.json:
        print_json(values.result_value(result))
    else:
        print_lines(tables.result_lines(result, entries))


def stories(options: argparse.Namespace) -> None:
    """Print which articles of a library tell the same event, and what they tell of one another."""
    with _opened(options.library) as workspace:
        _brought_up_to_date(workspace)
        grouping: Future[list[list[str]]] | None = workspace.regroup()
        if grouping is not None:
            grouping.result()
        groups = workspace.listing("", Order.DATE).groups
        found = [] if options.brief else list(_related(workspace, groups))
    if options.json:
        print_json(
            [
                values.story_value(group) | (story_values.analysis_value(story) if story else {})
                for group, story in itertools.zip_longest(groups, found)
            ]
        )
    else:
        print_lines(
            line
            for group, story in itertools.zip_longest(groups, found)
            for line in story_tables.story_lines(group, story)
        )


def _related(workspace: Workspace, groups: Iterable[StoryGroup]) -> Iterator[Story | None]:
    """What is known of each story, None of articles that stand alone or cannot be read."""
    asked = [workspace.story(group.entries[0].path) if group.is_story else None for group in groups]
    for number, future in enumerate(asked, 1):
        if sys.stderr.isatty():
            _tell(Progress(number, len(asked), "comparing"))
        try:
            yield _with_articles(workspace, future.result()) if future else None
        except DiptychError as error:
            print_error(error)
            yield None


def _with_articles(workspace: Workspace, analysis: StoryAnalysis) -> Story:
    return Story(analysis, {path: workspace.article(path) for path in analysis.accounts})


def read_file(path: Path) -> Article:
    """The article in one file, wherever it lies.

    Raises:
        ReadError: it cannot be read.
    """
    try:
        return _article_at(path)
    except DiptychError:
        raise
    except Exception as error:
        raise ReadError("“{path}” could not be read: {reason}.", path=path, reason=error) from error


def _article_at(path: Path) -> Article:
    if path.is_dir():
        raise ReadError("“{path}” is a folder; name the articles in it.", path=path)
    if not path.exists():
        raise ReadError("There is no file “{path}”.", path=path)
    return read_article(path.parent, path.name)


RUN = {
    "inspect": inspect,
    "compare": compare,
    "index": index,
    "search": search,
    "stories": stories,
}
"""The function behind each command."""


def _opened(library: str) -> Workspace:
    return Workspace.open(Path(library), Places.of_user())


def _brought_up_to_date(workspace: Workspace) -> Refreshed:
    """What is new in the library's folder; where another process reads that, it is said so."""
    if not workspace.is_writer:
        print(
            "diptych: This library is open in another process, which alone reads what is new.",
            file=sys.stderr,
        )
    return workspace.refresh(_tell if sys.stderr.isatty() else None)


def _read(article: Article) -> Reading:
    """What analysis finds, in this process: the model is loaded once for all files.

    Raises:
        AnalysisError: the analysis failed.
    """
    try:
        return read_task(article)
    except DiptychError:
        raise
    except Exception as error:
        template = "The analysis of “{path}” failed: {reason}."
        raise AnalysisError(template, path=article.path, reason=error) from error


def _tell(progress: Progress) -> None:
    """Keep one line on the terminal up to date."""
    end = "\n" if progress.done == progress.total else ""
    print(
        f"\r{progress.what} {progress.done} of {progress.total}",
        end=end,
        file=sys.stderr,
        flush=True,
    )
