// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"
#include "study/journey.h"

#include <span>
#include <string>
#include <vector>

/// Results as files, in the C locale: same input, same bytes.
namespace catchment {

/// Where somebody hijacks, `hijack` and `capturedUsers` in the summary, `capturedShare` of each city (of its users) and
/// `captured` of each network are added; what is captured reaches no region and counts as unreached, too.
///
/// Under DNS a network has an entry for each resolver that its users ask: `resolver` is `own` or `Quad9@frankfurt-de`,
/// `answered` the region whose address they are given, and `region` the one that their packets reach. The `step` of a
/// reason is then `resolver`, its `asn` that of who runs it, and its `at` where it stands. A journey has its `lookup`:
/// {"resolver", "at", "authority": the region whose name server is asked, "answered", "nearestTo": "resolver" or
/// "client", "ttl": seconds}.
std::string solve_json(const Catchments &catchments);
std::string solve_csv(const Catchments &catchments);
/// The rows of these cities alone.
std::string solve_csv(const Catchments &catchments, std::span<const CityId> cities);

/// Land that stands for a city on a map.
struct CellArea {
    using Ring = std::vector<GeoPoint>; ///< the first point again at the end
    CityId city;
    /// Each an outer ring, anticlockwise, and its holes, clockwise; none crosses the antimeridian.
    std::vector<std::vector<Ring>> polygons;
};

/// RFC 7946: cities as points, then cells as areas; `kind` in the properties tells them apart.
std::string solve_geojson(const Catchments &catchments, std::span<const CellArea> cells = {});

/// The journey as a good teacher would tell it, and as JSON.
std::string explain_text(const Catchments &catchments, const Journey &journey);
std::string explain_json(const Catchments &catchments, const Journey &journey);

/// One decision in words: why `candidate` lost against the winner of `decision`.
std::string loss_in_words(const Solution &solution, const Decision &decision, const CandidateRoute &candidate);

/// `ewr`, or `the hijacker` where there is no region.
std::string destination(const Catchments &catchments, const std::optional<RegionId> &region);

/// What ties at one router on the way of `outcome`, and what it would change, one sentence; empty where nothing ties
/// with the winner.
std::string ties_in_words(const Catchments &catchments, const NetworkOutcome &outcome, const Decision &decision);

/// How certain it is where a journey ends, one sentence or two; empty where nothing is reached.
std::string certainty_in_words(const Catchments &catchments, const Journey &journey);

/// The step of a reason as files have it: that of the decision process, `never-offered` or `resolver`.
std::string reason_word(const Reason &reason);

/// A reason in words, one sentence.
std::string reason_in_words(const Catchments &catchments, CityId city, const Reason &reason);

} // namespace catchment
