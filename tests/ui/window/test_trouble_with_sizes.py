"""Texts and folders of unreasonable size: they open, and the window is usable all the while."""

import time

import pytest
from tests.ui.window.conftest import press
from tests.ui.window.heartbeat import Heartbeat
from tests.ui.window.seen import pane, said

from diptych.library.readers import article_from_bytes
from diptych.ui.reader.parts import LONG

PATIENCE = 300_000
SENTENCE = "The council of Sarov met again, and the harbour stayed closed for one more day. "


@pytest.fixture
def usable(make_window, thread_jobs, tmp_path, qtbot):
    """Opens a folder, does something in its window, and sees to it that no turn takes too long."""
    folder = tmp_path / "large"
    folder.mkdir()

    def use(act):
        window = make_window(jobs=thread_jobs)
        heartbeat = Heartbeat()
        with heartbeat.beating():
            window.open(folder)
            act(window)
            with qtbot.waitSignal(window.closed, timeout=PATIENCE):
                window.close()
        longest = heartbeat.turns[-1]
        assert longest < seconds_to_read(), f"the window was away for {longest:.2f} seconds"
        return window

    use.folder = folder
    return use


def seconds_to_read():
    """CPU seconds that reading ten megabytes takes here and now: what no turn may take.

    A window that did by itself what its workers do would be away five times as long. Whatever
    makes this machine slow makes both slow.
    """
    text = "\n\n".join([SENTENCE * 10] * (10_000_000 // len(SENTENCE * 10)))
    before = time.thread_time()
    article_from_bytes("large.txt", text.encode())
    return time.thread_time() - before


def opened(window, qtbot, path):
    """The article at ``path``, in the left pane of ``window``."""
    qtbot.waitUntil(lambda: path in rows(window), timeout=PATIENCE)
    window.reading.open(path, other=False)
    qtbot.waitUntil(lambda: window.split.article(0) is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.sessions.tagging.tagset(path) is not None, timeout=PATIENCE)
    window.split.focus_side(0)
    return window.split.article(0)


def rows(window):
    return {row.entry.path for row in window.parts.library.list.rows() if hasattr(row, "entry")}


def test_a_text_of_fifty_megabytes_is_opened_in_parts_and_can_be_tagged(usable, qtbot):
    paragraph = SENTENCE * 10
    with (usable.folder / "large.txt").open("w", encoding="utf-8") as file:
        file.write("A very long report\n\n")
        for number in range(50_000_000 // len(paragraph)):
            file.write(f"{number}. {paragraph}\n\n")

    def act(window):
        article = opened(window, qtbot, "large.txt")
        assert len(article.text) > 50_000_000
        assert len(pane(window, 0).toPlainText()) < LONG
        press(window, "J", "J", "1")
        qtbot.waitUntil((usable.folder / "large.txt.diptych.json").exists, timeout=PATIENCE)
        window.parts.library.set_query("sarov")
        qtbot.waitUntil(lambda: window.lists.listing.total == 1, timeout=PATIENCE)
        press(window, "Ctrl+End")
        assert said(window) == ""

    usable(act)


def test_a_line_of_five_megabytes_is_opened_and_can_be_tagged(usable, qtbot):
    line = SENTENCE * (5_000_000 // len(SENTENCE)) + "x" * 1_000_000
    (usable.folder / "line.txt").write_text(f"A very long line\n\n{line}\n", "utf-8")

    def act(window):
        article = opened(window, qtbot, "line.txt")
        assert len(article.text) > 5_900_000
        assert len(pane(window, 0).toPlainText()) < LONG
        press(window, "J", "J", "1")
        qtbot.waitUntil((usable.folder / "line.txt.diptych.json").exists, timeout=PATIENCE)
        assert said(window) == ""

    usable(act)


def test_a_folder_of_ten_thousand_files_is_listed_searched_and_read(usable, qtbot):
    for number in range(10_000):
        text = f"Note {number}\n\nThe needle is n{number}.\n"
        (usable.folder / f"{number:05d}.txt").write_text(text, "utf-8")

    def act(window):
        opened(window, qtbot, "00000.txt")  # which is there long before the last one
        press(window, "J", "1")
        qtbot.waitUntil((usable.folder / "00000.txt.diptych.json").exists, timeout=PATIENCE)
        qtbot.waitUntil(lambda: len(rows(window)) == 10_000, timeout=PATIENCE)
        window.parts.library.set_query("n9999")
        qtbot.waitUntil(lambda: rows(window) == {"09999.txt"}, timeout=PATIENCE)
        assert said(window) == ""

    usable(act)
