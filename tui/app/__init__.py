"""The reading desk, a Textual program that draws what the collation and ``present`` computed."""
