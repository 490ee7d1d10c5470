// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results.h"
#include "qml/models/selection.h"
#include "study/journey.h"

#include <QObject>

#include <optional>

namespace catchment::app {

/// The journey of the selected city's users in the present results. Panels and the map show the same one.
class CurrentJourney : public QObject {
    Q_OBJECT

public:
    /// Follows both for as long as it lives; they must live longer.
    CurrentJourney(const Results &results, const qml::Selection &selection, QObject *parent = nullptr);

    /// None where no city is selected, or the world does not have it.
    const std::optional<Journey> &journey() const { return journey_; }

    /// The results that it was made from; none where there is no journey.
    const std::shared_ptr<const Catchments> &catchments() const { return catchments_; }

signals:
    void changed();

private:
    void follow();

    const Results &results_;
    const qml::Selection &selection_;
    std::shared_ptr<const Catchments> catchments_;
    std::optional<Journey> journey_;
};

/// The city to begin with, which tells the most: the one with most users that do not reach their nearest region
/// because of an exchange, else of any reason; else the largest city of the first region's country but the region's
/// own.
std::optional<CityId> storyCity(const Catchments &catchments);

} // namespace catchment::app
