"""`python -m precis` is the command `precis`."""

from precis.cli import main

if __name__ == "__main__":
    main(prog_name="precis")
