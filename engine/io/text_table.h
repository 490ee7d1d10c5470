// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace catchment {

/// A small table for people to read: the first column to the left, the others, which are figures, to the right.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> header) : rows_{std::move(header)} {}

    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    bool empty() const { return rows_.size() == 1; }

    /// Every line ends in a newline. Columns that are empty in every row below the header are left out.
    std::string text() const;

private:
    std::vector<std::vector<std::string>> rows_;
};

} // namespace catchment
