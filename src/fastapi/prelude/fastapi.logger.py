"""The framework's own logger."""

import logging

logger = logging.getLogger("fastapi")
