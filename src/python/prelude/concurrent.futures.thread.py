"""Pools of threads, under the name that CPython has them in."""

from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor

__all__ = ["BrokenThreadPool", "ThreadPoolExecutor"]
