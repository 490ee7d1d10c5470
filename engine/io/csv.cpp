// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv.h"

#include "io/files.h"
#include "io/input_error.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace catchment {

CsvTable::CsvTable(const std::filesystem::path &file, std::initializer_list<std::string_view> columns)
    : name_(file.string()) {
    parse(read_file(file), columns);
}

CsvTable::CsvTable(std::string name, std::string_view text, std::initializer_list<std::string_view> columns)
    : name_(std::move(name)) {
    parse(text, columns);
}

void CsvTable::parse(std::string_view text, std::initializer_list<std::string_view> columns) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    std::vector<Row> raw;
    std::size_t line = 1;
    std::size_t i = 0;
    while (i < text.size()) {
        Row row{line, {}};
        bool row_ends = false;
        while (!row_ends) {
            std::string field;
            if (i < text.size() && text[i] == '"') {
                const std::size_t opened = line;
                for (++i;; ++i) {
                    if (i >= text.size()) {
                        throw InputError(name_, opened, "a quote is not closed", "another \" at the end of the field");
                    }
                    if (text[i] == '"') {
                        if (i + 1 < text.size() && text[i + 1] == '"') {
                            ++i;
                        } else {
                            ++i;
                            break;
                        }
                    }
                    line += text[i] == '\n' ? 1 : 0;
                    field += text[i];
                }
                if (i < text.size() && text[i] != ',' && text[i] != '\n' && text[i] != '\r') {
                    throw InputError(name_, line, "text after a closing quote", "a comma or the end of the line");
                }
            } else {
                const std::size_t end = std::min(text.find_first_of(",\r\n", i), text.size());
                field = text.substr(i, end - i);
                if (field.find('"') != std::string::npos) {
                    throw InputError(name_, line, "a quote inside a field",
                                     "the whole field in quotes, its own doubled");
                }
                i = end;
            }
            if (field.find('\0') != std::string::npos) {
                throw InputError(name_, line, "a zero byte", "a text file (CSV, UTF-8)");
            }
            row.fields.push_back(std::move(field));
            row_ends = i >= text.size() || text[i] != ',';
            i += row_ends ? 0 : 1;
        }
        if (i < text.size() && text[i] == '\r') {
            ++i;
        }
        if (i < text.size() && text[i] == '\n') {
            ++i;
        }
        ++line;
        if (row.fields.size() > 1 || !row.fields.front().empty()) {
            raw.push_back(std::move(row));
        }
    }
    pick(std::move(raw), columns);
}

void CsvTable::pick(std::vector<Row> &&raw, std::initializer_list<std::string_view> columns) {
    std::string wanted;
    for (const std::string_view column : columns) {
        columns_.emplace_back(column);
        wanted += (wanted.empty() ? "" : ",") + std::string(column);
    }
    if (raw.empty()) {
        throw InputError(name_, 0, "the table is empty", "a header line: " + wanted);
    }
    const Row &header = raw.front();
    std::vector<std::size_t> place;
    for (const std::string &column : columns_) {
        const auto found = std::ranges::find(header.fields, column);
        if (found == header.fields.end()) {
            throw InputError(name_, header.line, "no column '" + column + "'", "a header line: " + wanted);
        }
        place.push_back(static_cast<std::size_t>(found - header.fields.begin()));
    }
    for (std::size_t r = 1; r < raw.size(); ++r) {
        if (raw[r].fields.size() != header.fields.size()) {
            throw InputError(name_, raw[r].line, std::to_string(raw[r].fields.size()) + " fields",
                             std::to_string(header.fields.size()) + ", as in the header line");
        }
        Row row{raw[r].line, {}};
        for (const std::size_t p : place) {
            row.fields.push_back(raw[r].fields[p]);
        }
        rows_.push_back(std::move(row));
    }
}

double CsvTable::number(std::size_t row, std::size_t column) const {
    const std::string &field = text(row, column);
    double value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc() || end != field.data() + field.size() || field.empty() || !std::isfinite(value)) {
        fail(row, columns_[column] + " '" + field + "'", "a number with a decimal point");
    }
    return value;
}

std::uint64_t CsvTable::whole(std::size_t row, std::size_t column, std::uint64_t most) const {
    const std::string &field = text(row, column);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc() || end != field.data() + field.size() || field.empty() || value > most) {
        fail(row, columns_[column] + " '" + field + "'", "a whole number, at most " + std::to_string(most));
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
