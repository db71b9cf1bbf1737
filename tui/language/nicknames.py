"""Given names, their short forms and their other spellings."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_TABLE: Final = {
    "abigail": "abby",
    "abraham": "abe",
    "albert": "al bert bertie",
    "alexander": "alex sandy sasha alec xander",
    "alexandra": "alex sandra sasha",
    "alfred": "al alf fred freddie",
    "alice": "ali",
    "allan": "al",
    "alvin": "al",
    "amanda": "mandy",
    "andrew": "andy drew",
    "angela": "angie",
    "anthony": "tony ant",
    "arnold": "arnie",
    "arthur": "art artie",
    "barbara": "barb babs",
    "bartholomew": "bart",
    "benjamin": "ben benny",
    "bernard": "bernie",
    "bradley": "brad",
    "caroline": "carrie",
    "catherine": "cathy kate katie cat",
    "charles": "chuck charlie chas",
    "charlotte": "charlie lottie",
    "christina": "chris tina christie",
    "christine": "chris chrissie christie",
    "christopher": "chris kit topher",
    "clifford": "cliff",
    "constance": "connie",
    "cynthia": "cindy",
    "daniel": "dan danny",
    "david": "dave davey",
    "deborah": "debbie deb",
    "dmitry": "dima mitya",
    "donald": "don donny donnie",
    "dorothy": "dot dolly dottie",
    "douglas": "doug",
    "edgar": "ed eddie",
    "edmund": "ed eddie",
    "edward": "ted ed eddie ned",
    "edwin": "ed eddie",
    "eleanor": "ellie nell nora",
    "elizabeth": "liz beth betty eliza bess lizzie betsy libby lisa",
    "emily": "em emmy",
    "eugene": "gene",
    "ferdinand": "ferdie",
    "florence": "flo",
    "frances": "fran fanny frankie",
    "francis": "frank frankie",
    "franklin": "frank",
    "frederick": "fred freddie freddy",
    "gabriel": "gabe",
    "geoffrey": "geoff jeff",
    "gerald": "jerry gerry",
    "gerard": "gerry",
    "gertrude": "trudy gert",
    "gregory": "greg",
    "gustav": "gus",
    "harold": "harry hal",
    "harrison": "harry",
    "helen": "nell nellie",
    "henry": "hank harry hal",
    "herbert": "herb bert",
    "howard": "howie",
    "hubert": "bert",
    "ignatius": "iggy",
    "isaac": "ike",
    "isabella": "bella",
    "jacob": "jake",
    "james": "jim jimmy jamie",
    "jeffrey": "jeff",
    "jennifer": "jen jenny",
    "jerome": "jerry",
    "jessica": "jess jessie",
    "joanna": "jo",
    "john": "jack johnny jon johnnie",
    "jonathan": "jon jonny",
    "joseph": "joe joey",
    "joshua": "josh",
    "judith": "judy",
    "katherine": "kate kathy katie kathryn kit kitty",
    "kenneth": "ken kenny",
    "laura": "laurie",
    "lawrence": "larry lawrie",
    "leonard": "lenny len leo",
    "leopold": "leo",
    "leroy": "lee",
    "leslie": "les",
    "lewis": "lou",
    "louis": "lou louie",
    "louise": "lou",
    "madeleine": "maddy",
    "magdalene": "maggie",
    "margaret": "peggy maggie meg madge greta rita daisy",
    "martha": "marty patty",
    "martin": "marty",
    "mary": "molly polly mamie",
    "matthew": "matt matty",
    "maurice": "mo morrie",
    "maximilian": "max",
    "melanie": "mel",
    "melvin": "mel",
    "michael": "mike mick mickey micky misha",
    "mikhail": "misha",
    "mitchell": "mitch",
    "mohammed": "mo",
    "muhammad": "mo",
    "morris": "mo",
    "moses": "mo",
    "nancy": "nan",
    "natalia": "natasha",
    "nathan": "nate",
    "nathaniel": "nate nat",
    "nicholas": "nick nicky",
    "nicole": "nicky nikki",
    "nikita": "nick",
    "oliver": "ollie",
    "oswald": "ozzie",
    "pamela": "pam",
    "patricia": "pat patty trish tricia",
    "patrick": "pat paddy rick",
    "penelope": "penny",
    "peter": "pete",
    "philip": "phil pip",
    "rachel": "rae",
    "rafael": "ted rafa",
    "randall": "randy",
    "randolph": "randy dolph",
    "raymond": "ray",
    "rebecca": "becky",
    "reginald": "reg reggie",
    "richard": "dick rick rich ricky dickie",
    "robert": "bob bobby rob robbie bert",
    "roderick": "rod",
    "rodney": "rod",
    "roland": "rollie",
    "ronald": "ron ronnie",
    "rosemary": "rose rosie",
    "rudolf": "rudy",
    "rudolph": "rudy",
    "russell": "russ rusty",
    "samantha": "sam",
    "samuel": "sam sammy",
    "sarah": "sally",
    "sebastian": "seb bastian",
    "sergei": "seryozha",
    "sidney": "sid",
    "solomon": "sol",
    "stanley": "stan",
    "stephen": "steve stevie",
    "steven": "steve stevie",
    "stuart": "stu",
    "susan": "sue susie suzy",
    "susannah": "sue susie",
    "sylvester": "sly",
    "terence": "terry",
    "theodore": "ted teddy theo",
    "theresa": "terry tess",
    "thomas": "tom tommy",
    "timothy": "tim timmy",
    "tyler": "ty",
    "tyrone": "ty",
    "tyson": "ty",
    "valentina": "valya",
    "valerie": "val",
    "victor": "vic",
    "victoria": "vicky tori",
    "vincent": "vince vinny vin",
    "virginia": "ginny",
    "vladimir": "volodya vova",
    "volodymyr": "vova",
    "walter": "walt wally",
    "wilfred": "wilf fred",
    "william": "bill billy will willie liam",
    "winifred": "winnie",
    "winston": "winnie",
    "yevgeny": "zhenya",
    "zachary": "zack zach zac zak",
}
"""Given names with their short forms."""


def _fulls() -> Mapping[str, frozenset[str]]:
    """Return for each given name or short form the names that it stands for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for full, shorts in _TABLE.items():
        for name in (full, *shorts.split()):
            found[name].add(full)
    return {name: frozenset(fulls) for name, fulls in found.items()}


_FULLS: Final = _fulls()
_SHORT: Final = 3
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<=\w)(?:ie|ey|ay|ee|i|y)$", "i"),
        (r"ph|v", "f"),
        (r"ck|q(?!u)|c(?![eiyh])|kh", "k"),
        (r"sch", "sh"),
        (r"tch", "ch"),
        (r"ae|oe", "e"),
        (r"th", "t"),
        (r"y|ei|ij", "i"),
        (r"z", "s"),
        (r"sz|cz", "s"),
        (r"(?<=[aeiou])h(?![aeiou])", ""),
        (r"(\w)\1", r"\1"),
        (r"(?<=\w\w)e$", ""),
    )
)
"""Letters that names of one sound are spelt with, each with what stands for all of them, in the order in which they are put."""


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """Return what names of one sound have in common, a word in lower case: ``lennie`` and ``lenny``, ``wolfe`` and ``wolff``."""
    for pattern, put in _SOUNDS:
        word = pattern.sub(put, word)
    return word


def same_given(a: str, b: str) -> bool:
    """Return whether two given names can be one: equal, an initial, a short form."""
    if a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1]):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= _SHORT and long.startswith(short):
        return True
    return bool(_FULLS.get(short, frozenset({short})) & _FULLS.get(long, frozenset({long})))
