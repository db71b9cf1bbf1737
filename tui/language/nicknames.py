"""Given names and their short forms."""

from typing import Final

_NICKNAMES: Final = {
    short: full
    for full, shorts in {
        "william": "bill billy will willie",
        "robert": "bob bobby rob robbie bert",
        "richard": "dick rick rich ricky",
        "james": "jim jimmy jamie",
        "john": "jack johnny jon",
        "edward": "ted ed eddie ned",
        "margaret": "peggy maggie meg",
        "elizabeth": "liz beth betty eliza bess lizzie",
        "charles": "chuck charlie",
        "henry": "hank harry",
        "joseph": "joe joey",
        "anthony": "tony",
        "thomas": "tom tommy",
        "michael": "mike mick mickey",
        "theodore": "ted teddy theo",
        "katherine": "kate kathy katie kathryn",
        "barbara": "barb babs",
        "dorothy": "dot dolly",
        "lawrence": "larry",
        "gerald": "jerry gerry",
        "andrew": "andy drew",
        "patricia": "pat patty trish",
        "nathan": "nate",
        "nicholas": "nick",
        "stephen": "steve",
        "steven": "steve",
        "alexander": "alex sandy sasha",
        "vladimir": "volodya",
        "francis": "frank",
        "mary": "molly polly",
        "sarah": "sally",
        "rafael": "ted",
        "volodymyr": "vova",
        "deborah": "debbie deb",
        "leonard": "lenny len",
    }.items()
    for short in shorts.split()
}
_SHORT: Final = 3


def same_given(a: str, b: str) -> bool:
    """Return whether two given names can be one: equal, an initial, a short form."""
    if a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1]):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= _SHORT and long.startswith(short):
        return True
    return _NICKNAMES.get(short, short) == _NICKNAMES.get(long, long)
