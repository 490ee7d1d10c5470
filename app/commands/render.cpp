// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "io/files.h"
#include "io/input_error.h"
#include "io/view_io.h"
#include "maps/figure.h"
#include "maps/fonts.h"
#include "maps/picture_file.h"
#include "world/spelling.h"

#include <QGuiApplication>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace catchment::app {
namespace {

template <class T>
std::string one_of(const Arguments &arguments, const std::string &option, const T &words, std::string otherwise) {
    const std::string word = arguments.value(option).value_or(std::move(otherwise));
    if (std::ranges::find(words, word) == words.end()) {
        throw UsageError(option + ": '" + word + "'; expected " + joined_with_or(words));
    }
    return word;
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

/// What is always there, and the layers that the words name.
maps::LayerSet layers_from_words(const std::vector<std::string> &words) {
    using maps::Layer;
    static const std::map<std::string, maps::LayerSet> named = {
        {"graticule", {Layer::Graticule}},
        {"catchments", {Layer::Cells, Layer::CatchmentBorders}},
        {"contested", {Layer::Contested}},
        {"lens", {Layer::Lens}},
        {"borders", {Layer::Borders}},
        {"fibre", {Layer::Fibre}},
        {"presence", {Layer::Presence}},
        {"exchanges", {Layer::Exchanges}},
        {"flows", {Layer::Flows}},
        {"paths", {Layer::Paths}},
        {"cities", {Layer::Cities, Layer::Markers}},
        {"markers", {Layer::Markers}},
        {"regions", {Layer::Regions}},
        {"labels", {Layer::Labels}},
    };
    maps::LayerSet out = {Layer::Sea, Layer::Land, Layer::Legend, Layer::Captions, Layer::Attribution};
    for (const std::string &word : words) {
        out.insert(named.at(word).begin(), named.at(word).end());
    }
    return out;
}

/// The scenario's view, with what the words say in its place.
View merged_view(const Arguments &arguments, View view) {
    view.projection = one_of(arguments, "--projection", known_projections(), view.projection);
    view.theme = one_of(arguments, "--theme", known_themes(), view.theme.empty() ? "light" : view.theme);
    if (const auto size = arguments.value("--size")) {
        view.size = parse_size(*size);
        if (!view.size) {
            throw UsageError("--size: '" + *size + "'; expected WIDTHxHEIGHT, each from 16 to 30000 pixels");
        }
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
        view.layers.clear();
        for (std::size_t begin = 0; begin <= layers->size();) {
            const std::size_t comma = std::min(layers->find(',', begin), layers->size());
            const std::string word = layers->substr(begin, comma - begin);
            if (std::ranges::find(known_layers(), word) == known_layers().end()) {
                throw UsageError("--layers: '" + word + "'; expected " + joined_with_or(known_layers()));
            }
            view.layers.push_back(word);
            begin = comma + 1;
        }
    }
    if (arguments.has("--no-legend")) {
        view.legend = false;
    }
    if (const auto city = arguments.value("--select")) {
        view.select = *city;
    }
    const auto [width, height] = view.size.value_or(std::pair(1920, 1080));
    if (double(width) * height > maps::most_pixels) {
        throw UsageError("--size: more than 150 megapixels; expected a smaller picture");
    }
    return view;
}

maps::PictureFormat format_of(const std::string &file) {
    const std::string ending = std::filesystem::path(folded(file)).extension().string();
    if (const auto format = maps::picture_from_word(ending.empty() ? "" : ending.substr(1))) {
        return *format;
    }
    throw UsageError("-o: '" + file + "' has an unknown ending; expected .png, .svg or .pdf");
}

int dpi(const Arguments &arguments) {
    const std::string words = arguments.value("--dpi").value_or("96");
    int value = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (error != std::errc() || end != words.data() + words.size() || value < 30 || value > 2400) {
        throw UsageError("--dpi: '" + words + "'; expected a whole number from 30 to 2400");
    }
    return value;
}

int render(const Arguments &arguments) {
    arguments.allow_rest(1, "one scenario file");
    const auto file = arguments.value("-o");
    if (!file) {
        throw UsageError("no output; expected -o MAP.png");
    }
    const maps::PictureFormat format = format_of(*file);
    const int dots = dpi(arguments);
    const Inputs inputs = read_inputs(arguments, arguments.rest().empty() ? "" : arguments.rest().front());
    const View view = merged_view(arguments, inputs.scenario.view);

    maps::FigureOptions options;
    options.size =
        QSize(view.size.value_or(std::pair(1920, 1080)).first, view.size.value_or(std::pair(1920, 1080)).second);
    options.projection = *maps::projection_from_word(view.projection);
    options.extent = view.extent;
    options.center = view.center.value_or(options.center);
    options.theme = QString::fromStdString(view.theme);
    options.title = QString::fromStdString(arguments.value("--title").value_or(inputs.scenario.title));
    options.legend = view.legend;
    if (!view.layers.empty()) {
        options.layers = layers_from_words(view.layers);
    }
    if (!view.select.empty()) {
        options.selected = city_from_words(*inputs.world, view.select, "--select");
    }
    const auto result = solve_inputs(inputs, arguments);

    // No display is needed: the picture is painted in memory.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "catchment";
    char *argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv);
    maps::load_fonts();
    const QByteArray bytes =
        maps::picture_file(maps::layout_figure(result, options), format,
                           {double(dots), options.title, {}, QString::fromStdString(inputs.world->date)});
    if (bytes.isEmpty()) {
        throw OutputError(*file + ": the picture could not be made: not enough memory");
    }
    write_file(*file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    return Done;
}

} // namespace

Command render_command() {
    return {"render", "[SCENARIO] -o MAP.png [--size 1920x1080] [--select CITY] …", "Draws a finished map.",
            with_input_options({{"-o", "FILE", "the picture to write, .png"},
                                {"--size", "WxH", "in pixels, 1920x1080 unless said otherwise"},
                                {"--dpi", "DPI", "dots per inch that the file states"},
                                {"--projection", "NAME", joined_with_or(known_projections())},
                                {"--extent", "W,S,E,N", "a part of the world, in degrees"},
                                {"--center", "LAT,LON", "the middle of the globe"},
                                {"--layers", "NAMES", "only these, with commas: " + joined_with_or(known_layers())},
                                {"--select", "CITY", "draws this city's path"},
                                {"--theme", "NAME", "light (unless said otherwise), dark or projector"},
                                {"--title", "TEXT", "above the map, in place of the scenario's"},
                                {"--no-legend", "", "leaves the legend out"}}),
            render};
}

} // namespace catchment::app
