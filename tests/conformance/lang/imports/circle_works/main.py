# Two modules import each other; what is used late enough is there.
import first

print(first.value, first.second.value, first.second.late())
