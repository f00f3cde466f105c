"""`python -m precis.cli`: the same as the command precis."""

from precis.cli import main

main()
