"""What happened at a meeting, said once: who speaks, under which item, and what was decided."""
