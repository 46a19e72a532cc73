"""The labels of fields in ProQuest exports, in English, German and French."""

from __future__ import annotations

import re

from dateline.sources.databases.field_labels import plain

_ENGLISH = (
    "title", "alternate title", "author", "authors", "correspondence author", "publication title",
    "publication info", "publication date", "publication year", "year", "publisher",
    "place of publication", "country of publication", "publication subject", "section", "pages",
    "first page", "page", "number of pages", "volume", "issue", "edition", "column", "dateline",
    "full text", "abstract", "abstract (summary)", "links", "subject", "business indexing term",
    "location", "people", "company / organization", "company", "classification", "credit",
    "identifier / keyword", "identifiers / keywords", "issn", "e-issn", "isbn", "source type",
    "source", "language of publication", "language", "document type", "document feature",
    "proquest document id", "document url", "url", "copyright", "full text availability",
    "last updated", "database", "documenttype",
)  # fmt: skip
# English label to those of the German and the French pages.
_OTHERS = {
    "title": "titel|titre",
    "author": "autor|auteur",
    "publication title": "titel der publikation|titre de la publication|titre de publication",
    "publication info": "publikationsinfo|publikationsinformationen|infos de publication"
    "|infos sur la publication|informations de publication",
    "publication date": "publikationsdatum|erscheinungsdatum|date de publication|date du diplôme",
    "publication year": "erscheinungsjahr|année de publication",
    "year": "jahr|année",
    "publisher": "herausgeber|éditeur",
    "place of publication": "verlagsort|lieu de publication",
    "country of publication": "publikationsland|pays de publication",
    "publication subject": "zeitschriftenthema|sujet de la publication",
    "section": "bereich",
    "pages": "seiten",
    "first page": "erste seite|première page",
    "number of pages": "seitenanzahl|nombre de pages",
    "volume": "band",
    "issue": "ausgabe|numéro",
    "full text": "volltext|texte intégral",
    "abstract": "zusammenfassung|résumé",
    "subject": "thema|sujet",
    "location": "ort|lieu",
    "people": "personen|personnes",
    "company / organization": "unternehmen / organisation|société / organisation",
    "identifier / keyword": "identifikator / schlüsselwort|identificateur / mot-clé",
    "source type": "quellentyp|type de source",
    "language of publication": "publikationssprache|langue de publication",
    "language": "sprache|langue",
    "document type": "dokumententyp|dokumenttyp|type de document",
    "proquest document id": "proquest-dokument-id|id du document proquest|id de document proquest",
    "document url": "dokument-url|url du document|url de document",
    "last updated": "zuletzt aktualisiert|letzte aktualisierung|dernière mise à jour",
    "database": "datenbank|base de données",
}
_NAMES = dict.fromkeys(_ENGLISH) | {
    other: name for name, others in _OTHERS.items() for other in others.split("|")
}
_LABEL = re.compile(r"^(?P<label>[^\W\d_][\w /()’'-]{2,28}?)\s?:(?:[^\S\n]+(?P<value>.*)|$)")


def read_field(line: str) -> tuple[str, str]:
    """
    The English label of a line in small letters, and its value; two blanks for another line.

    >>> read_field("Quellentyp: Zeitungen"), read_field("Talks: none")
    (('source type', 'Zeitungen'), ('', ''))
    """
    found = _LABEL.match(plain(line))
    label = re.sub(r"\s?/\s?", " / ", found["label"].lower()) if found else ""
    if not found or label not in _NAMES:
        return "", ""
    return _NAMES[label] or label, (found["value"] or "").strip()
