"""Guideline 5: an adequate law enforcement response, and what it must never do to the person."""
