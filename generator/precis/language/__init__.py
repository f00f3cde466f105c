"""What documents say: fixed formulae, numbers, dates and times in a language, printed and read."""

from precis.language.wording import Wording, languages, load_wording

__all__ = ["Wording", "languages", "load_wording"]
