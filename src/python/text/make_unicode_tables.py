#!/usr/bin/env python3.11
"""Writes unicode_tables.inc, the character tables behind unicode.cpp.

    python3.11 make_unicode_tables.py > unicode_tables.inc

The tables are taken from the running CPython's own str methods, so that they say what 3.11 says (Unicode 14.0).
They are made for size, not for speed: ASCII never reaches them.
"""

import sys
import unicodedata

CODE_POINTS = range(0x110000)
RUN_LENGTH_MAX = 1 << 11  # a run is 16 bits: 11 for its length less one, 5 for its set of properties
RUNS_PER_CHECKPOINT = 32


def properties(code_point):
    """One bit per question. What is cased or case-ignorable shows in the way a final sigma is lowered."""
    c = chr(code_point)
    after = (c + "Σ").lower().endswith("ς")
    between = ("A" + c + "Σ").lower().endswith("ς")
    answers = [
        c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.isupper(), c.islower(),
        unicodedata.category(c) == "Lt", c.isprintable(), c.isidentifier(), ("a" + c).isidentifier(),
        after, between and not after,
    ]
    return sum(1 << bit for bit, answer in enumerate(answers) if answer)


def case_ranges(pairs):
    """[start, steps, stride, delta] for code points that map to one other, `stride` apart."""
    ranges = []
    for code_point, mapped in pairs:
        delta = mapped - code_point
        if ranges:
            start, steps, stride, last_delta = ranges[-1]
            gap = code_point - (start + (steps - 1) * stride)
            if delta == last_delta and (gap == stride or (steps == 1 and gap <= 2)):
                ranges[-1] = [start, steps + 1, gap, delta]
                continue
        ranges.append([code_point, 1, 1, delta])
    return ranges


def single(method, default):
    """Pairs where `method` gives one code point other than `default` does."""
    pairs = []
    for code_point in CODE_POINTS:
        mapped = method(chr(code_point))
        if len(mapped) == 1 and mapped != default(chr(code_point)):
            pairs.append((code_point, ord(mapped)))
    return pairs


def several(method):
    return [(c, method(chr(c))) for c in CODE_POINTS if len(method(chr(c))) > 1]


def write(name, type_name, items):
    print(f"constexpr {type_name} {name}[] = {{")
    line = "   "
    for item in items:
        if len(line) + len(item) > 116:
            print(line)
            line = "   "
        line += f" {item},"
    print(line)
    print("};\n")


def main():
    assert unicodedata.unidata_version == "14.0.0", "These tables are CPython 3.11's."
    sets = [properties(c) for c in CODE_POINTS]
    distinct = sorted(set(sets))
    assert len(distinct) <= 32
    runs = []
    for code_point in CODE_POINTS:
        which = distinct.index(sets[code_point])
        if runs and runs[-1][0] == which and runs[-1][1] < RUN_LENGTH_MAX:
            runs[-1][1] += 1
        else:
            runs.append([which, 1])
    checkpoints = []
    start = 0
    for number, (_, length) in enumerate(runs):
        if number % RUNS_PER_CHECKPOINT == 0:
            checkpoints.append(start)
        start += length
    assert start == len(CODE_POINTS)

    print("// Made by make_unicode_tables.py from CPython 3.11's str methods (Unicode 14.0): change that, not this.")
    print("// kPropertySets: the distinct sets of properties. kRuns: runs of code points with one set, in order")
    print("// from 0:")
    print("// (length - 1) << 5 | index of the set. kCheckpoints: where every kRunsPerCheckpoint-th run begins.")
    print("// Case: {start, steps, stride, delta} for one-to-one mappings, title against upper and fold against lower;")
    print("// {code point, up to three} for one-to-many.\n")
    print(f"constexpr int kRunsPerCheckpoint = {RUNS_PER_CHECKPOINT};\n")
    write("kPropertySets", "std::uint16_t", [f"{s:#06x}" for s in distinct])
    write("kRuns", "std::uint16_t", [f"{(length - 1) << 5 | which}" for which, length in runs])
    write("kCheckpoints", "std::uint32_t", [f"{c:#x}" for c in checkpoints])
    for name, method, default in [
        ("kUpper", str.upper, str), ("kLower", str.lower, str),
        ("kTitle", str.title, str.upper), ("kFold", str.casefold, str.lower),
    ]:
        ranges = case_ranges(single(method, default))
        write(name + "Ranges", "CaseRange", ["{%#x, %d, %d, %d}" % tuple(r) for r in ranges])
    for name, method in [("kUpper", str.upper), ("kLower", str.lower), ("kTitle", str.title), ("kFold", str.casefold)]:
        entries = several(method)
        assert all(len(mapped) <= 3 and c <= 0xFFFF and max(map(ord, mapped)) <= 0xFFFF for c, mapped in entries)
        write(name + "Several", "CaseExpansion",
              ["{%#x, {%s}}" % (c, ", ".join("%#x" % ord(m) for m in mapped)) for c, mapped in entries])
    zeros = [c for c in CODE_POINTS if unicodedata.decimal(chr(c), -1) == 0]
    for zero in zeros:
        assert [unicodedata.decimal(chr(zero + i), -1) for i in range(10)] == list(range(10))
    assert 10 * len(zeros) == sum(unicodedata.decimal(chr(c), -1) >= 0 for c in CODE_POINTS)
    write("kDecimalZeros", "std::uint32_t", [f"{z:#x}" for z in zeros])
    digits = []
    for c in CODE_POINTS:
        value = unicodedata.digit(chr(c), -1)
        if value < 0 or unicodedata.decimal(chr(c), -1) >= 0:
            continue
        if digits and c == digits[-1][0] + digits[-1][1] and value == digits[-1][2] + digits[-1][1]:
            digits[-1][1] += 1
        else:
            digits.append([c, 1, value])
    write("kDigitRanges", "DigitRange", ["{%#x, %d, %d}" % tuple(d) for d in digits])


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
