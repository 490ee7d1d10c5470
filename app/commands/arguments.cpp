// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"

#include "world/spelling.h"

#include <algorithm>

namespace catchment::app {

Arguments::Arguments(std::span<const std::string> words, std::span<const Option> known) {
    bool options_end = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (options_end || !word.starts_with("-") || word == "-") {
            rest_.push_back(word);
            continue;
        }
        if (word == "--") {
            options_end = true;
            continue;
        }
        const auto equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const auto option = std::ranges::find(known, name, &Option::name);
        if (option == known.end()) {
            std::vector<std::string> names;
            for (const Option &o : known) {
                names.push_back(o.name);
            }
            throw UsageError("unknown option '" + name + "'; expected " +
                             joined_with_or(closest_words(name, names, 3)));
        }
        std::string value;
        if (option->value.empty() && equals != std::string::npos) {
            throw UsageError("a value after " + name + "; expected nothing");
        }
        if (!option->value.empty()) {
            if (equals != std::string::npos) {
                value = word.substr(equals + 1);
            } else if (++i < words.size()) {
                value = words[i];
            } else {
                throw UsageError("nothing after " + name + "; expected " + option->value);
            }
        }
        std::vector<std::string> &values = options_[name];
        if (!values.empty() && !option->repeatable) {
            throw UsageError(name + " is given twice; expected once");
        }
        values.push_back(value);
    }
}

std::optional<std::string> Arguments::value(const std::string &option) const {
    const auto found = options_.find(option);
    return found == options_.end() ? std::nullopt : std::optional(found->second.front());
}

std::vector<std::string> Arguments::values(const std::string &option) const {
    const auto found = options_.find(option);
    return found == options_.end() ? std::vector<std::string>() : found->second;
}

void Arguments::allow_rest(std::size_t most, const std::string &expected) const {
    if (rest_.size() > most) {
        throw UsageError("too many words, from '" + rest_[most] + "' on; expected " + expected);
    }
}

} // namespace catchment::app
