"""All that an installation would miss in one file, and the way back from it into an empty place."""
