"""Claims: what clauses say, how far it has come, how sure it is, and in what two of them part."""
