# Run at build time by waiter_view_fonts(): writes FOLDER/fonts.cpp, which defines the functions of src/view/fonts.h.
set(text "#include \"view/fonts.h\"\n\nnamespace waiter::view {\n")
foreach(face IN LISTS FACES)
  file(READ "${FOLDER}/${face}.font" hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(REPLACE "-" "_" name "${face}")
  string(APPEND text "\nstd::span<const unsigned char> ${name}() {\n  static const unsigned char kBytes[] = {${bytes}};\n  return kBytes;\n}\n")
endforeach()
file(WRITE "${FOLDER}/fonts.cpp" "${text}\n}  // namespace waiter::view\n")
