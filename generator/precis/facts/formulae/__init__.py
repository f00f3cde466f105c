"""Facts by their formulae: for a language without a grammar of clauses, whole phrases as its records print them."""
