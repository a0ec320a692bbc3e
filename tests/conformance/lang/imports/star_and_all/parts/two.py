print("nobody asks for two")
