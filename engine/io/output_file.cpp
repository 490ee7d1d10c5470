// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/output_file.h"

#include "io/input_error.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace catchment {

OutputFile::OutputFile(const std::filesystem::path &file) : file_(file), target_(file) {
    std::error_code ignored;
    if (std::filesystem::is_symlink(file, ignored)) { // write through a link instead of replacing it
        const auto resolved = std::filesystem::canonical(file, ignored);
        target_ = ignored ? file : resolved;
    }
    if (std::filesystem::is_directory(target_, ignored)) {
        throw OutputError(file.string() + ": is a folder; expected the name of a file");
    }
    temporary_ = target_.string() + ".XXXXXX";
    descriptor_ = mkstemp(temporary_.data());
    if (descriptor_ < 0) {
        fail(errno);
    }
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
        ::unlink(temporary_.c_str());
    }
}

void OutputFile::write(std::string_view piece) {
    while (!piece.empty()) {
        const ssize_t n = ::write(descriptor_, piece.data(), piece.size());
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            fail(errno);
        }
        piece.remove_prefix(static_cast<std::size_t>(n));
    }
}

void OutputFile::commit() {
    // The rights of the file that is replaced, else those that the process gives any new file.
    struct stat old = {};
    const mode_t mask = umask(0);
    umask(mask);
    const mode_t mode = ::stat(target_.c_str(), &old) == 0 ? (old.st_mode & 07777) : (0666 & ~mask);
    if (::fchmod(descriptor_, mode) != 0 || ::fsync(descriptor_) != 0 ||
        ::rename(temporary_.c_str(), target_.c_str()) != 0) {
        fail(errno);
    }
    ::close(descriptor_);
    descriptor_ = -1;
}

void OutputFile::fail(int error) const {
    throw OutputError(file_.string() + ": cannot be written: " + std::strerror(error));
}

} // namespace catchment
