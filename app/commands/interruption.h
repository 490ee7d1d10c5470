// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace catchment::app {

/// While it lives, Ctrl+C and a request to end do not end the program: they ask its long task to stop, which then
/// leaves nothing half-written. There is one at a time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    std::stop_token token() const { return stop_.get_token(); }
    /// Passes on what came meanwhile; to be called now and then, since the handler of a signal may do next to nothing.
    void poll();

private:
    std::stop_source stop_;
};

} // namespace catchment::app
