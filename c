TypeError endswith first arg must be bytes or a tuple of bytes, not str
TypeError endswith first arg must be bytes or a tuple of bytes, not str
TypeError endswith first arg must be bytes or a tuple of bytes, not str
TypeError startswith first arg must be bytes or a tuple of bytes, not str
TypeError startswith first arg must be bytes or a tuple of bytes, not str
TypeError a bytes-like object is required, not 'str'
TypeError a bytes-like object is required, not 'str'
False
TypeError endswith first arg must be bytes or a tuple of bytes, not str
TypeError endswith first arg must be str or a tuple of str, not bytes
TypeError endswith first arg must be str or a tuple of str, not bytes
TypeError tuple for endswith must only contain str, not bytes
TypeError a bytes-like object is required, not 'int'
TypeError argument should be integer or bytes-like object, not 'str'
TypeError argument should be integer or bytes-like object, not 'str'
TypeError must be str, not bytes
TypeError a bytes-like object is required, not 'str'
TypeError a bytes-like object is required, not 'str'
TypeError a bytes-like object is required, not 'str'
TypeError a bytes-like object is required, not 'str'
TypeError sequence item 0: expected a bytes-like object, str found
TypeError a bytes-like object is required, not 'str'
