"""The commands that need no window."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from diptych.cli import tables, values
from diptych.library.readers import read_article
from diptych.model.article import Article
from diptych.model.listing import Order
from diptych.settings import Places
from diptych.workspace.tasks import align_task, read_task
from diptych.workspace.workspace import Workspace


def inspect(options: argparse.Namespace) -> None:
    """Print what is found in each of the files.

    Raises:
        ReadError: one of them cannot be read.
    """
    articles = [(path, read_file(Path(path))) for path in options.files]
    readings = ((path, article, read_task(article)) for path, article in articles)
    if options.json:
        _print_json([values.article_value(*one) for one in readings])
    else:
        _print_lines(line for one in readings for line in tables.article_lines(*one))


def compare(options: argparse.Namespace) -> None:
    """Print the links between two files.

    Raises:
        ReadError: one of them cannot be read.
    """
    left, right = read_file(Path(options.left)), read_file(Path(options.right))
    alignment = align_task(left, right, read_task(left), read_task(right))
    if options.json:
        _print_json(values.alignment_value(left, right, alignment))
    else:
        _print_lines(tables.alignment_lines(left, right, alignment))


def index(options: argparse.Namespace) -> None:
    """Bring the index of a library up to date and print how many articles it holds."""
    with Workspace.open(Path(options.library), Places.of_user()) as workspace:
        workspace.refresh()
        _print_lines(tables.library_lines(workspace.entries()))


def search(options: argparse.Namespace) -> None:
    """Print the articles of a library that a query finds."""
    order = Order(options.order) if options.order else Order.RELEVANCE
    with Workspace.open(Path(options.library), Places.of_user()) as workspace:
        workspace.refresh()
        result = workspace.search(options.query, order, limit=options.limit)
        if options.json:
            _print_json(values.result_value(result))
        else:
            entries = {entry.path: entry for entry in workspace.entries()}
            _print_lines(tables.result_lines(result, entries))


def read_file(path: Path) -> Article:
    """The article in one file, wherever it lies.

    Raises:
        ReadError: it cannot be read.
    """
    return read_article(path.parent, path.name)


RUN = {"inspect": inspect, "compare": compare, "index": index, "search": search}
"""The function behind each command."""


def _print_json(value: Any) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")


def _print_lines(lines: Iterable[str] | Sequence[str]) -> None:
    for line in lines:
        print(line)
