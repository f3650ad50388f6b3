import pickle
import re
import shutil
import zlib
from pathlib import Path

import msgspec
import pytest
from tests.library.shelved import ARTICLES, Shelved, write

from diptych.errors import StorageError
from diptych.library import importer
from diptych.library.cache import Cache
from diptych.library.catalogue import FILE_NAME, Catalogue
from diptych.library.index import Index
from diptych.library.index_segment import DamagedIndex
from diptych.library.index_storage import IndexStorage

HARBOUR = ["council.txt", "ferry.txt"]


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip_a_byte(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) * 2 // 3] ^= 0x40
    path.write_bytes(data)


def empty(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES = [truncate, flip_a_byte, empty, Path.unlink]
INDEX_FILES = ["index/current", "index/*/*.toc", "index/*/*.sums", "index/*/*.words"]


@pytest.fixture(scope="module")
def imported(tmp_path_factory) -> Path:
    """A folder with a library and its cache, as they are after an import."""
    folder = tmp_path_factory.mktemp("imported")
    write(folder / "library", ARTICLES)
    with Cache(folder / "cache") as cache:
        Shelved(folder / "library", cache).bring_up_to_date()
    return folder


@pytest.fixture
def folder(imported, tmp_path) -> Path:
    return shutil.copytree(imported, tmp_path / "copy")


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", INDEX_FILES)
def test_a_damaged_index_is_noticed_and_built_anew(folder, pattern, damage):
    (victim,) = (folder / "cache").glob(pattern)
    damage(victim)
    with Cache(folder / "cache") as cache:
        library = Shelved(folder / "library", cache)
        assert not cache.index.is_usable
        assert library.paths("harbour") == []
        assert importer.mend(cache.folder) == 0
        assert library.paths("harbour") == HARBOUR
        assert len(list(cache.folder.glob("index/*/*.words"))) == 1


@pytest.mark.parametrize("pattern", ["index/*/*.toc", "index/*/*.words"])
def test_an_import_into_a_damaged_index_begins_it_anew(folder, pattern):
    (victim,) = (folder / "cache").glob(pattern)
    flip_a_byte(victim)
    write(folder / "library", {"ferry.txt": "Ferry\n\nThe harbour is empty now.\n"})
    with Cache(folder / "cache") as cache:
        library = Shelved(folder / "library", cache)
        library.bring_up_to_date()
        importer.mend(cache.folder)
        assert library.paths("harbour") == HARBOUR
        assert library.paths("crew") == []


def test_damage_while_it_is_searched_is_survived(folder):
    with Cache(folder / "cache") as cache:
        library = Shelved(folder / "library", cache)
        assert library.paths("harbour") == HARBOUR
        (victim,) = cache.folder.glob("index/*/*.words")
        data = bytearray(victim.read_bytes())
        data[100:] = b"\xff" * (len(data) - 100)
        with victim.open("rb+") as file:
            file.write(data)
        library.paths("council")
        cache.index.close()
        assert library.paths("council") == []
        importer.mend(cache.folder)
        assert library.paths("council") == ["council.txt"]


@pytest.mark.parametrize("damage", [truncate, empty, Path.unlink])
def test_a_damaged_catalogue_is_begun_anew(folder, damage):
    damage(folder / "cache" / FILE_NAME)
    with Cache(folder / "cache") as cache:
        library = Shelved(folder / "library", cache)
        library.bring_up_to_date()
        assert importer.mend(cache.folder) == 0
        assert library.paths("harbour") == HARBOUR


def test_a_page_that_went_bad_is_noticed_and_the_catalogue_begun_anew(folder):
    path = folder / "cache" / FILE_NAME
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b"\xa5" * 64
    path.write_bytes(data)
    with Cache(folder / "cache") as cache:
        assert cache.catalogue.entries() == [] or not cache.catalogue.is_intact()
    with Cache(folder / "cache") as cache:
        library = Shelved(folder / "library", cache)
        library.bring_up_to_date()
        assert library.paths("harbour") == HARBOUR


@pytest.mark.parametrize("bit", [0x01, 0x80])
@pytest.mark.parametrize(
    "words",
    [b"Mayor Ivo Petrov", b'"title":"Council votes', b"Council votes on", b"a reading", b"a pair"],
    ids=["article", "headline", "row", "reading", "relation"],
)
def test_a_bit_that_turned_where_sqlite_sees_none_is_noticed(folder, words, bit):
    path = folder / "cache" / FILE_NAME
    with Cache(folder / "cache") as cache:
        cache.catalogue.store_reading("text", "1", b"a reading")
        cache.catalogue.store_relation("left", "right", "1", b"a pair")
        assert cache.catalogue.is_intact()
    data = bytearray(path.read_bytes())
    places = [match.start() for match in re.finditer(re.escape(words), data)]
    data[places[-1] + 1] ^= bit
    path.write_bytes(data)
    with Cache(folder / "cache") as cache:
        assert not cache.is_outdated()
        assert not cache.catalogue.is_intact()
        assert cache.is_outdated()
    with Cache(folder / "cache") as cache:
        assert cache.catalogue.is_intact()
        assert Shelved(folder / "library", cache).paths("harbour") == []


def test_what_has_become_something_else_than_bytes_is_noticed(folder):
    with Cache(folder / "cache") as cache:
        with cache.catalogue._database.write() as connection:
            connection.execute("UPDATE articles SET article = 'words'")
        assert not cache.catalogue.is_intact()


def test_a_name_that_is_no_text_any_more_is_damage(folder):
    path = folder / "cache" / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b"Council votes on", b"Co\xffncil votes on"))
    with Cache(folder / "cache") as cache:
        with pytest.raises(StorageError, match="cannot be used"):
            cache.catalogue.entries()
        assert cache.is_outdated()


