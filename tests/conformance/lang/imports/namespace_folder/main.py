# A folder without __init__.py is a package, too.
import tools.hammer
from tools import saw

print(tools.hammer.name, saw.name, tools.__name__, hasattr(tools, "__file__"))
try:
    from tools import plane
except ImportError as error:
    print(str(error).split(" (")[0])
