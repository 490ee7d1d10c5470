// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace catchment {

/// A table with a header line (RFC 4180; UTF-8 with or without a mark, either line end). Columns are asked for by
/// name and may stand in any order; columns nobody asked for are left alone. Holds the text once, and of each field
/// asked for where it stands.
class CsvTable {
public:
    using Columns = std::initializer_list<std::string_view>;

    /// Reads the whole file. Throws InputError: not readable, no header, a column missing, a quote not closed, a row
    /// with too many or too few fields. `optional` columns follow the others; where they are missing, every field of
    /// theirs is empty.
    CsvTable(const std::filesystem::path &file, Columns columns, Columns optional = {});

    /// The same from text; `name` stands for the file in messages.
    CsvTable(std::string name, std::string text, Columns columns, Columns optional = {});

    std::size_t size() const { return lines_.size(); }

    /// A field by its row (from 0) and its place among the columns asked for. Lives as long as the table.
    std::string_view text(std::size_t row, std::size_t column) const {
        const Field &field = fields_[row * columns_.size() + column];
        return std::string_view(text_).substr(field.begin, field.length);
    }
    std::string string(std::size_t row, std::size_t column) const { return std::string(text(row, column)); }

    /// The same as a number. Throws InputError where it is none, or out of range.
    double number(std::size_t row, std::size_t column) const;
    std::uint64_t whole(std::size_t row, std::size_t column, std::uint64_t most) const;

    /// The line of the file at which a row begins, from 1.
    std::size_t line(std::size_t row) const { return lines_[row]; }

    /// Throws InputError at a row.
    [[noreturn]] void fail(std::size_t row, const std::string &problem, const std::string &expected) const;

    const std::string &name() const { return name_; }

private:
    struct Field {
        std::uint32_t begin = 0; ///< in the text
        std::uint32_t length = 0;
    };

    void parse(Columns columns, Columns optional);
    Field field(std::size_t &at);
    Field quoted(std::size_t &at);
    void take_header(const std::vector<Field> &row, std::size_t line, Columns columns, Columns optional);
    void take_row(const std::vector<Field> &row, std::size_t line);

    std::string name_;
    std::string text_; ///< quoted fields without their quotes
    std::vector<std::string> columns_;
    std::vector<std::size_t> place_; ///< per column: its place in a row of the file, or the number of fields in one
    std::size_t width_ = 0;          ///< fields in a row of the file
    std::vector<Field> fields_;      ///< row × column
    std::vector<std::uint32_t> lines_;
    std::size_t line_ = 1; ///< while it is read
};

/// A field as RFC 4180 writes it: in quotes where it has to be.
std::string csv_field(std::string_view text);

} // namespace catchment
