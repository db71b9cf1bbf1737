"""A light reading of sentences: parts of speech, phrases, and what does what to whom."""
