"""The desk: the files of a folder in a browser, written, looked at and built by what the commands do themselves."""
