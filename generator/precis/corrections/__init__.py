"""What two versions of a record differ in, and a record with its corrections carried out."""

from precis.corrections.apply import apply
from precis.corrections.compare import correct
from precis.corrections.instruction import Correction
from precis.corrections.location import Location, LocationKind

__all__ = ["Correction", "Location", "LocationKind", "apply", "correct"]
