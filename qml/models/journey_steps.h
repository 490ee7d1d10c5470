// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/journey.h"

#include <QString>

#include <vector>

/// A journey as a class would be told it: lookup, each network's decision, arrival. Words, no widgets.
namespace catchment::qml {

/// Routes at one router that lead to one region and met the same fate for the same reason.
struct JourneyRoute {
    QString title;   ///< who offered them: `from Arelion, Cogent and 3 more`
    QString path;    ///< the AS path; of several, the first and best
    QString verdict; ///< why it won or lost, in words
    QString region;  ///< code
    bool won = false;
    int places = 1; ///< how many routes are told as one
};

struct JourneyStep {
    enum class Kind { Lookup, Decision, Arrival, Proxy, App, Remark };
    Kind kind = Kind::Lookup;
    QString title;
    QString detail;
    QString region;    ///< code of the region that the step leads to; empty: none
    int decision = -1; ///< index into Journey::decisions
    std::vector<JourneyRoute> routes;
};

/// The steps of `journey`, which was made from `catchments`.
std::vector<JourneyStep> journeySteps(const Catchments &catchments, const Journey &journey);

/// `Chicago → ewr  19 ms`, or `Chicago  unreached`; with an instance elsewhere than at the edge as edgeHeadline().
QString journeyHeadline(const Catchments &catchments, const Journey &journey);

/// `Not the nearest: ams is 1,560 km closer`; empty where the journey leads to the nearest region.
QString detourHeadline(const Catchments &catchments, const Journey &journey);

/// `Contested: 67 % certain`; empty where no tie on the way would change the region.
QString contestedHeadline(const Journey &journey);

/// The step of the decision process as a short phrase: `the shortest AS path`.
QString stepPhrase(Step step);

} // namespace catchment::qml
