// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/json_stream.h"

#include "io/input_error.h"
#include "io/utf8.h"

namespace catchment {

void JsonSource::fail_at_token(const std::string &token) const {
    // The parser's own text speaks of its insides; the line and what stands there help more. A token comes with the
    // punctuation before it, and line ends spelled out as <U+000A>.
    const std::size_t begin = token.find_last_of(",:[{> \t", token.empty() ? 0 : token.size() - 2);
    const std::string seen = token.substr(begin == std::string::npos ? 0 : begin + 1);
    throw InputError(bytes_.name(), line(),
                     exhausted_ || seen.empty() ? "the JSON text breaks off" : "not JSON at '" + excerpt(seen) + "'",
                     "valid JSON (RFC 8259)");
}

} // namespace catchment
