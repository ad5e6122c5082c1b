"""From published pages to what is written of them."""
