"""The paragraphs of many records: as rows of a table, and as an index that is searched."""
