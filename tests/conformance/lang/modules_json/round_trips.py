# Texts made by chance, damaged by chance: each is read or refused as CPython does.
import json
import random

random.seed(20)
bases = ['{"a": [1, 2.5, -3e10, true, false, null], "b\\u00e9": "x\\n\\ud83d\\ude00"}', '[[],{},"",0]', '"é😀\\u20ac"', ' \t\n[1 , 2]\r\n',
         '{"k":{"k":{"k":[1]}}}', '[Infinity,-Infinity,NaN]', '{"a":1,"b":[{"c":"d"}]}']
signs = '{}[]",:\\u0123456789abcdefeE+-. \n\tntrueNaInfity'
for _ in range(90):
    text = random.choice(bases)
    for _ in range(random.randint(1, 3)):
        kind, at = random.randrange(4), random.randint(0, len(text))
        if kind == 0:
            text = text[:at] + random.choice(signs) + text[at:]
        elif kind == 1:
            text = text[:at] + text[at + 1:]
        elif kind == 2:
            text = text[:at] + random.choice(signs) + text[at + 1:]
        else:
            text = text[:at]
    try:
        value = json.loads(text)
    except ValueError as e:
        print(e)
    else:
        again = json.dumps(value)
        print(again, json.dumps(json.loads(again)) == again)
