# conformance: stderr
# An unterminated triple-quoted string is reported at its start.
x = 1
text = """begins here
and never
ends
