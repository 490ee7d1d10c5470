// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/input_error.h"

#include "world/spelling.h"

namespace catchment {
namespace {

std::string message(const std::string &file, std::size_t line, const std::string &problem,
                    const std::string &expected) {
    std::string text = file;
    if (line > 0) {
        text += ':' + std::to_string(line);
    }
    text += ": " + problem;
    if (!expected.empty()) {
        text += "; expected " + expected;
    }
    return in_one_line(std::move(text));
}

} // namespace

InputError::InputError(std::string in_file, std::size_t at_line, std::string what_is_wrong,
                       std::string what_was_expected)
    : std::runtime_error(message(in_file, at_line, what_is_wrong, what_was_expected)), file(std::move(in_file)),
      line(at_line), problem(std::move(what_is_wrong)), expected(std::move(what_was_expected)) {}

} // namespace catchment
