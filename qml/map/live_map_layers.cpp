// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/live_map.h"
#include "qml/map/live_map_state.h"

#include <QCoreApplication>

#include <algorithm>

namespace catchment::qml {
namespace {

using maps::Layer;

/// What is switched as one.
struct Switch {
    const char *word;
    const char *name;
    std::vector<Layer> layers;
};

const std::vector<Switch> &switches() {
    static const std::vector<Switch> all = {
        {"catchments", QT_TRANSLATE_NOOP("LiveMap", "Catchments"), {Layer::Cells, Layer::CatchmentBorders}},
        {"contested", QT_TRANSLATE_NOOP("LiveMap", "Contested (a tie decides)"), {Layer::Contested}},
        {"lens", QT_TRANSLATE_NOOP("LiveMap", "Lens: BGP against distance"), {Layer::Lens}},
        {"flows", QT_TRANSLATE_NOOP("LiveMap", "Flows"), {Layer::Flows}},
        {"paths", QT_TRANSLATE_NOOP("LiveMap", "Way of the selected city"), {Layer::Paths}},
        {"cities", QT_TRANSLATE_NOOP("LiveMap", "Cities"), {Layer::Cities}},
        {"markers", QT_TRANSLATE_NOOP("LiveMap", "Not at the nearest region"), {Layer::Markers}},
        {"regions", QT_TRANSLATE_NOOP("LiveMap", "Regions"), {Layer::Regions}},
        {"exchanges", QT_TRANSLATE_NOOP("LiveMap", "Exchanges"), {Layer::Exchanges}},
        {"presence", QT_TRANSLATE_NOOP("LiveMap", "Networks' routers"), {Layer::Presence}},
        {"fibre", QT_TRANSLATE_NOOP("LiveMap", "Fibre"), {Layer::Fibre}},
        {"borders", QT_TRANSLATE_NOOP("LiveMap", "Coasts and borders"), {Layer::Borders}},
        {"graticule", QT_TRANSLATE_NOOP("LiveMap", "Graticule"), {Layer::Graticule}},
        {"labels", QT_TRANSLATE_NOOP("LiveMap", "Names"), {Layer::Labels}},
    };
    return all;
}

const Switch *find_switch(const QString &word) {
    const auto found =
        std::ranges::find_if(switches(), [&](const Switch &one) { return word == QLatin1String(one.word); });
    return found != switches().end() ? &*found : nullptr;
}

} // namespace

QList<LayerEntry> LiveMap::layers() const {
    QList<LayerEntry> entries;
    for (const Switch &one : switches()) {
        QString name = QCoreApplication::translate("LiveMap", one.name);
        if (one.layers.front() == Layer::Presence && state_->shown_network != 0)
            name = tr("Routers of AS%1").arg(state_->shown_network);
        entries.append({QString::fromLatin1(one.word), name, state_->layers.contains(one.layers.front())});
    }
    return entries;
}

quint32 LiveMap::shownNetwork() const { return state_->shown_network; }

void LiveMap::setShownNetwork(quint32 asn) {
    if (state_->shown_network == asn && (asn == 0 || state_->layers.contains(Layer::Presence)))
        return;
    state_->shown_network = asn;
    if (asn != 0)
        state_->layers.insert(Layer::Presence);
    orderPicture();
    emit layersChanged();
}

void LiveMap::setLayerShown(const QString &word, bool shown) {
    const Switch *const which = find_switch(word);
    if (!which || state_->layers.contains(which->layers.front()) == shown)
        return;
    state_->layers_before.reset();
    if (which->layers.front() == Layer::Presence && !shown)
        state_->shown_network = 0; // the next time it is all of them
    for (const Layer layer : which->layers) {
        if (shown)
            state_->layers.insert(layer);
        else
            state_->layers.erase(layer);
    }
    orderPicture();
    runClock();
    emit layersChanged();
}

void LiveMap::isolateLayer(const QString &word) {
    const Switch *const which = find_switch(word);
    if (!which)
        return;
    if (state_->layers_before) {
        state_->layers = *state_->layers_before;
        state_->layers_before.reset();
    } else {
        state_->layers_before = state_->layers;
        state_->layers = {Layer::Sea, Layer::Land, Layer::Borders};
        state_->layers.insert(which->layers.begin(), which->layers.end());
    }
    orderPicture();
    runClock();
    emit layersChanged();
}

bool LiveMap::movedOnly() const { return state_->moved_only; }

void LiveMap::setMovedOnly(bool moved) {
    if (state_->moved_only == moved)
        return;
    state_->moved_only = moved;
    orderPicture();
    emit emphasisChanged();
}

QString LiveMap::onlyRegion() const { return state_->only_region; }

void LiveMap::setOnlyRegion(const QString &code) {
    if (state_->only_region == code)
        return;
    state_->only_region = code;
    orderPicture();
    emit emphasisChanged();
}

} // namespace catchment::qml
