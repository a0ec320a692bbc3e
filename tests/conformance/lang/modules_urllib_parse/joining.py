# urljoin: the examples of RFC 3986, section 5.4, and some more.
from urllib.parse import urljoin

BASE = "http://a/b/c/d;p?q"
for url in ("g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", "g?y#s", ";x", "g;x", "g;x?y#s", "", ".", "./", "..", "../", "../g", "../..",
            "../../", "../../g", "../../../g", "../../../../g", "/./g", "/../g", "g.", ".g", "g..", "..g", "./../g", "./g/.", "g/./h", "g/../h",
            "g;x=1/./y", "g;x=1/../y", "g?y/./x", "g?y/../x", "g#s/./x", "http:g", "mailto:x", "a//b", "..//g"):
    print(url, "->", urljoin(BASE, url))
for base, url in (("", "a"), ("a", ""), ("a/b", "c"), ("/a/b/", "../c"), ("http://h", "x"), ("http://h/", "/x"), ("mailto:a", "b"), ("a", "http://x"),
                  ("http://h/a?q", "?"), ("file:///a/b", "c"), ("ws://h/a", "b"), ("//h/a", "b"), ("http://h/a//b/c", "../d")):
    print(base, url, "->", urljoin(base, url))
print(urljoin(b"http://a/b", b"c"))
