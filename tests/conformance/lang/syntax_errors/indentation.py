# conformance: stderr
def serve():
    if True:
        print("a")
      print("b")
