"""Guideline 4: an adequate legal framework. So far: time to recover, and no removal meanwhile."""
