// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// Input that may be compressed: plain, gzip (RFC 1952), bzip2 or xz, told apart by its first bytes, not its name.
/// Several archives one after the other read as one, as their programs have it.
namespace catchment {

/// The bytes of a file from its beginning to its end, decompressed as they are asked for: what it holds at a time
/// does not depend on the size of the file.
class ByteReader {
public:
    /// Throws InputError: not there, a folder, cannot be read.
    explicit ByteReader(const std::filesystem::path &file);

    /// The same from memory; `name` stands for the file in messages.
    ByteReader(std::string name, std::string content);

    ~ByteReader();
    ByteReader(const ByteReader &) = delete;
    ByteReader &operator=(const ByteReader &) = delete;

    /// Up to `most` (at least 1) bytes into `to`, and how many; 0 at the end only. Throws InputError: the archive is
    /// damaged or breaks off, the file cannot be read further.
    std::size_t read(char *to, std::size_t most);

    const std::string &name() const;

private:
    struct Stream;
    std::unique_ptr<Stream> stream_;
};

/// Text line by line, whatever the line ends: LF, CR LF or CR, also mixed.
class LineReader {
public:
    static constexpr std::size_t longest_line = std::size_t{1} << 20; ///< bytes

    explicit LineReader(const std::filesystem::path &file) : bytes_(file) {}
    LineReader(std::string name, std::string content) : bytes_(std::move(name), std::move(content)) {}

    /// The next line without its end, valid until the next call; false at the end. Throws InputError as ByteReader
    /// does, and where a line is longer than `longest_line`.
    bool next(std::string_view &line);

    /// The number of the line that was read last, from 1.
    std::size_t line() const { return line_; }

    const std::string &name() const { return bytes_.name(); }

    /// Throws InputError at the line that was read last.
    [[noreturn]] void fail(const std::string &problem, const std::string &expected) const;

private:
    bool refill();
    void check_length(std::size_t length);

    ByteReader bytes_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0; ///< of what is not yet handed out
    std::size_t end_ = 0;
    std::size_t line_ = 0;
    bool after_cr_ = false; ///< a LF that comes next belongs to the CR before it
    bool at_end_ = false;
};

/// The whole of a file, decompressed. Throws InputError as ByteReader does, and where it is more than `most` bytes.
std::string read_decompressed(const std::filesystem::path &file, std::size_t most = std::size_t{1} << 30);

} // namespace catchment
