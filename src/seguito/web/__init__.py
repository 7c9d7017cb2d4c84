"""The page: views that parse, call one action, and show. No rule of the product lives here or in its scripts."""
