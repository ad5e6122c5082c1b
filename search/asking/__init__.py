"""What was typed, and what it asks of the index."""
