# str.maketrans and str.translate with every kind of table.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: str.maketrans("ab","xy")); t(lambda: str.maketrans("ab","x")); t(lambda: str.maketrans({"a":"b","c":None,100:"z"}))
t(lambda: str.maketrans({"ab":1})); t(lambda: str.maketrans(5)); t(lambda: str.maketrans("a","b","c"))
t(lambda: str.maketrans("a")); t(lambda: str.maketrans({1.5:2})); t(lambda: str.maketrans("a",5))
t(lambda: str.maketrans("a","b",5)); t(lambda: "abc".translate({97:"AA",98:None,99:100})); t(lambda: "abc".translate({97:-1}))
t(lambda: "abc".translate({97:1.5})); t(lambda: "abc".translate(5)); t(lambda: "abc".translate("x"*200))
t(lambda: "abc".translate({})); t(lambda: "abc".translate([0]*100)); t(lambda: "abc".translate({97:2000000}))
class D(dict):
    def __missing__(self,k): return "?"
t(lambda: "abc".translate(D({97:"x"})))
class G:
    def __getitem__(self,k):
        if k==97: raise LookupError
        return chr(k+1)
t(lambda: "abc".translate(G()))
