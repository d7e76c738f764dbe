"""Run a program that ends with the one that started it, even if that one is killed.

python -m tutela.doors.cli.tied PARENT PROGRAM ARGUMENT…

PARENT is the process id of the starter, as it knows it: who asks later may already be somebody else's child.
"""

import contextlib
import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main() -> None:
    """Ask the system for a signal at the parent's death, then become the program."""
    parent = int(sys.argv[1])
    with contextlib.suppress(OSError, AttributeError):  # Linux only; elsewhere the parent's own care must do
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:  # it died in between
        sys.exit(1)
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606 - no shell is meant


if __name__ == "__main__":
    main()
