// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/view_options.h"

#include "io/view_io.h"
#include "maps/fonts.h"
#include "world/spelling.h"

#include <QGuiApplication>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace catchment::app {
namespace {

std::string one_of(const Arguments &arguments, const std::string &option, const std::vector<std::string> &words,
                   std::string otherwise) {
    const std::string word = arguments.value(option).value_or(otherwise);
    if (word != otherwise && std::ranges::find(words, word) == words.end()) {
        throw UsageError(option + ": '" + word + "'; expected " + joined_with_or(words));
    }
    return word;
}

/// Words with commas between, each of them known.
std::vector<std::string> list_of(const std::string &option, const std::string &text,
                                 const std::vector<std::string> &known) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        const std::string word = text.substr(begin, comma - begin);
        if (std::ranges::find(known, word) == known.end()) {
            throw UsageError(option + ": '" + word + "'; expected " + joined_with_or(known));
        }
        out.push_back(word);
        begin = comma + 1;
    }
    return out;
}

std::array<double, 4> parse_extent(const std::string &words) {
    std::array<double, 4> out{};
    const char *at = words.data();
    const char *const end = at + words.size();
    bool good = true;
    for (std::size_t i = 0; i < 4 && good; ++i) {
        good = i == 0 || (at != end && *at++ == ',');
        const auto [after, error] = std::from_chars(at, end, out[i]);
        good = good && error == std::errc();
        at = after;
    }
    good = good && at == end && out[0] >= -180 && out[2] <= 180 && out[0] < out[2] && out[1] >= -90 && out[3] <= 90 &&
           out[1] < out[3];
    if (!good) {
        throw UsageError("--extent: '" + words + "'; expected W,S,E,N in degrees, west < east and south < north");
    }
    return out;
}

GeoPoint parse_center(const std::string &words) {
    GeoPoint out;
    const char *const end = words.data() + words.size();
    const auto lat = std::from_chars(words.data(), end, out.lat);
    bool good = lat.ec == std::errc() && lat.ptr != end && *lat.ptr == ',';
    if (good) {
        const auto lon = std::from_chars(lat.ptr + 1, end, out.lon);
        good = lon.ec == std::errc() && lon.ptr == end && std::abs(out.lat) <= 90 && std::abs(out.lon) <= 180;
    }
    if (!good) {
        throw UsageError("--center: '" + words + "'; expected LAT,LON in degrees, such as 20,100");
    }
    return out;
}

int parse_dpi(const std::string &words) {
    int value = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (error != std::errc() || end != words.data() + words.size() || value < least_dpi || value > most_dpi) {
        throw UsageError("--dpi: '" + words + "'; expected a whole number from 30 to 2400");
    }
    return value;
}

} // namespace

std::vector<Option> with_view_options(std::vector<Option> own) {
    const std::vector<Option> view = {
        {"--size", "WxH", "in pixels, up to 150 megapixels; 1920x1080 unless said otherwise"},
        {"--dpi", "DPI", "pixels to the inch: how large the file says that it is (96)"},
        {"--preset", "NAME", "size, dpi and text for a use: " + joined_with_or(known_presets())},
        {"--projection", "NAME", joined_with_or(known_projections())},
        {"--extent", "W,S,E,N", "a part of the world, in degrees"},
        {"--center", "LAT,LON", "the middle of the globe"},
        {"--layers", "NAMES", "only these, with commas: " + joined_with_or(known_layers())},
        {"--select", "CITY", "draws this city's path"},
        {"--theme", "NAME", "light (unless said otherwise), dark or projector"},
        {"--title", "TEXT", "above the map, in place of the scenario's"},
        {"--subtitle", "TEXT", "under the title, in place of the figures"},
        {"--caption", "TEXT", "under the map"},
        {"--without", "PARTS", "leaves these out, with commas: " + joined_with_or(known_parts())},
        {"--no-legend", "", "leaves the legend out"},
    };
    own.insert(own.end(), view.begin(), view.end());
    return own;
}

View merged_view(const Arguments &arguments, View view) {
    view.projection = one_of(arguments, "--projection", known_projections(), view.projection);
    view.theme = one_of(arguments, "--theme", known_themes(), view.theme.empty() ? "light" : view.theme);
    view.preset = one_of(arguments, "--preset", known_presets(), view.preset);
    if (const auto size = arguments.value("--size")) {
        view.size = parse_size(*size);
        if (!view.size) {
            throw UsageError("--size: '" + *size + "'; expected WIDTHxHEIGHT, each from 16 to 30000 pixels");
        }
    }
    if (const auto dpi = arguments.value("--dpi")) {
        view.dpi = parse_dpi(*dpi);
    }
    if (const auto extent = arguments.value("--extent")) {
        view.extent = parse_extent(*extent);
    }
    if (const auto center = arguments.value("--center")) {
        view.center = parse_center(*center);
    }
    if (view.center && view.projection != "globe") {
        throw UsageError("--center: the projection is " + view.projection + "; expected globe, which alone turns");
    }
    if (const auto layers = arguments.value("--layers")) {
        view.layers = list_of("--layers", *layers, known_layers());
    }
    if (const auto parts = arguments.value("--without")) {
        const std::vector<std::string> left_out = list_of("--without", *parts, known_parts());
        std::ranges::copy_if(left_out, std::back_inserter(view.without), [&](const std::string &part) {
            return std::ranges::find(view.without, part) == view.without.end();
        });
    }
    if (arguments.has("--no-legend")) {
        view.legend = false;
    }
    view.select = arguments.value("--select").value_or(view.select);
    view.subtitle = arguments.value("--subtitle").value_or(view.subtitle);
    view.caption = arguments.value("--caption").value_or(view.caption);
    if (view.size && double(view.size->first) * view.size->second > 150e6) {
        throw UsageError("--size: more than 150 megapixels; expected a smaller picture");
    }
    return view;
}

std::unique_ptr<QGuiApplication> prepare_pictures() {
    if (QCoreApplication::instance()) {
        return nullptr;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static int argc = 1;
    static char name[] = "catchment";
    static char *argv[] = {name, nullptr};
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    maps::load_fonts();
    return application;
}

} // namespace catchment::app
