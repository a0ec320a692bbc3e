# conformance: stderr
# The circle that does not work: each wants a name of the other that is not bound yet.
from orders import Order

print("never printed", Order)
