// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace catchment {

/// The exchanges of an import: those of the base world, which sessions and scenarios name by their ids, and those that
/// other tables name. One that stands in both is one.
class ExchangeList {
public:
    /// The exchanges of `base`, with their ids.
    explicit ExchangeList(const World &base);

    /// The exchange of that name in that city: one that was added by the same name, else one of the base world whose
    /// words say the same (`SIX Seattle` is `Seattle Internet Exchange (SIX)`), else a new one.
    ExchangeId find_or_add(const std::string &name, CityId city);

    const std::vector<Exchange> &all() const { return exchanges_; }
    std::size_t base_count() const { return base_words_.size(); }

private:
    std::set<std::string> telling_words(const std::string &name, CityId city) const;
    std::string new_id(const std::string &name) const;

    const World &base_;
    std::vector<Exchange> exchanges_;
    std::vector<std::set<std::string>> base_words_; ///< per exchange of the base world
    std::map<std::pair<std::string, CityId>, ExchangeId> by_name_;
    std::set<std::string> ids_;
};

} // namespace catchment
