#pragma once
// The few things that only JavaScript can do or tell. Defined in browser.cpp, the one file with JavaScript in it.

extern "C" {
/// Asks the page for an animation frame (Module.onWaiterWake).
void waiter_wake(void);
/// The canvas's mouse pointer: 1 a hand, 0 the arrow.
void waiter_set_pointer(const char* selector, int hand);
}
