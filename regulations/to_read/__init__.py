"""Documents that staff must read by a day, and who confirmed it: asked, given, taken back, told."""
