"""What a command does, from files to files: all of it or nothing."""
