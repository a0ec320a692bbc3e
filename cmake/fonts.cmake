# waiter_view_fonts(VARIABLE): the source file, made at build time, that holds the canvas's fonts and defines what
# src/view/fonts.h declares.
function(waiter_view_fonts variable)
  find_program(WAITER_HB_SUBSET hb-subset)
  if(NOT WAITER_HB_SUBSET)
    message(FATAL_ERROR "hb-subset was not found: install the package libharfbuzz-bin (./dev build does).")
  endif()
  set(folder "${CMAKE_BINARY_DIR}/fonts")
  set(faces inter-regular inter-medium inter-semibold jetbrains-mono-regular)
  set(files ${faces})
  list(TRANSFORM files REPLACE "(.+)" "${folder}/\\1.font")
  add_custom_command(
    OUTPUT "${folder}/fonts.cpp"
    BYPRODUCTS ${files}
    COMMAND bash "${PROJECT_SOURCE_DIR}/cmake/subset_fonts.sh" view "${folder}"
    COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${folder}" "-DFACES=${faces}" -P "${PROJECT_SOURCE_DIR}/cmake/embed_fonts.cmake"
    DEPENDS "${PROJECT_SOURCE_DIR}/cmake/subset_fonts.sh" "${PROJECT_SOURCE_DIR}/cmake/embed_fonts.cmake"
    COMMENT "Packing fonts"
    VERBATIM)
  set(${variable} "${folder}/fonts.cpp" PARENT_SCOPE)
endfunction()
