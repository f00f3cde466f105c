"""The files of templates/: where they are, ours and the user's, and their tables, checked as they are read."""

from precis.assets.folders import KINDS, Assets, Member, chosen, shipped
from precis.assets.tables import read_table

__all__ = ["KINDS", "Assets", "Member", "chosen", "read_table", "shipped"]
