"""Closed classes of English words: what stands between nouns and verbs and what ends a noun phrase."""

from typing import Final

from tui.language.tables import lexicon

DETERMINERS: Final = lexicon("""
    the a an this that these those its his her their our my your whose each every any no such
""")
DEFINITE: Final = lexicon("the this that these those his her its their our my your")
"""Determiners of what is told of before or known, ``whose`` left out."""
OTHERS: Final = lexicon("else other others another further additional more new")
"""Words that set what they stand beside apart from what was told of before."""
PREPOSITIONS: Final = lexicon("""
    of in on at by for from with without to into onto over under above below between among amid through during until till
    since before after about around against across along behind beside besides beyond near off out outside inside past per
    toward towards upon via within despite except like unlike amongst atop aboard alongside throughout up down than as
""")
CONJUNCTIONS: Final = lexicon("""
    and or but nor yet so if because although though while whereas whether when where unless once that
""")
PRONOUNS: Final = lexicon("""
    i you he she it we they me him her us them who whom which what that this these those himself herself itself themselves
    mine yours hers ours theirs someone somebody anyone anybody everyone everybody nobody whoever one there
""")
PERSONAL: Final = lexicon("he she him her his")
"""Pronouns that mean one person told of before."""
BE: Final = lexicon("""
    be is are was were been being am 's 're
""")
HAVE: Final = frozenset(["have", "has", "had", "having"])
MODALS: Final = lexicon("""
    will would shall should can could may might must cannot ought
""")
AUXILIARIES: Final = BE | HAVE | MODALS | frozenset(["do", "does", "did"])
ADVERBS: Final = lexicon("""
    not never also still already now then just only even ever almost nearly about again soon later earlier ago once twice
    often always too very more most less least here there together apart away back else instead rather quite perhaps maybe
    meanwhile however plus minus therefore thus today tonight tomorrow yesterday overnight yet far alone abroad overall altogether
    worldwide nationwide statewide not n't seldom
""")
BEING: Final = lexicon("be become remain")
"""Verbs, in their base forms, that say what somebody or something is."""
LIGHT: Final = BEING | lexicon("have do get make take go come give put keep let see seem appear say tell add ask")
"""Verbs, in their base forms, that say little by themselves."""
CLOSED: Final = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | ADVERBS
"""Every word of a closed class: none of them is a noun that is counted."""
