"""
Words of a page around its article, in the languages whose dates are read.

Each constant is the inside of an alternation, for use in `(?:...)` with case ignored.
"""

from __future__ import annotations

# A line that opens other articles.
OTHERS = "|".join(
    (
        r"you (?:may|might) (?:also )?(?:like|enjoy|be interested)\b.*|people also (?:read|ask).*",
        r"(?:also )?recommended(?: (?:for you|stories|articles|by\b.*))?",
        r"related(?: (?:posts?|articles?|stor(?:y|ies)|news|content|coverage|links|topics"
        r"|reading))?",
        r"more (?:from|on|in|stories|news|like|articles)\b.{0,30}",
        r"latest (?:news|stories|posts|articles|headlines|from\b.*)",
        r"most (?:popular|read|viewed|shared|commented)\b.*|(?:what to )?read (?:next|more|also)",
        r"trending(?: (?:now|stories|news))?",
        r"(?:next|previous|newer|older) (?:article|post|story)s?",
        r"(?:popular|recent) (?:posts|now|stories|articles)|top (?:stories|news|headlines)",
        r"in other news|don[’']t miss|up next|from (?:the|our) archives?",
        r"mehr (?:zum thema|artikel|nachrichten)",
        r"(?:verwandte|ähnliche|weitere|nächster?) (?:artikel|themen|beiträge|nachrichten)",
        r"weitere meldungen|auch interessant|lesen sie auch|meistgelesen",
        r"(?:à )?(?:lire|voir) aussi|sur le même (?:sujet|thème)|les plus lus|vous aimerez aussi",
        r"articles? (?:liés|similaires|connexes|suivant|précédent)|dans la même rubrique",
        r"(?:(?:noticias|artículos|contenidos?|notas) )?relacionad[oa]s|le[ea] también|ver también",
        r"(?:también )?(?:te|le) puede interesar|(?:lo )?más (?:noticias|leíd[oa]s?|vist[oa]s?)",
        r"(?:notícias|artigos|matérias) relacionad[oa]s|leia (?:também|mais)|veja também"
        r"|mais lidas|saiba mais",
        r"(?:leggi|vedi) anche|articoli correlati|potrebbe interessarti(?: anche)?|altre notizie"
        r"|i più letti",
        r"lees (?:ook|meer|verder)|gerelateerde? (?:artikelen|berichten)|meest gelezen"
        r"|meer (?:over|nieuws)\b.{0,30}",
        r"(?:czytaj|zobacz) (?:także|też|również|więcej)|powiązane(?: artykuły)?|polecamy"
        r"|najczęściej czytane",
        r"(?:читайте|смотрите) также|(?:(?:ещё|материалы|новости) )?по теме|популярное"
        r"|(?:похожие|другие) (?:статьи|новости)|самое читаемое",
        r"(?:читайте|дивіться) також|за темою|популярне|(?:схожі|інші) (?:статті|новини)",
        r"ilgili (?:haber(?:ler)?|yazılar|içerikler)|(?:benzer|diğer|önerilen) haberler"
        r"|en çok okunan(?:lar)?|bunlar da ilginizi çekebilir",
        r"(?:관련|인기|추천|다른) ?(?:기사|뉴스)|많이 본 (?:뉴스|기사)",
        r"(?:相关|相關|延伸|推荐|推薦|热门|熱門|更多)(?:阅读|閱讀|新闻|新聞|报道|報導|文章)",
        r"(?:関連|おすすめ|人気)(?:記事|ニュース)?|あわせて読みたい|ランキング",
    )
)
# A line that opens what readers wrote, but for its number.
COMMENTS = (
    r"kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties?|komentarze"
    r"|комментарии|коментарі|yorum(?:lar)?|댓글|评论|評論|コメント"
)
# The same as a first line names the section of the paper.
SECTIONS = (
    r"(?:latest|top|more|recent) (?:news|stories|headlines|posts)|comment|kommentare?|commentaires?"
    r"|comentarios?|comentários?|commenti|yorum(?:lar)?|评论|評論"
)
SALUTATIONS = (
    r"dear|sehr geehrte\w*|liebe[rs]?|cher|chère|estimad[oa]s?|querid[oa]s?|prezad[oa]s?|gentile"
    r"|egregio|geachte|szanown\w+|уважаем\w+|шановн\w+|sayın|sevgili|존경하는"
)
# Headlines below which stand the days of what is told.
TOLD = (
    r"\b(?:timeline|chronology|chronicle|a history|letters? (?:to|from)|diary of|chapter"
    r"|zeitleiste|chronik|chronologie|cronolog[ií]a|tijdlijn|kalendarium|oś czasu|kronoloji"
    r"|хронология|хроника|хронологія|хроніка)\b|연표|연대기|年表|大事记|大事記|时间线|時間線"
)
