// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/decompress.h"

#include "io/input_error.h"

#include <boost/iostreams/categories.hpp>
#include <boost/iostreams/filter/bzip2.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/lzma.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <new>

namespace catchment {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 16;

/// The bytes as they lie in the file or in memory, with a look at the first of them; a pipe will do, too.
class RawBytes {
public:
    explicit RawBytes(const std::filesystem::path &file) {
        in_.open(file, std::ios::binary);
        opened_ = in_.is_open();
        if (opened_) {
            held_.resize(chunk);
            held_.resize(from_file(held_.data(), chunk));
        }
    }
    explicit RawBytes(std::string content) : held_(std::move(content)), opened_(true) {}

    bool opened() const { return opened_; }
    bool broken() const { return in_.bad(); }
    std::string_view first() const { return held_; }

    std::size_t read(char *to, std::size_t most) {
        if (at_ < held_.size()) {
            const std::size_t n = std::min(most, held_.size() - at_);
            std::memcpy(to, held_.data() + at_, n);
            at_ += n;
            remember(to, n);
            return n;
        }
        const std::size_t n = in_.is_open() ? from_file(to, most) : 0;
        remember(to, n);
        return n;
    }

    /// The last bytes that were read.
    std::string_view last() const { return last_; }

private:
    std::size_t from_file(char *to, std::size_t most) {
        in_.read(to, static_cast<std::streamsize>(most));
        return static_cast<std::size_t>(in_.gcount());
    }

    void remember(const char *bytes, std::size_t n) {
        last_.append(bytes + n - std::min<std::size_t>(n, 12), std::min<std::size_t>(n, 12));
        last_.erase(0, last_.size() - std::min<std::size_t>(last_.size(), 12));
    }

    std::ifstream in_;
    std::string held_;
    std::size_t at_ = 0;
    std::string last_;
    bool opened_ = false;
};

/// The same as a Source of Boost.Iostreams, which copies it.
class RawSource {
public:
    using char_type = char;
    using category = boost::iostreams::source_tag;
    explicit RawSource(RawBytes *bytes) : bytes_(bytes) {}
    std::streamsize read(char *to, std::streamsize most) {
        const std::size_t n = bytes_->read(to, static_cast<std::size_t>(most));
        return n == 0 ? -1 : static_cast<std::streamsize>(n);
    }

private:
    RawBytes *bytes_;
};

enum class Packing { Plain, Gzip, Bzip2, Xz };

Packing packing_of(std::string_view first) {
    using namespace std::string_view_literals;
    if (first.starts_with("\x1f\x8b"sv)) {
        return Packing::Gzip;
    }
    if (first.starts_with("BZh"sv) && first.size() > 3 && first[3] >= '1' && first[3] <= '9') {
        return Packing::Bzip2;
    }
    return first.starts_with("\xfd"
                             "7zXZ\0"sv)
               ? Packing::Xz
               : Packing::Plain;
}

const char *archive_name(Packing packing) {
    return packing == Packing::Gzip ? "gzip archive" : packing == Packing::Bzip2 ? "bzip2 archive" : "xz archive";
}

} // namespace

struct ByteReader::Stream {
    Stream(std::string in_name, RawBytes in_raw) : name(std::move(in_name)), raw(std::move(in_raw)) {
        packing = packing_of(raw.first());
        namespace io = boost::iostreams;
        switch (packing) {
        case Packing::Plain:
            return;
        case Packing::Gzip:
            buffer.push(io::gzip_decompressor(io::zlib::default_window_bits, chunk));
            break;
        case Packing::Bzip2:
            buffer.push(io::bzip2_decompressor(false, chunk));
            break;
        case Packing::Xz:
            buffer.push(io::lzma_decompressor(chunk));
            break;
        }
        buffer.push(RawSource(&raw), chunk);
    }

    [[noreturn]] void damaged() const {
        throw InputError(name, 0, std::string("the ") + archive_name(packing) + " breaks off or is damaged",
                         "a whole archive, or plain text");
    }

