// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/journey.h"

#include <QString>
#include <QVariant>
#include <QWidget>

#include <optional>

class QLabel;
class QQuickWidget;
class QStackedLayout;

namespace catchment::maps {
struct CityTimes;
}

namespace catchment::qml {
class LiveMap;
}

namespace catchment::app {

struct Workspace;

/// The map in the middle, with a sentence over it that says what it shows. Until the first results are there it
/// says that the world is being read; no half-made picture is ever shown.
class MapPanel : public QWidget {
    Q_OBJECT

public:
    explicit MapPanel(Workspace &workspace, QWidget *parent = nullptr);
    ~MapPanel() override;

    /// The live map; null where its QML could not be loaded.
    qml::LiveMap *map() const { return map_; }

    /// A second map with the state that is compared with: `swipe`, `side-by-side`; empty: none.
    void setComparison(const QString &word);
    QString comparison() const { return comparison_; }

    /// Marks in place of the results, such as a class's prediction; null: the results again. No way is drawn over them.
    void showMarks(std::shared_ptr<const Catchments> marks);

    /// Another moment in place of the results, and the sentence over the map that says so; null: the results again.
    /// Marks go before it.
    void showMoment(std::shared_ptr<const Catchments> moment, const QString &sentence = {});

    /// Times that colour the map in place of regions, and what they are of; none: regions again.
    void showTimes(const std::shared_ptr<const maps::CityTimes> &times, const QString &title);

    /// Labels at cities, in the words of CityMarks.qml.
    void showCityMarks(const QVariantList &marks);

    /// In place of the map: what is being waited for, or what went wrong.
    void showNotice(const QString &text);

signals:
    /// Right click, or the menu key; global positions.
    void regionMenuRequested(const QString &code, const QPoint &at);
    void cityMenuRequested(const QString &id, const QPoint &at);
    /// `cities`: the ids of a stretch's two ends, `|` between.
    void fibreMenuRequested(const QString &cities, const QPoint &at);
    void exchangeMenuRequested(const QString &id, const QPoint &at);

private:
    void load();
    void followWorkspace();
    void listenToMap();
    void listenTo(const qml::LiveMap &map);
    void showPinned();
    qml::LiveMap *pinnedMap() const;
    void showResults();
    void showJourney();
    void showHop();
    std::optional<Journey> presentJourney() const;

    Workspace &workspace_;
    QLabel *notice_;
    QQuickWidget *view_;
    QStackedLayout *stack_;
    qml::LiveMap *map_ = nullptr;
    QString comparison_;
    std::shared_ptr<const Catchments> marks_;  ///< shown in place of the results
    std::shared_ptr<const Catchments> moment_; ///< likewise
    QString sentence_;                         ///< of the moment
};

} // namespace catchment::app
