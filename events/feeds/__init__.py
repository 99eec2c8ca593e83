"""Calendars as they are kept: an entry is made once for its release, a feed once for what it holds.

``kept`` knows how that is done for any feed, ``public`` what the public ones hold.
"""
