"""What several stages know of the English language: words, their stems, how rare they are, and lists of words."""
