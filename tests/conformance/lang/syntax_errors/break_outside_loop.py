# conformance: stderr
for n in range(3):
    def stop():
        break
