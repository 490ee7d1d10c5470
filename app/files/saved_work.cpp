// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/saved_work.h"

#include "io/input_error.h"
#include "io/json_value.h"
#include "io/scenario_io.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace catchment::app {
namespace {

constexpr auto format = "catchment-session";
constexpr int version = 1;

QString textOf(const Scenario &scenario) { return QString::fromStdString(write_scenario(scenario)); }

const JsonValue &member(const JsonValue &object, std::string_view key) {
    const JsonValue *value = object.find(key);
    if (!value) {
        object.fail("'" + std::string(key) + "' is missing", "what the program wrote for after a crash");
    }
    return *value;
}

QString text(const JsonValue &object, const std::string &key) {
    return QString::fromStdString(member(object, key).text("'" + key + "'"));
}

Scenario scenarioIn(const JsonValue &object, const std::string &name) {
    return parse_scenario(member(object, "scenario").text("'scenario'"), name);
}

} // namespace

const Scenario &SavedWork::scenario() const {
    return index == 0 ? start : edits[static_cast<std::size_t>(index) - 1].scenario;
}

QString SavedWork::title() const {
    return file.isEmpty() ? QString::fromStdString(scenario().app) : QFileInfo(file).fileName();
}

void shorten(SavedWork &work, int most) {
    const int dropped = std::min(static_cast<int>(work.edits.size()) - most, work.index);
    if (dropped <= 0) {
        return;
    }
    work.start = std::move(work.edits[static_cast<std::size_t>(dropped) - 1].scenario);
    work.edits.erase(work.edits.begin(), work.edits.begin() + dropped);
    work.index -= dropped;
    work.clean = std::max(work.clean - dropped, -1);
}

std::string writeSavedWork(const SavedWork &work) {
    QJsonArray edits;
    for (const Edit &edit : work.edits) {
        edits.append(
            QJsonObject{{QStringLiteral("name"), edit.name}, {QStringLiteral("scenario"), textOf(edit.scenario)}});
    }
    const QJsonObject object{{QStringLiteral("format"), QString::fromLatin1(format)},
                             {QStringLiteral("version"), version},
                             {QStringLiteral("when"), work.when.toUTC().toString(Qt::ISODateWithMs)},
                             {QStringLiteral("file"), work.file},
                             {QStringLiteral("world"), work.world},
                             {QStringLiteral("scenario"), textOf(work.start)},
                             {QStringLiteral("edits"), edits},
                             {QStringLiteral("index"), work.index},
                             {QStringLiteral("clean"), work.clean}};
    return QJsonDocument(object).toJson().toStdString();
}

SavedWork parseSavedWork(const std::string &input, const std::string &name) {
    const JsonValue root = JsonValue::parse(input, name);
    if (const std::string &word = member(root, "format").text("'format'"); word != format) {
        root.fail("'format' is '" + word + "'", std::string("'") + format + "'");
    }
    member(root, "version").whole("'version'", version, version);
    SavedWork work;
    work.when = QDateTime::fromString(text(root, "when"), Qt::ISODateWithMs);
    if (!work.when.isValid()) {
        root.fail("'when' is not a time", "one such as 2026-01-31T10:32:00.000Z");
    }
    work.file = text(root, "file");
    work.world = text(root, "world");
    work.start = scenarioIn(root, name);
    for (const JsonValue &edit : member(root, "edits").array("'edits'")) {
        work.edits.push_back({text(edit, "name"), scenarioIn(edit, name)});
    }
    const auto count = static_cast<std::int64_t>(work.edits.size());
    work.index = static_cast<int>(member(root, "index").whole("'index'", 0, count));
    work.clean = static_cast<int>(member(root, "clean").whole("'clean'", -1, count));
    return work;
}

} // namespace catchment::app
