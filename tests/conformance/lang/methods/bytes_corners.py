# bytes and bytearray: constructors, operators, every method with odd arguments, item and slice assignment.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: bytearray().extend(5)); t(lambda: [].extend(5)); t(lambda: bytearray().extend("a"))
t(lambda: bytearray().extend([1,"a"])); t(lambda: bytearray().extend([256])); t(lambda: bytearray().append("a"))
t(lambda: bytearray().append(300)); t(lambda: bytearray(b"abc").insert(1, 65)); t(lambda: bytearray(b"abc").remove(9))
t(lambda: bytearray(b"").pop()); t(lambda: bytearray(b"abc").pop(7)); t(lambda: bytes("a")); t(lambda: bytes("a","ascii"))
t(lambda: bytes(-1)); t(lambda: bytes([1,2,256])); t(lambda: bytes([1,"a"])); t(lambda: bytes(1.5)); t(lambda: bytes(None))
t(lambda: bytes(b"a","ascii")); t(lambda: bytes(5,"ascii")); t(lambda: bytes("é","ascii")); t(lambda: bytearray("é","latin-1"))
t(lambda: bytes(errors="x")); t(lambda: bytes(source="a",encoding="utf8"))
t(lambda: b"a"+"b"); t(lambda: b"a"+[1]); t(lambda: bytearray(b"a")+b"b"); t(lambda: b"a"+bytearray(b"b"))
t(lambda: b"a"==bytearray(b"a")); t(lambda: b"a"<"b"); t(lambda: b"a"=="a"); t(lambda: b"abc"[1]); t(lambda: b"abc"[5])
t(lambda: b"abc"["a"]); t(lambda: 97 in b"abc"); t(lambda: 300 in b"abc"); t(lambda: "a" in b"abc"); t(lambda: b"" in b"abc")
t(lambda: b"abc".find("a")); t(lambda: b"abc".find(98)); t(lambda: b"abc".find(300)); t(lambda: b"abc".index(b"z"))
t(lambda: b"abc".index(5)); t(lambda: b"a,b".split(",")); t(lambda: b"a,b".split(b"")); t(lambda: b",".join(["a"]))
t(lambda: b",".join([b"a",bytearray(b"b")])); t(lambda: b",".join(5)); t(lambda: b"abc".replace("a","b"))
t(lambda: b"abc".startswith("a")); t(lambda: b"abc".startswith((b"a",b"b"))); t(lambda: b"abc".startswith(("a",)))
t(lambda: b"abc".center(9,b"*")); t(lambda: b"abc".center(9,"*")); t(lambda: b"abc".ljust(9,b"**")); t(lambda: b"abc".hex(":"))
t(lambda: b"abcdef".hex(":",2)); t(lambda: b"abcdef".hex("::")); t(lambda: bytes.fromhex("61 62")); t(lambda: bytes.fromhex("6"))
t(lambda: bytes.fromhex("zz")); t(lambda: bytes.fromhex(b"61")); t(lambda: b"abc".translate(bytes.maketrans(b"a",b"z")))
t(lambda: b"abc".translate(None,b"b")); t(lambda: b"abc".translate(b"x")); t(lambda: bytes.maketrans(b"a",b"bc"))
t(lambda: bytes.maketrans("a",b"b")); t(lambda: bytearray.maketrans(b"a",b"b")[97]); t(lambda: b"abc".decode("ascii"))
t(lambda: b"\xff".decode()); t(lambda: b"\xff".decode("ascii")); t(lambda: b"\xff".decode("utf-8","replace"))
t(lambda: b"\xff".decode(errors="ignore")); t(lambda: b"\xff".decode("nope")); t(lambda: b"\xff".decode("utf-8","nope"))
t(lambda: b"a\tb".expandtabs(4)); t(lambda: b"aBc".swapcase()); t(lambda: b"hello world".title()); t(lambda: b"hello".capitalize())
t(lambda: b"ab\ncd\r\n".splitlines(True)); t(lambda: b"a-b-c".partition(b"-")); t(lambda: b"a-b-c".rpartition(b"-"))
t(lambda: b"abc".removeprefix(b"a")); t(lambda: b"abc".removesuffix(b"c")); t(lambda: b"42".zfill(5)); t(lambda: b"-42".zfill(5))
t(lambda: b"abcabc".count(b"a")); t(lambda: b"abcabc".count(97)); t(lambda: b"abcabc".rfind(b"a",0,3)); t(lambda: b"12".isdigit())
t(lambda: b"  a ".strip()); t(lambda: b"xxaxx".strip(b"x")); t(lambda: b"xxaxx".strip("x")); t(lambda: b"abc".isascii())
t(lambda: hash(b"a")==hash(b"a")); t(lambda: hash(bytearray())); t(lambda: {b"a":1}[b"a"]); t(lambda: repr(bytearray(b"'\"")))
t(lambda: repr(b"it's")); t(lambda: str(b"a","ascii")); t(lambda: str(b"abc")); t(lambda: str("a","ascii"))
t(lambda: str(5,"ascii"))
def f():
    b=bytearray(b"abcdef"); b[1:3]=b"XYZ"; print(b); b[0]=65; print(b); del b[::2]; print(b); b[:]=[1,2]; print(b); b[0:0]=5
t(f)
def f():
    b=bytearray(b"abc"); b[0]="a"
t(f)
def f():
    b=bytearray(b"abc"); b[0]=256
t(f)
def f():
    b=bytearray(b"abc"); b[9]=25
t(f)
def f():
    b=bytearray(b"abc"); b["a"]=25
t(f)
def f():
    b=bytearray(b"abc"); b[::2]=b"x"
t(f)
def f():
    b=bytearray(b"abc"); b+="a"
t(f)
def f():
    b=bytearray(b"abc"); b+=b"a"; b*=2; print(b); b.reverse(); print(b, b.copy()); b.clear(); print(b)
t(f)
def f():
    b=b"abc"; b[0]=1
t(f)
def f():
    b=b"abc"; del b[0]
t(f)
