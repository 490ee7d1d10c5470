// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace catchment {

/// A table with a header line (RFC 4180; UTF-8 with or without a mark, either line end). Columns are asked for by
/// name and may stand in any order; columns nobody asked for are left alone.
class CsvTable {
public:
    /// Reads the whole file. Throws InputError: not readable, no header, a column missing, a quote not closed, a row
    /// with too many or too few fields.
    CsvTable(const std::filesystem::path &file, std::initializer_list<std::string_view> columns);

    /// The same from text; `name` stands for the file in messages.
    CsvTable(std::string name, std::string_view text, std::initializer_list<std::string_view> columns);

    std::size_t size() const { return rows_.size(); }

    /// A field by its row (from 0) and its place among the columns asked for.
    const std::string &text(std::size_t row, std::size_t column) const { return rows_[row].fields[column]; }

    /// The same as a number. Throws InputError where it is none, or out of range.
    double number(std::size_t row, std::size_t column) const;
    std::uint64_t whole(std::size_t row, std::size_t column, std::uint64_t most) const;

    /// The line of the file at which a row begins, from 1.
    std::size_t line(std::size_t row) const { return rows_[row].line; }

    /// Throws InputError at a row.
    [[noreturn]] void fail(std::size_t row, const std::string &problem, const std::string &expected) const;

    const std::string &name() const { return name_; }

private:
    struct Row {
        std::size_t line = 0;
        std::vector<std::string> fields;
    };

    void parse(std::string_view text, std::initializer_list<std::string_view> columns);
    void pick(std::vector<Row> &&raw, std::initializer_list<std::string_view> columns);

    std::string name_;
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
};

/// A field as RFC 4180 writes it: in quotes where it has to be.
std::string csv_field(std::string_view text);

} // namespace catchment
