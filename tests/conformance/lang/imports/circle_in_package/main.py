# Within a package a circle works through sys.modules, even before a submodule is an attribute of its package.
import kitchen.cook

print(kitchen.cook.dish)
