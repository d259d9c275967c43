"""`python -m generator` is the command `careers`."""

from generator.cli import main

main(prog_name="careers")
