"""An order of nodes in which each comes behind those it depends on."""

from _prelude import generic_alias as _generic_alias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    pass


class TopologicalSorter:
    __class_getitem__ = classmethod(_generic_alias)

    def __init__(self, graph=None):
        self._waits_for = {}    # node: how many of those before it are not done
        self._followers = {}    # node: those that wait for it, once for each time they were added
        self._ready = None      # None until prepare()
        self._given_out = set()
        self._done = set()
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        for each in (node, *predecessors):
            self._waits_for.setdefault(each, 0)
            self._followers.setdefault(each, [])
        self._waits_for[node] += len(predecessors)
        for each in predecessors:
            self._followers[each].append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, count in self._waits_for.items() if count == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        """Some cycle, each node before those that wait for it and the first again at the end; None if there is none."""
        seen = set()
        for start in self._followers:
            if start in seen:
                continue
            seen.add(start)
            path, on_path, branches = [start], {start: 0}, [iter(self._followers[start])]
            while path:
                for node in branches[-1]:
                    if node in on_path:
                        return path[on_path[node]:] + [node]
                    if node not in seen:
                        seen.add(node)
                        on_path[node] = len(path)
                        path.append(node)
                        branches.append(iter(self._followers[node]))
                        break
                else:
                    del on_path[path.pop()]
                    branches.pop()
        return None

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        self._check_prepared()
        given, self._ready = tuple(self._ready), []
        self._given_out.update(given)
        return given

    def is_active(self):
        self._check_prepared()
        return bool(self._ready) or len(self._done) < len(self._given_out)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check_prepared()
        for node in nodes:
            if node not in self._waits_for:
                raise ValueError(f"node {node!r} was not added using add()")
            if node in self._done:
                raise ValueError(f"node {node!r} was already marked done")
            if node not in self._given_out:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            self._done.add(node)
            for follower in self._followers[node]:
                self._waits_for[follower] -= 1
                if self._waits_for[follower] == 0:
                    self._ready.append(follower)

    def static_order(self):
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)
