// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/solution.h"

#include <stop_token>
#include <vector>

namespace catchment {

/// The steady state in three waves: customer routes climb to providers, cross one peering, then descend to
/// customers, each wave in the order of path length. A worse route is thus never generated before a better one, and
/// what a part of a network has chosen is final once its turn has come.
///
/// All routers of a part agree on class and length (steps 1 to 4 are common to them); steps 5 to 7 are each
/// router's own. Keeps its arrays from run to run. Local preference is by relationship alone here.
class Waves {
public:
    /// Fills the routes of `solution`, whose topology and announcements are set. False where `stop` was requested.
    bool run(Solution &solution, const std::stop_token &stop);

private:
    struct Offer {
        std::uint32_t end; ///< the receiver's end of the session
        std::uint32_t next;
    };
    static constexpr std::uint32_t none = 0xffffffff;

    void start();
    void start(const Hijacker &hijacker);
    void spread(Relationship towards);
    void send(std::uint32_t part, Relationship towards);
    void offer(std::uint32_t end, std::uint32_t length);
    void settle(std::uint32_t length, LearnedFrom learned_from);
    void gather(std::uint32_t part);
    void drop_higher_med();
    void choose(std::uint32_t part);
    void take(std::uint32_t router, std::uint32_t end);

    Solution *solution_ = nullptr;
    const Topology *topology_ = nullptr;
    bool any_med_ = false;
    std::vector<Offer> offers_;
    std::vector<std::uint32_t> first_offer_;          ///< per part
    std::vector<std::uint32_t> offer_length_;         ///< per part: of its offers
    std::vector<std::vector<std::uint32_t>> waiting_; ///< per length: parts with offers of it
    std::vector<std::vector<std::uint32_t>> settled_; ///< per length: parts whose route has it
    std::vector<std::uint32_t> contenders_;           ///< session ends, of the part being settled
    std::vector<std::uint32_t> exit_best_;            ///< per position in the part: its best own session
    std::vector<std::uint32_t> exits_;                ///< positions that have one
};

} // namespace catchment
