// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/decompress.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <iterator>
#include <string>

namespace catchment {

/// The text of a JSON stream, a piece at a time, with a count of its lines. Only for the sources of readers: brings in
/// the whole parser.
class JsonSource {
public:
    explicit JsonSource(ByteReader &bytes) : bytes_(bytes) { refill(); }

    /// Is nothing left? Remembers that it was asked for more than there is.
    bool at_end() {
        exhausted_ = exhausted_ || at_ == end_;
        return exhausted_;
    }
    const char &front() const { return buffer_[at_]; }
    void advance() {
        last_ = buffer_[at_];
        lines_ += last_ == '\n' ? 1 : 0;
        if (++at_ == end_) {
            refill();
        }
    }

    /// The line of what was read last. A number is only known to have ended by the character after it, so a line's end
    /// counts for what stands before it.
    std::size_t line() const { return lines_ - (last_ == '\n' ? 1 : 0); }

    /// Throws InputError: what the parser could not read.
    [[noreturn]] void fail_at_token(const std::string &token) const;

private:
    void refill() {
        at_ = 0;
        end_ = bytes_.read(buffer_.data(), buffer_.size());
    }

    ByteReader &bytes_;
    std::array<char, std::size_t{1} << 16> buffer_;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    std::size_t lines_ = 1;
    char last_ = 0;
    bool exhausted_ = false;
};

/// The characters of a source for the parser; all that are not at the end move on together.
class JsonIterator {
public:
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using pointer = const char *;
    using reference = const char &;
    using iterator_category = std::input_iterator_tag;

    JsonIterator() = default; ///< the end
    explicit JsonIterator(JsonSource &source) : source_(&source) {}

    const char &operator*() const { return source_->front(); }
    JsonIterator &operator++() {
        source_->advance();
        return *this;
    }
    JsonIterator operator++(int) {
        source_->advance();
        return *this;
    }
    friend bool operator==(const JsonIterator &a, const JsonIterator &b) { return a.done() == b.done(); }
    friend bool operator!=(const JsonIterator &a, const JsonIterator &b) { return !(a == b); }

private:
    bool done() const { return !source_ || source_->at_end(); }

    JsonSource *source_ = nullptr;
};

/// Parses a stream event by event. `events` is a handler of nlohmann's SAX interface.
template <class Events>
void parse_json_stream(JsonSource &source, Events &events) {
    nlohmann::json::sax_parse(JsonIterator(source), JsonIterator(), &events);
}

} // namespace catchment
