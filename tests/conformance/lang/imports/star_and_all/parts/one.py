print("one is loaded by the star")
value = 1
