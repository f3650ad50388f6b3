"""What is one person's own: kept through crashes, damage and a second window."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.errors import StorageError
from diptych.workspace.personal import Personal, PersonalFile, Place

ROOT = Path(__file__).resolve().parents[2]
PATHS = st.sampled_from(["a.txt", "b.txt", "c.txt"])
STATES = st.builds(
    Personal,
    done=st.frozensets(PATHS),
    places=st.dictionaries(PATHS, st.builds(Place, st.integers(0, 9))),
)


def test_what_is_changed_is_there_at_the_next_start(tmp_path):
    file = PersonalFile(tmp_path)
    file.update(lambda state: state.with_done("a.txt", done=True))
    file.update(lambda state: state.with_place("a.txt", Place(3, 9, 120)))
    file.update(lambda state: replace(state, opened=("a.txt", ""), focused=1))
    file.close()
    again = PersonalFile(tmp_path)
    assert again.state == file.state
    assert again.place("a.txt") == Place(3, 9, 120)
    assert again.place("new.txt") == Place()


def test_a_change_is_on_disk_soon_though_nobody_saves(tmp_path, monkeypatch):
    saved = threading.Event()
    file = PersonalFile(tmp_path, save_after=0.01)
    write = file.save
    monkeypatch.setattr(file, "save", lambda: (write(), saved.set()))
    file.update(lambda state: state.with_done("a.txt", done=True))
    assert saved.wait(10)
    assert PersonalFile(tmp_path).state.done == {"a.txt"}
    file.close()


def test_a_change_survives_a_sudden_end(tmp_path):
    program = (
        "import sys, time, pathlib; sys.path[:0] = sys.argv[2:]\n"
        "from diptych.workspace.personal import PersonalFile\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "file = PersonalFile(folder, save_after=0.05)\n"
        "file.update(lambda state: state.with_done('a.txt', done=True))\n"
        "while not (folder / 'personal.json').exists(): time.sleep(0.01)\n"
        "print('saved', flush=True); time.sleep(60)\n"
    )
    arguments = [sys.executable, "-c", program, tmp_path, ROOT / "desktop"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    assert PersonalFile(tmp_path).state.done == {"a.txt"}


def test_nothing_is_written_where_nothing_has_changed(tmp_path):
    file = PersonalFile(tmp_path)
    file.save()
    file.close()
    assert list(tmp_path.iterdir()) == []


def test_two_windows_keep_each_others_changes(tmp_path):
    one, other = PersonalFile(tmp_path), PersonalFile(tmp_path)
    one.update(lambda state: state.with_done("a.txt", done=True))
    one.save()
    other.update(lambda state: state.with_done("b.txt", done=True))
    other.update(lambda state: replace(state, focused=1))
    other.close()
    one.update(lambda state: state.with_place("c.txt", Place(1, 2)))
    one.close()
    state = PersonalFile(tmp_path).state
    assert state.done == {"a.txt", "b.txt"}
    assert state.places == {"c.txt": Place(1, 2)}


def test_what_is_changed_while_a_save_runs_is_kept(tmp_path, monkeypatch):
    file = PersonalFile(tmp_path)
    file.update(lambda state: state.with_done("a.txt", done=True))
    real = Personal.joined

    def joined(self, base, theirs):
        if "b.txt" not in file.state.done:
            file.update(lambda state: state.with_done("b.txt", done=True))
        return real(self, base, theirs)

    monkeypatch.setattr(Personal, "joined", joined)
    file.save()
    assert file.state.done == {"a.txt", "b.txt"}
    assert b"b.txt" not in (tmp_path / "personal.json").read_bytes()
    file.close()
    assert PersonalFile(tmp_path).state.done == {"a.txt", "b.txt"}


@pytest.mark.parametrize("damage", [b"", b"{", b'{"done": 3}', b"\xff\xfe"])
def test_a_damaged_file_is_set_aside(tmp_path, damage):
    (tmp_path / "personal.json").write_bytes(damage)
    file = PersonalFile(tmp_path)
    assert file.state == Personal()
    assert (tmp_path / "personal.damaged.json").read_bytes() == damage
    file.update(lambda state: state.with_done("a.txt", done=True))
    file.close()
    assert PersonalFile(tmp_path).state.done == {"a.txt"}


def test_a_full_disk_is_said_to_who_saves_and_logged_at_the_end(tmp_path, monkeypatch, caplog):
    def fail(_path, _data):
        raise StorageError("The disk is full.")

    file = PersonalFile(tmp_path)
    file.update(lambda state: state.with_done("a.txt", done=True))
    monkeypatch.setattr("diptych.workspace.personal.write_atomically", fail)
    with pytest.raises(StorageError):
        file.save()
    file.close()
    assert "The disk is full." in caplog.text
    assert file.state.done == {"a.txt"}


@given(STATES, STATES, STATES)
def test_joining_keeps_what_either_side_changed(base, ours, theirs):
    joined = ours.joined(base, theirs)
    for path in ("a.txt", "b.txt", "c.txt"):
        was, mine, other = (path in state.done for state in (base, ours, theirs))
        assert (path in joined.done) == (mine if mine != was else other)
        if ours.places.get(path) != base.places.get(path) and path in ours.places:
            assert joined.places[path] == ours.places[path]
        elif path in theirs.places:
            assert joined.places[path] == theirs.places[path]


@given(STATES, STATES)
def test_joining_with_what_did_not_change_changes_nothing(base, ours):
    assert ours.joined(base, base).done == ours.done
    assert ours.joined(ours, ours) == ours
