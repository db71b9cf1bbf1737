"""The tests, the measurements beside them and the scripts that make pictures."""
