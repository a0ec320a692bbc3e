# Pattern and Match objects: their attributes, reprs, groups by number and name, bounds.
import re

print(re.compile("a", re.I|re.M), re.compile('a'), re.compile(b'a',re.A), re.I, re.I|re.M, re.RegexFlag(0), repr(re.NOFLAG), re.I.value, re.compile('a').flags, re.compile('(?i)a').flags, str(re.I))
m=re.match('(?P<a>x)(y)?','xz'); print(m,m.groups(),m.groups('-'),m.groupdict(),m.start(2),m.end('a'),m.span(),m['a'],m[1],m.regs,m.re,m.string,m.pos,m.endpos,m.expand('\\1-\\g<a>'))
for g in (3,'q',-1,None,1.5):
    try: print(m.group(g))
    except Exception as e: print(type(e).__name__,e)
print(re.sub('a',lambda m:m.group().upper(),'banana',count=2),re.subn('x*','-','abxd'),re.sub('(a)|b',r'[\1]','ab'),re.split('(,)|;','a,b;c'),re.split('x*','axbc'),re.split(',','a,b,c',1))
print(re.escape('a.b*c [x] é_-'),re.findall(b'\\w',b'a\xe9b'),re.compile('(?P<n>.)').groupindex,re.fullmatch('a|ab','ab'))
try: re.match('a',b'a')
except Exception as e: print(type(e).__name__,e)
try: re.match(b'a','a')
except Exception as e: print(type(e).__name__,e)
try: re.match('a',5)
except Exception as e: print(type(e).__name__,e)
try: re.compile(5)
except Exception as e: print(type(e).__name__,e)
c=re.compile('a'); print(c.search('bab',2),c.search('bab',1,2),c.match('bab',1),re.compile('^a').match('ba',1),c==re.compile('a'),hash(c)==hash(re.compile('a')),re.compile(c) is c)
