"""The rules of facts: one module a family of facts, each rule a function from a sentence to its facts."""
