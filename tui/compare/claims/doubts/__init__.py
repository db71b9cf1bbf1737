"""Doubts: how sure it is: what one article does not vouch for and another tells outright or doubts otherwise."""
