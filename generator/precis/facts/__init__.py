"""What records say happened: typed facts, each with its place and the exact words it came from."""

from precis.facts.record import RecordFacts, facts_of

__all__ = ["RecordFacts", "facts_of"]
