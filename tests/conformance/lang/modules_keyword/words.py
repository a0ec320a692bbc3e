# keyword: its lists, and what is a keyword only in some places.
import keyword

print(keyword.kwlist)
print(keyword.softkwlist)
for word in ("for", "For", "match", "async", "print", "None", "_", ""):
    print(repr(word), keyword.iskeyword(word), keyword.issoftkeyword(word), word.isidentifier())
