KeyError() 
KeyError() 
KeyError() 
KeyError() 
KeyError(None) None
KeyError(None) None
KeyError(1) 1
KeyError(1) 1
KeyError(1) 1
KeyError(1) 1
KeyError(1) 1
KeyError(1, 2) (1, 2)
KeyError(1, 2) (1, 2)
KeyError(1, 2) (1, 2)
KeyError(1, 2) (1, 2)
KeyError((1, 2)) (1, 2)
KeyError((1, 2)) (1, 2)
KeyError() 
KeyError() 
KeyError() 
KeyError() 
KeyError(()) ()
KeyError(()) ()
