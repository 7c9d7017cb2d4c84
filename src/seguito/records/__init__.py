"""What is kept: models, `reads` (rows to values) and `writes` (values to rows). No rule of the domain."""
