"""Forms: they clean and lay out; the rules are the models'."""
