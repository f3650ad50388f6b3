"""Every part of the program tried once, as it is installed: for installers and for doubt."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from importlib.resources import as_file, files
from pathlib import Path
from shutil import copytree

from diptych.errors import DiptychError
from diptych.settings import Places
from diptych.workspace.workers import Workers
from diptych.workspace.workspace import Workspace

_PHRASE = "the"
_SENTENCES = (
    "The bridge was closed after the storm.",
    "Die Brücke wurde nach dem Sturm gesperrt.",
    "A baker won the lottery.",
)


def self_check(say: Callable[[str], None]) -> bool:
    """Try every part in a folder of its own and ``say`` what works; whether all of it does."""
    with tempfile.TemporaryDirectory(prefix="diptych-check-") as folder:
        works = True
        for name, check in _checks(Path(folder)):
            try:
                found = check()
            except Exception as error:  # noqa: BLE001 - whatever is wrong is what is looked for
                works = False
                say(f"FAILED  {name}: {type(error).__name__}: {error}")
            else:
                say(f"ok      {name}: {found}")
    return works


def _checks(folder: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "resources", _resources
    yield "window", _window
    library = folder / "sample"
    with as_file(files("diptych_resources") / "sample") as sample:
        copytree(sample, library)
    places = Places(folder / "config", folder / "cache", folder / "data")
    workers = Workers()
    try:
        with Workspace.open(library, places, creator="self-check", workers=workers) as workspace:
            yield "import in a worker process", lambda: _import(workspace)
            yield "search", lambda: _search(workspace)
            yield "language model", lambda: _read(workspace)
            yield "sentence encoder", lambda: _encode(workers)
            yield "links", lambda: _align(workspace)
            yield "tags", lambda: _tag(workspace)
    finally:
        workers.close()


def _resources() -> str:
    root = files("diptych_resources")
    counts = []
    for name in ("themes", "fonts", "sample", "translations"):
        found = sum(1 for _ in (root / name).iterdir())
        if not found:
            raise DiptychError("the folder of {name} is empty", name=name)
        counts.append(f"{found} {name}")
    return ", ".join(counts)


def _window() -> str:
    from PySide6.QtCore import qVersion

    from diptych.ui.start import make_application

    application = make_application()
    return f"Qt {qVersion()} on {application.platformName()}"


def _import(workspace: Workspace) -> str:
    workspace.refresh()
    entries = workspace.entries()
    problems = [entry for entry in entries if entry.problem]
    if problems or not entries:
        raise DiptychError("{count} files could not be read", count=len(problems))
    return f"{len(entries)} articles"


def _search(workspace: Workspace) -> str:
    total = workspace.search(_PHRASE).total
    if not total:
        raise DiptychError("nothing was found")
    return f"{total} found"


def _read(workspace: Workspace) -> str:
    reading = workspace.analyses.reading(workspace.article(_largest_pair(workspace)[0])).result()
    if not reading.entities or not reading.quotations:
        raise DiptychError("no names or no quotations were found")
    return f"{len(reading.entities)} names, {len(reading.quotations)} quotations"


def _encode(workers: Workers) -> str:
    same, other = workers.submit(_likeness).result()
    if same < other + 0.5:
        raise DiptychError("a sentence was not known again in another language")
    return f"likeness {same:.2f} across two languages, {other:.2f} between two subjects"


def _likeness() -> tuple[float, float]:
    """How alike the first of the sentences is to the second and to the third."""
    from diptych.analysis.encoder import encode

    first, second, third = encode(_SENTENCES)
    return float(first @ second), float(first @ third)


def _align(workspace: Workspace) -> str:
    regrouping = workspace.regroup()
    if regrouping is not None:
        regrouping.result()
    left, right = (workspace.article(path) for path in _largest_pair(workspace))
    links = workspace.analyses.alignment(left, right).result().links
    if not links:
        raise DiptychError("no links were found")
    return f"{len(links)} between two accounts"


def _tag(workspace: Workspace) -> str:
    article = workspace.article(_largest_pair(workspace)[0])
    tagset = workspace.tagging.open(article)
    span = article.prose()[1].span
    workspace.tagging.tag(article.path, span, ("check",))
    workspace.tagging.save(article.path)
    if workspace.tagging.reload(article).tag_counts()["check"] != 1:
        raise DiptychError("a saved tag did not come back")
    return f"saved beside “{tagset.source}”"


def _largest_pair(workspace: Workspace) -> list[str]:
    """Two accounts of the story with most of them; before there are stories the first two."""
    stories = sorted(workspace.stories.stories, key=len, reverse=True)
    paths = stories[0] if stories else tuple(entry.path for entry in workspace.entries())
    return list(paths[:2])
