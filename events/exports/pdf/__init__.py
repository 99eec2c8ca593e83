"""Print: one module a sheet, all drawn by ``render.draw``."""
