import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from diptych.app import run


def diptych(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "diptych", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("arguments", "status"), [(["--help"], 0), (["--nonsense"], 2)])
def test_wrong_use_ends_with_2_and_help_with_0(arguments, status, capsys):
    assert run(arguments) == status


def test_a_size_that_is_none_is_wrong_use(sample_library, tmp_path, capsys):
    picture = tmp_path / "picture.png"
    assert run(["screenshot", str(sample_library), str(picture), "--size", "wide"]) == 2
    assert "wide" in capsys.readouterr().err
    assert not picture.exists()


def test_the_window_is_drawn_to_a_picture_and_nothing_is_said_beside(sample_library, tmp_path):
    for path in list(sample_library.iterdir()):
        if "strait" not in path.name and "sarovia" not in path.name:
            path.unlink()
    picture = tmp_path / "picture.png"
    done = diptych("screenshot", sample_library, picture, "--size", "1100x700")
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1100, 700)
    colours = {image.pixel(x, y) for x in range(0, 1100, 7) for y in range(0, 700, 7)}
    assert len(colours) > 20


def test_a_picture_of_no_library_ends_with_1_and_a_sentence(tmp_path):
    done = diptych("screenshot", tmp_path / "none", tmp_path / "picture.png")
    assert done.returncode == 1
    assert done.stderr.startswith("diptych: ")
    assert str(tmp_path / "none") in done.stderr
    assert "Traceback" not in done.stderr
