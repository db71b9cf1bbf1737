"""Sidebyline puts articles on one story side by side and shows on which details they part.

The package reads in the order in which data flows through it:

``model``    the nouns: copy, article, passage, detail, link, fact, collation, settings
``language`` what several stages know of English: words, stems, rarity, word lists
``read``     a path, an address or a stream becomes copy: the raw lines and what the form itself states
``clean``    copy becomes an article's furniture and paragraphs; what is removed is kept with its reason
``split``    paragraphs become passages, one sentence each, with their places in the file
``details``  passages become details: figures, times, names, quotations, attributions, certainty
``align``    passages with their details become links and story points
``compare``  points become facts: the readings of one detail across articles, with a verdict
``trace``    the collation's sourcing: copied copy and independent sources
``collate``  names the whole pipeline in one function
``present``  a collation becomes what is shown: grid, matrix, sheet
``ledger``   marks and notes that outlive the process
``app``      the reading desk, a Textual program
"""

from typing import Final

__version__: Final = "0.1.0"
