# URLs apart and together again, the usual and the strange ones.
from urllib.parse import SplitResult, urldefrag, urlparse, urlsplit, urlunparse, urlunsplit

for url in ("http://u:p@Host.Com:8080/a/b;p?q=1&r=2#f", "//host/path", "/path?x", "a:b", "mailto:me@x.org", "HTTP://X", "1a:b", "http://[::1]:80/x",
            "http://h:/", "http://h:99999/", "http://h:x/", "http://@h", "http://u@h", "http://:p@h", "", "#", "?", "http:", "http://", "x://y?#",
            "http://a\tb/\nc", "  http://lead", "http://é.org/ü", "file:///etc/x", "tel:+1;a=b", "/a;b/c;d", "http://h?q", "http://h#f", "sc+h-e.m1://n"):
    u = urlparse(url)
    try:
        port = u.port
    except ValueError as e:
        port = str(e)
    print(repr(url), u, u.hostname, u.username, u.password, port, u.geturl(), urlunparse(u) == u.geturl(), urldefrag(url))
    print(urlsplit(url, "ftp", allow_fragments=False), urlunsplit(urlsplit(url)))
for url in ("http://[::1", "http://a]b/"):
    try:
        print(urlparse(url))
    except ValueError as e:
        print(e)
u = urlparse("http://u:p@Host:8080/p;x?q=1#f")
print(u._replace(scheme="https", netloc="n").geturl(), u[1], u.scheme, u == tuple(u), u.encode(), u.encode().decode() == u, u._fields)
print(urlparse(b"http://h/p;q?x#y"), urlsplit(b"//h").hostname, SplitResult("a", "b", "c", "d", "e").geturl())
for args in (("a", b"b"), (5,)):
    try:
        urlparse(*args)
    except Exception as e:
        print(type(e).__name__, e)
