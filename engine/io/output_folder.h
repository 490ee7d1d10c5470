// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace catchment {

/// A folder that appears only once it is whole: it is filled beside its place, then renamed.
class OutputFolder {
public:
    /// A folder that is there already and not empty is replaced where `replaceable` names everything in it, and
    /// refused otherwise. Throws OutputError: refused, a file, or nothing can be written there.
    OutputFolder(std::filesystem::path folder, const std::set<std::string> &replaceable);

    /// Leaves nothing behind where commit was not called, or failed.
    ~OutputFolder();
    OutputFolder(const OutputFolder &) = delete;
    OutputFolder &operator=(const OutputFolder &) = delete;

    /// Where to write the files.
    const std::filesystem::path &path() const { return temporary_; }

    /// Puts the folder in its place. Throws OutputError.
    void commit();

private:
    [[noreturn]] void fail(const std::string &why) const;

    std::filesystem::path folder_;
    std::filesystem::path temporary_; ///< empty once it is in its place
};

} // namespace catchment
