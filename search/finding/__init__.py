"""The pages that answer, in their order."""
