"""Background tasks, as an endpoint is given them."""

from starlette.background import BackgroundTasks
