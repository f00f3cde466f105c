"""What is said in a dialogue with a State party: what each sentence does, and which reply goes with which question."""
