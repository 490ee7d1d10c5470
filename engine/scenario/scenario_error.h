// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace catchment {

/// A scenario that names what the world does not have, or asks for what cannot be.
struct ScenarioError : std::runtime_error {
    /// `word`: what in the scenario is wrong, as it stands there.
    ScenarioError(std::string at, const std::string &problem, std::string what_was_expected)
        : std::runtime_error(problem + "; expected " + what_was_expected), word(std::move(at)), what_is_wrong(problem),
          expected(std::move(what_was_expected)) {}
    std::string word;
    std::string what_is_wrong;
    std::string expected;
};

} // namespace catchment
