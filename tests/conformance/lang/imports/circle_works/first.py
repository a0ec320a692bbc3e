print("first begins")
import second

value = "first+" + second.value
print("first ends")
