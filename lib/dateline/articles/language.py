"""The language of an article: as its format states it, or found from its words."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Fewer letters say too little: names alone look like any language.
LEAST_LETTERS = 60
# Characters that are looked at; more make the answer no surer, only later.
MOST_READ = 500
# Below this probability the answer is kept back.
SUREST = 0.7
_NO_WORD = re.compile(r"[\d_\W]+")
_CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.I)
# ISO 639-2 codes (both kinds) and names in English, German, French, Dutch, Spanish and of its own.
_NAMES = {
    "ar": "ara arabic arabisch arabe árabe العربية",
    "bg": "bul bulgarian bulgarisch bulgare bulgaars български",
    "cs": "ces cze czech tschechisch tchèque tsjechisch čeština",
    "da": "dan danish dänisch danois deens dansk",
    "de": "deu ger german deutsch allemand duits alemán",
    "el": "ell gre greek griechisch grec grieks ελληνικά",
    "en": "eng english englisch anglais engels inglés",
    "es": "spa spanish spanisch espagnol spaans español castellano",
    "et": "est estonian estnisch estonien",
    "fa": "fas per persian farsi persisch persan فارسی",
    "fi": "fin finnish finnisch finnois fins suomi",
    "fr": "fra fre french französisch français frans francés",
    "he": "heb hebrew hebräisch hébreu hebreeuws עברית",
    "hi": "hin hindi हिन्दी",
    "hr": "hrv croatian kroatisch croate",
    "hu": "hun hungarian ungarisch hongrois hongaars magyar",
    "id": "ind indonesian indonesisch indonésien",
    "it": "ita italian italienisch italien italiaans italiano",
    "ja": "jpn japanese japanisch japonais japans 日本語",
    "ka": "kat geo georgian georgisch géorgien",
    "kk": "kaz kazakh kasachisch",
    "ko": "kor korean koreanisch coréen koreaans 한국어",
    "lt": "lit lithuanian litauisch lituanien",
    "lv": "lav latvian lettisch letton",
    "ms": "msa may malay malaiisch malais",
    "nl": "nld dut dutch niederländisch néerlandais nederlands neerlandés flemish",
    "no": "nor norwegian norwegisch norvégien noors norsk nb nn nob nno",
    "pl": "pol polish polnisch polonais pools polski",
    "pt": "por portuguese portugiesisch portugais portugees português",
    "ro": "ron rum romanian rumänisch roumain roemeens română",
    "ru": "rus russian russisch russe русский",
    "sk": "slk slo slovak slowakisch slovaque",
    "sl": "slv slovenian slovene slowenisch slovène",
    "sr": "srp serbian serbisch serbe српски",
    "sv": "swe swedish schwedisch suédois zweeds svenska",
    "th": "tha thai",
    "tr": "tur turkish türkisch turc turks türkçe",
    "uk": "ukr ukrainian ukrainisch ukrainien oekraïens українська",
    "ur": "urd urdu",
    "vi": "vie vietnamese vietnamesisch vietnamien",
    "zh": "zho chi chinese chinesisch chinois chinees chino mandarin cmn yue 中文",
}


def language_code(stated: str) -> str:
    """
    The ISO 639-1 code of a language as a format states it; blank for what is no language.

    A code of two or three letters that is not listed here is kept without its region. Wrong for
    what a site states wrongly: many templates say "en" of every page.

    >>> language_code("en-US"), language_code("English"), language_code("deu"), language_code("?")
    ('en', 'en', 'de', '')
    """
    name = stated.strip().casefold()
    if name in _codes():
        return _codes()[name]
    found = _CODE.fullmatch(name)
    return _codes().get(found[1], found[1]) if found else ""


def find_language(text: str) -> str:
    """
    The ISO 639-1 code of the language of `text`, by its letters; blank if that is not sure.

    It is py3langid's answer (Lui & Baldwin 2012, a naive Bayes over runs of bytes, 97 languages)
    for the first 500 characters, offline. Blank for fewer than 60 letters (20 of a script
    without blanks) and for a probability below 0.7. Wrong for a text in several languages, of
    which it names one, and between near ones such as Serbian and Croatian.

    >>> find_language("Talks")
    ''
    """
    sample = text[:MOST_READ]
    letters = _NO_WORD.sub("", sample)
    if len(letters) * (1 if letters.isascii() or " " in sample else 3) < LEAST_LETTERS:
        return ""
    language, probability = _identifier().classify(sample)
    return language_code(language) if probability >= SUREST else ""


@cache
def _codes() -> dict[str, str]:
    names = {name: code for code, listed in _NAMES.items() for name in listed.split()}
    return names | {code: code for code in _NAMES}


@cache
def _identifier() -> Any:
    # Imported here: the model takes up to a second, and a page of help need not wait for it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
