"""precis: record data into United Nations session documents, and back."""
