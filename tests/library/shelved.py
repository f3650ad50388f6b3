"""A library of three articles in a folder, with its cache."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diptych.library import importer
from diptych.library.cache import Cache
from diptych.model.listing import Order

ARTICLES = {
    "ferry.txt": "Ferry runs aground off Sarov\n\n14 February 2022\n\nMore than 130,000 litres of "
    "oil leaked, harbour master Ana Petrov said.\n\nThe crew of 24 was saved.\n",
    "council.txt": "Council votes on the harbour\n\nNorthern Courier\n\n15 February 2022\n\n"
    "The anti-war council of Sarov met on Tuesday.\n\nMayor Ivo Petrov's plan was refused.\n",
    "inner/café.txt": "A café for the port\n\n3 March 2022\n\nThe crème of the U.S. navy drinks "
    "coffee there, the owner said.\n",
}


@dataclass
class Shelved:
    """A library and its cache, brought up to date on demand."""

    root: Path
    cache: Cache

    def bring_up_to_date(self) -> None:
        plan = importer.plan(self.root, self.cache.catalogue)
        for batch in plan.batches:
            importer.import_batch(self.root, self.cache.folder, batch)
        importer.forget(self.cache.folder, plan.removed)

    def paths(self, query: str, order: Order = Order.TITLE, **options) -> list[str]:
        return [hit.path for hit in self.cache.search.search(query, order, **options).hits]


def write(root: Path, articles: dict[str, str]) -> None:
    for path, text in articles.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@contextlib.contextmanager
def shelved_library(folder: Path) -> Iterator[Shelved]:
    """Three articles under ``folder``, imported."""
    root = folder / "library"
    write(root, ARTICLES)
    with Cache(folder / "cache") as cache:
        shelved = Shelved(root, cache)
        shelved.bring_up_to_date()
        yield shelved
