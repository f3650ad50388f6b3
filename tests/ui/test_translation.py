"""The window speaks the person's language, and no text of it is left out of any."""

import re
from collections import Counter
from importlib.resources import files

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from diptych.ui.translation import LANGUAGES, chosen_language, speak, wanted_languages

PLACEHOLDER = re.compile(r"%n|%\d|\{\w*\}")


def translations(collected, language):
    return collected.translations(collected.SOURCES / f"diptych_{language}.ts")


def broken_package(tmp_path, code):
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "broken.py").write_text(code, "utf-8")
    return tmp_path


def test_every_text_of_the_window_is_among_the_german_ones(collected):
    texts = {translation.text for translation in translations(collected, "de")}
    assert texts == set(collected.interface_texts()), "run make translations"


def test_every_text_with_a_number_has_its_english_forms(collected):
    texts = {translation.text for translation in translations(collected, "en")}
    counting = {text for text in collected.interface_texts() if text.plural}
    assert texts == counting, "run make translations"


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
def test_no_two_menus_open_with_the_same_letter(collected, language):
    german = {one.text: one.forms[0] for one in translations(collected, language)}
    menus = [text for text in collected.interface_texts() if text.context == "Menu"]
    labels = [german.get(text, text.source) for text in menus]
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


def test_the_languages_shipped_are_those_that_can_be_chosen(collected):
    shipped = files("diptych_resources") / "translations"
    names = {f"diptych_{language}.qm" for language in LANGUAGES}
    assert {entry.name for entry in shipped.iterdir()} == names
    assert set(collected.LANGUAGES) == set(LANGUAGES)


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
    assert QCoreApplication.translate("ListController", "%n accounts", "", number) == words


@pytest.mark.parametrize(("number", "words"), [(1, "1 Bericht"), (6, "6 Berichte")])
def test_german_counts_properly(german, number, words):
    assert QCoreApplication.translate("ListController", "%n accounts", "", number) == words


def test_the_buttons_of_qt_speak_the_same_language(german, qtbot):
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.buttons()[0].text() == "Abbrechen"


def test_months_are_in_the_language_of_the_interface(german):
    assert QLocale().standaloneMonthName(3) == "März"


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
