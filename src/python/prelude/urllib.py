"""The package of urllib.parse, which is the only part of it that is run."""
