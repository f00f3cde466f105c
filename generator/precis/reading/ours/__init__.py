"""Records from lines whose places are known, as the files of this project give them: the views read backwards."""
