// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/files.h"

#include "io/input_error.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace catchment {

std::string read_file(const std::filesystem::path &file) {
    std::error_code error;
    if (std::filesystem::is_directory(file, error)) {
        throw InputError(file.string(), 0, "is a folder", "a file");
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw InputError(file.string(), 0, std::string("cannot be opened: ") + std::strerror(errno),
                         "a file that can be read");
    }
    std::string text;
    constexpr std::size_t piece = std::size_t{1} << 20; // a pipe has no size to ask for
    for (std::size_t had = 0; in; had += static_cast<std::size_t>(in.gcount())) {
        text.resize(had + piece);
        in.read(text.data() + had, piece);
        text.resize(had + static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) {
        throw InputError(file.string(), 0, "cannot be read to its end", "a file that can be read");
    }
    return text;
}

void write_file(const std::filesystem::path &file, std::string_view content) {
    std::filesystem::path target = file;
    std::error_code ignored;
    if (std::filesystem::is_symlink(file, ignored)) { // write through a link instead of replacing it
        const auto resolved = std::filesystem::canonical(file, ignored);
        target = ignored ? file : resolved;
    }
    if (std::filesystem::is_directory(target, ignored)) {
        throw OutputError(file.string() + ": is a folder; expected the name of a file");
    }
    std::string temporary = target.string() + ".XXXXXX";
    const int fd = mkstemp(temporary.data());
    if (fd < 0) {
        throw OutputError(file.string() + ": cannot be written: " + std::strerror(errno));
    }
    bool good = true;
    int error = 0;
    while (good && !content.empty()) {
        const ssize_t n = ::write(fd, content.data(), content.size());
        if (n < 0 && errno == EINTR) {
            continue;
        }
        good = n >= 0;
        error = errno; // of a full disk, say, before other calls have theirs
        content.remove_prefix(good ? static_cast<std::size_t>(n) : 0);
    }
    // The rights of the file that is replaced, else those that the process gives any new file.
    struct stat old = {};
    const mode_t mask = umask(0);
    umask(mask);
    const mode_t mode = ::stat(target.c_str(), &old) == 0 ? (old.st_mode & 07777) : (0666 & ~mask);
    if (good && (::fchmod(fd, mode) != 0 || ::fsync(fd) != 0)) {
        good = false;
        error = errno;
    }
    if (::close(fd) != 0 && good) {
        good = false;
        error = errno;
    }
    if (good && ::rename(temporary.c_str(), target.c_str()) != 0) {
        good = false;
        error = errno;
    }
    if (!good) {
        ::unlink(temporary.c_str());
        throw OutputError(file.string() + ": cannot be written: " + std::strerror(error));
    }
}

} // namespace catchment
