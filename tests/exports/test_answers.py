"""What guests read of each answer of a speaker, on paper and on the page."""
