import os
import random
import signal
import subprocess
import sys

from tests.benchmarks.generated import write_library
from tests.library.shelved import Shelved

from diptych.library import importer
from diptych.library.cache import Cache

# The alarm ends the process at once, wherever it is, as a kill from outside does. It counts what
# the process itself has worked, so that it comes as far on a busy machine as on an idle one.
IMPORT = """
import signal
import sys
from pathlib import Path
from diptych.library import importer
from diptych.library.cache import Cache

root, folder = map(Path, sys.argv[1:3])
with Cache(folder) as cache:
    assert cache.may_write
    importer.import_batch(root, folder, [])
    importer.read_article(root, "000/000000.txt")
    signal.setitimer(signal.ITIMER_PROF, float(sys.argv[3]))
    while importer.mend(folder):
        pass
    for path in importer.plan(root, cache.catalogue).batches:
        for start in range(0, len(path), 8):
            importer.import_batch(root, folder, path[start : start + 8])
"""


def test_an_import_that_is_killed_again_and_again_comes_to_its_end(tmp_path):
    root = write_library(tmp_path / "library", 1000, words=100)
    folder = tmp_path / "cache"
    moments = random.Random(3)
    counts = []
    for _ in range(6):
        seconds = str(moments.uniform(0.005, 0.3))
        child = subprocess.run(
            [sys.executable, "-c", IMPORT, str(root), str(folder), seconds],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=False,
        )
        assert child.returncode == -signal.SIGPROF
        with Cache(folder) as cache:
            assert cache.may_write
            assert cache.catalogue.is_intact()
            assert cache.index.is_usable or not cache.catalogue.article_ids()
            counts.append(len(cache.catalogue.entries()))

    assert counts == sorted(counts)
    assert counts[-1] > 0
    with Cache(folder) as cache:
        library = Shelved(root, cache)
        while importer.mend(folder):
            pass
        library.bring_up_to_date()
        assert len(library.paths("")) == 1000
        assert cache.index.file_ids() == cache.catalogue.article_ids()
