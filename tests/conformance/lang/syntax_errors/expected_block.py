# conformance: stderr
async def main():
    for n in range(3):
    print("not indented")
