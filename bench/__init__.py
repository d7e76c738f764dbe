"""How fast Tutela is: each figure in one run on one machine, by `./tutela bench`."""
