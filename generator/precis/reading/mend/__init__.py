"""What converters tore, glued or lost, put right, each with a finding."""
