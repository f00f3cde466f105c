"""View → page → file: the page, and one writer a format."""
