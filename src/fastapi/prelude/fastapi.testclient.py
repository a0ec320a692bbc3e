"""Names that stand in starlette.testclient."""

from starlette.testclient import TestClient
