"""Invitations in, reminders out."""
