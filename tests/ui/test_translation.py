"""The window speaks the person's language, and no text of it is left out of any."""

import re
import shutil
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from diptych.errors import DiptychError, QueryError
from diptych.ui.translation import LANGUAGES, chosen_language, speak, wanted_languages
from diptych.ui.window.messages import sentence

PLACEHOLDER = re.compile(r"%n|%\d|\{\w*\}")


@pytest.fixture(scope="module")
def texts(collected):
    """Every text of the program."""
    return collected.interface_texts()


def translations(collected, language):
    return collected.translations(collected.SOURCES / f"diptych_{language}.ts")


def broken_package(tmp_path, code):
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "broken.py").write_text(code, "utf-8")
    return tmp_path


def test_every_text_of_the_window_is_among_the_german_ones(collected, texts):
    found = {translation.text for translation in translations(collected, "de")}
    assert found == set(texts), "run make translations"


def test_every_text_with_a_number_has_its_english_forms(collected, texts):
    found = {translation.text for translation in translations(collected, "en")}
    assert found == {text for text in texts if text.plural}, "run make translations"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_unfinished(collected, language):
    unfinished = [
        translation.text
        for translation in translations(collected, language)
        if not translation.finished or not all(translation.forms)
    ]
    assert unfinished == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_places_for_names_and_numbers_of_their_source(collected, language):
    wrong = [
        (translation.text.source, form)
        for translation in translations(collected, language)
        for form in translation.forms
        if Counter(PLACEHOLDER.findall(form))
        != Counter(PLACEHOLDER.findall(translation.text.source))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_opens_a_dialog_or_has_a_letter_keeps_its_sign(collected, language):
    wrong = [
        (translation.text.source, form)
        for translation in translations(collected, language)
        for form in translation.forms
        if ("&" in form) != ("&" in translation.text.source)
        or form.endswith("…") != translation.text.source.endswith("…")
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_menus_open_with_the_same_letter(collected, texts, language):
    translated = {one.text: one.forms[0] for one in translations(collected, language)}
    menus = [text for text in texts if text.context == "Menu"]
    labels = [translated.get(text, text.source) for text in menus]
    letters = [label[label.index("&") + 1].lower() for label in labels]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shipped_is_what_was_translated(collected, language):
    shipped = QTranslator()
    assert shipped.load(str(collected.COMPILED / f"diptych_{language}.qm"))
    for one in translations(collected, language):
        numbers = (1, 2) if one.text.plural else (-1,)
        found = [shipped.translate(one.text.context, one.text.source, None, n) for n in numbers]
        assert tuple(found) == one.forms, "run make translations"


@pytest.mark.parametrize("language", LANGUAGES)
def test_bringing_up_to_date_what_is_so_changes_nothing(collected, tmp_path, language):
    name = f"diptych_{language}.ts"
    copy = Path(shutil.copy(collected.SOURCES / name, tmp_path))
    before = copy.read_bytes()
    there = [one.text for one in collected.translations(copy)]
    assert collected.update(language, there, tmp_path).read_bytes() == before


def test_a_new_text_waits_for_its_translation_and_an_old_one_goes(collected, tmp_path):
    old, kept = collected.Text("Page", "old"), collected.Text("Page", "kept “{name}”")
    new = collected.Text("Page", "%n new", plural=True)
    collected.update("de", [old, kept], tmp_path)
    found = collected.translations(collected.update("de", [kept, new], tmp_path))
    assert [(one.text, one.finished, len(one.forms)) for one in found] == [
        (new, False, 2),
        (kept, False, 1),
    ]


def test_the_languages_shipped_are_those_that_can_be_chosen():
    shipped = files("diptych_resources") / "translations"
    names = {f"diptych_{language}.qm" for language in LANGUAGES}
    assert {entry.name for entry in shipped.iterdir()} == names


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (["de-AT", "en"], "de"),
        (["fr-FR", "de-Latn-DE", "en"], "de"),
        (["en-GB", "de"], "en"),
        (["de_CH.UTF-8"], "de"),
        (["fr"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_there_is_wins(wanted, chosen):
    assert chosen_language(wanted) == chosen


def test_a_language_of_ones_own_goes_before_those_of_the_system(monkeypatch):
    monkeypatch.setenv("DIPTYCH_LANGUAGE", "de")
    assert wanted_languages()[0] == "de"
    monkeypatch.delenv("DIPTYCH_LANGUAGE")
    assert wanted_languages() == QLocale.system().uiLanguages()


@pytest.mark.parametrize(("number", "words"), [(1, "1 account"), (6, "6 accounts")])
def test_english_counts_properly(number, words):
    assert QCoreApplication.translate("Story", "%n accounts", "", number) == words


@pytest.mark.parametrize(("number", "words"), [(1, "1 Bericht"), (6, "6 Berichte")])
def test_german_counts_properly(german, number, words):
    assert QCoreApplication.translate("Story", "%n accounts", "", number) == words


def test_the_buttons_of_qt_speak_the_same_language(german, qtbot):
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.buttons()[0].text() == "Abbrechen"


def test_months_are_in_the_language_of_the_interface(german):
    assert QLocale().standaloneMonthName(3) == "März"


def test_a_reason_inside_a_sentence_is_translated_with_it(german):
    reason = DiptychError("“{field}:” needs a value behind it", field="date")
    told = sentence(QueryError("Searched as plain words, because {reason}.", reason=reason))
    assert told == "Nach den bloßen Wörtern gesucht, denn „date:“ braucht einen Wert hinter sich."


def test_files_that_are_missing_cost_their_texts_alone(qapp):
    before = QLocale()
    assert speak(qapp, "tlh") == []
    QLocale.setDefault(before)
    assert QCoreApplication.translate("Menu", "&Library") == "&Library"


@pytest.mark.parametrize(
    "call", ['self.tr(f"{n} hits")', 'self.tr("hits" + words)', 'translate("List", words)']
)
def test_a_text_put_together_before_it_is_translated_is_refused(collected, tmp_path, call):
    package = broken_package(tmp_path, f"class List:\n    def show(self): {call}\n")
    with pytest.raises(collected.UnreadableTextError, match=r"ui/broken\.py:2"):
        collected.interface_texts(package)


def test_the_sentences_of_errors_are_found_in_calls_and_in_variables(collected, tmp_path):
    code = (
        "class DiptychError(Exception): pass\n"
        "class PageError(DiptychError): pass\n"
        "def one(): raise PageError('no page {name}', name='a')\n"
        "def two():\n"
        "    template = 'no line {name}'\n"
        "    return PageError(template, name='a')\n"
        "def three(): raise ValueError('not for the reader')\n"
    )
    found = collected.interface_texts(broken_package(tmp_path, code))
    sentences = [text.source for text in found if text.context == "Error"]
    assert sentences == ["no line {name}", "no page {name}"]
