# Third-party libraries, each as one target of ours: waiter_fmt, waiter_json, waiter_multiprecision (headers for every
# floor that the root's table grants them to), and for native builds waiter_asio, waiter_cli11, waiter_doctest,
# waiter_benchmark. All come from the system's packages; `./dev` installs them.
#
# The definitions that change a header-only library's code stand here, so that every object of the build agrees on them.

set(WAITER_PACKAGES_HINT "Run ./dev build, which installs what is missing, or install the package yourself.")

# waiter_find_header(VARIABLE HEADER): the folder in which <HEADER> is found, on the build machine (also when
# cross-compiling: these are headers without compiled parts, and the same for every target).
function(waiter_find_header variable header)
  find_path(${variable} "${header}" PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
  if(NOT ${variable})
    message(FATAL_ERROR "The header <${header}> was not found. ${WAITER_PACKAGES_HINT}")
  endif()
endfunction()

waiter_find_header(WAITER_FMT_INCLUDE fmt/format.h)
waiter_find_header(WAITER_JSON_INCLUDE nlohmann/json.hpp)
waiter_find_header(WAITER_BOOST_INCLUDE boost/multiprecision/cpp_int.hpp)

file(STRINGS "${WAITER_BOOST_INCLUDE}/boost/version.hpp" boost_version_line REGEX "^#define BOOST_VERSION [0-9]+")
string(REGEX REPLACE "[^0-9]" "" boost_version "${boost_version_line}")
if(boost_version LESS 108100)
  message(FATAL_ERROR "Boost 1.81 or newer is needed; ${WAITER_BOOST_INCLUDE} holds ${boost_version}. ${WAITER_PACKAGES_HINT}")
endif()

# Emscripten must not see the system's C headers: it gets a folder of links to just these libraries.
if(EMSCRIPTEN)
  set(links "${CMAKE_BINARY_DIR}/deps-include")
  file(MAKE_DIRECTORY "${links}")
  file(CREATE_LINK "${WAITER_FMT_INCLUDE}/fmt" "${links}/fmt" SYMBOLIC)
  file(CREATE_LINK "${WAITER_JSON_INCLUDE}/nlohmann" "${links}/nlohmann" SYMBOLIC)
  file(CREATE_LINK "${WAITER_BOOST_INCLUDE}/boost" "${links}/boost" SYMBOLIC)
endif()

# waiter_headers(NAME): the INTERFACE target waiter_NAME for a library that is headers only.
function(waiter_headers name)
  add_library(waiter_${name} INTERFACE)
  if(EMSCRIPTEN)
    target_include_directories(waiter_${name} SYSTEM INTERFACE "${links}")
  endif()
endfunction()

# {fmt} 9 is compiled once, by us, because WebAssembly has no package of it; newer ones (Debian 13) leave other templates to
# their library, and stay header-only.
waiter_headers(fmt_headers)
target_compile_definitions(waiter_fmt_headers INTERFACE FMT_EXCEPTIONS=0 FMT_STATIC_THOUSANDS_SEPARATOR=',')
file(STRINGS "${WAITER_FMT_INCLUDE}/fmt/core.h" fmt_version_line REGEX "^#define FMT_VERSION [0-9]+")
string(REGEX REPLACE "[^0-9]" "" fmt_version "${fmt_version_line}")
if(fmt_version MATCHES "^9....$")
  add_library(waiter_fmt STATIC "${CMAKE_CURRENT_LIST_DIR}/fmt/format.cpp")
  target_link_libraries(waiter_fmt PUBLIC waiter_fmt_headers PRIVATE waiter_engine_flags)
else()
  add_library(waiter_fmt INTERFACE)
  target_link_libraries(waiter_fmt INTERFACE waiter_fmt_headers)
  target_compile_definitions(waiter_fmt INTERFACE FMT_HEADER_ONLY)
endif()

waiter_headers(json)
target_compile_definitions(waiter_json INTERFACE JSON_NOEXCEPTION)

waiter_headers(multiprecision)

if(NOT EMSCRIPTEN)
  find_package(Threads REQUIRED)
  waiter_headers(asio)  # Boost.Asio and Boost.Beast
  target_link_libraries(waiter_asio INTERFACE Threads::Threads)
  waiter_find_header(WAITER_CLI11_INCLUDE CLI/CLI.hpp)
  waiter_headers(cli11)
  waiter_find_header(WAITER_DOCTEST_INCLUDE doctest/doctest.h)
  waiter_headers(doctest)
  find_package(benchmark REQUIRED)
  waiter_headers(benchmark)
  target_link_libraries(waiter_benchmark INTERFACE benchmark::benchmark)
endif()
