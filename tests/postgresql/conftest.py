"""Everything here runs on a team's database."""

import pytest


@pytest.fixture(autouse=True)
def on_the_server(team_database: str) -> str:
    return team_database
