"""
Words before a date that say what it is, in the languages whose dates are read.

Each constant is the inside of an alternation, for use in `(?:...)` with case ignored.
"""

from __future__ import annotations

# The date is that of the publication.
PUBLISHED = "|".join(
    (
        r"(?:publication|publish|pub|published|post|posting|posted|issue)[ -]?date",
        r"date (?:of publication|of issue|published|posted)|date",
        r"(?:(?:first|originally) )?(?:published|posted)(?: online| in print)?|created",
        r"for immediate release",
        r"veröffentlicht|veröffentlichung|erschienen|erstellt|datum|veröffentlichungsdatum",
        r"publié|publiée|paru|parution|mis en ligne|date de publication|créé",
        r"publicado|publicada|fecha(?: de publicación)?|creado|criado|data(?: de publicação)?",
        r"pubblicato|pubblicata|data di pubblicazione|creato",
        r"gepubliceerd|geplaatst|publicatiedatum|verschenen",
        r"opublikowano|opublikowany|data publikacji|data utworzenia|dodano|utworzono",
        r"опубликовано|опубликована|опубликован|дата публикации|дата|размещено|создано",
        r"опубліковано|дата публікації|розміщено|створено",
        r"发布时间|发布日期|发布于|发表时间|发表于|发表日期|發布時間|發布日期|發表於|時間|时间|日期|刊登日期",
        r"公開日時?|公開|掲載日時?|掲載|配信日時?|配信|投稿日時?|発行日|発表日",
    )
)
# The article is not younger: it was changed, found or printed then.
LATER_THAN = "|".join(
    (
        r"(?:last )?(?:updated|modified|changed|edited|amended|corrected|revised|reviewed)",
        r"(?:last )?(?:update|modification|revision)(?: date)?|date (?:updated|modified|accessed)",
        r"(?:load|access|crawl|retrieval|download|print|modified|updated)[ -]?date",
        r"(?:last )?(?:retrieved|accessed|printed|downloaded|archived|captured|saved|viewed)",
        r"copyright|©|\(c\)",
        r"ladedatum|laaddatum|date de chargement|date-chargement|time of request",
        r"(?:zuletzt )?(?:aktualisiert|geändert|bearbeitet|abgerufen)|stand|letzte (?:änderung"
        r"|aktualisierung)|aktualisierung",
        r"(?:mise? à jour|modifiée?|actualisée?|consultée?|dernière (?:mise à jour|modification))",
        r"(?:última )?(?:actualización|modificación|atualização|modificação)",
        r"actualizad[oa]|modificad[oa]|atualizad[oa]|consultado|acessado|acesso",
        r"aggiornat[oa]|modificat[oa]|ultimo aggiornamento|ultima modifica|aggiornamento",
        r"(?:laatst )?(?:bijgewerkt|gewijzigd|aangepast|geraadpleegd)|laatste (?:update|wijziging)",
        r"(?:ostatnia )?aktualizacja|zaktualizowan[oy]|zmodyfikowano|data aktualizacji"
        r"|ostatnia modyfikacja",
        r"обновлен[оа]?|обновлён|изменен[оа]?|последнее обновление|дата обновления|дата обращения",
        r"оновлено|змінено|останнє оновлення|дата оновлення",
        r"更新时间|更新日期|更新于|更新時間|最后更新|最後更新|最終更新日?時?|更新日時?|更新|閲覧日",
    )
)
# Between the label and its date.
ON = r"on|am|vom|le|el|em|il|op|dnia|w dniu|от"
# Between the date and its hour.
AT = r"at|um|à|a las|a|las|às|as|alle|alle ore|ore|h|om|o|godz\.?|o godz\.?|в|о"
# Behind figures of an hour.
BEHIND_CLOCK = r"uhr|uur|hrs?|hours|ч\.?|мск|h|local time|local|time"
