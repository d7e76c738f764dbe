"""Databases for tests: see `tutela.config.scratch`, which stories use as well."""

from __future__ import annotations

from tutela.config.lasting import point
from tutela.config.scratch import Templates

__all__ = ["Templates", "point"]
