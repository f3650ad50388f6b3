import subprocess
import sys

import pytest
from tests.library.shelved import write

from diptych.errors import StorageError
from diptych.library.cache import Cache
from diptych.library.catalogue import FILE_NAME
from diptych.library.importer import import_batch

HOLD = """
import sys
from pathlib import Path
from diptych.library.cache import Cache

with Cache(Path(sys.argv[1])) as cache:
    print(cache.may_write, flush=True)
    sys.stdin.readline()
"""


def test_only_the_first_to_open_a_library_may_write(tmp_path):
    with Cache(tmp_path / "cache") as cache:
        assert cache.may_write
        command = [sys.executable, "-c", HOLD, str(tmp_path / "cache")]
        other = subprocess.run(command, input=b"\n", capture_output=True, check=True)
        assert other.stdout == b"False\n"


def test_the_lock_goes_with_the_process_that_held_it(tmp_path):
    command = [sys.executable, "-c", HOLD, str(tmp_path / "cache")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"True\n"
        with Cache(tmp_path / "cache") as cache:
            assert not cache.may_write
        other.kill()
    with Cache(tmp_path / "cache") as cache:
        assert cache.may_write


def test_one_that_may_only_read_sees_what_the_other_imports(tmp_path):
    write(tmp_path / "library", {"a.txt": "A\n\nAn unheard zebra.\n"})
    with Cache(tmp_path / "cache"), Cache(tmp_path / "cache") as reading:
        assert not reading.may_write
        import_batch(tmp_path / "library", tmp_path / "cache", ["a.txt"])
        (hit,) = reading.search.search("zebra").hits
        assert hit.path == "a.txt"


def test_one_that_may_only_read_takes_over_when_the_other_has_ended(tmp_path):
    first = Cache(tmp_path / "cache")
    with Cache(tmp_path / "cache") as second:
        assert not second.take_over()
        first.close()
        assert second.take_over()
        assert second.may_write
        with Cache(tmp_path / "cache") as third:
            assert not third.may_write


def test_a_catalogue_that_was_made_anew_has_to_be_opened_again(tmp_path):
    first = Cache(tmp_path / "cache")
    with Cache(tmp_path / "cache") as second:
        assert not second.is_outdated()
        first.catalogue._database.condemn()
        assert first.is_outdated()
        assert not second.is_outdated()  # nothing there to open yet
        first.close()
        with Cache(tmp_path / "cache") as again:
            assert second.is_outdated()
            assert not again.is_outdated()
            (tmp_path / "cache" / FILE_NAME).unlink()
            assert again.is_outdated()


def test_the_cache_is_nobody_else_s_to_read(tmp_path):
    with Cache(tmp_path / "caches" / "one") as cache:
        assert cache.folder.stat().st_mode & 0o077 == 0


def test_a_cache_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StorageError, match="cannot write in its own folder"):
        Cache(tmp_path / "file")


def loaded_by(code: str, *arguments: object) -> set[str]:
    """Which of the heavy modules a process has loaded after running ``code``."""
    report = "print(*{'whoosh', 'numpy', 'trafilatura', 'watchdog'} & {*sys.modules})"
    command = [sys.executable, "-c", f"import sys\n{code}\n{report}", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return set(done.stdout.split())


def test_a_process_that_searches_loads_only_what_that_takes(library):
    assert loaded_by("import diptych.library.cache") == set()
    search = """
from pathlib import Path
from diptych.library.cache import Cache
with Cache(Path(sys.argv[1])) as cache:
    assert cache.search.search('harbour "Ana Petrov"').total == 1
"""
    assert loaded_by(search, library.cache.folder) == {"whoosh"}
