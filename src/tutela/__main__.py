"""`python -m tutela`, which `./tutela` calls."""

from tutela.doors.cli import main

main()
