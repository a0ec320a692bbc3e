"""Makes a program small while it still shows what it showed. Knows only Python's syntax, not how the program came to be.

The tree is walked from the outside in. Tried at each place: leaving out a run of statements (long runs first); putting a
compound statement's block in its place; putting a part of an expression, or a plain constant, in place of the whole.
"""

import ast
import copy
import time


def shrink(source, still_shows, deadline):
    """The smallest program found before `deadline` (of time.monotonic) for which still_shows(source) is true."""
    if not still_shows(ast.unparse(ast.parse(source))):
        return source  # it depends on layout
    best = ast.parse(source)
    progress = True
    while progress and time.monotonic() < deadline:
        progress = False
        for step in (leave_out_statements, unwrap_blocks, simplify_expressions):
            best, smaller = step(best, still_shows, deadline)
            progress = progress or smaller
    return ast.unparse(best) + "\n"


def holds(tree, still_shows):
    try:
        text = ast.unparse(tree)
        compile(text, "shrunk", "exec")
    except (SyntaxError, ValueError):
        return False
    return still_shows(text)


def try_edits(tree, edits_of, still_shows, deadline):
    """Makes each edit that keeps the difference. edits_of(tree) yields functions that change that very tree."""
    smaller, index = False, 0
    while time.monotonic() < deadline:
        candidate = copy.deepcopy(tree)
        edits = edits_of(candidate)
        edit = next((edit for n, edit in enumerate(edits) if n == index), None)
        if edit is None:
            break
        edit()
        if holds(candidate, still_shows):
            tree, smaller = candidate, True  # what follows has moved up to this index
        else:
            index += 1
    return tree, smaller


def blocks(tree):
    """Every list of statements, as (node, name of its field)."""
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody", "handlers"):
            if isinstance(getattr(node, field, None), list) and getattr(node, field):
                yield node, field


def replace_run(node, field, start, end, new):
    statements = getattr(node, field)
    statements[start:end] = new
    if not statements and field == "body" and not isinstance(node, ast.Module):
        statements.append(ast.Pass())


def leave_out_statements(tree, still_shows, deadline):
    def edits(root):
        for node, field in blocks(root):
            count = len(getattr(node, field))
            length = count
            while length >= 1:
                for start in range(0, count, length):
                    run = getattr(node, field)[start : start + length]
                    if run and not all(isinstance(statement, ast.Pass) for statement in run):
                        yield lambda n=node, f=field, s=start, e=start + length: replace_run(n, f, s, e, [])
                length //= 2

    return try_edits(tree, edits, still_shows, deadline)


def unwrap_blocks(tree, still_shows, deadline):
    def edits(root):
        for node, field in blocks(root):
            if field == "handlers":
                continue
            for place, statement in enumerate(getattr(node, field)):
                if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                    continue
                for inner in ("body", "orelse", "finalbody"):
                    if getattr(statement, inner, None):
                        new = getattr(statement, inner)
                        yield lambda n=node, f=field, p=place, new=new: replace_run(n, f, p, p + 1, new)

    return try_edits(tree, edits, still_shows, deadline)


def simpler(expression):
    """What might stand for `expression`: its own parts, then constants."""
    for child in ast.iter_child_nodes(expression):
        if isinstance(child, ast.expr):
            yield child
        elif isinstance(child, ast.comprehension):
            yield child.iter
        elif isinstance(child, ast.keyword):
            yield child.value
    if not isinstance(expression, (ast.Constant, ast.Name)):
        yield ast.Constant(0)
        yield ast.Constant("")


def simplify_expressions(tree, still_shows, deadline):
    def edits(root):
        for node in ast.walk(root):
            for field, value in ast.iter_fields(node):
                if isinstance(value, list):
                    for place, item in enumerate(value):
                        if not isinstance(item, (ast.expr, ast.keyword)) or field in ("targets", "ops"):
                            continue
                        if isinstance(node, (ast.Call, ast.List, ast.Tuple, ast.JoinedStr, ast.BoolOp, ast.Set)):
                            yield lambda v=value, p=place: v.pop(p)
                        if isinstance(item, ast.expr) and not isinstance(node, ast.JoinedStr):
                            for new in simpler(item):
                                yield lambda v=value, p=place, new=new: v.__setitem__(p, new)
                elif isinstance(value, ast.expr) and field not in ("target", "func", "format_spec"):
                    for new in simpler(value):
                        yield lambda n=node, f=field, new=new: setattr(n, f, new)

    return try_edits(tree, edits, still_shows, deadline)
