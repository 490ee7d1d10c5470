// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "world/spelling.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// The words of the command bar and of `--deploy`: `fly deploy …` and `fly scale count …`.
namespace catchment {

/// Words that are not a deploy command. `column` (from 0) is where the trouble starts, in bytes.
struct CommandError : std::runtime_error {
    CommandError(std::size_t at, const std::string &text) : std::runtime_error(in_one_line(text)), column(at) {}
    std::size_t column;
};

/// One command, read but not yet carried out.
struct DeployCommand {
    enum class Kind {
        Deploy, ///< sets the deployed regions
        Scale   ///< adds regions, or removes them where `count` is 0
    };
    Kind kind = Kind::Deploy;
    std::string app;                  ///< empty where the words do not name one
    std::vector<std::string> regions; ///< codes of the operator, aliases resolved, no duplicates
    int count = 1;
};

/// Reads `fly deploy -a APP -r CODE …` or `fly scale count N --region a,b -a APP` (also `flyctl`, `--app`,
/// `--region`, `--regions`, quotes, commas, `--region=a`). Throws CommandError, which for an unknown region names
/// the closest codes.
DeployCommand parse_deploy_command(std::string_view words, const Operator &op);

/// The scenario after the command. Where every edge announces, scaling also says how many instances a region runs.
Scenario apply(const DeployCommand &command, Scenario scenario);

} // namespace catchment
