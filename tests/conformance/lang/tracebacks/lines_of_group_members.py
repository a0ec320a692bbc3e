# conformance: stderr
# A message of two lines within a group: only its first line has the margin.
raise ExceptionGroup("top",[ValueError("a\nb"),ExceptionGroup("in",[KeyError("k"),TypeError()]),OSError(2,"x","f")])
