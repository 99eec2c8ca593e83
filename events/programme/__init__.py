"""The programme as a plain, frozen value, and the rules of the field. Standard library only."""
