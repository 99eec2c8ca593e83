import pytest


@pytest.fixture(scope="session", autouse=True)
def _database_before_server(django_db_setup):
    """The live server shares one connection among its threads if it starts while the database is still in memory."""
