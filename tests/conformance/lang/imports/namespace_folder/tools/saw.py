from . import hammer

name = "saw beside " + hammer.name
