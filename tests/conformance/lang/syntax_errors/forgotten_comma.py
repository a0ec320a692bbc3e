# conformance: stderr
prices = {
    "tea": 3,
    "pie": 4
    "cake": 5,
}
