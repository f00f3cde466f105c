"""Records as Akoma Ntoso: one grammar, written and read, on a profile of summary records (docs/akoma-ntoso.md)."""
