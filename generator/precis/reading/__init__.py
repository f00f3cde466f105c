"""Published records: each form gives lines, one recogniser makes the record from them."""
