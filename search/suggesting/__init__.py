"""Ways to go on typing."""
