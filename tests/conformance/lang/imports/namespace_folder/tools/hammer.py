name = "hammer in " + __package__
