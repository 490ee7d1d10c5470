// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/convergence.h"
#include "routing/decision.h"
#include "routing/event_queue.h"

#include <map>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

namespace catchment {

/// The routers of the world with what each of them knows, and the messages between them. Simulator says what is done
/// to it, and what is modelled.
///
/// Routers and session ends are those of the topology in which nothing is broken; faults take sessions down and bring
/// them up again, divide networks and join them, and change the ways between routers. A value: a copy goes its own
/// way.
class MessageNetwork {
public:
    enum class Outcome { Done, Capped, Stopped };

    /// Empty: nobody announces, and everything that is up in `now` is up.
    MessageNetwork(std::shared_ptr<const Topology> whole, std::shared_ptr<const Topology> now,
                   const SimulatorParameters &parameters);

    /// Lets what is due before `until` happen (without it: all, until nothing is under way).
    Outcome run(std::optional<Moment> until, const std::stop_token &stop);

    /// Moves the clock of what has been run so far; counts begin anew.
    void begin_stage(Moment at);

    /// When nothing is under way: from when on no advertisement interval runs either.
    Moment at_rest() const;

    /// Puts the clock to zero. Nothing is under way, and no advertisement interval is running any more.
    void restart_clock();

    /// Who announces what from now on: per region, sessions in the order of the whole topology's ends.
    void announce(const std::vector<Announcement> &announcements);

    /// Sessions come and go, ways change; both ends know at once.
    void change_topology(std::shared_ptr<const Topology> now);

    /// After a cap was reached: runs on for a while and names the networks that change each other's routes.
    Unsettled find_unsettled(const std::stop_token &stop);

    const StageCount &count() const { return count_; }
    const PathTable &paths() const { return paths_; }
    Belief belief(RouterId router) const;
    const CarriedRoute &route(RouterId router) const { return routers_[router.index()].best.route; }

    /// Where messages and changes are written down; nowhere if null.
    void set_log(Convergence *log) { log_ = log; }

    /// Ends of the present topology by those of the whole one; `none` for a session that is down.
    const std::vector<std::uint32_t> &ends_now() const { return ends_now_; }
    static constexpr std::uint32_t none = 0xffffffff;

private:
    /// A route that the router knows, by the end over which its network has learned it.
    struct Known {
        std::uint32_t end = none;
        CarriedRoute route;
        friend bool operator==(const Known &, const Known &) = default;
    };

    /// One network's route has changed another one's.
    struct Cause {
        std::uint32_t from, to; ///< networks
        std::uint32_t router;   ///< of the latter
        Belief after;           ///< its new route
    };

    /// A known route as a router weighs it.
    struct Weighed {
        Known known;
        Contender contender;
        std::uint32_t preference = 0; ///< local preference, as a number
    };

    struct RouterState {
        std::vector<Known> known;        ///< sorted by end
        Known best;                      ///< in `own_end` where it announces the prefix itself
        PathId onward = PathTable::none; ///< its best path behind its own AS number
        std::uint32_t with_med = 0;      ///< how many of the known have a MED
        std::uint32_t changes = 0;       ///< in this stage
    };

    /// One end of an external session.
    struct EndState {
        CarriedRoute sent;  ///< last, over this session
        CarriedRoute told;  ///< last, to the other routers of the part: what was received here
        Moment may_send{0}; ///< an announcement
        Moment may_tell{0};
        Moment interval{0}; ///< of this session
        std::uint32_t way = 0;
        std::uint32_t preference = 0; ///< of what is learned over it
        Asn neighbour_asn;
        bool up = false;
        bool send_waits = false; ///< an Interval is due
        bool tell_waits = false;
    };

    /// What one router announces on its own account.
    struct Announcer {
        bool active = false;
        std::vector<Announcement::OnSession> sessions;
        std::uint32_t first_end = 0;
        PathId path = PathTable::none; ///< without prepends
    };

    static constexpr std::uint32_t own_end = Belief::own_session;

    void set_preferences();
    void raise_sessions();
    void handle(const Due &due);
    void receive(const Due &due);
    bool learn(std::uint32_t router, std::uint32_t end, const CarriedRoute &route);
    bool set_known(std::uint32_t router, std::uint32_t end, const CarriedRoute &route);
    void adopt(std::uint32_t router, const Known &best);
    Known choose(std::uint32_t router);
    Weighed weighed(std::uint32_t router, const Known &known) const;
    static bool better_in_common(const Weighed &a, const Weighed &b);
    static bool better(const Weighed &a, const Weighed &b);
    bool goes_upwards(const Known &best) const;
    void note_causes(std::uint32_t router, const Known &before, const Known &after);

    void advertise(std::uint32_t router, bool also_upwards);
    CarriedRoute exported(std::uint32_t router, std::uint32_t end);
    void offer(std::uint32_t end);
    void tell(std::uint32_t end);
    void tell_one(std::uint32_t end, std::uint32_t router, const CarriedRoute &route);
    Moment post(Due due, std::uint32_t metres);

    bool joined(std::uint32_t a, std::uint32_t b) const {
        return now_->part_of(RouterId(a)) == now_->part_of(RouterId(b));
    }
    std::uint32_t metres(std::uint32_t a, std::uint32_t b) const;
    std::span<const std::uint32_t> ends_of(std::uint32_t router) const;

    /// A session between two routers: external by the receiver's end, else `none`.
    using SessionName = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
    static SessionName session_of(const Due &due);

    void forget_session(std::uint32_t end);
    void forget_what_is_cut_off();
    void lose_messages();
    void join_tables(const Topology &before);

    std::shared_ptr<const Topology> whole_;
    std::shared_ptr<const Topology> now_;
    SimulatorParameters parameters_;
    std::vector<std::uint32_t> ends_now_;
    std::vector<std::uint32_t> ends_begin_;     ///< of a router, into ends_by_router_
    std::vector<std::uint32_t> ends_by_router_; ///< customers first
    PathTable paths_;
    std::vector<RouterState> routers_;
    std::vector<EndState> ends_;
    std::vector<Announcer> announcers_;
    std::vector<std::uint32_t> announcer_of_; ///< per router: into announcers_, or none
    std::vector<Weighed> contenders_;         ///< of the router that is deciding
    EventQueue queue_;
    Moment clock_{0};
    StageCount count_;
    std::size_t handled_ = 0; ///< in this stage
    bool capped_ = false;
    Convergence *log_ = nullptr;
    std::vector<Cause> *causes_ = nullptr;     ///< of the changes since they are looked for
    std::map<SessionName, Moment> not_before_; ///< when a message on the session may arrive: no overtaking
};

} // namespace catchment
