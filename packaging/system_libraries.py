"""Finds the system libraries that are missing on this machine and installs them where it may.

Run by ``make`` with the virtual environment's Python; needs nothing but the standard library.
Qt's own files are asked (``ldd``), so the list cannot fall behind the Qt that is installed. A name
such as ``libxcb-cursor.so.0`` becomes a Debian package by the rule Debian itself follows (Policy
Manual, section 8.1): ``libxcb-cursor0``.
"""

import ctypes
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

# What the window loads whatever the display is, as paths below the PySide6 folder.
ALWAYS = (
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtNetwork.abi3.so",
    "QtWidgets.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
)
# What a display needs in addition, by the variable that announces it.
DISPLAYS = {
    "DISPLAY": ("Qt/plugins/platforms/libqxcb.so",),
    "WAYLAND_DISPLAY": ("Qt/plugins/platforms/libqwayland.so",),
}
# Debian packages that do not follow the rule.
EXCEPTIONS = {
    "objdump": "binutils",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}
_MISSING = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
_SONAME = re.compile(r"(?P<name>.+)\.so\.(?P<version>\d+)")
# A package can bring a library that in its turn misses another one; Qt's go two deep.
_ROUNDS = 4


def debian_package(library: str) -> str:
    """Return the Debian package that ships ``library``, a soname or the name of a tool."""
    if library in EXCEPTIONS:
        return EXCEPTIONS[library]
    if library.startswith("libpython"):
        return library.partition(".so")[0]
    parts = _SONAME.fullmatch(library)
    if parts is None:
        return library
    name = parts["name"].lower().replace("_", "-")
    joint = "-" if name[-1].isdigit() else ""
    return f"{name}{joint}{parts['version']}"


def missing_in(ldd_output: str) -> set[str]:
    """Return the sonames that ``ldd`` could not find."""
    return set(_MISSING.findall(ldd_output))


def qt_files(folder: Path, environment: Mapping[str, str]) -> list[Path]:
    """Return the files of the installed Qt that have to load here."""
    wanted = list(ALWAYS)
    for variable, names in DISPLAYS.items():
        if environment.get(variable):
            wanted += names
    return [folder / name for name in wanted if (folder / name).exists()]


def missing_libraries(paths: Iterable[Path]) -> list[str]:
    """Return the sonames that ``paths`` need, directly or not, and this system lacks; sorted."""
    missing: set[str] = set()
    for path in paths:
        answer = subprocess.run(["ldd", str(path)], capture_output=True, text=True, check=False)
        missing |= missing_in(answer.stdout)
    return sorted(missing)


def missing_for_freezing() -> list[str]:
    """Return what PyInstaller needs and this system lacks: a tool, Python's own library."""
    missing = [] if shutil.which("objdump") else ["objdump"]
    shared = str(sysconfig.get_config_var("INSTSONAME"))
    if ".so" in shared:  # else this Python has no library apart from its program
        try:
            ctypes.CDLL(shared)
        except OSError:
            missing.append(shared)
    return missing


def capability(library: str) -> str:
    """Return the name under which RPM packages provide ``library``."""
    return f"{library}()(64bit)" if ".so" in library else f"/usr/bin/{library}"


def command_for(libraries: Iterable[str]) -> list[str]:
    """Return the command that installs ``libraries`` here; empty when no installer is known."""
    libraries = list(libraries)
    if shutil.which("apt-get"):
        packages = sorted({debian_package(library) for library in libraries})
        return ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    for installer in ("dnf", "zypper"):
        if shutil.which(installer):
            return [installer, "install", *(capability(library) for library in libraries)]
    return []


def may_install(command: list[str]) -> bool:
    """Whether ``command`` can be run from here without asking anybody."""
    return command[:1] == ["apt-get"] and os.geteuid() == 0


def install(command: list[str]) -> None:
    """Run ``command`` after bringing the lists of packages up to date."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    print("Installing from the system: " + " ".join(command[4:]), flush=True)
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    quiet = [*command[:2], "-qq", *command[2:]]
    subprocess.run(quiet, env=environment, stdout=subprocess.DEVNULL, check=False)


def advice(libraries: list[str], command: list[str]) -> str:
    """Return what a person has to do so that ``libraries`` are there."""
    listed = ", ".join(libraries)
    if not command:
        return f"Diptych needs these from your system; please install them: {listed}"
    line = shlex.join(command if os.geteuid() == 0 else ["sudo", *command])
    return f"Diptych needs from your system: {listed}. Please run:\n\n    {line}\n"


def main(arguments: list[str]) -> int:
    """Return 0 when every library is there, be it that they were installed just now.

    With ``--freeze`` for building a frozen program too, which takes its libraries along to every
    kind of display.
    """
    found = find_spec("PySide6")
    if not sys.platform.startswith("linux") or found is None or found.origin is None:
        return 0
    if shutil.which("ldd") is None:
        print("ldd is not on this system, so Qt's libraries cannot be checked.", file=sys.stderr)
        return 0
    freezing = "--freeze" in arguments
    environment = dict.fromkeys(DISPLAYS, "any") if freezing else os.environ
    paths = qt_files(Path(found.origin).parent, environment)

    def missing() -> list[str]:
        return missing_libraries(paths) + (missing_for_freezing() if freezing else [])

    libraries = missing()
    for _ in range(_ROUNDS):
        command = command_for(libraries)
        if not libraries or not may_install(command):
            break
        install(command)
        before, libraries = libraries, missing()
        if libraries == before:
            break
    if not libraries:
        return 0
    print(advice(libraries, command_for(libraries)), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
