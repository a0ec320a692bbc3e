# Widths, counts and places at the ends of what a C number holds.
ENDS = [2**63 - 1, -2**63, -2**62, -2**31, 2**64, -2**64]
for text in "ab", "é", b"ab", bytearray(b"ab"):
    for name in "zfill", "center", "ljust", "rjust":
        told = []
        for width in ENDS[isinstance(text, (bytes, bytearray)):]:
            try:
                told.append(getattr(text, name)(width) == text)
            except (MemoryError, OverflowError) as error:
                told.append(type(error).__name__ + str(error))
        print(repr(text), name, told)
