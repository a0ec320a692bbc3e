# What json.loads complains of: the words, the place in characters (not bytes), line and column.
import json

TEXTS = ['', '   ', 'nul', 'tru', '{', '[', '[1,', '[1,]', '[1 2]', '[1', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a" 1}',
         '{1:2}', "{'a':1}", '{,}', '"abc', '"a\\', '"\\x"', '"\\u12"', '"\\u12G4"', '"\\u1234', '"tab\tin"', '"line\nbreak"', '01', '1.',
         '1.e5', '-', '-x', '+1', '.5', '1e', '1e+', 'NaNx', 'Infinit', '-Inf', '1 2', '[]]', '{}x', '\ufeff1', '"\\ud83d\\u00"', '\x00',
         '"é😀', '{"é😀": x}', '["日本",\n  {"k": tru}]', '\n\n  {"a":\n1,\n}', '[1,\r\n2,,]', '"\\u00e9\\']
for text in TEXTS:
    try:
        print(ascii(text), "->", ascii(json.loads(text)))
    except json.JSONDecodeError as e:
        print(ascii(text), "->", e, (e.pos, e.lineno, e.colno), e.msg, e.doc == text, e.args == (str(e),))
for value in (5, None, [1], object):
    try:
        json.loads(value)
    except TypeError as e:
        print(e)
print([c.__name__ for c in json.JSONDecodeError.__mro__], json.JSONDecodeError.__module__)
