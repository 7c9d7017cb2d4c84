"""The recruiter's file: leave and its end, and who comes near to what an opening asks (T5.1, T5.2)."""
