// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace catchment {

/// Input that is not what it should be: `FILE:LINE: what is wrong; what was expected`. Line 0: the file as a whole.
struct InputError : std::runtime_error {
    InputError(std::string file, std::size_t line, std::string problem, std::string expected);
    std::string file;
    std::size_t line;
    std::string problem;
    std::string expected;
};

/// An output that could not be written: `FILE: why`.
struct OutputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace catchment
