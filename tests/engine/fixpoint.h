// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/decision.h"
#include "scenario/scenario.h"
#include "world/fibre_map.h"
#include "world/world.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

/// Routing by the rules alone, and as slowly as it can be done: every router looks at everything that it was
/// offered, in rounds, until nothing changes. A second opinion on the solver, with which it shares the world, the
/// scenario and the fibre distances, and nothing that routes.
namespace catchment::naive {

/// Routers are counted as in the world; the operator's router in region i has the number `routers of the world` + i.
using RouterNumber = std::size_t;

/// An external session between two routers.
struct PlainSession {
    RouterNumber a = 0;
    RouterNumber b = 0;
    Relationship b_to_a = Relationship::Peer; ///< what b is to a
    CityId meeting;                           ///< where they meet; either may have come from afar
    std::string exchange;                     ///< empty for a private meeting
    std::uint64_t way = 0;                    ///< metres of fibre from the one to the meeting and on to the other
};

/// A route as it arrives over a session.
struct Offer {
    std::size_t session = 0;
    RouterNumber exit = 0;   ///< own router at which it arrived
    RouterNumber sender = 0; ///< the router that offers it
    Relationship sender_is = Relationship::Peer;
    std::vector<Asn> path; ///< the sender's network first
    std::size_t region = 0;
    std::uint32_t med = 0;
    bool no_export = false;
    bool external = false;        ///< over the deciding router's own session
    std::uint64_t cost = 0;       ///< metres from the deciding router to the exit and on to the sender
    Step lost_at = Step::OnlyOne; ///< OnlyOne: it is the winner
    friend bool operator==(const Offer &, const Offer &) = default;
};

class Fixpoint {
public:
    /// The routes to the operator's prefix; or, with a length, to that part of it which begins where it does.
    Fixpoint(std::shared_ptr<const World> world, const Scenario &scenario, std::optional<int> prefix_length = {});

    static constexpr std::size_t to_hijacker = 1'000'000; ///< in place of a region

    /// Did the rounds come to an end before the cap?
    bool settled() const { return settled_; }

    std::size_t router_count() const { return best_.size(); }
    const std::vector<PlainSession> &sessions() const { return sessions_; }
    bool announces(std::size_t region) const { return announces_[region]; }

    /// The route that the router chose; none where it has none, or announces itself.
    const std::optional<Offer> &best(RouterNumber router) const { return best_[router]; }

    /// Everything on offer at a router, also what it drops at step 0, each with the step at which it lost.
    std::vector<Offer> offers(RouterNumber router) const;

    /// The region, or to_hijacker, that packets reach from a router by the choices of each further router on their way.
    std::optional<std::size_t> reached(RouterNumber router) const;

    /// The AS path: own network first, origin last.
    std::vector<Asn> path(RouterNumber router) const;

    /// Does the router announce by itself, if anything at all?
    bool announcer(RouterNumber router) const { return is_operator(router) || hijacks(router); }

    /// Is it one of the hijacker's, and does that announce this prefix?
    bool hijacks(RouterNumber router) const;

    /// Does a network reject a route with this path (origin last)?
    bool rejects(Asn network, const std::vector<Asn> &path) const;

    bool has_route(RouterNumber router) const { return best_[router] || hijacks(router); }

    /// By what step 7 compares: the lowest wins.
    std::tuple<Asn, std::string, std::string, std::string, std::string> tie_key(const Offer &offer) const;

    Asn asn(RouterNumber router) const;
    CityId city(RouterNumber router) const;
    const FibreMap &fibre() const { return fibre_; }

private:
    struct Settings {
        bool withhold = false;
        int prepend = 0;
        std::uint32_t med = 0;
        bool no_export = false;
    };

    bool is_operator(RouterNumber router) const { return router >= world_->routers.size(); }
    bool same_part(RouterNumber a, RouterNumber b) const { return part_[a] == part_[b]; }
    RouterNumber nearest(NetworkId network, CityId place) const;
    void raise(const Scenario &scenario);
    void join_parts();
    Settings settings(const PlainSession &session) const;
    std::optional<Offer> sent(std::size_t session, RouterNumber from) const;
    void decide(RouterNumber router, std::vector<Offer> &offers) const;

    std::shared_ptr<const World> world_;
    const Scenario scenario_;
    FibreMap fibre_;
    int length_;
    std::vector<PlainSession> sessions_;
    std::vector<RouterNumber> part_;                    ///< per router: the first router of its part
    std::vector<std::vector<std::size_t>> sessions_of_; ///< per router: those of its part
    std::vector<bool> announces_;                       ///< per region
    std::vector<std::optional<Offer>> best_;
    bool settled_ = false;
};

} // namespace catchment::naive
