import chosen as imported_there

visible = 1
_hidden = 2
