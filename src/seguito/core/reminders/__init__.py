"""Which reminders ring now, and how the night is kept."""
