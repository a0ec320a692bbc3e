#pragma once
// What the builtin exceptions have beside their args: NameError.name, OSError.errno, UnicodeDecodeError.reason, ... CPython keeps
// them in the exception's struct; so they are no part of its __dict__. An exception that was made without saying them
// derives them from its args when they are asked for, which is what CPython's __init__ does at once.

#include "python/operations.h"

namespace waiter::python {

// The index of each field in its type. Types that derive from one another share them.
namespace field {
inline constexpr std::uint32_t kValue = 0;                                              // StopIteration
inline constexpr std::uint32_t kCode = 0;                                               // SystemExit
inline constexpr std::uint32_t kName = 0, kObject = 1;                                  // NameError, AttributeError
inline constexpr std::uint32_t kImportMessage = 0, kImportName = 1, kImportPath = 2;    // ImportError
inline constexpr std::uint32_t kErrno = 0, kStrerror = 1, kFilename = 2, kFilename2 = 3;// OSError
inline constexpr std::uint32_t kMessage = 0, kExceptions = 1;                           // BaseExceptionGroup
inline constexpr std::uint32_t kEncoding = 0, kSubject = 1, kStart = 2, kEnd = 3, kReason = 4;  // Unicode{En,De}codeError; Translate: from kSubject
inline constexpr std::uint32_t kCountMax = 8;
}  // namespace field

/// The field's value, kNone if it has none. REQUIRES: the exception's type has that many. Empty: an exception is set.
Ref exception_field(Vm& vm, Exception* exception, std::uint32_t index);
void set_exception_field(Vm& vm, Exception* exception, std::uint32_t index, Value value);
/// Forgets what was set: the fields are what the args say.
void forget_exception_fields(Exception* exception);

void install_exception_fields(Vm& vm);

}  // namespace waiter::python
