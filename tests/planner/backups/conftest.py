import pytest

from tests.planner.backups.installation import drop_databases


@pytest.fixture(scope="session", autouse=True)
def _databases_are_dropped():
    yield
    drop_databases()
