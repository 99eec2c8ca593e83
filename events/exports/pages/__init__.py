"""What the public pages show of programmes, worked out before a template sees it."""
