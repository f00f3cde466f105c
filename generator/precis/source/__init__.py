"""Our own form of a document: Markdown with front matter, and JSON, each read and written by one grammar."""
