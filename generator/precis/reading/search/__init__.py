"""Where formulae stand in a text, whatever a converter did to its blanks."""
