// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_panel.h"

#include "app/widgets/status_line.h"
#include "app/workspace.h"
#include "maps/fonts.h"
#include "qml/map/live_map.h"

#include <QLabel>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWidget>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace catchment::app {

MapPanel::MapPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), notice_(new QLabel(this)), view_(new QQuickWidget(this)),
      stack_(new QStackedLayout) {
    notice_->setObjectName(QStringLiteral("mapNotice"));
    notice_->setAlignment(Qt::AlignCenter);
    notice_->setTextFormat(Qt::PlainText);
    notice_->setWordWrap(true);
    notice_->setProperty("role", QStringLiteral("muted"));
    notice_->setFont(maps::font(16));

    view_->setResizeMode(QQuickWidget::SizeRootObjectToView);
    view_->setFocusPolicy(Qt::StrongFocus);
    view_->setObjectName(QStringLiteral("mapView"));
    view_->setAccessibleName(tr("Map of the world: catchments, flows and the way of the selected city"));
    view_->setMinimumSize(320, 200);

    setFocusProxy(view_);

    stack_->addWidget(notice_);
    stack_->addWidget(view_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(stack_, 1);

    load();
    followWorkspace();
    showNotice(tr("Reading the world …"));
}

MapPanel::~MapPanel() = default;

void MapPanel::load() {
    view_->engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view_->setSource(QUrl(QStringLiteral("qrc:/qt/qml/Catchment/MapView.qml")));
    QQuickItem *root = view_->rootObject();
    if (!root) {
        return;
    }
    map_ = qobject_cast<qml::LiveMap *>(root);
    if (!map_) {
        map_ = root->findChild<qml::LiveMap *>();
    }
    if (map_) {
        listenToMap();
    }
}

void MapPanel::listenTo(const qml::LiveMap &map) {
    connect(&map, &qml::LiveMap::cityClicked, &workspace_.selection, &qml::Selection::setCity);
    connect(&map, &qml::LiveMap::regionClicked, &workspace_.selection, &qml::Selection::setRegion);
}

void MapPanel::setComparison(const QString &word) {
    if (comparison_ == word || !map_) {
        return;
    }
    comparison_ = word;
    view_->rootObject()->setProperty("comparison", word);
    if (const qml::LiveMap *pinned = pinnedMap()) {
        disconnect(pinned, nullptr, &workspace_.selection, nullptr);
        listenTo(*pinned);
    }
    showPinned();
}

qml::LiveMap *MapPanel::pinnedMap() const {
    return map_ ? view_->rootObject()->property("pinnedMap").value<qml::LiveMap *>() : nullptr;
}

/// The pinned map shows what the results are compared with, and the same city's way there.
void MapPanel::showPinned() {
    qml::LiveMap *pinned = pinnedMap();
    const auto &before = workspace_.results.before();
    if (!pinned || !before) {
        return;
    }
    const QString city = workspace_.selection.city();
    std::optional<Journey> way;
    if (const auto found = before->world().city_by_id.find(city.toStdString());
        found != before->world().city_by_id.end()) {
        way = journey(*before, found->second);
    }
    pinned->setSelectedCity(city);
    pinned->setCatchments(before, way);
    pinned->setJourney(way);
    view_->rootObject()->setProperty("pinnedCaption", tr("A · %1").arg(workspace_.pin.title()));
    // Two states with the same regions differ by an edit.
    const QString regions = regionsName(workspace_.document.scenario());
    const QString edit = workspace_.document.undoStack().undoText();
    view_->rootObject()->setProperty(
        "presentCaption", tr("now · %1").arg(regions == workspace_.pin.title() && !edit.isEmpty() ? edit : regions));
}

void MapPanel::listenToMap() {
    listenTo(*map_);
    const auto global = [this](QPointF at) { return view_->mapToGlobal(map_->mapToScene(at).toPoint()); };
    connect(map_, &qml::LiveMap::regionContextRequested, this,
            [this, global](const QString &code, QPointF at) { emit regionMenuRequested(code, global(at)); });
    connect(map_, &qml::LiveMap::cityContextRequested, this,
            [this, global](const QString &id, QPointF at) { emit cityMenuRequested(id, global(at)); });
    connect(map_, &qml::LiveMap::fibreContextRequested, this,
            [this, global](const QString &cities, QPointF at) { emit fibreMenuRequested(cities, global(at)); });
    connect(map_, &qml::LiveMap::exchangeContextRequested, this,
            [this, global](const QString &id, QPointF at) { emit exchangeMenuRequested(id, global(at)); });
}

void MapPanel::followWorkspace() {
    const auto restyle = [this] {
        const maps::Theme &theme = workspace_.appearance.theme();
        view_->setClearColor(theme.page);
        if (map_) {
            map_->setTheme(theme.name);
        }
    };
    restyle();
    connect(&workspace_.appearance, &Appearance::changed, this, restyle);
    connect(&workspace_.results, &Results::changed, this, &MapPanel::showResults);
    connect(&workspace_.journey, &CurrentJourney::changed, this, &MapPanel::showJourney);
    connect(&workspace_.selection, &qml::Selection::hopChanged, this, &MapPanel::showHop);
}

void MapPanel::showNotice(const QString &text) {
    notice_->setText(text);
    stack_->setCurrentWidget(notice_);
}

void MapPanel::showMarks(std::shared_ptr<const Catchments> marks) {
    marks_ = std::move(marks);
    if (!map_) {
        return;
    }
    map_->setMarksOnly(marks_ || moment_);
    if (marks_) {
        view_->rootObject()->setProperty("caption", tr("Your prediction"));
        map_->setCatchments(marks_);
        map_->setJourney({});
    } else {
        showResults();
    }
}

void MapPanel::showTimes(const std::shared_ptr<const maps::CityTimes> &times, const QString &title) {
    if (map_) {
        map_->setTimes(times, title);
    }
}

void MapPanel::showCityMarks(const QVariantList &marks) {
    if (map_) {
        view_->rootObject()->setProperty("marks", marks);
    }
}

void MapPanel::showMoment(std::shared_ptr<const Catchments> moment, const QString &sentence) {
    moment_ = std::move(moment);
    sentence_ = sentence;
    if (map_ && !marks_) {
        map_->setMarksOnly(moment_ != nullptr);
        showResults();
    }
}

void MapPanel::showResults() {
    if (marks_) {
        return;
    }
    if (moment_) {
        view_->rootObject()->setProperty("caption", sentence_);
        map_->setCatchments(moment_);
        map_->setJourney({});
        return;
    }
    const auto &catchments = workspace_.results.catchments();
    if (!catchments) {
        return;
    }
    if (!map_) {
        showNotice(tr("The map cannot be shown: its files are missing from this installation."));
        return;
    }
    view_->rootObject()->setProperty("caption",
                                     captionText(*catchments, workspace_.results.behind(),
                                                 QString::fromStdString(workspace_.document.scenario().app)));
    map_->setCatchments(catchments, presentJourney(), workspace_.results.before());
    showPinned();
    stack_->setCurrentWidget(view_);
}

std::optional<Journey> MapPanel::presentJourney() const {
    // A journey belongs to the results it was made from; between two states there is none.
    const bool present = workspace_.journey.catchments() == workspace_.results.catchments();
    return present ? workspace_.journey.journey() : std::nullopt;
}

/// Brings out a decision of the journey; where it is not in sight, the map goes there.
void MapPanel::showHop() {
    const int hop = workspace_.selection.hop();
    const auto &journey = workspace_.journey.journey();
    if (!map_) {
        return;
    }
    map_->setHop(hop);
    if (hop < 0 || !journey || hop >= static_cast<int>(journey->decisions.size())) {
        return;
    }
    const GeoPoint place = workspace_.journey.catchments()->world().city(journey->decisions[hop].city).place;
    const QGeoCoordinate there(place.lat, place.lon);
    if (!map_->boundingRect().contains(map_->positionOf(there)) || map_->projection() == u"globe") {
        map_->setCentre(there);
    }
}

void MapPanel::showJourney() {
    if (map_ && moment_ && !marks_) {
        map_->setSelectedCity(workspace_.selection.city());
    }
    // Of newer results than the map has: it comes with them, so that one picture is painted and not two.
    if (!map_ || marks_ || map_->catchments() != workspace_.results.catchments()) {
        return;
    }
    map_->setSelectedCity(workspace_.selection.city());
    map_->setJourney(presentJourney());
    showPinned();
}

} // namespace catchment::app
