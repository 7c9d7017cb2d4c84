"""Looking at organisations and at one's applications: lists that can be searched, and one with what belongs to it."""

from seguito.records.reads.houses import (
    OPEN,
    Applied,
    House,
    WholeApplication,
    WholeHouse,
    some_applications,
    some_houses,
    whole_application,
    whole_house,
)

__all__ = [
    "OPEN",
    "Applied",
    "House",
    "WholeApplication",
    "WholeHouse",
    "some_applications",
    "some_houses",
    "whole_application",
    "whole_house",
]
