fine = "the package is there"
