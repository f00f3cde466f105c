"""The files of templates/: where they are, ours and the user's."""

from precis.assets.folders import KINDS, Assets, Member, chosen, shipped

__all__ = ["KINDS", "Assets", "Member", "chosen", "shipped"]
