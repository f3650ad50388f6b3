import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "system_libraries.py"


@pytest.fixture(scope="module")
def system_libraries():
    specification = importlib.util.spec_from_file_location("system_libraries", SCRIPT)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libEGL.so.1", "libegl1"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libpython3.13.so.1.0", "libpython3.13"),
        ("objdump", "binutils"),
    ],
)
def test_a_library_is_traced_to_its_debian_package(system_libraries, library, package):
    assert system_libraries.debian_package(library) == package


def test_only_what_ldd_did_not_find_is_missing(system_libraries):
    answer = (
        "\tlibGL.so.1 => not found\n"
        "\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n"
        "\tlibxcb-cursor.so.0 => not found\n"
        "\tlinux-vdso.so.1 (0x00007f)\n"
    )
    assert system_libraries.missing_in(answer) == {"libGL.so.1", "libxcb-cursor.so.0"}


def test_the_display_decides_which_plugins_have_to_load(system_libraries, tmp_path):
    names = [*system_libraries.ALWAYS, *sum(system_libraries.DISPLAYS.values(), ())]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    def plugins(environment):
        return {path.stem for path in system_libraries.qt_files(tmp_path, environment)}

    assert "libqxcb" not in plugins({"DISPLAY": ""})
    assert "libqxcb" in plugins({"DISPLAY": ":0"})
    assert "libqwayland" in plugins({"WAYLAND_DISPLAY": "wayland-0"})


def test_the_advice_can_be_pasted_into_a_shell(system_libraries, monkeypatch):
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(
        system_libraries.shutil, "which", lambda name: name if name == "dnf" else None
    )
    libraries = ["libGL.so.1", "objdump"]
    advice = system_libraries.advice(libraries, system_libraries.command_for(libraries))
    assert "sudo dnf install 'libGL.so.1()(64bit)' /usr/bin/objdump\n" in advice


def test_without_a_known_installer_the_libraries_are_named(system_libraries):
    assert "libGL.so.1, objdump" in system_libraries.advice(["libGL.so.1", "objdump"], [])


def test_every_qt_file_that_is_asked_is_really_shipped(system_libraries):
    folder = Path(importlib.util.find_spec("PySide6").origin).parent
    if not (folder / "QtCore.abi3.so").exists():
        pytest.skip("Qt's files have these names on Linux only")
    expected = len(system_libraries.ALWAYS) + 2
    found = system_libraries.qt_files(folder, {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"})
    assert len(found) == expected


def test_every_qt_module_that_the_program_uses_is_asked(system_libraries):
    texts = [path.read_text("utf-8") for path in (ROOT / "desktop").rglob("*.py")]
    used = {name for text in texts for name in re.findall(r"from PySide6\.(\w+) import", text)}
    assert "QtWidgets" in used
    assert used <= {name.partition(".")[0] for name in system_libraries.ALWAYS}
