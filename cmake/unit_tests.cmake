# waiter_unit(FLOOR SOURCES a_test.cpp ...): one doctest executable for a floor, each test case a ctest of its own.
function(waiter_unit floor)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
  if(NOT arg_SOURCES)
    message(STATUS "tests/unit/${floor}: no tests yet")
    return()
  endif()
  set(target waiter_unit_${floor})
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE waiter_${floor} waiter_unit_main ${arg_LIBRARIES} waiter_flags)
  target_compile_definitions(${target} PRIVATE WAITER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  waiter_discover_doctest(${target} "unit/${floor}")
endfunction()

# After each build, asks the executable for its test cases and writes them down for ctest. A case is run by its exact name:
# the characters that mean something to doctest's filter are replaced by its one-character wildcard.
function(waiter_discover_doctest target prefix)
  set(tests "${CMAKE_CURRENT_BINARY_DIR}/${target}_tests.cmake")
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND "${CMAKE_COMMAND}" "-DEXECUTABLE=$<TARGET_FILE:${target}>" "-DTESTS=${tests}" "-DPREFIX=${prefix}"
            -P "${PROJECT_SOURCE_DIR}/cmake/list_doctests.cmake"
    BYPRODUCTS "${tests}"
    VERBATIM)
  set(include "${CMAKE_CURRENT_BINARY_DIR}/${target}_include.cmake")
  file(WRITE "${include}"
    "if(EXISTS \"${tests}\")\n  include(\"${tests}\")\nelse()\n  add_test(\"${target} was not built\" \"${target}\")\nendif()\n")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${include}")
endfunction()

# waiter_link_test(FLOOR): a main() that uses just that library, to prove that it links without the floors above it.
function(waiter_link_test floor)
  add_executable(waiter_link_${floor} ${floor}.cpp)
  target_link_libraries(waiter_link_${floor} PRIVATE waiter_${floor} waiter_flags)
  add_test(NAME "link/${floor}: the library stands alone" COMMAND waiter_link_${floor})
endfunction()
