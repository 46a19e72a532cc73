"""Removing rules for what belongs to a picture: captions, their repeats, and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.articles.lines import Found, Line
from dateline.articles.running import first_line, goes_on, in_sentence

_LONGEST = 300  # characters; a longer line is a paragraph of the article
_MARKED = re.compile(r"^\s*\?\?\s*(?P<credit>[^?]{2,80}?)\s*\?\?\s*(?P<caption>.*)$")
_NAME = r"[^\W\d_a-z][\w.’'-]*+"
_AGENCY = (
    r"(?:AP|AFP|EPA|EFE|DPA|dpa|ANSA|TASS|PA|PA Media|NYT|RIA Novosti|Novosti|Reuters|REUTERS"
    r"|Xinhua|Sputnik|Kyodo|Yonhap|Anadolu|Bloomberg|Shutterstock|Alamy|iStock|Getty|Keystone|Ritzau"
    rf"|UPI|VCG|CNS|Zuma|ZUMA|(?:{_NAME} ){{0,2}}(?:Images|Pictures|Photos?|Press|Agency|Wire"
    r"|News|Pool|Media|Post|Times))"
)
_KIND = r"(?:[Ff]ile |[Hh]andout |[Pp]ool )?(?:[Pp]hoto(?:s|graph)?|[Pp]icture|[Ii]mage|Foto|Bild)"
# "(AP Photo/Jane Roe)", "(Jane Roe/Plain Wire via AP)", "(Photo: Jane Roe)"
_BRACKETS = re.compile(
    rf"[(\[](?:{_AGENCY}[ /]{_KIND}s?(?:[/ ,:][^()\[\]]{{0,60}})?"
    rf"|(?:{_NAME} ){{0,3}}{_NAME} ?[/|] ?{_AGENCY}(?: via {_AGENCY})?(?:[/,] ?[^()\[\]]{{0,40}})?"
    rf"|{_KIND}s?(?: by| credit| courtesy(?: of)?)? ?[:/|] ?[^()\[\]]{{2,60}}"
    rf"|{_KIND}s? (?:by|courtesy of) [^()\[\]]{{2,60}}|{_AGENCY}/[^()\[\]]{{2,40}})[)\]]"
)
# "(AP Photo/Jane Roe)" is a credit in the middle of a sentence too; "(Times/Post)" may be words.
_SURE = re.compile(rf"[(\[]{_AGENCY}[ /]{_KIND}s?/")
# The label of a credit on a line of its own; BBC pages say "Image source, ...".
_LABEL = re.compile(
    r"^\s*(?:(?:photo(?:s|graph(?:s|er|y)?)?|images?|pictures?|pic|foto|bild|illustration|graphic"
    r"|video|fotocredit|cr[ée]dits?)(?: (?:credits?|source|by|photos?|courtesy(?: of)?))?"
    r"|copyright of picture)\s*(?:[:|©]|,(?<=source,))\s*(?P<who>[^:]{2,80}?)\s*$",
    re.I,
)
# Who is credited is a name or one of these; other small letters begin the words of a caption.
_NO_NAME = re.compile(
    r"courtesy|handout|file|dpa|dapd|via|afp|pixabay|privat|private|imago|getty|picture|screenshot"
    r"|archive?s?|hand-?out|provided|supplied|of|the|and|by|for|from|on|und|et|de|der|van|von|\W*"
)
_BY = re.compile(
    rf"^\s*(?:Photo(?:s|graph(?:s|y)?)?|PHOTOS?|Images?|Pictures?) (?:by|BY)"
    rf" {_NAME}(?: {_NAME}){{1,3}}(?: on (?:Unsplash|Pexels|Pixabay|Flickr))?\W*$"
)
_ALONE = re.compile(
    rf"^\s*(?:©\s*)?(?:{_NAME} ?){{0,3}}(?:[/|,] ?| via )?(?:AP|AFP|REUTERS|Reuters|Getty"
    r" Images|EPA-EFE|Shutterstock)(?:(?: ?/ ?| via )(?:AFP|AP|Getty Images|Pool))?\s*$"
    r"|^\s*\((?:AP|AFP|Reuters|REUTERS|ANI|PTI|IANS|UPI|dpa|TASS|Xinhua)\)\s*$"
    r"|^\s*Photo d[’']archives?\W*$"
)
_CAPTION = re.compile(
    r"^\s*(?:(?:FILE(?: PHOTO)?|File [Pp]hoto)\s?[-–—:]|(?:Photo|Image|Picture) caption[\s:,]"
    r"|Pictured:)\s*\S|^\s*(?:Caption|Bildunterschrift|L[ée]gende)\s?:\s*[^\Wa-zà-ÿ]",
)
# What a caption by Reuters ends in.
_SIGNED = re.compile(
    rf"\b(?:REUTERS|EPA|AFP)/{_NAME}(?: {_NAME}){{0,3}}(?:/\w+)?(?:/?\s*File [Pp]hoto)?\s*$"
)


def find_captions(lines: list[Line]) -> Iterator[Found]:
    """
    Captions and their repeats.

    Taken are lines between `??` marks, as newspaper databases export them; lines that begin with
    "FILE PHOTO:" or "Image caption,"; and lines of up to 300 characters that end in the credit of a
    picture, as "(AP Photo/Jane Roe)". Wrong for a paragraph of one sentence behind which a page
    puts the credit of the picture that follows it.
    """
    repeats: set[str] = set()
    for index, line in enumerate(lines):
        text = line.text.strip()
        if found := _MARKED.match(line.text):
            repeats |= {f"{found['credit']} {found['caption']}".strip(), found["caption"].strip()}
        elif text and _is_caption(text):
            repeats |= {text, _BRACKETS.sub("", text).strip()}
        elif not text or text not in repeats:
            continue
        yield Found(index, 0, len(line.text))


def find_credits(lines: list[Line]) -> Iterator[Found]:
    """
    Credits of pictures: "Photograph: Jane Roe/Reuters" on a line, "(AP Photo/...)" anywhere.

    Below the first line, which may be a headline, and of a sentence only "(AP Photo/...)".
    Wrong for a short line of names such as "Video: Soldiers at Gate".
    """
    first = first_line(lines)
    for index, line in enumerate(lines):
        text = line.text
        if (
            index > first
            and len(text) <= 120
            and _is_credit(text)
            and not goes_on(lines, index - 1)
        ):
            yield Found(index, 0, len(text))
        elif "(" in text or "[" in text:
            for found in reversed(list(_BRACKETS.finditer(text))):
                if _SURE.match(found.group()) or not in_sentence(text, *found.span()):
                    yield Found(index, *found.span())


def _is_caption(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    if _CAPTION.match(text) or ("/" in text and _SIGNED.search(text)):
        return True
    if not text.rstrip(" .").endswith((")", "]")):
        return False
    found = [*_BRACKETS.finditer(text)]
    return bool(found) and found[-1].start() > 0 and not text[found[-1].end() :].strip(" .")


def _is_credit(text: str) -> bool:
    labelled = _LABEL.match(text)
    if labelled:
        return not labelled["who"].endswith((".", "!", "?")) and _is_name(labelled["who"])
    return bool(_BY.match(text) or _ALONE.match(text))


def _is_name(who: str) -> bool:
    """Whether it begins as a name does and has at most one other word in small letters."""
    words = [word for word in re.split(r"[\s/,|]+", who) if word]
    small = [word[:1].islower() and not _NO_NAME.fullmatch(word.casefold()) for word in words]
    return small[:1] != [True] and sum(small) <= 1
