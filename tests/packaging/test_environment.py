"""What the set-up says on machines where something is missing; nothing is ever installed here."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "environment.sh"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the script is for a POSIX shell")


class Machine:
    """A machine with only those commands that a test puts on it, and an unprivileged user."""

    def __init__(self, folder: Path) -> None:
        self.commands = folder / "bin"
        self.commands.mkdir()
        self.folder = folder
        for name in ("sh", "dirname"):
            (self.commands / name).symlink_to(shutil.which(name) or name)
        self.add("id", "echo 1000")

    def add(self, name: str, script: str) -> None:
        command = self.commands / name
        command.write_text(f"#!/bin/sh\n{script}\n")
        command.chmod(0o755)

    def set_up(self, *named: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", str(SCRIPT), str(self.folder / "environment"), *named],
            env={"PATH": str(self.commands)},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_without_any_python_the_versions_that_serve_are_named(machine):
    answer = machine.set_up()
    assert answer.returncode == 1
    assert "Diptych needs Python 3.11 to 3.14" in answer.stderr


def test_a_python_that_does_not_fit_is_as_good_as_none(machine):
    machine.add("python3", "exit 1")
    answer = machine.set_up()
    assert answer.returncode == 1
    assert "Diptych needs Python" in answer.stderr


def test_on_debian_without_rights_the_command_is_told(machine):
    machine.add("apt-get", "exit 99")
    answer = machine.set_up()
    assert answer.returncode == 1
    assert "sudo apt-get install python3 python3-venv" in answer.stderr


def test_a_python_without_its_venv_module_names_the_package_that_brings_it(machine):
    machine.add("apt-get", "exit 99")
    version = 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.12;; esac'
    machine.add("python3.12", version)
    answer = machine.set_up()
    assert answer.returncode == 1
    assert "sudo apt-get install python3.12-venv" in answer.stderr


def test_a_named_python_that_does_not_fit_is_refused_by_its_name(machine):
    machine.add("python2", "exit 1")
    machine.add("python3", "exit 0")
    answer = machine.set_up("python2")
    assert answer.returncode == 1
    assert answer.stderr == "python2 is not a Python from 3.11 to 3.14.\n"


def test_the_newest_python_that_fits_is_taken(machine):
    for version in ("3.11", "3.13", "3.15"):
        make = f'test "$2" != venv || echo "made by {version}"'
        machine.add(f"python{version}", f'test "$1" != --version || echo {version}; {make}')
    answer = machine.set_up()
    assert "made by 3.13" in answer.stdout
