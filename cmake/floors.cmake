# One library per floor, and the walls between them. The table of what each floor may use stands in the root
# CMakeLists.txt: WAITER_FLOORS, from the ground up, and WAITER_USES_<floor>.

# waiter_floor(NAME SOURCES a.cpp ...): the library waiter_NAME, linked to what the table grants it. Included files are
# named from src/ ("trace/event.h").
function(waiter_floor name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES")
  if(NOT arg_SOURCES)
    message(FATAL_ERROR "floor ${name} has no sources")
  endif()
  add_library(waiter_${name} STATIC ${arg_SOURCES})
  target_include_directories(waiter_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(waiter_${name} PRIVATE waiter_engine_flags)
  waiter_precompile(waiter_${name})
  if(NOT name IN_LIST WAITER_FAST_FLOORS)
    waiter_make_small(waiter_${name})
  endif()
  foreach(used IN LISTS WAITER_USES_${name})
    if(NOT TARGET waiter_${used})
      message(FATAL_ERROR "floor ${name} uses ${used}, and there is no library waiter_${used}")
    endif()
    target_link_libraries(waiter_${name} PUBLIC waiter_${used})
  endforeach()
endfunction()

# The page is sent to every learner: in WebAssembly, what is not a running program's way is compiled for size (-Os after the preset's -O2).
function(waiter_make_small target)
  if(EMSCRIPTEN)
    target_compile_options(${target} PRIVATE -Os)
  endif()
endfunction()

# The same for some of a fast floor's sources.
function(waiter_make_sources_small)
  if(EMSCRIPTEN)
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS -Os)
  endif()
endfunction()

# The standard headers and {fmt} are read once for a floor and not once a file: without it they are 2.5 s of a file's 3.4 s
# (GCC 12). Only for GCC: Clang writes the time into its own, and the compiler cache would never know one again.
function(waiter_precompile target)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    return()
  endif()
  target_precompile_headers(${target} PRIVATE <algorithm> <cmath> <cstdint> <cstring> <functional> <memory> <optional> <string>
    <string_view> <unordered_map> <unordered_set> <utility> <vector> <fmt/format.h>)
  target_compile_options(${target} PRIVATE -fpch-preprocess)  # so that ccache looks into it
  # What ccache is to compare instead of the precompiled header's bytes, which hold the clone's path (CCACHE_PCH_EXTSUM).
  file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.gch.sum"
    "${CMAKE_CXX_COMPILER_VERSION} ${CMAKE_BUILD_TYPE} ${CMAKE_CXX_FLAGS} ${WAITER_SANITIZE} 1")
  if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # A precompiled header makes GCC 12 forget that the library's code is not ours to be warned of (std::string's moves).
    target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
  endif()
endfunction()

# Fails if a floor links to anything that its row of the table does not name, or if a row names a floor that is not below.
function(waiter_check_floors)
  set(below "")
  foreach(floor IN LISTS WAITER_FLOORS)
    foreach(used IN LISTS WAITER_USES_${floor})
      if(used IN_LIST WAITER_FLOORS AND NOT used IN_LIST below)
        message(FATAL_ERROR "Floor '${floor}' may not use '${used}', which is not below it.")
      endif()
    endforeach()
    waiter_check_floor(${floor})
    list(APPEND below ${floor})
  endforeach()
endfunction()

function(waiter_check_floor floor)
  get_target_property(linked waiter_${floor} LINK_LIBRARIES)
  get_target_property(interface_linked waiter_${floor} INTERFACE_LINK_LIBRARIES)
  foreach(library IN LISTS linked interface_linked)
    if(library MATCHES "-NOTFOUND$" OR library MATCHES "^(::@|waiter_flags|waiter_engine_flags)")
      continue()
    endif()
    string(REGEX REPLACE "^\\$<LINK_ONLY:(.*)>$" "\\1" library "${library}")
    if(library MATCHES "^waiter_engine_flags$|^waiter_flags$")
      continue()
    endif()
    string(REGEX REPLACE "^waiter_" "" used "${library}")
    if(NOT library MATCHES "^waiter_" OR NOT used IN_LIST WAITER_USES_${floor})
      message(FATAL_ERROR "Floor '${floor}' may not link '${library}': the table in the root CMakeLists.txt does not grant it.")
    endif()
  endforeach()
endfunction()
