"""What others change in the folder while it is open: noticed, counted, and told."""

import json
import queue

import pytest
from tests.workspace.conftest import write

from diptych.library.watcher import Observed
from diptych.model.listing import Order
from diptych.tagging.store import SidecarStore
from diptych.text.spans import Span
from diptych.workspace.tagging import Tagging

PATIENCE = 20


@pytest.fixture
def watched(library):
    """A library that is watched, and what is reported of it."""
    reports: queue.Queue[Observed] = queue.Queue()
    library.watch(reports.put)
    return library, reports


def listed(library) -> list[str]:
    groups = library.listing("", Order.TITLE).groups
    return sorted(entry.path for group in groups for entry in group.entries)


def test_files_that_come_change_and_go_are_noticed_and_the_list_renewed(watched, root):
    library, reports = watched
    write(root, {"new.txt": "Fog over the port\n\nNobody saw the lighthouse."})
    assert "new.txt" in reports.get(timeout=PATIENCE).articles
    library.refresh()
    assert "new.txt" in listed(library)
    write(root, {"new.txt": "Fog has lifted\n\nEverybody saw the lighthouse."})
    assert "new.txt" in reports.get(timeout=PATIENCE).articles
    library.refresh()
    assert library.entry("new.txt").title == "Fog has lifted"
    (root / "new.txt").unlink()
    assert "new.txt" in reports.get(timeout=PATIENCE).articles
    library.refresh()
    assert "new.txt" not in listed(library)


def test_tags_of_another_program_are_counted_and_told_by_the_article(watched, root):
    library, reports = watched
    other = Tagging(SidecarStore(root, root.parent / "others"), "Bob")
    other.open(library.article("ferry.txt"))
    other.tag("ferry.txt", Span(0, 5), ["Claim"])
    other.star("ferry.txt")
    other.save("ferry.txt")
    assert reports.get(timeout=PATIENCE).sidecars == {"ferry.txt"}
    assert library.entry("ferry.txt").tags == 1
    assert library.starred == {"ferry.txt"}


def test_a_codebook_that_another_program_wrote_is_taken_over(watched, root):
    library, reports = watched
    (root / "diptych.json").write_text(json.dumps({"codebook": [{"tag": "Threat", "key": "1"}]}))
    assert reports.get(timeout=PATIENCE).sidecars == {"diptych.json"}
    assert library.codes.for_key(1).name == "Threat"


def test_a_broken_sidecar_does_no_harm_until_its_article_is_opened(watched, root):
    library, reports = watched
    (root / "ferry.txt.diptych.json").write_text("{ no json")
    assert reports.get(timeout=PATIENCE).sidecars == {"ferry.txt"}
    assert library.entry("ferry.txt").tags == 0
    assert (root / "ferry.txt.diptych.json").exists()


def test_a_closed_library_is_not_watched(library):
    library.close()
    library.watch(lambda _observed: None)
    assert library._watcher is None