    /// Boost takes the end of its input for the end of an xz stream; a whole one ends with its footer's magic bytes,
    /// and perhaps padding (xz file format 1.1.0, 2.1.2.4 and 2.2).
    bool xz_ends() const {
        std::string_view tail = raw.last();
        while (tail.ends_with(std::string_view("\0\0\0\0", 4))) {
            tail.remove_suffix(4);
        }
        return tail.ends_with("YZ") || tail.empty();
    }

    std::string name;
    RawBytes raw;
    Packing packing = Packing::Plain;
    boost::iostreams::filtering_streambuf<boost::iostreams::input> buffer;
};

ByteReader::ByteReader(const std::filesystem::path &file) {
    std::error_code error;
    if (std::filesystem::is_directory(file, error)) {
        throw InputError(file.string(), 0, "is a folder", "a file");
    }
    errno = 0;
    RawBytes raw(file);
    if (!raw.opened()) {
        throw InputError(file.string(), 0, std::string("cannot be opened: ") + std::strerror(errno),
                         "a file that can be read");
    }
    stream_ = std::make_unique<Stream>(file.string(), std::move(raw));
}

ByteReader::ByteReader(std::string name, std::string content)
    : stream_(std::make_unique<Stream>(std::move(name), RawBytes(std::move(content)))) {}

ByteReader::~ByteReader() = default;

const std::string &ByteReader::name() const { return stream_->name; }

std::size_t ByteReader::read(char *to, std::size_t most) {
    Stream &stream = *stream_;
    std::size_t n = 0;
    if (stream.packing == Packing::Plain) {
        n = stream.raw.read(to, most);
    } else {
        try {
            n = static_cast<std::size_t>(
                std::max<std::streamsize>(stream.buffer.sgetn(to, static_cast<std::streamsize>(most)), 0));
        } catch (const std::bad_alloc &) {
            throw;
        } catch (const std::exception &) {
            stream.damaged();
        }
        if (n == 0 && stream.packing == Packing::Xz && !stream.xz_ends()) {
            stream.damaged();
        }
    }
    if (stream.raw.broken()) {
        throw InputError(stream.name, 0, "cannot be read to its end", "a file that can be read");
    }
    return n;
}

bool LineReader::refill() {
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    check_length(end_);
    if (end_ == buffer_.size()) {
        buffer_.resize(std::max(chunk, 2 * buffer_.size()));
    }
    const std::size_t n = bytes_.read(buffer_.data() + end_, buffer_.size() - end_);
    end_ += n;
    at_end_ = n == 0;
    return n > 0;
}

void LineReader::check_length(std::size_t length) {
    if (length > longest_line) {
        ++line_;
        fail("a line of more than " + std::to_string(longest_line) + " bytes", "lines of text");
    }
}

bool LineReader::next(std::string_view &line) {
    std::size_t at = begin_;
    for (;;) {
        if (after_cr_ && begin_ < end_) {
            begin_ += buffer_[begin_] == '\n' ? 1 : 0;
            at = begin_;
            after_cr_ = false;
        }
        while (at < end_ && buffer_[at] != '\n' && buffer_[at] != '\r') {
            ++at;
        }
        const std::size_t length = at - begin_;
        check_length(length);
        if (at < end_) {
            line = {buffer_.data() + begin_, length};
            after_cr_ = buffer_[at] == '\r';
            begin_ = at + 1;
            ++line_;
            return true;
        }
        if (at_end_ || !refill()) {
            line = {buffer_.data() + begin_, length};
            begin_ = end_;
            line_ += length > 0 ? 1 : 0;
            return length > 0;
        }
        at = begin_ + length;
    }
}

void LineReader::fail(const std::string &problem, const std::string &expected) const {
    throw InputError(name(), line_, problem, expected);
}

std::string read_decompressed(const std::filesystem::path &file, std::size_t most) {
    ByteReader bytes(file);
    std::string out;
    for (;;) {
        const std::size_t had = out.size();
        out.resize(had + chunk * 4);
        const std::size_t n = bytes.read(out.data() + had, chunk * 4);
        out.resize(had + n);
        if (n == 0) {
            return out;
        }
        if (out.size() > most) {
            throw InputError(file.string(), 0, "is more than " + std::to_string(most) + " bytes", "a smaller file");
        }
    }
}

} // namespace catchment
