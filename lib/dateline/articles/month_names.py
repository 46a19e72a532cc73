"""Names of months and weekdays in the languages whose dates are read.

Each string holds the names of one month or weekday, in small letters and without full stop: full
and short ones, nominative and genitive, and what newsrooms write beside the standard ("sept",
"mrz", "aout", Turkish without its dotless "ı"). Chinese, Japanese and Korean have no names, only
numbers.
"""

from __future__ import annotations

MONTH_NAMES = {
    "en": (
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
        "august aug", "september sep sept", "october oct", "november nov", "december dec",
    ),
    "de": (
        "januar jan jänner jän", "februar feb feber", "märz mär mrz maerz", "april apr", "mai",
        "juni jun", "juli jul", "august aug", "september sep sept", "oktober okt", "november nov",
        "dezember dez",
    ),
    "fr": (
        "janvier janv", "février févr fév fevrier fevr", "mars", "avril avr", "mai", "juin",
        "juillet juil", "août aout", "septembre sept", "octobre oct", "novembre nov",
        "décembre déc decembre dec",
    ),
    "es": (
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun",
        "julio jul", "agosto ago", "septiembre setiembre sept sep", "octubre oct",
        "noviembre nov", "diciembre dic",
    ),
    "pt": (
        "janeiro jan", "fevereiro fev", "março mar marco", "abril abr", "maio mai", "junho jun",
        "julho jul", "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez",
    ),
    "it": (
        "gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu",
        "luglio lug", "agosto ago", "settembre set sett", "ottobre ott", "novembre nov",
        "dicembre dic",
    ),
    "nl": (
        "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
        "augustus aug", "september sep sept", "oktober okt", "november nov", "december dec",
    ),
    "pl": (
        "stycznia styczeń sty", "lutego luty lut", "marca marzec mar", "kwietnia kwiecień kwi",
        "maja maj", "czerwca czerwiec cze", "lipca lipiec lip", "sierpnia sierpień sie",
        "września wrzesień wrz wrzesnia", "października październik paź pazdziernika",
        "listopada listopad lis", "grudnia grudzień gru",
    ),
    "ru": (
        "января январь янв", "февраля февраль февр фев", "марта март мар", "апреля апрель апр",
        "мая май", "июня июнь июн", "июля июль июл", "августа август авг",
        "сентября сентябрь сент сен", "октября октябрь окт", "ноября ноябрь нояб ноя",
        "декабря декабрь дек",
    ),
    "uk": (
        "січня січень січ", "лютого лютий лют", "березня березень бер", "квітня квітень квіт",
        "травня травень трав", "червня червень черв", "липня липень лип", "серпня серпень серп",
        "вересня вересень вер", "жовтня жовтень жовт", "листопада листопад лист",
        "грудня грудень груд",
    ),
    "tr": (
        "ocak oca", "şubat şub subat", "mart mar", "nisan nis", "mayıs mayis may",
        "haziran haz", "temmuz tem", "ağustos ağu agustos", "eylül eyl eylul", "ekim eki",
        "kasım kasim kas", "aralık aralik ara",
    ),
}  # fmt: skip

# From Monday to Sunday. Two letters only where newsrooms print them before a date; the Turkish
# "per" not at all, because in other languages it is a word.
WEEKDAY_NAMES = {
    "en": (
        "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs",
        "friday fri", "saturday sat", "sunday sun",
    ),
    "de": (
        "montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr",
        "samstag sa sonnabend", "sonntag so",
    ),
    "fr": (
        "lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam",
        "dimanche dim",
    ),
    "es": (
        "lunes lun", "martes mar", "miércoles mié miercoles", "jueves jue", "viernes vie",
        "sábado sáb sabado sab", "domingo dom",
    ),
    "pt": (
        "segunda-feira segunda seg", "terça-feira terça ter", "quarta-feira quarta qua",
        "quinta-feira quinta qui", "sexta-feira sexta sex", "sábado sáb", "domingo dom",
    ),
    "it": (
        "lunedì lun lunedi", "martedì mar martedi", "mercoledì mer mercoledi",
        "giovedì gio giovedi", "venerdì ven venerdi", "sabato sab", "domenica dom",
    ),
    "nl": (
        "maandag ma", "dinsdag di", "woensdag wo", "donderdag do", "vrijdag vr", "zaterdag za",
        "zondag zo",
    ),
    "pl": (
        "poniedziałek pon", "wtorek wt", "środa środę śr", "czwartek czw", "piątek pt",
        "sobota sobotę sob", "niedziela niedzielę niedz",
    ),
    "ru": (
        "понедельник пн", "вторник вт", "среда среду ср", "четверг чт", "пятница пятницу пт",
        "суббота субботу сб", "воскресенье вс",
    ),
    "uk": (
        "понеділок пн", "вівторок вт", "середа середу ср", "четвер чт",
        "пʼятниця пʼятницю п’ятниця п’ятницю п'ятниця п'ятницю пт", "субота суботу сб",
        "неділя неділю нд",
    ),
    "tr": (
        "pazartesi pzt", "salı sali sal", "çarşamba çar carsamba", "perşembe persembe",
        "cuma cum", "cumartesi cmt", "pazar paz",
    ),
}  # fmt: skip


def numbers_by_name(names: tuple[str, ...], *, first: int) -> dict[str, int]:
    """
    The number of each name; the names of the first string have the number `first`.

    >>> numbers_by_name(("monday mon", "tuesday"), first=0)
    {'monday': 0, 'mon': 0, 'tuesday': 1}
    """
    return {name: number for number, line in enumerate(names, first) for name in line.split()}
