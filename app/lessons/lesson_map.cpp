// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_map.h"

#include "app/lessons/lesson_panel.h"
#include "app/lessons/lesson_run.h"
#include "app/lessons/mark_view.h"
#include "app/map/map_panel.h"
#include "app/workspace.h"
#include "qml/map/live_map.h"

#include <QLineF>

#include <algorithm>

namespace catchment::app {
namespace {

constexpr double brush_pixels = 26; ///< radius

} // namespace

std::shared_ptr<const Catchments> marked(const Catchments &results, const std::map<std::string, std::string> &marks) {
    auto out = std::make_shared<Catchments>(results);
    for (CityOutcome &city : out->cities) {
        const auto mark = marks.find(out->world().city(city.city).id);
        const auto region = mark != marks.end() ? find_region(out->op(), mark->second) : std::nullopt;
        CityOutcome shown;
        shown.city = city.city;
        shown.first = city.first;
        shown.last = city.last;
        shown.region = region;
        shown.certainty = region ? 1 : 0;
        shown.region_share = region ? 1 : 0;
        city = shown;
        for (std::uint32_t i = city.first; i < city.last; ++i) {
            NetworkOutcome &users = out->outcomes[i];
            users.region = region;
            users.captured = false;
            users.rtt_ms = 0;
            users.certainty = region ? 1 : 0;
        }
    }
    for (RegionOutcome &region : out->regions) {
        region = {region.region, 0, 0, 0, 0};
    }
    out->summary = {};
    return out;
}

LessonMap::LessonMap(Workspace &workspace, LessonRun &run, LessonPanel &panel, MapPanel &map, QObject *parent)
    : QObject(parent), workspace_(workspace), run_(run), panel_(panel), map_(map) {
    connect(&run, &LessonRun::changed, this, &LessonMap::show);
    connect(&run, &LessonRun::marksChanged, this, &LessonMap::show);
    connect(&panel, &LessonPanel::turnChanged, this, [this] { map_.showCityMarks(cityMarks()); });
    connect(&workspace.results, &Results::changed, this, &LessonMap::show);
    if (qml::LiveMap *live = map.map()) {
        connect(live, &qml::LiveMap::cityClicked, this, &LessonMap::clicked);
        connect(live, &qml::LiveMap::painted, this, &LessonMap::paint);
    }
}

void LessonMap::show() {
    const bool predicts = run_.predicts() && workspace_.results.catchments();
    if (qml::LiveMap *live = map_.map()) {
        live->setPainting(predicts && run_.step().question->kind == QuestionKind::Paint);
    }
    if (predicts) {
        map_.showMarks(marked(*workspace_.results.catchments(), run_.answer().marks));
    } else if (shown_) {
        map_.showMarks(nullptr);
    }
    shown_ = predicts;
    map_.showCityMarks(cityMarks());
    showView();
}

/// What a step says of the map, once, when it begins: then the map is the user's.
void LessonMap::showView() {
    qml::LiveMap *live = map_.map();
    const bool running = run_.running() && !run_.over();
    const auto now = running ? std::optional(run_.at()) : std::nullopt;
    if (!live || now == step_) {
        return;
    }
    step_ = now;
    const LessonView view = running ? run_.step().show : LessonView();
    live->setLayerShown(QStringLiteral("lens"), view.lens);
    live->setMovedOnly(view.moved);
    if (view.extent) {
        const auto &[west, south, east, north] = *view.extent;
        const double wide = east > west ? east - west : east - west + 360;
        const double middle = west + wide / 2;
        live->setZoom(std::min(360 / std::max(wide, 1.0), 180 / std::max(north - south, 1.0)));
        live->setCentre({(south + north) / 2, middle > 180 ? middle - 360 : middle});
    } else if (live->zoom() > 1) {
        live->showWorld();
    }
}

/// Of a prediction, before and after the answer is shown; a painting has none.
QVariantList LessonMap::cityMarks() const {
    QVariantList out;
    const auto &world = workspace_.results.world();
    if (!world || !run_.running() || run_.over() || !run_.step().question ||
        run_.step().question->kind != QuestionKind::Predict || !(run_.predicts() || run_.score())) {
        return out;
    }
    const auto add = [&](CityId id, const std::string &code, const QString &words, bool current) {
        const City &city = world->city(id);
        out.append(QVariantMap{
            {QStringLiteral("latitude"), city.place.lat},
            {QStringLiteral("longitude"), city.place.lon},
            {QStringLiteral("name"), QString::fromStdString(city.name)},
            {QStringLiteral("text"), words},
            {QStringLiteral("colour"), code.empty() ? workspace_.appearance.theme().panel
                                                    : workspace_.appearance.regionColour(QString::fromStdString(code))},
            {QStringLiteral("current"), current}});
    };
    const auto said = [](const std::string &code) { return code.empty() ? tr("none") : QString::fromStdString(code); };
    if (run_.score()) {
        for (const MarkedCity &m : run_.score()->cities) {
            add(m.city, m.reached, (m.right ? QStringLiteral("✓ %1") : QStringLiteral("✗ %1")).arg(said(m.reached)),
                false);
        }
        return out;
    }
    const QString turn = panel_.marks() ? panel_.marks()->city() : QString();
    for (const std::string &id : run_.step().question->cities) {
        const auto mark = run_.answer().marks.find(id);
        const bool given = mark != run_.answer().marks.end();
        add(world->city_by_id.at(id), given ? mark->second : std::string(),
            given ? said(mark->second) : QStringLiteral("?"), turn.toStdString() == id);
    }
    return out;
}

void LessonMap::clicked(const QString &city) {
    MarkView *marks = panel_.marks();
    if (!marks || !run_.predicts()) {
        return;
    }
    run_.askAbout(city);
    if (MarkView *now = panel_.marks()) { // the view is made anew with the city in it
        now->setCity(city);
    }
}

void LessonMap::paint(QPointF at) {
    const qml::LiveMap *live = map_.map();
    const MarkView *marks = panel_.marks();
    if (!marks || !run_.predicts() || !live) {
        return;
    }
    const World &world = *workspace_.results.world();
    const QString brush = marks->brush();
    for (const CityId id : asked_cities(*run_.step().question, world)) {
        const City &city = world.city(id);
        const QPointF place = live->positionOf({city.place.lat, city.place.lon});
        if (QLineF(place, at).length() > brush_pixels) {
            continue;
        }
        const auto known = run_.answer().marks.find(city.id);
        if (known == run_.answer().marks.end() || known->second != brush.toStdString()) {
            run_.mark(QString::fromStdString(city.id), brush);
        }
    }
}

} // namespace catchment::app
