# The rules that explain an error looked into each list twice as often as into the one around it: for ever, here.
t(int, "_1")[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[; t(int, "1_")
