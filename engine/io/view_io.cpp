// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/view_io.h"

#include "world/spelling.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace catchment {
namespace {

const std::string &one_of(const JsonValue &value, const std::string &what, const std::vector<std::string> &words) {
    const std::string &word = value.text(what);
    if (std::ranges::find(words, word) == words.end()) {
        value.fail(what + " is '" + word + "'", joined_with_or(words));
    }
    return word;
}

} // namespace

const std::vector<std::string> &known_projections() {
    static const std::vector<std::string> words = {"equal-earth", "robinson", "mercator", "globe"};
    return words;
}

const std::vector<std::string> &known_themes() {
    static const std::vector<std::string> words = {"light", "dark", "projector"};
    return words;
}

const std::vector<std::string> &known_layers() {
    static const std::vector<std::string> words = {"graticule", "catchments", "contested", "lens",  "borders",
                                                   "fibre",     "presence",   "exchanges", "flows", "paths",
                                                   "cities",    "markers",    "regions",   "labels"};
    return words;
}

const std::vector<std::string> &known_presets() {
    static const std::vector<std::string> words = {"slide", "paper-column", "poster", "transparent"};
    return words;
}

const std::vector<std::string> &known_parts() {
    static const std::vector<std::string> words = {"title", "subtitle", "legend",     "caption",
                                                   "name",  "date",     "attribution"};
    return words;
}

std::optional<std::pair<int, int>> parse_size(std::string_view text) {
    const auto side = [](std::string_view digits) -> std::optional<int> {
        int value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool good = error == std::errc() && end == digits.data() + digits.size() && value >= 16 && value <= 30000;
        return good ? std::optional(value) : std::nullopt;
    };
    const auto x = text.find('x');
    if (x == std::string_view::npos) {
        return std::nullopt;
    }
    const auto width = side(text.substr(0, x));
    const auto height = side(text.substr(x + 1));
    return width && height ? std::optional(std::pair(*width, *height)) : std::nullopt;
}

View read_view(const JsonValue &value) {
    View out;
    for (const auto &[key, inner] : value.object("'view'")) {
        const std::string what = "'" + key + "'";
        if (key == "projection") {
            out.projection = one_of(inner, what, known_projections());
        } else if (key == "theme") {
            out.theme = one_of(inner, what, known_themes());
        } else if (key == "extent") {
            const auto &sides = inner.array(what);
            if (sides.size() != 4) {
                inner.fail("'extent' has " + std::to_string(sides.size()) + " numbers", "west, south, east, north");
            }
            std::array<double, 4> extent{};
            for (std::size_t i = 0; i < 4; ++i) {
                extent[i] = sides[i].number("a side of 'extent'");
            }
            if (!(extent[0] >= -180 && extent[2] <= 180 && extent[0] < extent[2] && extent[1] >= -90 &&
                  extent[3] <= 90 && extent[1] < extent[3])) {
                inner.fail("'extent' is out of range", "west < east in -180 to 180, south < north in -90 to 90");
            }
            out.extent = extent;
        } else if (key == "center") {
            const auto &pair = inner.array(what);
            if (pair.size() != 2) {
                inner.fail("'center' has " + std::to_string(pair.size()) + " numbers", "latitude, longitude");
            }
            out.center = {pair[0].number("the latitude of 'center'"), pair[1].number("the longitude of 'center'")};
            if (!(std::abs(out.center->lat) <= 90 && std::abs(out.center->lon) <= 180)) {
                inner.fail("'center' is out of range", "a latitude in -90 to 90, a longitude in -180 to 180");
            }
        } else if (key == "layers") {
            for (const JsonValue &layer : inner.array(what)) {
                out.layers.push_back(one_of(layer, "a layer", known_layers()));
            }
        } else if (key == "select") {
            out.select = inner.is_null() ? std::string() : inner.text(what);
        } else if (key == "size") {
            out.size = parse_size(inner.text(what));
            if (!out.size) {
                inner.fail("'size' is '" + inner.text(what) + "'", "WIDTHxHEIGHT in pixels, as 1920x1080");
            }
        } else if (key == "dpi") {
            out.dpi = static_cast<int>(inner.whole(what, least_dpi, most_dpi));
        } else if (key == "preset") {
            out.preset = one_of(inner, what, known_presets());
        } else if (key == "subtitle") {
            out.subtitle = inner.text(what);
        } else if (key == "caption") {
            out.caption = inner.text(what);
        } else if (key == "without") {
            for (const JsonValue &part : inner.array(what)) {
                out.without.push_back(one_of(part, "a part in 'without'", known_parts()));
            }
        } else if (key == "legend") {
            out.legend = inner.boolean(what);
        } else {
            inner.fail(
                "unknown key '" + key + "' in 'view'",
                "projection, theme, extent, center, layers, select, size, dpi, preset, subtitle, caption, without or "
                "legend");
        }
    }
    return out;
}

std::string write_view(const View &view) {
    nlohmann::ordered_json json;
    json["projection"] = view.projection;
    if (!view.theme.empty()) {
        json["theme"] = view.theme;
    }
    if (view.extent) {
        json["extent"] = *view.extent;
    }
    if (view.center) {
        json["center"] = {view.center->lat, view.center->lon};
    }
    if (!view.layers.empty()) {
        json["layers"] = view.layers;
    }
    if (!view.select.empty()) {
        json["select"] = view.select;
    }
    if (view.size) {
        json["size"] = std::to_string(view.size->first) + "x" + std::to_string(view.size->second);
    }
    if (view.dpi) {
        json["dpi"] = *view.dpi;
    }
    for (const auto &[key, words] : {std::pair{"preset", &view.preset}, std::pair{"subtitle", &view.subtitle},
                                     std::pair{"caption", &view.caption}}) {
        if (!words->empty()) {
            json[key] = *words;
        }
    }
    if (!view.without.empty()) {
        json["without"] = view.without;
    }
    if (!view.legend) {
        json["legend"] = false;
    }
    return json.dump();
}

} // namespace catchment
