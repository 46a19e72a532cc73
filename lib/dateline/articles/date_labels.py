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
        r"(?:yay[ıi]n(?:lanma)?|yay[ıi]mlanma|eklenme|giriş|haber giriş|oluşturulma) tarihi"
        r"|yay[ıi]nlanma|yay[ıi]nland[ıi]|yay[ıi]mland[ıi]|eklenme|giriş|oluşturulma|tarih",
        r"(?:기사 ?|최초 ?)?(?:입력|등록|승인|송고)(?: ?(?:일시|일|시간|날짜))?|게시일|게재일?"
        r"|발행일?|작성일|보도일|날짜",
    )
)
# The same, but only at the head: at the foot they are of the film or the law that is told of.
ISSUED = r"release date|date of release|date issued|issued"
# The article is not younger: it was changed, found, printed or saved then.
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
        r"(?:son )?güncelle(?:me|nme)(?: tarihi)?|güncellendi|son değişiklik|erişim tarihi",
        r"(?:기사 ?|최종 ?)?(?:수정|업데이트|갱신)(?: ?(?:일시|일|시간|날짜))?|검색일|접속일",
        r"last (?:visited|checked|crawled)|fetched|exported|gedruckt|heruntergeladen|imprimée?",
    )
)
# The clock of a site, which shows the day on which somebody saved the page. Apart from the labels
# above, because "6 June 1944 – Today in history" is no date line.
SITE_CLOCK = "|".join(
    (
        r"today(?:['’]s date)?(?: is)?|(?:current|local) (?:date|time)(?: and time)?(?: is)?",
        r"heute(?: ist)?|aujourd['’]hui|nous sommes(?: le)?|hoy(?: es)?|hoje(?: é)?|oggi(?: è)?",
        r"vandaag(?: is het)?|dziś(?: jest)?|dzisiaj(?: jest)?|сегодня|сьогодні|bugün",
        r"今天是?|今日は?|오늘은?",
    )
)
# Alone on its line above a day: that is the day of something else than the publication.
OTHER_DAY = "|".join(
    (
        r"(?:(?:application|entry|submission)s? )?(?:deadline|clos(?:es|ing)(?: date)?)",
        r"due(?: date)?|(?:register|registration|apply|rsvp|book|reply|submit)\b[^.]{0,20}",
        r"save the date|(?:next|previous|older|newer|last|upcoming)\s(?:meeting|session|hearing"
        r"|event|issue|article|post|story|game|match|edition)|(?:on )?this day(?: in history)?",
        r"when|starts?|ends?|from|until|born|died|(?:recorded|filmed|conducted|taken|photographed"
        r"|signed|adopted|dated|effective|valid|interviewed)\b[^.]{0,12}|expires|as of|incident",
        r"anniversary|today|last seen",
        r"(?:judge?ment|hearing|event|opening|meeting|decision|effective|start|end)(?: (?:date|day"
        r"|delivered|night|handed down))?|(?:date|day) of (?!publication|issue|release)[^.]{0,30}",
        r"(?:published|appeared) in (?-i:the )?(?-i:[A-Z])[^.]{0,60}",
        r"(?:einsende|anmelde|annahme|bewerbungs)schluss|(?:melde|bewerbungs|abgabe)?frist",
        r"stichtag|geboren|gestorben|verstorben|beginn|ende|von|bis|wann|gültig (?:ab|bis)",
        r"termine?|nächste[rs]? \w+|date limite|clôture|échéance|née?|morte?|décédée?|décès|début",
        r"fin|du|jusqu['’]au|quand|prochaine? \w+|fecha l[íi]mite|plazo|cierre|vence|vencimiento",
        r"nacid[oa]|nació|nacimiento|murió|muerte|fallecid[oa]|fallecimiento|inicio|desde|hasta",
        r"cuándo|próxim[oa] \w+|prazo|data limite|nascid[oa]|nascimento|morte|falecid[oa]|início",
        r"fim|até|quando|scadenza|termine|nat[oa]|mort[oa]|inizio|fine|dal|fino al|prossim[oa] \w+",
        r"sluitingsdatum|overleden|begin|einde|wanneer|volgende \w+|termin|urodzon[ya]|zmarła?",
        r"początek|koniec|kiedy|(?:крайний )?срок|родил(?:ся|ась)|умерл?а?|начало|конец|когда",
        r"дата (?:рождения|смерти)|термін|народи(?:вся|лася)|помер(?:ла)?|початок|кінець|коли",
        r"son (?:başvuru|teslim|tarih|gün)(?: tarihi)?|(?:doğum|ölüm|vefat)(?: tarihi)?|başlangıç",
        r"bitiş|ne zaman|(?:sonraki|önceki) \w+|(?:접수 ?|신청 ?)?마감(?:일)?|접수|출생|사망",
        r"시작|종료|일시|기간|행사일|(?:报名)?截止(?:日期)?|出生|逝世|开始|结束|締切|締め切り",
        r"開催日|日時|誕生|死去|期間",
    )
)
# Below a day: it is that of an event which these lines announce.
EVENT = "|".join(
    (
        r"venue|location|where|tickets?|time|place|closing|admission|price|entry|register|rsvp",
        r"speakers?|doors|cost|fee",
        r"(?:veranstaltungs)?ort|uhrzeit|beginn|einlass|eintritt|anmeldung",
        r"lieu|heure|tarifs?|entrée|inscriptions?|lugar|sede|hora|horario|entradas?|precio",
        r"inscripci(?:ón|ones)|local|horário|ingressos?|luogo|orario|ingresso|biglietti",
        r"locatie|plaats|aanvang|toegang|miejsce|godzina|wstęp|bilety",
        r"место|время|начало|вход|билеты|місце|час|початок|вхід|квитки",
        r"yer|saat|mek[aâ]n|giriş ücreti|bilet(?:ler)?|장소|시간|입장료|참가비",
        r"地点|地點|票价|报名|会場|場所|入場料|開場|開演",
    )
)
# At the foot these labels of publication may be of who collected the article.
PLAIN = (
    r"date|datum|fecha|data|дата|時間|时间|日期|tarih|날짜|created|creado|criado|erstellt|créé"
    r"|creato|создано|створено|utworzono"
)
# Between the label and its date.
ON = r"on|am|vom|le|el|em|il|op|dnia|w dniu|от"
# Between the date and its hour.
AT = r"at|um|à|a las|a|las|às|as|alle|alle ore|ore|h|om|o|godz\.?|o godz\.?|в|о"
# Behind figures of an hour.
BEHIND_CLOCK = r"uhr|uur|hrs?|hours|ч\.?|мск|h|local time|local|time"
