import os

import pytest

from diptych.errors import LibraryError
from diptych.library.scan import FileState, compare, is_article, is_sidecar, scan


def paths(root) -> list[str]:
    return [state.path for state in scan(root)]


def test_articles_are_found_in_every_folder_in_the_order_of_paths(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/a.md", "a.HTML", "picture.png", "c.txt.diptych.json", "diptych.json"):
        (tmp_path / name).write_text("x")
    assert paths(tmp_path) == ["a.HTML", "b/a.md", "c.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("x")
    (tmp_path / ".a.txt").write_text("x")
    assert paths(tmp_path) == []


def test_a_loop_of_links_is_walked_once(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.txt").write_text("x")
    (tmp_path / "inner" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again").symlink_to(tmp_path / "inner", target_is_directory=True)
    assert [path.rsplit("/", 1)[1] for path in paths(tmp_path)] == ["a.txt"]


def test_links_that_lead_nowhere_and_pipes_are_passed_over(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert paths(tmp_path) == []


def test_a_name_that_is_no_text_is_listed_with_a_mark(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    assert paths(tmp_path) == ["caf\ufffd.txt"]


def test_a_folder_that_is_not_there_says_so(tmp_path):
    with pytest.raises(LibraryError, match="cannot be opened"):
        scan(tmp_path / "nothing")


def test_a_change_of_rights_is_a_change(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (before,) = scan(tmp_path)
    (tmp_path / "a.txt").chmod(0o600)
    os.utime(tmp_path / "a.txt", ns=(before.changed_ns, before.changed_ns))
    (after,) = scan(tmp_path)
    assert after.changed_ns > before.changed_ns


def test_what_sets_a_folder_apart_from_what_is_known():
    same, old, new = FileState("same", 1, 1), FileState("other", 1, 1), FileState("other", 1, 2)
    come = FileState("come", 1, 1)
    known = {"same": same, "other": old, "gone": FileState("gone", 1, 1)}
    changes = compare([come, new, same], known)
    assert (changes.added, changes.changed, changes.removed) == ((come,), (new,), ("gone",))
    assert changes
    assert not compare([same], {"same": same})


@pytest.mark.parametrize(
    ("name", "article", "sidecar"),
    [
        ("a.txt", True, False),
        ("x/a.Markdown", True, False),
        ("a.txt.diptych.json", False, True),
        ("diptych.json", False, True),
        (".a.txt", False, False),
        ("txt", False, False),
    ],
)
def test_names_tell_articles_from_sidecars(name, article, sidecar):
    assert (is_article(name), is_sidecar(name)) == (article, sidecar)
