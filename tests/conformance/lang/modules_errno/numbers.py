# The numbers and names of errors, and what an OSError makes of them.
import errno

print(errno.ENOENT, errno.ECONNREFUSED, errno.EAGAIN == errno.EWOULDBLOCK, errno.ETIMEDOUT)
print(errno.errorcode[errno.EAGAIN], errno.errorcode[errno.EDEADLK], errno.errorcode[95], len(errno.errorcode))
print(list(errno.errorcode.items())[:5])
for number in (errno.ENOENT, errno.EPIPE, errno.ECONNRESET, errno.EACCES, errno.EEXIST, errno.ETIMEDOUT, errno.EBADF):
    try:
        raise OSError(number, "no luck", "name.txt")
    except OSError as error:
        print(type(error).__name__, error.errno == number, errno.errorcode[error.errno], error)
try:
    errno.ENOTHING
except AttributeError as error:
    print(error)
