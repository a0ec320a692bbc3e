print("broken runs")


def half(of):
    return of / 0


half(1)
