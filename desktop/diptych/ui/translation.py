"""The language of the interface: Diptych's own texts and Qt's, in the language of the person.

English needs its file too: the texts in the code have one form, the file has the plural forms.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.resources import as_file, files
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = ("en", "de")
"""What the interface is translated to; the first is what it speaks where none is wanted."""


def wanted_languages() -> list[str]:
    """The person's languages, the dearest first, such as "de-AT".

    ``DIPTYCH_LANGUAGE`` stands before those of the system.
    """
    own = os.environ.get("DIPTYCH_LANGUAGE")
    return [*([own] if own else []), *QLocale.system().uiLanguages()]


def chosen_language(wanted: Iterable[str]) -> str:
    """The first of the ``wanted`` languages that there is, whatever the country."""
    plain = (language.replace("_", "-").partition("-")[0].lower() for language in wanted)
    return next((language for language in plain if language in LANGUAGES), LANGUAGES[0])


def speak(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Let ``application`` speak ``language``, and write dates and numbers as it does.

    The translators that are installed come back, the last one asked first. A file that is missing
    costs its texts, which are then English.
    """
    if QLocale().language() != QLocale(language).language():
        QLocale.setDefault(QLocale(language))
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    installed = [_installed(application, qt / f"qtbase_{language}.qm")]
    with as_file(files("diptych_resources") / "translations" / f"diptych_{language}.qm") as own:
        installed.append(_installed(application, own))
    return [translator for translator in installed if translator is not None]


def _installed(application: QCoreApplication, path: Path) -> QTranslator | None:
    translator = QTranslator(application)
    found = translator.load(str(path)) and application.installTranslator(translator)
    return translator if found else None
