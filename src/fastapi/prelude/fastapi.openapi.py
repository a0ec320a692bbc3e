"""The description of an application that clients and people read."""
