// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv.h"

#include "io/files.h"
#include "io/input_error.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace catchment {

CsvTable::CsvTable(const std::filesystem::path &file, Columns columns, Columns optional)
    : CsvTable(file.string(), read_file(file), columns, optional) {}

CsvTable::CsvTable(std::string name, std::string text, Columns columns, Columns optional)
    : name_(std::move(name)), text_(std::move(text)) {
    if (text_.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw InputError(name_, 0, "is more than 4 GiB", "a smaller table");
    }
    parse(columns, optional);
}

void CsvTable::parse(Columns columns, Columns optional) {
    std::size_t at = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    std::vector<Field> row;
    while (at < text_.size()) {
        const std::size_t begins = line_;
        row.clear();
        row.push_back(field(at));
        while (at < text_.size() && text_[at] == ',') {
            row.push_back(field(++at));
        }
        at += at < text_.size() && text_[at] == '\r' ? 1 : 0;
        at += at < text_.size() && text_[at] == '\n' ? 1 : 0;
        ++line_;
        if (row.size() == 1 && row.front().length == 0) {
            continue;
        }
        width_ == 0 ? take_header(row, begins, columns, optional) : take_row(row, begins);
    }
    if (width_ == 0) {
        take_header({}, 0, columns, optional);
    }
}

/// Reads the field that begins at `at`, and moves there to what follows it.
CsvTable::Field CsvTable::field(std::size_t &at) {
    Field out;
    if (at < text_.size() && text_[at] == '"') {
        out = quoted(at);
    } else {
        const std::size_t end = std::min(text_.find_first_of(",\r\n", at), text_.size());
        out = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end - at)};
        if (std::string_view(text_).substr(at, end - at).find('"') != std::string_view::npos) {
            throw InputError(name_, line_, "a quote inside a field", "the whole field in quotes, its own doubled");
        }
        at = end;
    }
    if (std::string_view(text_).substr(out.begin, out.length).find('\0') != std::string_view::npos) {
        throw InputError(name_, line_, "a zero byte", "a text file (CSV, UTF-8)");
    }
    return out;
}

/// Its own quotes are undoubled where they stand: the text only gets shorter.
CsvTable::Field CsvTable::quoted(std::size_t &at) {
    const std::size_t opened = line_;
    const std::size_t begin = ++at;
    std::size_t out = begin;
    for (;; ++at) {
        if (at >= text_.size()) {
            throw InputError(name_, opened, "a quote is not closed", "another \" at the end of the field");
        }
        if (text_[at] == '"') {
            ++at;
            if (at >= text_.size() || text_[at] != '"') {
                break;
            }
        }
        line_ += text_[at] == '\n' ? 1 : 0;
        text_[out++] = text_[at];
    }
    if (at < text_.size() && text_[at] != ',' && text_[at] != '\n' && text_[at] != '\r') {
        throw InputError(name_, line_, "text after a closing quote", "a comma or the end of the line");
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(out - begin)};
}

void CsvTable::take_header(const std::vector<Field> &row, std::size_t line, Columns columns, Columns optional) {
    std::string wanted;
    for (const std::string_view column : columns) {
        wanted += (wanted.empty() ? "" : ",") + std::string(column);
    }
    if (row.empty()) {
        throw InputError(name_, 0, "the table is empty", "a header line: " + wanted);
    }
    const auto find = [&](std::string_view column) {
        const auto found = std::ranges::find_if(
            row, [&](const Field &f) { return std::string_view(text_).substr(f.begin, f.length) == column; });
        columns_.emplace_back(column);
        place_.push_back(static_cast<std::size_t>(found - row.begin()));
        return found != row.end();
    };
    for (const std::string_view column : columns) {
        if (!find(column)) {
            throw InputError(name_, line, "no column '" + std::string(column) + "'", "a header line: " + wanted);
        }
    }
    for (const std::string_view column : optional) {
        find(column);
    }
    width_ = row.size();
}

void CsvTable::take_row(const std::vector<Field> &row, std::size_t line) {
    if (row.size() != width_) {
        throw InputError(name_, line, std::to_string(row.size()) + " fields",
                         std::to_string(width_) + ", as in the header line");
    }
    for (const std::size_t place : place_) {
        fields_.push_back(place < width_ ? row[place] : Field());
    }
    lines_.push_back(static_cast<std::uint32_t>(line));
}

double CsvTable::number(std::size_t row, std::size_t column) const {
    const std::string_view field = text(row, column);
    double value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc() || end != field.data() + field.size() || field.empty() || !std::isfinite(value)) {
        fail(row, columns_[column] + " '" + string(row, column) + "'", "a number with a decimal point");
    }
    return value;
}

std::uint64_t CsvTable::whole(std::size_t row, std::size_t column, std::uint64_t most) const {
    const std::string_view field = text(row, column);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc() || end != field.data() + field.size() || field.empty() || value > most) {
        fail(row, columns_[column] + " '" + string(row, column) + "'",
             "a whole number, at most " + std::to_string(most));
    }
    return value;
}

void CsvTable::fail(std::size_t row, const std::string &problem, const std::string &expected) const {
    throw InputError(name_, line(row), problem, expected);
}

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') {
            out += c;
        }
    }
    return out + '"';
}

} // namespace catchment
