"""Collects the texts of the interface, brings the translations up to date and compiles them.

Run by ``make translations``. Qt's own lupdate does not see every call in Python, and none of the
texts that stand in tables and in errors: so they are collected here from the syntax tree, and
lupdate gets a list of them to merge with the translations there are.

What is new is translated in ``resources/translations`` with Qt Linguist or by hand, and compiled by
a second run. A new language begins with its code in ``diptych.ui.translation.LANGUAGES``.
"""

import ast
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from diptych.ui.commands import COMMANDS, Menu
from diptych.ui.reader.marks import MarkKind, MarkLevel
from diptych.ui.translation import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop" / "diptych"
SOURCES = ROOT / "resources" / "translations"
COMPILED = ROOT / "resources" / "diptych_resources" / "translations"
# Contexts whose calls name no text: it comes from a table, from an error, or is one of Qt's own.
FROM_ELSEWHERE = {"Command", "Error", "MarkKind", "MarkLevel", "Menu", "QShortcut"}
# The same input gives the same file: no line numbers, and an order of its own.
LUPDATE_OPTIONS = "-silent -no-obsolete -sort-messages -locations none -source-language en".split()
# What is said on the command line, which speaks English only.
COMMAND_LINE = ("cli/", "self_check.py", "ui/screenshot.py")


class UnreadableTextError(Exception):
    """A call whose text cannot be read off the code."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text of the interface; a plural one has %n and a form for every number."""

    context: str
    source: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Translation:
    """What a language has for one text: a form for every number where it is plural, else one."""

    text: Text
    forms: tuple[str, ...]
    finished: bool


def interface_texts(package: Path = PACKAGE) -> list[Text]:
    """Return every text that a person can meet in the window, in order.

    Raises:
        UnreadableTextError: a text is put together before it is translated.
    """
    trees = {
        path.relative_to(package).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(package.rglob("*.py"))
    }
    errors = _error_classes(trees.values())
    found = set(_texts_of_tables())
    for name, tree in trees.items():
        if name.startswith("ui/"):
            found.update(_translated(name, tree, ""))
        if not name.startswith(COMMAND_LINE):
            found.update(_raised(name, tree, errors))
    return sorted(found)


def _texts_of_tables() -> Iterator[Text]:
    for command in COMMANDS:
        yield from (Text("Command", words) for words in (command.label, command.hint) if words)
    yield from (Text("Menu", menu.value) for menu in Menu)
    yield from (Text("MarkKind", kind.value.capitalize()) for kind in MarkKind)
    yield from (Text("MarkLevel", level.value) for level in MarkLevel)


def _translated(name: str, tree: ast.AST, owner: str) -> Iterator[Text]:
    """The texts of ``self.tr(…)`` and ``translate(…)``; ``owner`` is the class ``tree`` is in."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else owner
        if isinstance(node, ast.Call):
            called = _called(node)
            if called == "tr":
                yield _text_of(name, node, owner, node.args)
            elif called == "translate" and len(node.args) > 1:
                context, written = _literal(node.args[0]), _literal(node.args[1])
                if context and (written or context not in FROM_ELSEWHERE):
                    yield _text_of(name, node, context, node.args[1:])
        yield from _translated(name, node, inside)


def _text_of(name: str, call: ast.Call, context: str, arguments: list[ast.expr]) -> Text:
    """The text of a call; the arguments are the text, a remark for translators and a number."""
    source = _literal(arguments[0])
    if source is None or not context:
        raise UnreadableTextError(f"{name}:{call.lineno}: {ast.unparse(call)}")
    return Text(context, source, plural=len(arguments) > 2)


def _error_classes(trees: Iterable[ast.Module]) -> set[str]:
    """The names of ``DiptychError`` and of every class below it."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    known: set[str] = set()
    grown = {"DiptychError"}
    while grown - known:
        known |= grown
        grown = {one.name for one in classes for base in one.bases if ast.unparse(base) in known}
    return known


def _raised(name: str, tree: ast.Module, errors: set[str]) -> Iterator[Text]:
    """The templates of errors, be they written in the call or in a variable of that function."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    for function in functions:
        variables = {
            target.id: _literal(node.value)
            for node in ast.walk(function)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and _called(call) in errors and call.args:
                given = call.args[0]
                named = variables.get(given.id) if isinstance(given, ast.Name) else None
                template = _literal(given) or named
                if template is None:
                    raise UnreadableTextError(f"{name}:{call.lineno}: {ast.unparse(call)}")
                yield Text("Error", template)


def _called(call: ast.Call) -> str:
    """The last name of what is called."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def translations(path: Path) -> list[Translation]:
    """Return what stands in a file of Qt's TS format."""
    found = []
    for context in ET.parse(path).iter("context"):  # noqa: S314 - a file of our own
        for message in context.iter("message"):
            plural = message.get("numerus") == "yes"
            text = Text(_words(context, "name"), _words(message, "source"), plural)
            given = message.find("translation")
            assert given is not None
            forms = [form.text or "" for form in given.iter("numerusform")]
            finished = given.get("type") is None
            found.append(Translation(text, tuple(forms or [given.text or ""]), finished))
    return found


def _words(element: ET.Element, name: str) -> str:
    return element.findtext(name) or ""


def update(language: str, texts: Iterable[Text], folder: Path = SOURCES) -> Path:
    """Bring the translations of ``language`` in line with ``texts``; where they are comes back.

    New texts are added as unfinished, texts that are gone are removed.
    """
    path = folder / f"diptych_{language}.ts"
    with tempfile.TemporaryDirectory() as made:
        calls = Path(made) / "texts.py"
        calls.write_text("".join(map(_call_for_lupdate, texts)), "utf-8")
        command = [_tool("lupdate"), *LUPDATE_OPTIONS, "-target-language", language]
        if language == "en":  # whose other texts stand in the code
            command.append("-pluralonly")
        subprocess.run([*command, str(calls), "-ts", str(path)], check=True)
    return path


def _call_for_lupdate(text: Text) -> str:
    number = ', "", 1' if text.plural else ""
    quoted = text.source.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'QCoreApplication.translate("{text.context}", "{quoted}"{number})\n'


def compile_translations(source: Path, folder: Path = COMPILED) -> Path:
    """Compile one file of translations to what the program loads; its path comes back."""
    path = folder / f"{source.stem}.qm"
    subprocess.run([_tool("lrelease"), "-silent", str(source), "-qm", str(path)], check=True)
    return path


def _tool(name: str) -> str:
    """The tool of Qt that comes with PySide6."""
    found = shutil.which(f"pyside6-{name}", path=sysconfig.get_path("scripts"))
    if found is None:
        sys.exit(f"pyside6-{name} is missing; it comes with PySide6-Essentials.")
    return found


def main() -> int:
    """Update and compile every language; 1 where a text is still without its translation."""
    texts = interface_texts()
    COMPILED.mkdir(exist_ok=True)
    sources = [update(language, texts) for language in LANGUAGES]
    open_texts = [
        f"{source.name}: {one.text.context}: {one.text.source}"
        for source in sources
        for one in translations(source)
        if not one.finished
    ]
    for source in sources:
        compile_translations(source)
    print(f"{len(texts)} texts, {len(open_texts)} without a translation")
    print("".join(f"    {line}\n" for line in open_texts), end="")
    return 1 if open_texts else 0


if __name__ == "__main__":
    sys.exit(main())
