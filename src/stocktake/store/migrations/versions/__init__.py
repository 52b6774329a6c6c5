"""One module a revision; ``tables.REVISION`` names the last."""
