#pragma once
// repr() and ascii() of str, repr() of bytes. Strings are UTF-8 that may hold lone surrogates (WTF-8).

#include <string>
#include <string_view>

namespace waiter::python::text {

/// repr(text): 'it', "it's", escapes for what is not printable.
[[nodiscard]] std::string string_repr(std::string_view text);

/// ascii(text): repr with everything beyond ASCII escaped.
[[nodiscard]] std::string string_ascii(std::string_view text);

/// ascii() of any object: escapes what is beyond ASCII in a repr that was already made.
[[nodiscard]] std::string escape_non_ascii(std::string_view repr);

/// repr(bytes): b'\x00abc'.
[[nodiscard]] std::string bytes_repr(std::string_view bytes);

}  // namespace waiter::python::text
