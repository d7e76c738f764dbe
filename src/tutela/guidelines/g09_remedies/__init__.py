"""Guideline 9: access to remedies. Claims followed to payment, wages reckoned, and what was taken demanded back."""
