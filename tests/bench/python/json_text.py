# A small JSON reader and writer in Python: recursion over strings, dicts and lists.
def write(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return '"' + value + '"'
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join('"' + key + '": ' + write(item) for key, item in value.items()) + "}"
    return "[" + ", ".join(write(item) for item in value) + "]"


class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip(self):
        while self.at < len(self.text) and self.text[self.at] in " \n\t,:":
            self.at += 1

    def read(self):
        self.skip()
        c = self.text[self.at]
        if c == "{":
            self.at += 1
            result = {}
            while True:
                self.skip()
                if self.text[self.at] == "}":
                    self.at += 1
                    return result
                key = self.read()
                result[key] = self.read()
        if c == "[":
            self.at += 1
            items = []
            while True:
                self.skip()
                if self.text[self.at] == "]":
                    self.at += 1
                    return items
                items.append(self.read())
        if c == '"':
            end = self.text.index('"', self.at + 1)
            text = self.text[self.at + 1:end]
            self.at = end + 1
            return text
        for word, value in (("null", None), ("true", True), ("false", False)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        start = self.at
        while self.at < len(self.text) and (self.text[self.at].isdigit() or self.text[self.at] in "-."):
            self.at += 1
        number = self.text[start:self.at]
        return float(number) if "." in number else int(number)


order = {"table": 4, "guests": ["ann", "bob", "eve"], "paid": False, "note": None, "total": 12.5,
         "items": [{"name": "soup", "count": 2, "extras": []}, {"name": "tea", "count": 1, "extras": ["milk", "sugar"]}]}
text = write(order)
for _ in range(2500):
    value = Reader(text).read()
    text = write(value)
print(value == order, len(text), text)
