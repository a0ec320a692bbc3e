tea = 2
