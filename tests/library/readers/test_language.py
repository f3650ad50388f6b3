"""The language of a text."""

import pytest

from diptych.library.readers.language import detected, language_of

SENTENCES = {
    "en": "The minister said on Monday that the talks would go on for at least another week, "
    "and that nobody should doubt it.",
    "de": "Der Minister sagte am Montag, dass die Gespräche noch mindestens eine Woche dauern "
    "und dass niemand daran zweifeln sollte.",
    "fr": "Le ministre a déclaré lundi que les discussions se poursuivraient pendant une semaine "
    "et que personne ne devait en douter.",
    "es": "El ministro dijo el lunes que las conversaciones seguirían al menos una semana más "
    "y que nadie debería dudar de ello.",
    "it": "Il ministro ha detto lunedì che i colloqui dureranno almeno un'altra settimana "
    "e che nessuno dovrebbe dubitare della sua parola.",
    "pt": "O ministro disse na segunda-feira que as conversas continuariam por mais uma semana "
    "e que ninguém deveria duvidar disso, mas não deu uma data.",
    "nl": "De minister zei maandag dat de gesprekken nog zeker een week zouden duren "
    "en dat niemand daar aan hoeft te twijfelen.",
    "pl": "Minister powiedział w poniedziałek, że rozmowy potrwają jeszcze co najmniej tydzień "
    "i że nikt nie powinien w to wątpić, ale nie podał daty.",
    "ru": "Министр сказал в понедельник, что переговоры продлятся ещё неделю, и никто в этом не "
    "должен сомневаться. Это было бы ошибкой.",
    "uk": "Міністр сказав у понеділок, що переговори триватимуть ще тиждень, і ніхто не повинен у "
    "цьому сумніватися.",
    "ar": "قال الوزير يوم الاثنين إن المحادثات ستستمر أسبوعا آخر على الأقل ولا ينبغي لأحد أن يشك.",
    "he": "השר אמר ביום שני שהשיחות יימשכו עוד שבוע לפחות ושאיש אינו צריך להטיל בכך ספק.",
    "el": "Ο υπουργός δήλωσε τη Δευτέρα ότι οι συνομιλίες θα συνεχιστούν για άλλη μία εβδομάδα.",
    "zh": "外交部长星期一表示，谈判将至少再持续一周，没有人应该怀疑这一点。",
    "ja": "外相は月曜日、協議は少なくともあと一週間続くと述べ、誰も疑うべきではないと語った。",
    "ko": "외교부 장관은 월요일 회담이 적어도 한 주 더 계속될 것이라고 말했다.",
}


@pytest.mark.parametrize("tag", SENTENCES)
def test_one_sentence_of_news_tells_its_language(tag):
    assert detected(SENTENCES[tag]) == tag


@pytest.mark.parametrize("text", ["", "1234", "Brussels", "Kyiv Lviv Odesa " * 10])
def test_what_is_not_clear_is_left_open(text):
    assert detected(text) == ""


def test_a_declared_language_wins_with_its_region_unless_the_text_is_clearly_another():
    assert language_of(SENTENCES["en"], "en_gb") == "en-GB"
    assert language_of(SENTENCES["de"], "en") == "de"
    assert language_of("Brussels", "nl") == "nl"
    assert language_of(SENTENCES["en"], "not a language!") == "en"
