"""Starts the oracle: the golden transcript of one program, made in a process of its own."""

import functools
import os
import pathlib
import shutil
import signal
import subprocess
import sys

WANTED = (3, 11)


def use_wanted_interpreter():
    """Goes on under CPython 3.11, if need be by starting the present script again with it; else ends with a sentence."""
    if sys.version_info[:2] == WANTED and sys.implementation.name == "cpython":
        return
    wanted = "python%d.%d" % WANTED
    found = shutil.which(wanted)
    if found and os.environ.get("WAITER_ORACLE") != "sought":
        os.environ["WAITER_ORACLE"] = "sought"  # never look twice
        os.execv(found, [found, *sys.argv])
    sys.exit(f"Golden transcripts are CPython 3.11's; this is {sys.version.split()[0]}. Install {wanted}.")


FASTAPI = ("python3-fastapi", "python3-httpx", "python3-multipart", "python3-email-validator", "python3-jinja2", "python3-requests",
           "python3-aiohttp")  # Debian's, of one age


@functools.cache
def interpreter_with_fastapi():
    """The system's CPython 3.11, with FastAPI, which is installed if it is not there."""
    python = next((found for found in ("/usr/bin/python3.11", shutil.which("python3.11")) if found and os.path.exists(found)), sys.executable)
    modules = "import aiohttp, email_validator, fastapi, httpx, jinja2, multipart, requests"
    is_there = lambda: subprocess.run([python, "-c", modules], capture_output=True).returncode == 0  # noqa: E731
    if not is_there() and shutil.which("apt-get"):
        print("installing " + " ".join(FASTAPI))
        subprocess.run(["apt-get", "install", "-y", "-qq", *FASTAPI], stdout=subprocess.DEVNULL)
    if not is_there():
        sys.exit("Golden transcripts of web programs are the real FastAPI's: install " + ", ".join(FASTAPI) + ".")
    return python


def run_oracle(program, hash_seed):
    """The golden text of `program` and None, or None and what is wrong."""
    oracle = pathlib.Path(__file__).with_name("run_program.py")
    scenario = pathlib.Path(program).with_suffix(".scenario.json")
    is_web = scenario.exists()
    python = interpreter_with_fastapi() if is_web else sys.executable
    # Not -I: PYTHONHASHSEED must be heard. No other PYTHON variable is passed on.
    command = [python, "-s", "-B", "-X", "utf8", str(oracle), str(program)]
    if is_web:
        command += ["--scenario", str(scenario)]
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONHASHSEED": str(hash_seed)}
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode == 0:
        return done.stdout, None
    if done.returncode == -signal.SIGALRM:
        return None, "stopped: it ran longer than the oracle's limit"
    return None, f"the oracle failed ({done.returncode})\n{done.stderr}"


class WarmOracle:
    """Runs many programs one after another, each in milliseconds. See warm.py."""

    def __init__(self, hash_seed):
        command = [sys.executable, "-s", "-B", "-X", "utf8", str(pathlib.Path(__file__).with_name("warm.py"))]
        environment = {"PATH": os.environ.get("PATH", ""), "PYTHONHASHSEED": str(hash_seed)}
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def run(self, program):
        """The golden text, or None where there is none: the program ran too long."""
        self.process.stdin.write(f"{program}\n".encode())
        self.process.stdin.flush()
        length = int(self.process.stdout.readline())
        return self.process.stdout.read(length).decode() if length else None
