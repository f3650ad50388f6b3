from tests.library.shelved import Shelved

from diptych.library import importer
from diptych.library.cache import Cache


def test_ten_thousand_files_in_one_folder_are_brought_in_and_found(tmp_path):
    root = tmp_path / "library"
    root.mkdir()
    for number in range(10_000):
        (root / f"{number:05d}.txt").write_text(f"Note {number}\n\nThe needle is n{number}.\n")
    with Cache(tmp_path / "cache") as cache:
        library = Shelved(root, cache)
        library.bring_up_to_date()
        result = cache.search.search("needle ", limit=20)
        assert (result.total, len(result.hits)) == (10_000, 20)
        assert library.paths("n4711 ") == ["04711.txt"]
        assert importer.plan(root, cache.catalogue).files == 0
        assert len(list(cache.folder.glob("index/*/*.words"))) <= 12
