"""The limits that keep the code readable, and a checkout free of anybody's own folders."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("desktop", "resources", "packaging", "tests")
MODULE_LINES = 400
CLASS_LINES = 250
FUNCTION_LINES = 40
# Folders that exist on one machine only, as they look on Linux, macOS and Windows.
OWN_FOLDER = re.compile(r"(?:^|[^\w.:/-])(?:/(?:home|root|work|Users)/\w|[A-Za-z]:\\+Users\\+\w)")


def python_files() -> list[Path]:
    return sorted(path for folder in SOURCES for path in (ROOT / folder).rglob("*.py"))


def too_long(path: Path, text: str) -> Iterator[str]:
    """Tell what of a module is over its limit, with place and length."""
    name = path.relative_to(ROOT).as_posix()
    lines = text.count("\n")
    if lines > MODULE_LINES:
        yield f"{name}: module of {lines} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            kind, limit = "class", CLASS_LINES
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            kind, limit = "function", FUNCTION_LINES
        else:
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > limit:
            yield f"{name}:{node.lineno}: {kind} {node.name} of {length} lines"


def own_folders(name: str, text: str) -> Iterator[str]:
    """Tell each line that names a folder of one machine."""
    for number, line in enumerate(text.splitlines(), start=1):
        if OWN_FOLDER.search(line):
            yield f"{name}:{number}: {line.strip()[:80]}"


def kept_files() -> list[Path]:
    """Return what belongs to the project: what git knows, or in an unpacked archive everything."""
    try:
        answer = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
        return [ROOT / path for path in found if not path.parts[0].startswith((".", "build"))]
    return [ROOT / name for name in answer.stdout.split("\0") if name]


def test_modules_classes_and_functions_keep_their_limits():
    files = python_files()
    assert files
    assert not [found for path in files for found in too_long(path, path.read_text("utf-8"))]


def test_no_file_names_a_folder_of_one_machine():
    offences = []
    for path in kept_files():
        try:
            text = path.read_text("utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            continue
        offences += own_folders(path.relative_to(ROOT).as_posix(), text)
    assert not offences


def test_the_limits_notice_what_is_too_long():
    body = "    x = 1\n"
    text = f"def long():\n{body * FUNCTION_LINES}class Wide:\n{body * CLASS_LINES}"
    text += "#\n" * (MODULE_LINES - 200)
    assert len(list(too_long(ROOT / "module.py", text))) == 3
    assert not list(too_long(ROOT / "module.py", f"def short():\n{body * (FUNCTION_LINES - 1)}"))


def test_own_folders_are_noticed_and_web_addresses_are_not():
    slash = "/"
    assert list(own_folders("a", f"open('{slash}home{slash}ann{slash}x')"))
    assert list(own_folders("a", f"see {slash}Users{slash}ann"))
    assert list(own_folders("a", "C:" + r"\Users" + r"\ann"))
    assert not list(own_folders("a", "https://example.org/home/page, a/work/b, ./root/x"))
