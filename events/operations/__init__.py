"""Deeds that span models."""
