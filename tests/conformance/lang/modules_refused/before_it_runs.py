# conformance: by hand
# A module that is not run is refused by name before the first line runs, also where a function asks for it.
import json

print(json.dumps("never"))


def later():
    from fractions import Fraction
    return Fraction(1, 2)


from decimal import Decimal

print(Decimal("0.10"))
