"""The programme and the run sheet as Word files, for hands that change them at the last minute."""
