"""The words of a fact: its topic in whole phrases of the articles, and the sentence that says what differs."""
