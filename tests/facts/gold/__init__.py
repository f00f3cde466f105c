"""Records written for the facts, each with its facts listed by hand, and how what is found is held against them."""
