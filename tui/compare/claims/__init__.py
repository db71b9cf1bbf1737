"""Claims: what clauses say, and in what two of them part.

The files here read claims and tell which two are about one thing; the folders hold what parts them, by the question of a reader:
``deeds`` what was done, ``slots`` to whom or what, ``places`` where, ``causes`` why, ``doubts`` how sure it is. By whom it is
told stands in ``tui.compare.quotes``. ``statements`` gathers what they find.
"""
