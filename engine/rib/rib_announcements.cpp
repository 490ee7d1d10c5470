// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "rib/rib_announcements.h"

#include <algorithm>

namespace catchment {
namespace {

RibAnnouncer resolve(const RibAnnouncement &announcement, const AsGraph &graph, const RoaTable &roas) {
    RibAnnouncer out;
    out.node = graph.find(announcement.asn).value();
    out.path = announcement.path;
    out.to_all = !announcement.to;
    for (const RibTuning &t : announcement.tuning) {
        out.sessions.push_back({graph.find(t.neighbour).value(), out.to_all, t.no_export, t.prepend});
    }
    std::ranges::sort(out.sessions, {}, &RibSession::neighbour);
    if (announcement.to) {
        const std::size_t tuned = out.sessions.size();
        for (const Asn asn : *announcement.to) {
            const AsGraph::Node neighbour = graph.find(asn).value();
            const auto end = out.sessions.begin() + static_cast<std::ptrdiff_t>(tuned);
            const auto at = std::ranges::lower_bound(out.sessions.begin(), end, neighbour, {}, &RibSession::neighbour);
            if (at != end && at->neighbour == neighbour) {
                at->announced = true;
            } else {
                out.sessions.push_back({neighbour, true, false, 0});
            }
        }
        std::ranges::sort(out.sessions, {}, &RibSession::neighbour);
    }
    for (const Asn asn : announcement.path) {
        const auto node = graph.find(asn);
        if (node && *node != out.node) {
            out.forged.push_back(*node);
        }
    }
    std::ranges::sort(out.forged);
    out.forged.erase(std::unique(out.forged.begin(), out.forged.end()), out.forged.end());
    out.invalid = roas.validate(announcement.prefix, announcement.path.back()) == RoaTable::Validity::Invalid;
    return out;
}

} // namespace

RibSession RibAnnouncer::to(AsGraph::Node neighbour) const {
    const auto at = std::ranges::lower_bound(sessions, neighbour, {}, &RibSession::neighbour);
    return at != sessions.end() && at->neighbour == neighbour ? *at : RibSession{neighbour, to_all, false, 0};
}

std::vector<RibPrefix> resolve(const RibAnnouncements &announcements, const AsGraph &graph) {
    std::vector<const RibAnnouncement *> order;
    for (const RibAnnouncement &announcement : announcements.announcements) {
        order.push_back(&announcement);
    }
    std::ranges::sort(order, [](const RibAnnouncement *a, const RibAnnouncement *b) {
        return std::pair(a->prefix, a->asn) < std::pair(b->prefix, b->asn);
    });
    const RoaTable roas(announcements.roas);
    std::vector<RibPrefix> out;
    for (const RibAnnouncement *announcement : order) {
        if (out.empty() || out.back().prefix != announcement->prefix) {
            out.push_back({announcement->prefix, {}});
        }
        out.back().announcers.push_back(resolve(*announcement, graph, roas));
    }
    return out;
}

std::vector<AsGraph::Node> resolve(std::span<const Asn> networks, const AsGraph &graph) {
    std::vector<AsGraph::Node> out;
    for (const Asn asn : networks) {
        if (const auto node = graph.find(asn)) {
            out.push_back(*node);
        }
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace catchment
