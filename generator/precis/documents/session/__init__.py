"""Digests of sessions and briefings: facts composed into papers, their sources, and their views."""
