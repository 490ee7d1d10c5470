// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace catchment {

/// A file that is written piece by piece, for what is too much to hold, and appears only once it is whole: beside its
/// place, then renamed over it. See write_file for what is at hand at once.
class OutputFile {
public:
    /// Throws OutputError where nothing can be written there.
    explicit OutputFile(const std::filesystem::path &file);

    /// Leaves nothing behind where commit was not called, or failed.
    ~OutputFile();
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    /// Throws OutputError.
    void write(std::string_view piece);

    /// Puts the file in its place. Throws OutputError.
    void commit();

private:
    [[noreturn]] void fail(int error) const;

    std::filesystem::path file_;
    std::filesystem::path target_;
    std::string temporary_;
    int descriptor_ = -1;
};

} // namespace catchment
