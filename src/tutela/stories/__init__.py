"""Stories: cases told in YAML, lived through every door, with what must come of them.

They are tests, documentation and the only way for a provision to count as shown.
"""
