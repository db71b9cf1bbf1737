"""Abbreviations of English news that end in a full stop, by whether a sentence can end with them."""

from typing import Final

_BEFORE_NAMES: Final = """
    mr mrs ms mx messrs mmes dr drs prof rev revd fr sr sra hon pres gov govs lt col cols gen gens maj capt cpt cmdr cdr
    adm sgt cpl pvt pfc rep reps sen sens supt insp det dep asst atty amb sec st ste mt mts ft pt vs v op cf eg e.g ie i.e
    viz al fig figs eq eqs ch chap art pp p para vol vols nos msgr bro br sis mlle mme dipl ing brig cllr cst sub-lt flt
    sqn ald d.a
"""
_BEFORE_FIGURES: Final = """
    no nr n° sec sect art p pp fig figs vol vols ch chap approx ca c v est para eq jan feb mar apr jun jul aug sep sept
    oct nov dec
"""
_OTHERS: Final = """
    inc ltd co cos corp bros plc llc llp jr sr esq ph.d m.d b.a m.a d.d.s r.n etc a.m p.m a.d b.c b.c.e c.e u.s u.s.a u.k
    u.n e.u u.s.s.r d.c n.y l.a s.f n.c s.c n.d s.d n.h n.j n.m r.i w.va jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif cal colo conn del fla ga ill ind kan ky la md mich minn
    miss mo mont neb nev okla ore pa penn tenn tex vt va wash wis wyo ont que alta man sask ave blvd rd ln hwy pkwy bldg
    dept depts div assn assoc univ inst intl natl govt est ed eds hr hrs min mins sec secs lb lbs oz km kg cm mm mi sq yd
    yds in. tel ext approx incl misc max no nos dist
"""
_STARTERS: Final = """
    a about according after all also although an analysts and another are as asked at authorities because before both but
    by can could critics despite did do does during each earlier even every experts few for from had has have he her here
    his how however i if in is it its just last later let many meanwhile more moreover most my nearly next no not now of
    officials on once one only or other our over police several she should since so some still such that the their then
    there these they this those though three to two under until was we were what when where which while who why will with
    would yet you your
"""

TITLES: Final = frozenset(_BEFORE_NAMES.split())
"""Those that go with what follows: no sentence ends with them."""
COUNTED: Final = frozenset(_BEFORE_FIGURES.split())
"""Those that go with a figure when one follows."""
CLOSING: Final = frozenset(_OTHERS.split())
"""Those with which a sentence may end: only a word that begins sentences tells."""
STARTERS: Final = frozenset(_STARTERS.split())
"""Words that, capitalised behind an abbreviation, begin a new sentence."""
