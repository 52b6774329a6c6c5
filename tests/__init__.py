"""Tests mirror the source tree; each name is a sentence about behaviour."""
