"""Names: who fills an office or a role, what is called how, and where things are."""
