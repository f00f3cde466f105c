"""The command line: words to calls. What takes long to load is loaded where it is used."""

from precis.cli import archive, checks, corrections, desk, editions, records, sessions, settings, templates
from precis.cli.group import Exit, main

__all__ = ["Exit", "main"]

for command in (
    *records.COMMANDS,
    *checks.COMMANDS,
    *corrections.COMMANDS,
    *editions.COMMANDS,
    *sessions.COMMANDS,
    *archive.COMMANDS,
    *templates.COMMANDS,
    *desk.COMMANDS,
    *settings.COMMANDS,
):
    main.add_command(command)
