# What is looked for in bytes must be bytes, even where there is no room for it.
for f in (
    lambda: b'ab'.endswith('b'),
    lambda: b'ab'.endswith('b', 5),
    lambda: b''.endswith('b'),
    lambda: b''.startswith('b'),
    lambda: b'ab'.startswith('a', 9),
    lambda: b'ab'.endswith(('b',)),
    lambda: b'ab'.endswith((b'x','b')),
    lambda: b'ab'.endswith((b'x',)),
    lambda: bytearray(b'').endswith('x'),
    lambda: ''.endswith(b'x'),
    lambda: 'ab'.endswith(b'b', 9),
    lambda: 'ab'.endswith((b'b',), 9),
    lambda: b'ab'.endswith((5,), 9),
    lambda: b'ab'.find('x',9),
    lambda: b'ab'.count('x',9),
    lambda: 'ab'.count(b'x',9),
    lambda: b''.replace('a','b'),
    lambda: b''.split('a'),
    lambda: b''.strip('a'),
    lambda: b''.partition('a'),
    lambda: b''.join(['a']),
    lambda: b'x'.removeprefix('a'),
):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
