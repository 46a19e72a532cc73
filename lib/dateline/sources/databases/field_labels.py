"""The labels of fields in LexisNexis and Nexis Uni exports, in the languages of their pages."""

from __future__ import annotations

import re
from typing import NamedTuple

# Field, then its labels in English, German, French and Dutch.
_LABELS = {
    "author": "byline|autor|autorin|auteur|auteurs|autoren|by-line",
    "section": "section|rubrik|rubrique|sectie|rubriek",
    "length": "length|länge|laenge|longueur|lengte",
    "dateline": "dateline|ort|ortsmarke|lieu|origine|plaats",
    "highlight": "highlight|zusammenfassung|résumé|encart|samenvatting|hoogtepunt",
    "title": "headline|überschrift|schlagzeile|titel|titre|kop",
    "body": "body|haupttext|volltext|textkörper|corps|texte|corps du texte|hoofdtekst|tekst",
    "load date": (
        "load-date|update|ladedatum|date de chargement|date-chargement|mise à jour|mise-à-jour"
        "|date de mise à jour|laaddatum|bijgewerkt|aktualisierung"
    ),
    "language": "language|sprache|langue|taal",
    "graphic": "graphic|grafik|graphique|illustration|afbeelding|grafisch|foto",
    "type": (
        "publication-type|document-type|journal-code|publikationstyp|zeitungs-code|zeitungscode"
        "|dokumententyp|dokumenttyp|type-publication|type de publication|code-journal"
        "|type-de-publication|publicatie-type|publicatietype|documenttype|krantencode"
    ),
    "url": "url",
    "classification": "classification|klassifizierung|klassifikation|classement|classificatie",
    "index": (
        "subject|organization|company|ticker|industry|person|geographic|city|state|country"
        "|region|thema|themen|organisation|firma|unternehmen|branche|stadt|bundesland|land|sujet"
        "|société|entreprise|secteur|personne|ville|pays|onderwerp|bedrijf|persoon|stad"
    ),
}  # fmt: skip
FIELDS = {label: field for field, labels in _LABELS.items() for label in labels.split("|")}
# Fields between the headline and the body, in any order.
HEAD_FIELDS = frozenset(("author", "section", "length", "dateline", "highlight", "title", "body"))

_LABEL = re.compile(r"^(?P<label>[^\W\d_][\w’' -]{0,28}?)\s?:(?:\s+(?P<value>.*)|$)", re.S)
# No-break spaces are blanks; marks of no width and byte-order marks are nothing.
_BLANKS = {0xA0: " ", 0x2007: " ", 0x202F: " "} | dict.fromkeys((0xFEFF, 0x200B, 0x200E, 0x200F))
_END = re.compile(
    r"^(?:end of document|ende des dokuments?|fin du document|einde van (?:het )?document"
    r"|fin del? documento|fine del? documento|fim do documento)$",
    re.I,
)
COPYRIGHT = re.compile(
    r"^(?:(?:alle\s+)?urheberrechte?|copyright|auteursrecht)\s*(?:[©(]|(?:19|20)\d\d)"
    r"|^(?:©|\(c\))\s*(?:copyright\b|(?:19|20)\d\d)"
    r"|^(?:all rights reserved|alle rechte vorbehalten|tous droits réservés"
    r"|alle rechten voorbehouden)\W*$",
    re.I,
)
WORDS = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:[ .,’']\d{3})+|\d+)\s*"
    r"(?:words?|wörter|woerter|worte|mots?|woorden|palabras|parole|palavras|ord|слова?|words|字|個字|个字|語)"
    r"(?![^\W\d_])",
    re.I,
)
_LANGUAGES = {
    "en": "english|englisch|anglais|engels|inglés|ingles|inglese|английский|英语|英文|英語",
    "de": "german|deutsch|allemand|duits|alemán|tedesco|немецкий|德语|德文|ドイツ語",
    "fr": "french|französisch|français|francais|frans|francés|francese|французский"
    "|法语|法文|フランス語",
    "nl": "dutch|niederländisch|néerlandais|nederlands|neerlandés|olandese|нидерландский|荷兰语",
    "es": "spanish|spanisch|espagnol|spaans|español|spagnolo|испанский|西班牙语|西班牙文",
    "it": "italian|italienisch|italien|italiaans|italiano|итальянский|意大利语",
    "pt": "portuguese|portugiesisch|portugais|portugees|portugués|português|португальский|葡萄牙语",
    "ru": "russian|russisch|russe|ruso|russo|русский|俄语|俄文|ロシア語",
    "zh": "chinese|chinesisch|chinois|chinees|chino|cinese|китайский|chinese - traditional"
    "|chinese - simplified|中文|简体中文|繁体中文|中文（简体）|中文（繁体）|中国語",
    "ja": "japanese|japanisch|japonais|japans|japonés|giapponese|японский|日语|日文|日本語",
    "ko": "korean|koreanisch|coréen|koreaans|韩语|韓国語|한국어",
    "ar": "arabic|arabisch|arabe|арабский|阿拉伯语",
    "pl": "polish|polnisch|polonais|pools|polski|польский",
    "tr": "turkish|türkisch|turc|turks|türkçe",
    "uk": "ukrainian|ukrainisch|ukrainien|oekraïens|українська|украинский",
    "sv": "swedish|schwedisch|suédois|zweeds|svenska",
    "da": "danish|dänisch|danois|deens|dansk",
    "no": "norwegian|norwegisch|norvégien|noors|norsk",
}  # fmt: skip
_CODES = {name: code for code, names in _LANGUAGES.items() for name in names.split("|")}


class Field(NamedTuple):
    """A labelled line: the field (a key of `FIELDS`' values) and the value behind its label."""

    name: str
    value: str


def read_label(line: str, *, capitals: bool = False) -> Field | None:
    """
    The field of a line "Length: 937 words"; None if it has no label that is known.

    No-break spaces count as blanks. With `capitals` only labels in capitals count, as LexisNexis
    writes them.

    >>> read_label("LÄNGE: 937 Wörter", capitals=True)
    Field(name='length', value='937 Wörter')
    """
    found = _LABEL.match(plain(line))
    if not found or (capitals and not found["label"].isupper()):
        return None
    name = FIELDS.get(found["label"].casefold())
    return Field(name, (found["value"] or "").strip()) if name else None


def is_end(line: str) -> bool:
    """Whether a line closes an article of Nexis Uni: "End of Document"."""
    return bool(_END.match(plain(line)))


def plain(line: str) -> str:
    """A line with no-break spaces as blanks, without those at its ends and marks of no width."""
    return line.translate(_BLANKS).strip()


def stated_words(value: str) -> int:
    """
    The number of words that a value states; 0 if it states none.

    >>> stated_words("1,937 words"), stated_words("877 Wörter"), stated_words("Page 3")
    (1937, 877, 0)
    """
    found = WORDS.search(value)
    return int(re.sub(r"\D", "", found["number"])) if found else 0


def language_code(value: str) -> str:
    """
    The code (ISO 639-1) of a language that is named; what is not known stays as it stands.

    >>> language_code("ENGLISH"), language_code("Deutsch"), language_code("Basque")
    ('en', 'de', 'Basque')
    """
    first = re.split(r"[;,/]", value)[0].strip()
    return _CODES.get(first.casefold(), first)


def is_language(value: str) -> bool:
    """Whether a value is the name of a language."""
    return value.strip().casefold() in _CODES
