// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace catchment::app {

/// Words on the command line that make no sense: exit status 2.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// An option of a command.
struct Option {
    std::string name;  ///< `--deploy`
    std::string value; ///< what follows it, for the help: `COMMAND`; empty: nothing follows
    std::string help;
    bool repeatable = false; ///< may be given more than once
};

/// The words after the command's name, sorted into options and the rest.
class Arguments {
public:
    /// Throws UsageError: an option that is not in `known` (names the closest), a value missing, an option twice.
    /// A lone `--` ends the options; `--name=value` is as good as two words.
    Arguments(std::span<const std::string> words, std::span<const Option> known);

    bool has(const std::string &option) const { return options_.contains(option); }
    std::optional<std::string> value(const std::string &option) const;
    /// All values of a repeatable option, in order.
    std::vector<std::string> values(const std::string &option) const;
    const std::vector<std::string> &rest() const { return rest_; }

    /// Throws UsageError where more than `most` words are left that are no options.
    void allow_rest(std::size_t most, const std::string &expected) const;

private:
    std::map<std::string, std::vector<std::string>> options_;
    std::vector<std::string> rest_;
};

} // namespace catchment::app
