RECIPES = {"bread": 30}


def bake(name):
    minutes = RECIPES[name]
    return minutes
