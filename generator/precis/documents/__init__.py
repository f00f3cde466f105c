"""One module a document type: model → the names its template uses (the view)."""
