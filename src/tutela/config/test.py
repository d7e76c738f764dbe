"""The settings as tests and the type checker see them: the same ones, in the mode `test`."""

import os

os.environ["TUTELA_MODE"] = "test"
os.environ.setdefault("TUTELA_DATA", ".data/test")

from tutela.config.settings import *  # noqa: F403 - the mode is set first; all settings are re-exported
