"""Decisions: values in, values out, with reasons. No clock, disk, network, framework or engine."""
