"""Pages found, as they are shown."""
