"""Guideline 8: special measures for children. So far: no charge against a child."""
