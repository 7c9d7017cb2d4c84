"""People as other programs write them down: CSV, vCard, JSON Resume. Text in, values and complaints by line out."""
