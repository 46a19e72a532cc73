"""Words that several rules of dating read: months, verbs in their forms, and future words.

MONTH is a group of its own; the other constants are the inside of an alternation, for use within
`(?:...)`. Patterns that hold PARTICIPLE heed case, so that a name such as "United" is no verb.
"""

from __future__ import annotations

from dateline.articles.days import MONTHS

# A month in words, also short and with its full stop.
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"

# What people do who take part in an event, or decide on it: base, third person, past.
_PART_VERBS = (
    ("meet", "meets", "met"),
    ("hold", "holds", "held"),
    ("sign", "signs", "signed"),
    ("begin", "begins", "began"),
    ("open", "opens", "opened"),
    ("launch", "launches", "launched"),
    ("land", "lands", "landed"),
    ("arrive", "arrives", "arrived"),
    ("host", "hosts", "hosted"),
    ("attend", "attends", "attended"),
    ("gather", "gathers", "gathered"),
    ("join", "joins", "joined"),
    ("speak", "speaks", "spoke"),
    ("talk", "talks", "talked"),
    ("receive", "receives", "received"),
    ("visit", "visits", "visited"),
    ("travel", "travels", "travell?ed"),
    ("go", "goes", "went"),
    ("come", "comes", "came"),
    ("fly", "flies", "flew"),
    ("conclude", "concludes", "concluded"),
    ("see", "sees", "saw"),
    ("engage", "engages", "engaged"),
    ("convene", "convenes", "convened"),
    ("call on", "calls on", "called on"),
    ("take part in", "takes part in", "took part in"),
    ("approve", "approves", "approved"),
    ("authori[sz]e", "authori[sz]es", "authori[sz]ed"),
)
# As often nouns, as in "a state visit" or "the talks".
_NOUNS = ("sign", "launch", "land", "host", "talk", "visit")
# Without "s" as often something else: "have come", "a go", "a fly".
_ONLY_THIRD = ("go", "come", "fly")

TAKE_PART = "|".join(base for base, _, _ in _PART_VERBS)
TOOK_PART = "|".join(past for _, _, past in _PART_VERBS)
TAKES_PART = "|".join(
    third if base in _ONLY_THIRD else f"{third}|{base}"
    for base, third, _ in _PART_VERBS
    if base not in _NOUNS
)

# Participles of these verbs that differ from the past form; they tell only after "has" or "have".
HAS_TAKEN_PART = "begun|spoken|gone|come|flown|seen|taken part in"

# Past forms of other verbs, but not "put", "cut" and "set", which are present forms too.
OTHER_PAST = (
    "made|took|gave|thought|knew|kept|brought|drew|sent|left|found|felt|led|sought|won|lost"
    "|broke|fell|rose"
)
# Words in "-ed" that are no verb forms.
NOT_VERBS = "united|armed|need|indeed|hundred|unprecedented|limited|sacred"
PARTICIPLE = rf"(?<!so-)(?!(?:{NOT_VERBS})\b)[a-z]{{2,}}ed"
PAST = f"was|were|had|did|{TOOK_PART}|{OTHER_PAST}|{PARTICIPLE}"

# Words by which a sentence looks ahead, wherever in it they stand.
FUTURE = (
    r"will|would|shall|going to|is to|are to|set to|plan(?:s|ned|ning)?|due|scheduled"
    r"|expect(?:s|ed)?|upcoming|forthcoming"
)
