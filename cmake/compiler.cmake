# The compiler's flags, as two targets that everything of ours links:
#   waiter_flags         C++20 and the warnings; for server/, src/cli and tests/
#   waiter_engine_flags  the same without exceptions and RTTI, so that the page stays small; for the floors
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

add_library(waiter_flags INTERFACE)
target_compile_options(waiter_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
# Warnings are errors under the compilers that CI builds with. A newer compiler knows new warnings, and `./dev play` on a
# newcomer's machine should not fail on them; -DWAITER_WERROR=ON asks for it all the same.
set(werror OFF)
if((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
   OR (CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 16))
  set(werror ON)
endif()
option(WAITER_WERROR "Warnings are errors" ${werror})
if(WAITER_WERROR AND NOT WAITER_SANITIZE)  # sanitizers' checks make GCC see paths that do not exist
  target_compile_options(waiter_flags INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # Clang counts sign changes among conversions and GCC does not: ask both the same question.
  target_compile_options(waiter_flags INTERFACE -Wno-sign-conversion)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 warns of an overlap inside std::string's own assign (its PR 105651); GCC 13 does not. Remove with GCC 12.
  target_compile_options(waiter_flags INTERFACE -Wno-restrict)
endif()

add_library(waiter_engine_flags INTERFACE)
target_link_libraries(waiter_engine_flags INTERFACE waiter_flags)
target_compile_options(waiter_engine_flags INTERFACE -fno-exceptions -fno-rtti)

# Sanitizers are for every object of the build, third-party ones included: containers annotate their memory, and an object
# without the annotations next to one with them gives false alarms.
set(WAITER_SANITIZE "" CACHE STRING "Sanitizers for the whole build, as -fsanitize= takes them")
if(WAITER_SANITIZE)
  # vptr needs RTTI, which the floors do without.
  add_compile_options(-fsanitize=${WAITER_SANITIZE} -fno-sanitize=vptr -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${WAITER_SANITIZE} -fno-sanitize=vptr)
endif()
