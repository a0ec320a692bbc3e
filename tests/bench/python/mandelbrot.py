# Floats in local variables.
def rows(width, height, limit):
    for row in range(height):
        y = row / height * 2.0 - 1.0
        line = []
        for column in range(width):
            x = column / width * 3.0 - 2.0
            re = im = 0.0
            count = 0
            while count < limit:
                re2 = re * re
                im2 = im * im
                if re2 + im2 > 4.0:
                    break
                im = 2.0 * re * im + y
                re = re2 - im2 + x
                count += 1
            line.append("*" if count == limit else " .:-=+"[count % 6])
        yield "".join(line)


inside = 0
for text in rows(200, 100, 150):
    inside += text.count("*")
print(inside)
