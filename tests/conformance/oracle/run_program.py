"""The oracle: runs one program under CPython 3.11 on a virtual clock and prints its golden transcript.

    python3.11 -I -B -X utf8 run_program.py PROGRAM.py [--seed N] [--scenario S.json]

With a scenario, the program's global `app` is served to its clients by the real FastAPI (adapted_fastapi.py, simulated_server.py).
The program is run as `python3 PROGRAM.py` would run it, in the program's own folder, so that its name stands without a
path in tracebacks. One process runs one program: the clock, the event loop policy and `random` are the process's own.
It is stopped after WALL_LIMIT_S real seconds (WEB_WALL_LIMIT_S with a scenario) (exit by SIGALRM).
"""

import argparse
import atexit
import gc
import io
import json
import os
import random
import signal
import sys
import threading
import traceback
import types
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import asyncio  # noqa: E402  (before the program, so that importing it costs the program nothing)

import transcript  # noqa: E402
import virtual_clock  # noqa: E402

WALL_LIMIT_S = 10
WEB_WALL_LIMIT_S = 60  # importing FastAPI is most of it
PYTHON_RECURSION_LIMIT = 1000


class Oracle:
    def __init__(self, path, seed, scenario=None):
        self.folder, self.own_file = os.path.split(os.path.abspath(path))
        transcript.program_folder = self.folder + "/"
        self.seed = seed
        self.clock = virtual_clock.Clock()
        self.stdout = transcript.Recorder(self.clock, "<stdout>")
        self.stderr = transcript.Recorder(self.clock, "<stderr>")
        self.scenario = scenario
        self.server = None

    def run(self):
        os.chdir(self.folder)
        self._prepare_interpreter()
        error = None
        names = self._make_main()
        try:
            with open(self.own_file, "rb") as file:
                code = compile(file.read(), self.own_file, "exec", dont_inherit=True)
            self._execute(code, names)
        except BaseException as exception:
            error = transcript.describe_error(exception, exception.__traceback__, self._is_own)
            self._print_uncaught(exception)
        threading._shutdown()  # waits for all threads but daemons, as the interpreter does at its end
        atexit._run_exitfuncs()
        if gc.isenabled():
            gc.collect()  # Py_FinalizeEx looks for garbage before the modules go, and after
        del sys.modules["__main__"], names
        # What finalisers print when the interpreter lets go of the program's module belongs to its output.
        gc.collect()
        self._finish(error)

    def _make_main(self):
        module = types.ModuleType("__main__")
        module.__file__ = self.own_file
        module.__builtins__ = __builtins__
        sys.modules["__main__"] = module
        module.__dict__.update(__annotations__={}, __cached__=None)  # as the interpreter makes __main__
        return module.__dict__

    def _execute(self, code, names):
        exec(code, names)
        if self.server is not None and not self.server.has_served:
            self._serve(names)

    def _serve(self, names):
        app = names.get("app")
        if app is not None and not self.server.clients and virtual_clock.VirtualLoop.tasks_made:
            return  # the program called its application itself, and nobody else comes
        if app is not None:
            self.server.run(app)
        elif self.server.clients:
            sys.exit("the scenario has clients, but the program has no app")

    def _prepare_interpreter(self):
        if self.scenario is not None:
            self.seed = self.scenario.get("seed", self.seed)
            site_packages = [entry for entry in sys.path if "-packages" in entry]
        threads = virtual_clock.install(self.clock, self._deadlock, lambda error: self._keep_own_frames(error, set()))
        if self.scenario is not None:
            import adapted_fastapi
            import services
            import simulated_server

            self.server = simulated_server.Server(self.clock, self.scenario, self.stderr)
            threads.nothing_is_left = self.server.nothing_is_left
            threads.until_ns, threads.on_world_end = self.server.until_ns, lambda: self._finish(None)
            adapted_fastapi.install(self.server)
            with open(self.own_file, encoding="utf-8") as file:
                services.install(self.scenario.get("services", []), file.read())
        random.seed(self.seed)
        library = [entry for entry in sys.path[1:] if "-packages" not in entry]  # the standard library alone
        sys.path[:] = [self.folder, *library, *(site_packages if self.scenario is not None else [])]
        sys.argv = [self.own_file]
        sys.stdin = io.StringIO()
        sys.stdout = self.stdout
        sys.stderr = self.stderr
        self._hide_library_frames()
        # The program may recurse as deep as it could alone: what stands below it here is not its own.
        real_set, real_get, own_depth = sys.setrecursionlimit, sys.getrecursionlimit, _depth()
        sys.setrecursionlimit = lambda limit: real_set(limit + own_depth)
        sys.getrecursionlimit = lambda: real_get() - own_depth
        sys.setrecursionlimit(PYTHON_RECURSION_LIMIT)

    def _is_own(self, frame):
        """Whether the program's own code runs in it: its main file, or another of its folder."""
        return frame.f_code.co_filename == self.own_file or frame.f_code.co_filename.startswith(self.folder + "/")

    def _hide_library_frames(self):
        """Tracebacks on stderr keep only the program's frames: nobody else has asyncio's own lines."""
        real_walk, real_format = traceback._walk_tb_with_full_positions, warnings._formatwarnmsg

        def walk(tb):
            return (step for step in real_walk(tb) if self._is_own(step[0]))

        def format_warning(warning):
            text = real_format(warning)
            if warning.filename in (self.own_file, "sys") or warning.filename.startswith(self.folder + "/"):
                return text
            # Raised while a line of the library ran: without that line, "file:12: " and the quoted source.
            lines = text.splitlines(keepends=True)
            lines[0] = f"{warning.category.__name__}: {warning.message}\n"
            return "".join(line for line in lines if not line.startswith("  "))

        self._hide_library_places()

        def unraisable(args):
            kept = self._own_frames(args.exc_traceback)
            sys.__unraisablehook__(type(args)((args.exc_type, args.exc_value, kept, args.err_msg, args.object)))

        walk_stack = traceback.walk_stack
        traceback.walk_stack = lambda frame: (entry for entry in walk_stack(frame) if self._is_own(entry[0]))
        traceback._walk_tb_with_full_positions = walk
        warnings._formatwarnmsg = format_warning
        sys.unraisablehook = unraisable

    def _hide_library_places(self):
        """Debug mode of asyncio notes where things were made: of that too only the program's own lines are shown."""
        base_futures, base_events, events = asyncio.base_futures, asyncio.base_events, asyncio.events

        def own(stack):
            return [frame for frame in stack or () if frame[0] == self.own_file]

        def with_own_place(real_info):
            def info(thing):
                place = thing._source_traceback
                shown = [text for text in real_info(thing) if not (place and text.startswith("created at "))]
                return shown + [f"created at {frame[0]}:{frame[1]}" for frame in own(place)[-1:]]

            return info

        base_futures._future_repr_info = with_own_place(base_futures._future_repr_info)
        events.Handle._repr_info = with_own_place(events.Handle._repr_info)
        shown = types.ModuleType("traceback")
        shown.__dict__.update(traceback.__dict__)
        shown.format_list = lambda stack: traceback.format_list(own(stack))
        base_events.traceback = shown

    def _own_frames(self, tb):
        if tb is None:
            return None
        rest = self._own_frames(tb.tb_next)
        if not self._is_own(tb.tb_frame):
            return rest
        return types.TracebackType(rest, tb.tb_frame, tb.tb_lasti, tb.tb_lineno)

    def _keep_own_frames(self, exception, seen):
        if exception is None or id(exception) in seen:
            return
        seen.add(id(exception))
        exception.__traceback__ = self._own_frames(exception.__traceback__)
        self._keep_own_frames(exception.__cause__, seen)
        self._keep_own_frames(exception.__context__, seen)
        for child in getattr(exception, "exceptions", ()):
            self._keep_own_frames(child, seen)

    def _print_uncaught(self, exception):
        if isinstance(exception, SystemExit):
            if exception.code is not None and not isinstance(exception.code, int):
                print(exception.code, file=sys.stderr)
            # A task that was left by it may still report it. Alone, CPython would not have recorded on the exception
            # the frames through which it last fell: those outside the library.
            tb = exception.__traceback__
            while tb is not None and tb.tb_frame.f_code.co_filename in (self.own_file, __file__):
                tb = tb.tb_next
            if tb is not None:
                exception.__traceback__ = tb
            return
        self._keep_own_frames(exception, set())
        sys.__excepthook__(type(exception), exception, exception.__traceback__)

    def _deadlock(self):
        # Nothing more of the program runs, not even its finally blocks. The words are the simulator's own: no message here.
        self._finish({"type": "Deadlock"})

    def _finish(self, error):
        clients = self.server.transcript() if self.server is not None else []
        text = transcript.golden_text(self.stdout.lines(), self.clock.now_ns, error, self.stderr.text(), clients)
        sys.__stdout__.write(text)
        sys.__stdout__.flush()
        os._exit(0)


def _depth():
    """How many frames would lie below a program's module if it were executed by the caller's caller."""
    depth, frame = 0, sys._getframe(2)
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    return depth + 2  # Oracle._execute and exec itself


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--scenario")
    options = arguments.parse_args()
    if sys.version_info[:2] != (3, 11):
        sys.exit("the oracle needs CPython 3.11, this is " + sys.version.split()[0])
    signal.alarm(WEB_WALL_LIMIT_S if options.scenario else WALL_LIMIT_S)
    scenario = None
    if options.scenario:
        with open(options.scenario, encoding="utf-8") as file:
            scenario = json.load(file)
    Oracle(options.program, options.seed, scenario).run()
