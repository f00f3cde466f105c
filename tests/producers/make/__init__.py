"""The files of the matrix, made anew by the programs that it is of."""
