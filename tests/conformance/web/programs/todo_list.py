# A to-do list: create, read, update, delete, with models and status codes; several clients at once.
from typing import Optional

from fastapi import FastAPI, HTTPException, Response, status
from pydantic import BaseModel

app = FastAPI(title="To do")


class TodoIn(BaseModel):
    title: str
    done: bool = False


class Todo(TodoIn):
    id: int


class Patch(BaseModel):
    title: Optional[str] = None
    done: Optional[bool] = None


todos: dict[int, Todo] = {}


@app.post("/todos", response_model=Todo, status_code=status.HTTP_201_CREATED)
async def create(todo: TodoIn, response: Response):
    created = Todo(id=len(todos) + 1, **todo.model_dump())
    todos[created.id] = created
    response.headers["Location"] = f"/todos/{created.id}"
    return created


@app.get("/todos")
async def read_all(done: Optional[bool] = None):
    return [todo for todo in todos.values() if done is None or todo.done is done]


def find(todo_id: int) -> Todo:
    if todo_id not in todos:
        raise HTTPException(status.HTTP_404_NOT_FOUND, f"No todo {todo_id}")
    return todos[todo_id]


@app.get("/todos/{todo_id}")
async def read(todo_id: int):
    return find(todo_id)


@app.patch("/todos/{todo_id}")
async def change(todo_id: int, patch: Patch):
    changed = find(todo_id).model_copy(update=patch.model_dump(exclude_unset=True))
    todos[todo_id] = changed
    return changed


@app.delete("/todos/{todo_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete(todo_id: int):
    find(todo_id)
    del todos[todo_id]
