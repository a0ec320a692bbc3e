# The main file imported by its name is another module: its code runs twice.
print("running as", __name__)
import helper

state = ["made by " + __name__]
if __name__ == "__main__":
    helper.use()
    print(state)
