# % of bytes and bytearray: every conversion, and its complaints.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for fmt,arg in ((b'%y',1),(b'%d',"a"),(b'%d',1.5),(b'%s',"a"),(b'%s',b"a"),(b'%s',5),(b'%b',"a"),(b'%b',bytearray(b"q")),(b'%c',"a"),(b'%c',65),(b'%c',256),(b'%c',b"ab"),(b'%c',b"a"),(b'%a',"é"),(b'%r',"é"),(b'%x',1.5),(b'%x',255),(b'%f',"a"),(b'%f',1.5),(b'%5.2f',3.14159),(b'%-5d|',3),(b'%05d',-3),(b'%%',()),(b'%',1),(b'%(a)s',{b'a':b'x'}),(b'%(a)s',{'a':b'x'}),(b'%(a)s',1),(b'%d %d',(1,)),(b'%d',(1,2)),(b'a',1),(b'%*d',(5,3)),(b'%.*f',(2,3.14159)),(b'%i',3),(b'%u',3),(b'%o',8),(b'%#x',255),(b'%+d',3),(b'% d',3),(b'%e',12345.678),(b'%g',1e10),(b'%10s|',b'ab'),(b'%.2s|',b'abcdef'),(b'%s',memoryview(b'xx')),(b'%s',[1]),(b'%(a',{b'a':1}),(b'%(a)',{b'a':1}),(b'%d',b'1'),(b'%c',1.5),(b'%c',-1),(b'%c', 10**30),(b'%d',10**30),(b'%d',None), (b'%5c|',b'x')):
    t(lambda: fmt%arg)
    t(lambda: bytearray(fmt)%arg)
class B:
    def __bytes__(self): return b"BB"
t(lambda: b"%s|%b" % (B(),B()))
b=bytearray(b"x%d"); b%=3; print(b)
