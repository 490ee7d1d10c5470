// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/json_value.h"

#include "io/input_error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <set>

namespace catchment {
namespace {

/// File names of messages are few; values keep a pointer to one instead of a copy each.
const std::string *interned(const std::string &name) {
    static std::mutex mutex;
    static std::set<std::string> names;
    const std::scoped_lock lock(mutex);
    return &*names.insert(name).first;
}

/// Where the parser is in the text: the parser copies its iterators, so the count lives outside.
struct Position {
    const char *at = nullptr;
};

class CountingIterator {
public:
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using pointer = const char *;
    using reference = const char &;
    using iterator_category = std::input_iterator_tag;

    CountingIterator(const char *at, Position *position) : at_(at), position_(position) {}
    const char &operator*() const { return *at_; }
    CountingIterator &operator++() {
        position_->at = ++at_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator old = *this;
        ++*this;
        return old;
    }
    bool operator==(const CountingIterator &other) const { return at_ == other.at_; }

private:
    const char *at_;
    Position *position_;
};

} // namespace

/// Takes the parser's events and builds values with their lines.
class JsonBuilder {
public:
    JsonBuilder(std::string_view text, const std::string &name)
        : text_(text), file_(interned(name)), counted_(text.data()) {
        position_.at = text.data();
    }

    JsonValue parse() {
        using Iterator = CountingIterator;
        nlohmann::json::sax_parse(Iterator(text_.data(), &position_), Iterator(text_.data() + text_.size(), &position_),
                                  this);
        return std::move(root_);
    }

    // What nlohmann's SAX interface asks for.
    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(std::int64_t value) { return add(value); }
    bool number_unsigned(std::uint64_t value) { return add(value); }
    bool number_float(double value, const std::string &) { return add(value); }
    bool string(std::string &value) { return add(std::move(value)); }
    bool binary(std::vector<std::uint8_t> &) { return false; }
    bool start_object(std::size_t) { return open(JsonValue::Object{}); }
    bool start_array(std::size_t) { return open(JsonValue::Array{}); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string &name) {
        const auto &members = std::get<JsonValue::Object>(open_.back().value_);
        if (std::ranges::find(members, name, &JsonValue::Object::value_type::first) != members.end()) {
            throw InputError(*file_, line(), "key '" + name + "' stands twice in one object", "each key once");
        }
        keys_.back() = {std::move(name), line()};
        return true;
    }
    template <class Exception>
    bool parse_error(std::size_t, const std::string &token, const Exception &) {
        // The parser's own text speaks of its insides; the line and what stands there help more.
        const bool at_end = position_.at >= text_.data() + text_.size() && token.size() <= 1;
        std::string seen;
        for (const char c : token.substr(0, 40)) {
            if (static_cast<unsigned char>(c) >= 0x20) {
                seen += c;
            }
        }
        throw InputError(*file_, line(),
                         at_end || seen.empty() ? "the JSON text breaks off" : "not JSON at '" + seen + "'",
                         "valid JSON (RFC 8259)");
    }

private:
    std::size_t line() {
        // A number is only known to have ended by the character after it: do not count that one.
        const char *end = position_.at;
        if (end > text_.data() && end[-1] == '\n') {
            --end;
        }
        lines_ += static_cast<std::size_t>(std::count(counted_, std::max(counted_, end), '\n'));
        counted_ = std::max(counted_, end);
        return lines_;
    }

    template <class T>
    JsonValue made(T &&value) {
        JsonValue out;
        out.value_ = std::forward<T>(value);
        out.line_ = line();
        out.file_ = file_;
        return out;
    }

    template <class T>
    bool add(T &&value) {
        put(made(std::forward<T>(value)));
        return true;
    }

    template <class T>
    bool open(T &&value) {
        if (open_.size() == 64) {
            throw InputError(*file_, line(), "nested too deeply", "at most 64 levels");
        }
        open_.push_back(made(std::forward<T>(value)));
        keys_.emplace_back();
        return true;
    }

    bool close() {
        JsonValue done = std::move(open_.back());
        open_.pop_back();
        keys_.pop_back();
        put(std::move(done));
        return true;
    }

    void put(JsonValue value) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else if (auto *array = std::get_if<JsonValue::Array>(&open_.back().value_)) {
            array->push_back(std::move(value));
        } else {
            value.line_ = keys_.back().second; // a member stands where its key stands
            std::get<JsonValue::Object>(open_.back().value_)
                .emplace_back(std::move(keys_.back().first), std::move(value));
        }
    }

    std::string_view text_;
    const std::string *file_;
    Position position_;
    const char *counted_;
    std::size_t lines_ = 1;
    std::vector<JsonValue> open_;
    std::vector<std::pair<std::string, std::size_t>> keys_;
    JsonValue root_;
};

JsonValue JsonValue::parse(std::string_view text, const std::string &name) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    return JsonBuilder(text, name).parse();
}

bool JsonValue::is_empty() const {
    const auto *array = std::get_if<Array>(&value_);
    const auto *object = std::get_if<Object>(&value_);
    return is_null() || (array && array->empty()) || (object && object->empty());
}

bool JsonValue::boolean(const std::string &what) const {
    if (const auto *value = std::get_if<bool>(&value_)) {
        return *value;
    }
    fail(what + " is of the wrong type", "true or false");
}

double JsonValue::number(const std::string &what) const {
    if (const auto *value = std::get_if<double>(&value_); value && std::isfinite(*value)) {
        return *value;
    }
    if (const auto *value = std::get_if<std::int64_t>(&value_)) {
        return static_cast<double>(*value);
    }
    if (const auto *value = std::get_if<std::uint64_t>(&value_)) {
        return static_cast<double>(*value);
    }
    fail(what + " is of the wrong type", "a number");
}

std::int64_t JsonValue::whole(const std::string &what, std::int64_t least, std::int64_t most) const {
    const std::string expected = "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
    std::int64_t out = 0;
    if (const auto *value = std::get_if<std::int64_t>(&value_)) {
        out = *value;
    } else if (const auto *large = std::get_if<std::uint64_t>(&value_)) {
        if (*large > static_cast<std::uint64_t>(most)) {
            fail(what + " is out of range", expected);
        }
        out = static_cast<std::int64_t>(*large);
    } else {
        fail(what + " is of the wrong type", expected);
    }
    if (out < least || out > most) {
        fail(what + " is out of range", expected);
    }
    return out;
}

const std::string &JsonValue::text(const std::string &what) const {
    if (const auto *value = std::get_if<std::string>(&value_)) {
        return *value;
    }
    fail(what + " is of the wrong type", "text in quotes");
}

const JsonValue::Array &JsonValue::array(const std::string &what) const {
    if (const auto *value = std::get_if<Array>(&value_)) {
        return *value;
    }
    fail(what + " is of the wrong type", "a list in [ ]");
}

const JsonValue::Object &JsonValue::object(const std::string &what) const {
    if (const auto *value = std::get_if<Object>(&value_)) {
        return *value;
    }
    fail(what + " is of the wrong type", "an object in { }");
}

const JsonValue *JsonValue::find(std::string_view key) const {
    if (const auto *members = std::get_if<Object>(&value_)) {
        for (const auto &[name, value] : *members) {
            if (name == key) {
                return &value;
            }
        }
    }
    return nullptr;
}

void JsonValue::fail(const std::string &problem, const std::string &expected) const {
    throw InputError(*file_, line_, problem, expected);
}

} // namespace catchment
