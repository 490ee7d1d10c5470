// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace catchment {

/// A JSON value that knows its line, so that a message can say where. Every accessor throws InputError where the
/// value is not what was asked for.
class JsonValue {
public:
    using Object = std::vector<std::pair<std::string, JsonValue>>;
    using Array = std::vector<JsonValue>;

    /// Reads JSON text (RFC 8259; a key twice in one object is refused, and so is nesting deeper than 64). `name`
    /// stands for the file in messages.
    static JsonValue parse(std::string_view text, const std::string &name);

    bool is_null() const { return std::holds_alternative<std::nullptr_t>(value_); }
    bool is_empty() const; ///< null, [] or {}
    bool is_array() const { return std::holds_alternative<Array>(value_); }

    /// `what` names the value in messages: `'prepend'`.
    bool boolean(const std::string &what) const;
    double number(const std::string &what) const;
    std::int64_t whole(const std::string &what, std::int64_t least, std::int64_t most) const;
    const std::string &text(const std::string &what) const;
    const Array &array(const std::string &what) const;
    const Object &object(const std::string &what) const;

    /// The value of a key of an object; nothing where it is not there.
    const JsonValue *find(std::string_view key) const;

    std::size_t line() const { return line_; }

    /// Throws InputError at this value.
    [[noreturn]] void fail(const std::string &problem, const std::string &expected) const;

private:
    friend class JsonBuilder;
    std::variant<std::nullptr_t, bool, std::int64_t, std::uint64_t, double, std::string, Array, Object> value_ =
        nullptr;
    std::size_t line_ = 0;
    const std::string *file_ = nullptr; ///< interned: lives as long as the program
};

} // namespace catchment
