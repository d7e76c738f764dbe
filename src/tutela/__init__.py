"""Tutela: a national referral mechanism for trafficked people, in software."""

__version__ = "0.1.0"