def test_an_article_that_is_not_what_was_written_is_never_shown(folder):
    path = folder / "cache" / FILE_NAME
    data = path.read_bytes()
    path.write_bytes(data.replace(b"Mayor Ivo Petrov", b"Mayor Ivo Pavlov"))
    with Cache(folder / "cache") as cache:
        with pytest.raises(StorageError, match="is damaged"):
            cache.catalogue.article("council.txt")
        assert cache.catalogue.article("ferry.txt") is not None
        assert cache.is_outdated()


class Payload:
    """Runs code of an attacker's choice when it is unpickled."""

    def __init__(self, witness: Path) -> None:
        self._witness = witness

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self._witness,)


def test_an_index_that_carries_code_runs_none(folder, tmp_path):
    witness = tmp_path / "witness"
    (toc,) = (folder / "cache").glob("index/*/*.toc")
    data = toc.read_bytes()
    start = data.rindex(b"\x80", 0, data.index(b"W3Segment"))
    toc.write_bytes(data[:start] + pickle.dumps(Payload(witness)))
    (sums,) = (folder / "cache").glob("index/*/*.sums")
    known = msgspec.json.decode(sums.read_bytes(), type=dict[str, int])
    sums.write_bytes(msgspec.json.encode(known | {toc.name: zlib.crc32(toc.read_bytes())}))

    with pytest.raises(DamagedIndex, match="which is none of its parts"):
        IndexStorage(toc.parent).segments()
    with Cache(folder / "cache") as cache:
        assert not cache.index.is_usable
        importer.mend(cache.folder)
        assert Shelved(folder / "library", cache).paths("harbour") == HARBOUR
    assert not witness.exists()


def test_an_index_of_another_catalogue_is_not_trusted(folder):
    (folder / "cache" / FILE_NAME).unlink()
    for suffix in ("-wal", "-shm"):
        (folder / "cache" / f"{FILE_NAME}{suffix}").unlink(missing_ok=True)
    catalogue = Catalogue.open(folder / "cache")
    assert not Index(folder / "cache", catalogue.identity).is_usable
    catalogue.close()
