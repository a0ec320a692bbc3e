"""From a field's name to its alias."""


def to_pascal(snake):
    return "".join(part[:1].upper() + part[1:] for part in snake.split("_")) if "_" in snake else snake[:1].upper() + snake[1:]


def to_camel(snake):
    if snake and snake[0].islower() and "_" not in snake:
        return snake
    leading = len(snake) - len(snake.lstrip("_"))
    pascal = to_pascal(snake)
    return pascal if leading else pascal[:1].lower() + pascal[1:]


def to_snake(camel):
    made = ""
    for at, character in enumerate(camel):
        before = camel[at - 1] if at else ""
        after = camel[at + 1] if at + 1 < len(camel) else ""
        if at and character.isupper() and (before.islower() or before.isdigit() or before.isupper() and after.islower()):
            made += "_"
        elif at and character.isdigit() and before.isalpha():
            made += "_"
        made += character
    return made.replace("-", "_").lower()
