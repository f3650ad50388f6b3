"""The language of a text, told by its script, and within a script by its commonest words.

A news article of a hundred words holds forty of these: profiles of character n-grams would be
needed for single sentences only, and cost a library with a model and its start.
"""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 6_000
"""Code points that are looked at."""

_LEAST_WORDS = 12
_LEAST_SHARE = 0.08
_CLEARLY = 1.15
"""How many times more of its words the best language must have than the second."""

_SCRIPTS = {
    "Latn": "a-zA-Z\u00c0-\u024f\u1e00-\u1eff",
    "Cyrl": "\u0400-\u052f",
    "Arab": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Hebr": "\u0590-\u05ff",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Hani": "\u3400-\u4dbf\u4e00-\u9fff",
    "Kana": "\u3040-\u30ff",
    "Hang": "\u1100-\u11ff\uac00-\ud7af",
    "Thai": "\u0e00-\u0e7f",
    "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff",
    "Taml": "\u0b80-\u0bff",
    "Geor": "\u10a0-\u10ff",
    "Armn": "\u0530-\u058f",
}
_SCRIPT_LETTERS = {script: re.compile(f"[{letters}]") for script, letters in _SCRIPTS.items()}
_ONE_LANGUAGE = {
    "Hebr": "he",
    "Grek": "el",
    "Hang": "ko",
    "Thai": "th",
    "Deva": "hi",
    "Beng": "bn",
    "Taml": "ta",
    "Geor": "ka",
    "Armn": "hy",
}
_LETTERS_OF = {
    "Cyrl": (("uk", "іїєґ"), ("be", "ў"), ("sr", "јљњћђџ"), ("ru", "ыэё")),
    "Arab": (("ur", "ٹڈڑےں"), ("fa", "پچژگ")),
}
_OTHERWISE = {"Cyrl": "bg", "Arab": "ar"}

_WORDS = {
    "en": "the of and to in a that is was for on with as it by at from he his be has have said "
    "not are but they which an were who this will had their been would she or its",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch "
    "es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über "
    "einen war",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce "
    "il sont la avec son aux d l cette été ont mais comme ou n s elle être",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más pero "
    "sus le ha o este sí porque esta entre cuando muy sin sobre también fue han según",
    "it": "di e il la che in a per è un del della con non si una i le dei da al come più ha nel "
    "delle anche sono ma dal gli alla su lo se della o stato dopo hanno nella questo",
    "pt": "de a que o e do da em um para com não uma os no se na por mais as dos como mas ao ele "
    "das à seu sua ou quando muito já está também só pelo pela até isso foi são",
    "nl": "de van het een en in is dat op te zijn met voor niet die aan er om ook als bij door "
    "naar maar uit dan nog over worden tot wordt heeft hij ze was zou deze hun geen",
    "pl": "w i na z się nie do że jest to o jak za po od przez co a dla który ale są oraz tym "
    "tego już przed może być która które został było również jego ich pod",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig "
    "från vi så kan när år säger under också efter eller nu sin där vid",
    "da": "og i at det er en til på som af for med den der de har ikke et om var han men fra vil "
    "kan sig siger efter også ved eller nu blev være mod over være",
    "nb": "og i det er på som en til av at for med har den de ikke et om var han men fra vil kan "
    "seg sier etter også ved eller nå ble være mot over",
    "fi": "ja on ei että se oli hän mutta ovat myös kun mukaan sen joka tai ole niin vain jo jos "
    "kuin hänen ollut sanoo sekä",
    "cs": "a v se na je že to s z do o i ve pro by jako k za po který podle ale jsou byl které od "
    "až také uvedl má jeho při už není",
    "hu": "a az és hogy nem is egy meg azt volt de ez el csak mint már még vagy szerint lesz ki "
    "kell után volna lehet",
    "ro": "de și a în la cu pe care nu că din o un este mai au pentru fost se să ca sau prin după "
    "fi al ale fiind spus",
    "tr": "ve bir bu da de için ile olarak çok en daha olan gibi ne kadar sonra ise değil var "
    "dedi göre ancak oldu",
    "id": "yang dan di untuk dengan dari ini itu pada dalam tidak akan oleh juga telah ke adalah "
    "sebagai kata mereka bahwa ada",
    "vi": "và của là có được trong cho không một các với này những người đã khi để đến về ông tại",
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _common in _WORDS.items():
    for _word in dict.fromkeys(_common.split()):
        _LANGUAGES_OF.setdefault(_word, []).append(_language)
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)


def language_of(text: str, declared: str = "") -> str:
    """The BCP 47 tag of the language of ``text``; empty where it cannot be told.

    ``declared`` is what the file says; it wins unless the text is clearly in another language,
    since sites often declare the language of their template.
    """
    sample = text[:SAMPLE]
    said = _tag(declared)
    found = detected(sample)
    if said and (not found or said.split("-")[0].lower() in _SAME.get(found, (found,))):
        return said
    return found


_SAMPLE = 4_000
"""Code points that tell a language as surely as a whole article does."""


def detected(text: str) -> str:
    """The tag of the language in which ``text`` is clearly written, or nothing.

    Of a long text a stretch from behind the headline and the menus is looked at.
    """
    begin = min(len(text) // 4, max(0, len(text) - _SAMPLE))
    text = text[begin : begin + _SAMPLE]
    counts = {script: len(letters.findall(text)) for script, letters in _SCRIPT_LETTERS.items()}
    script = max(counts, key=counts.__getitem__)
    if not counts[script]:
        return ""
    if script in ("Hani", "Kana"):
        # Japanese mixes both; a Chinese text may quote a word in kana.
        return "ja" if counts["Kana"] > 0.1 * counts["Hani"] else "zh"
    if script == "Latn":
        return _by_words(text)
    if script in _LETTERS_OF:
        return _by_letters(text.lower(), script)
    return _ONE_LANGUAGE[script]


_SAME = {"nb": ("nb", "no", "nn"), "da": ("da",), "id": ("id", "ms"), "sr": ("sr", "mk")}
"""Declared tags that agree with a language that was found, where there is more than one."""


def _by_words(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < _LEAST_WORDS:
        return ""
    hits: Counter[str] = Counter()
    for word in words:
        hits.update(_LANGUAGES_OF.get(word, ()))
    if not hits:
        return ""
    (best, most), (_, second) = [*hits.most_common(2), ("", 0)][:2]
    if most < _LEAST_SHARE * len(words) or most < _CLEARLY * second:
        return ""
    return best


def _by_letters(text: str, script: str) -> str:
    letters = Counter(text)
    counts = {
        language: sum(letters[letter] for letter in own) for language, own in _LETTERS_OF[script]
    }
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else _OTHERWISE[script]


def _tag(declared: str) -> str:
    """``declared`` with the usual letters ("en-GB"); empty where it is no tag of a language."""
    tag = declared.strip().replace("_", "-").split(".")[0]
    if not _TAG.fullmatch(tag):
        return ""
    first, *rest = tag.split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
