# conformance: stderr
# Names of the module are suggested, in functions with and without variables of their own, caught and not.
import traceback

lemonade = "lemonade"


def no_variables():
    return lemonadde


def with_variables(glass):
    return lemonaed + glass


for function, arguments in ((no_variables, ()), (with_variables, ("big",))):
    try:
        function(*arguments)
    except NameError:
        print(traceback.format_exc())
try:
    lemonad
except NameError as error:
    print(traceback.format_exc())
    frame = error.__traceback__.tb_frame
    print(frame.f_globals is globals(), frame.f_code.co_name, error.__traceback__.tb_lineno)


class Stand:
    price = 3

    def sell(self):
        return pricee + lemonde


Stand().sell()
