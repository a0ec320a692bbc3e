# Finds Emscripten's own toolchain file: in $EMSDK, or beside the `emcc` on the PATH (Debian's package puts a link to
# /usr/share/emscripten there). Nothing here depends on Emscripten's version.
set(_emscripten_places "")
if(DEFINED ENV{EMSDK})
  list(APPEND _emscripten_places "$ENV{EMSDK}/upstream/emscripten")
endif()
find_program(_emcc emcc)
if(_emcc)
  file(REAL_PATH "${_emcc}" _emcc_real)
  get_filename_component(_emcc_folder "${_emcc_real}" DIRECTORY)
  list(APPEND _emscripten_places "${_emcc_folder}" "${_emcc_folder}/../libexec")
endif()

foreach(_place IN LISTS _emscripten_places)
  set(_toolchain "${_place}/cmake/Modules/Platform/Emscripten.cmake")
  if(EXISTS "${_toolchain}")
    include("${_toolchain}")
    break()
  endif()
endforeach()

if(NOT EMSCRIPTEN)
  message(FATAL_ERROR "Emscripten was not found: install the package emscripten (./dev build does), or set EMSDK.")
endif()

# Debian's emcc runs acorn (package node-acorn) and finds it only where NODE_PATH says.
if(EXISTS /usr/share/nodejs/acorn)
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
endif()
