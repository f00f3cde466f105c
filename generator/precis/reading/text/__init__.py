"""The text of a record as blocks, by its words."""
