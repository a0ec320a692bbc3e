from .cook import dish
