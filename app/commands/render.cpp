// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "app/commands/view_options.h"
#include "app/export/figure_bundle.h"
#include "app/export/figure_settings.h"
#include "io/files.h"
#include "io/input_error.h"
#include "world/spelling.h"

#include <QGuiApplication>

#include <filesystem>
#include <utility>

namespace catchment::app {
namespace {

maps::PictureFormat format_of(const std::string &file) {
    const std::string ending = std::filesystem::path(folded(file)).extension().string();
    if (const auto format = maps::picture_from_word(ending.empty() ? "" : ending.substr(1))) {
        return *format;
    }
    throw UsageError("-o: '" + file + "' has an unknown ending; expected .png, .svg or .pdf");
}

/// Where the figure goes; wrong words are said before anything is solved.
struct Target {
    std::string file;
    maps::PictureFormat format = maps::PictureFormat::Png;
    std::string bundle;
};

Target target_of(const Arguments &arguments) {
    Target out;
    out.file = arguments.value("-o").value_or("");
    out.bundle = arguments.value("--bundle").value_or("");
    if (out.file.empty() == out.bundle.empty()) {
        throw UsageError(out.file.empty() ? "no output; expected -o MAP.png, or --bundle FOLDER"
                                          : "both -o and --bundle; expected one of them");
    }
    if (!out.file.empty()) {
        out.format = format_of(out.file);
    } else if (arguments.rest().size() > 1) {
        throw UsageError("--bundle: several scenarios; expected one");
    }
    return out;
}

/// The scenarios that are named, or the one that the other words say, on one world.
std::vector<Inputs> read_all(const Arguments &arguments) {
    std::vector<Inputs> out;
    const auto &files = arguments.rest();
    if (files.size() > 1 && arguments.has("--deploy")) {
        throw UsageError("--deploy: several scenarios; expected one");
    }
    out.push_back(read_inputs(arguments, files.empty() ? "" : files.front()));
    for (std::size_t i = 1; i < files.size(); ++i) {
        out.push_back(read_without_deploy(arguments, files[i], &out.front()));
    }
    return out;
}

std::string panel_title(const Inputs &inputs, const std::string &file) {
    if (!inputs.scenario.title.empty()) {
        return inputs.scenario.title;
    }
    const std::string name = std::filesystem::path(file).filename().string();
    return name.substr(0, name.find('.'));
}

maps::DisplayList lay_out(const std::vector<Inputs> &all, const Arguments &arguments, maps::FigureOptions options) {
    std::vector<maps::FigurePanel> panels;
    for (std::size_t i = 0; i < all.size(); ++i) {
        panels.push_back(
            {solve_inputs(all[i], arguments),
             all.size() > 1 ? QString::fromStdString(panel_title(all[i], arguments.rest()[i])) : QString()});
    }
    if (arguments.has("--difference")) {
        options.before = panels.front().catchments;
        return maps::layout_figure(panels.back().catchments, options);
    }
    return panels.size() == 1 ? maps::layout_figure(panels.front().catchments, options)
                              : maps::layout_panels(panels, options);
}

int render(const Arguments &arguments) {
    const Target target = target_of(arguments);
    if (arguments.has("--difference") && arguments.rest().size() != 2) {
        throw UsageError("--difference: not two scenarios; expected the one before and the one after");
    }
    const std::vector<Inputs> all = read_all(arguments);
    const auto application = prepare_pictures();
    Scenario scenario = all.front().scenario;
    scenario.view = merged_view(arguments, scenario.view);
    if (all.size() > 1) { // what is true of one of them would stand above all
        scenario.title.clear();
        scenario.app.clear();
    }
    scenario.title = arguments.value("--title").value_or(scenario.title);
    FigureSettings settings = figure_settings(scenario, scenario.view);
    if (!scenario.view.select.empty()) {
        settings.options.selected = city_from_words(*all.front().world, scenario.view.select, "--select");
    }
    if (!target.bundle.empty()) {
        const auto result = solve_inputs(all.front(), arguments);
        const bool builtin = !arguments.has("--world") && (scenario.world.empty() || scenario.world == "builtin");
        write_bundle(target.bundle, scenario, settings, result, builtin ? std::filesystem::path() : all.front().folder);
        return Done;
    }
    const QByteArray bytes = maps::picture_file(lay_out(all, arguments, settings.options), target.format,
                                                picture_options(settings, *all.front().world));
    if (bytes.isEmpty()) {
        throw OutputError(target.file + ": the picture could not be made: not enough memory");
    }
    write_file(target.file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    return Done;
}

} // namespace

Command render_command() {
    return {
        "render", "[SCENARIO …] -o MAP.png|.svg|.pdf [--size 1920x1080] [--select CITY] …",
        "Draws a finished map, or one of each scenario side by side.",
        with_input_options(with_view_options(
            {{"-o", "FILE", "the picture to write: .png, .svg or .pdf"},
             {"--bundle", "FOLDER",
              "in place of -o: the picture in all three formats, the data as CSV and GeoJSON,\nthe scenario, and a "
              "script that makes them again"},
             {"--difference", "", "of two scenarios: only what moved from the first to the second has its colour"}})),
        render};
}

} // namespace catchment::app
