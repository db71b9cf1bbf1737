"""Reports: a collation becomes a document that other programs and people read."""
