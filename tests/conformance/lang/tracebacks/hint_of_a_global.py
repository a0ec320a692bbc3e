# conformance: stderr
# What a name at the top of a program could have meant: one of its globals, also from within a function without variables.
customer_name = "Ann"


def greet():
    print(custmer_name)


try:
    greet()
except NameError as error:
    print(error, error.name)
try:
    greet()
finally:
    print(customer_nam)
