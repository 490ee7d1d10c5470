// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/output_folder.h"

#include "io/input_error.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/stat.h>
#include <system_error>

namespace catchment {
namespace {

/// A new folder beside `folder`, with a name of its own.
std::filesystem::path made_beside(const std::filesystem::path &folder) {
    std::string name = folder.string() + ".XXXXXX";
    return mkdtemp(name.data()) ? std::filesystem::path(name) : std::filesystem::path();
}

} // namespace

OutputFolder::OutputFolder(std::filesystem::path folder, const std::set<std::string> &replaceable)
    : folder_(std::move(folder)) {
    if (!folder_.has_filename()) { // a slash at the end
        folder_ = folder_.parent_path();
    }
    std::error_code error;
    if (std::filesystem::is_symlink(folder_, error)) { // replace what a link leads to, not the link
        const auto resolved = std::filesystem::canonical(folder_, error);
        folder_ = error ? folder_ : resolved;
    }
    if (std::filesystem::exists(folder_, error) && !std::filesystem::is_directory(folder_, error)) {
        fail("is a file; expected a folder");
    }
    const bool is_there = std::filesystem::is_directory(folder_, error);
    error.clear(); // not to be there is none
    if (is_there) {
        for (const auto &entry : std::filesystem::directory_iterator(folder_, error)) {
            const std::string name = entry.path().filename().string();
            if (!replaceable.contains(name)) {
                fail("holds '" + name + "'; expected a new or an empty folder" +
                     (replaceable.empty() ? "" : ", or nothing but what is replaced"));
            }
        }
    }
    temporary_ = error ? std::filesystem::path() : made_beside(folder_);
    if (temporary_.empty()) {
        fail(std::string("cannot be written: ") + std::strerror(error ? error.value() : errno));
    }
    // The rights that the process gives any new folder; mkdtemp keeps others out.
    const mode_t mask = umask(0);
    umask(mask);
    ::chmod(temporary_.c_str(), 0777 & ~mask);
}

OutputFolder::~OutputFolder() {
    std::error_code ignored;
    if (!temporary_.empty()) {
        std::filesystem::remove_all(temporary_, ignored);
    }
}

void OutputFolder::commit() {
    std::error_code error;
    std::filesystem::rename(temporary_, folder_, error); // over an empty folder, too
    if (error == std::errc::directory_not_empty || error == std::errc::file_exists) {
        // Two steps, so that the old one is there until the new one is ready.
        const std::filesystem::path old = made_beside(folder_);
        error.clear();
        std::filesystem::rename(folder_, old, error);
        if (!error) {
            std::filesystem::rename(temporary_, folder_, error);
            std::error_code ignored;
            if (error) {
                std::filesystem::rename(old, folder_, ignored);
            } else {
                std::filesystem::remove_all(old, ignored);
            }
        }
    }
    if (error) {
        fail("cannot be written: " + error.message());
    }
    temporary_.clear();
}

void OutputFolder::fail(const std::string &why) const { throw OutputError(folder_.string() + ": " + why); }

} // namespace catchment
