// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/ties.h"

#include <algorithm>
#include <array>
#include <span>

namespace catchment {

/// Goes through the network parts in the order of path length: what ties at a router was sent by routers whose path
/// is one shorter, so their distributions are known.
///
/// Without a hijacker no network rejects any of them: on a way that obeys the export rules none is met twice, and where
/// fibre does not join the parts of a network, no way leads from one to the other either. With one, the networks on a
/// way may refuse what leads to regions, or to the hijacker; so what may be passed on to such a way is kept by what it
/// refuses.
class Ties::Builder {
public:
    Builder(const Solution &solution, Ties &ties)
        : solution_(solution), topology_(*solution.topology), ties_(ties), width_(ties.width_),
          states_(solution.refuses.empty() ? 1 : 4) {}

    void build() {
        add_announcers();
        const bool any_med = std::ranges::any_of(solution_.announcements, [](const Announcement &announcement) {
            return std::ranges::any_of(announcement.sessions, [](const auto &on) { return on.med != 0; });
        });
        for (const std::uint32_t part : parts_by_length()) {
            gather(part);
            if (any_med) {
                drop_higher_med();
            }
            if (states_ == 1 && alike()) {
                const std::uint32_t row = exported_[topology_.end(SessionEndId(contenders_.front())).neighbour];
                for (const std::uint32_t router : topology_.routers_of(PartId(part))) {
                    exported_[router] = ties_.row_of_[router] = row;
                }
                continue;
            }
            refused_ = solution_.refuses.empty() ? 0 : solution_.refuses[topology_.network_of(PartId(part)).index()];
            group_by_exit(part);
            for (const std::uint32_t router : topology_.routers_of(PartId(part))) {
                const Rows rows = tie(router);
                ties_.row_of_[router] = rows.own;
                for (std::size_t state = 0; state < states_; ++state) {
                    exported(state, router) = rows.exported[state];
                }
            }
        }
    }

private:
    struct Candidate {
        std::uint32_t sender; ///< router
        bool no_export;
    };

    /// Where a route leads, and where what may be passed on of its ties leads, by what the way refuses.
    struct Rows {
        std::uint32_t own = none;
        std::array<std::uint32_t, 4> exported{none, none, none, none};
    };

    /// One exit's best candidates, which are all alike for every router of the part.
    struct Exit {
        std::uint32_t position;
        std::uint32_t way;
        std::uint32_t first, last; ///< in candidates_
        Rows rows;                 ///< where it alone is nearest
    };

    std::uint32_t &exported(std::size_t state, std::uint32_t router) {
        return exported_[state * topology_.router_count() + router];
    }

    /// The rows that are certain, and the routers at which packets arrive there.
    void add_announcers() {
        exported_.assign(states_ * topology_.router_count(), none);
        ties_.rows_.assign(width_ * width_, 0);
        for (std::size_t i = 0; i < width_; ++i) {
            ties_.rows_[i * width_ + i] = 1;
        }
        const auto arrives = [this](RouterId router, std::size_t row, std::uint8_t kind) {
            ties_.row_of_[router.index()] = static_cast<std::uint32_t>(row);
            for (std::size_t state = 0; state < states_; ++state) {
                exported(state, router.value) = state & kind ? none : static_cast<std::uint32_t>(row);
            }
        };
        for (std::size_t r = 0; r < ties_.regions_; ++r) {
            if (solution_.announces(RegionId(r))) {
                arrives(topology_.region_router(RegionId(r)), r, AnnouncedPrefix::routes_to_regions);
            }
        }
        for (std::size_t r = 0; width_ > ties_.regions_ && r < topology_.router_count(); ++r) {
            const RouterId router(r);
            if (follows_longer(router)) {
                arrives(router, ties_.regions_, 0);
            } else if (solution_.hijacked(router) && solution_.chosen[r] == Solution::no_session) {
                arrives(router, ties_.regions_, AnnouncedPrefix::routes_to_hijacker);
            }
        }
    }

    /// Are packets captured at the router, whatever its route to this prefix?
    bool follows_longer(RouterId router) const { return &solution_.at(router) != &solution_; }

    std::vector<std::uint32_t> parts_by_length() const {
        std::vector<std::uint32_t> begin;
        const auto has_route = [this](std::size_t part) {
            const LearnedFrom learned = solution_.parts[part].learned_from;
            return learned != LearnedFrom::None && learned != LearnedFrom::Own &&
                   !follows_longer(RouterId(topology_.routers_of(PartId(part)).front()));
        };
        for (std::size_t part = 0; part < solution_.parts.size(); ++part) {
            if (has_route(part)) {
                const std::size_t length = solution_.parts[part].length;
                begin.resize(std::max(begin.size(), length + 2), 0);
                ++begin[length + 1];
            }
        }
        for (std::size_t length = 1; length < begin.size(); ++length) {
            begin[length] += begin[length - 1];
        }
        std::vector<std::uint32_t> parts(begin.empty() ? 0 : begin.back());
        for (std::size_t part = 0; part < solution_.parts.size(); ++part) {
            if (has_route(part)) {
                parts[begin[solution_.parts[part].length]++] = static_cast<std::uint32_t>(part);
            }
        }
        return parts;
    }

    /// The part's candidates of its own class and length, which are those that survive step 2.
    void gather(std::uint32_t part) {
        contenders_.clear();
        const Solution::PartRoute route = solution_.parts[part];
        const auto [first, last] = topology_.ends(PartId(part), learned_over(route.learned_from));
        const NetworkId network = topology_.network_of(PartId(part));
        for (std::uint32_t e = first; e < last; ++e) {
            const SessionEnd &end = topology_.end(SessionEndId(e));
            if (sent_length(end) == route.length && !solution_.refused(network, RouterId(end.neighbour))) {
                contenders_.push_back(e);
            }
        }
    }

    static Relationship learned_over(LearnedFrom learned) {
        return learned == LearnedFrom::Customer ? Relationship::Customer
               : learned == LearnedFrom::Peer   ? Relationship::Peer
                                                : Relationship::Provider;
    }

    /// How long a path the neighbour sends; 0 where it sends none.
    std::uint32_t sent_length(const SessionEnd &end) const {
        const RouterId neighbour(end.neighbour);
        if (const auto region = topology_.region_at(neighbour)) {
            if (!solution_.announces(*region)) {
                return 0;
            }
            const Announcement::OnSession &on = solution_.on_session(SessionEndId(end.other));
            return on.withhold ? 0 : 1u + on.prepend;
        }
        const Solution::PartRoute &theirs = solution_.parts[topology_.part_of(neighbour).index()];
        const bool may = end.neighbour_is == Relationship::Provider ? theirs.learned_from != LearnedFrom::None
                                                                    : theirs.learned_from >= LearnedFrom::Customer;
        return may && !solution_.no_export[end.neighbour] ? theirs.length + 1u : 0;
    }

    /// What the operator set on the session over which a contender came; none from other neighbours.
    const Announcement::OnSession *announced(std::uint32_t e) const {
        const SessionEnd &end = topology_.end(SessionEndId(e));
        return topology_.region_at(RouterId(end.neighbour)) ? &solution_.on_session(SessionEndId(end.other)) : nullptr;
    }

    /// Step 4. Only the operator sets MED.
    void drop_higher_med() {
        std::uint32_t lowest = none;
        for (const std::uint32_t e : contenders_) {
            if (const auto *on = announced(e)) {
                lowest = std::min(lowest, on->med);
            }
        }
        if (lowest != none) {
            std::erase_if(contenders_, [&](std::uint32_t e) {
                const auto *on = announced(e);
                return on && on->med > lowest;
            });
        }
    }

    /// Do all contenders lead to the same, whichever of them tie at a router?
    bool alike() const {
        const auto row = [this](std::uint32_t e) { return exported_[topology_.end(SessionEndId(e)).neighbour]; };
        const std::uint32_t first = row(contenders_.front());
        return std::ranges::all_of(contenders_, [&](std::uint32_t e) { return row(e) == first; });
    }

    /// Sorts the contenders by their exits, and keeps of each exit those that are the least way off.
    void group_by_exit(std::uint32_t part) {
        const std::size_t size = topology_.routers_of(PartId(part)).size();
        exits_.clear();
        candidates_.clear();
        exit_at_.assign(size, none);
        by_position_.resize(std::max(by_position_.size(), size));
        for (const std::uint32_t e : contenders_) {
            const SessionEnd &end = topology_.end(SessionEndId(e));
            const std::uint32_t position = topology_.position_of(RouterId(end.router));
            if (exit_at_[position] == none) {
                exit_at_[position] = static_cast<std::uint32_t>(exits_.size());
                exits_.push_back({position, end.way, 0, 0, {}});
                by_position_[position].clear();
            }
            Exit &exit = exits_[exit_at_[position]];
            if (end.way < exit.way) {
                exit.way = end.way;
                by_position_[position].clear();
            }
            if (end.way == exit.way) {
                by_position_[position].push_back(e);
            }
        }
        for (Exit &exit : exits_) {
            exit.first = static_cast<std::uint32_t>(candidates_.size());
            const SessionEnd *before = nullptr;
            for (const std::uint32_t e : by_position_[exit.position]) {
                const SessionEnd &end = topology_.end(SessionEndId(e));
                // Ends stand in the order of neighbour, then neighbour city, so those that are alike are together.
                if (!before || !same_place(RouterId(before->neighbour), RouterId(end.neighbour))) {
                    const auto *on = announced(e);
                    candidates_.push_back({end.neighbour, on && on->no_export});
                }
                before = &end;
            }
            exit.last = static_cast<std::uint32_t>(candidates_.size());
            exit.rows = rows_of(std::span(candidates_).subspan(exit.first));
        }
    }

    bool same_place(RouterId a, RouterId b) const {
        return a == b ||
               (topology_.network_of(a) == topology_.network_of(b) && topology_.city_of(a) == topology_.city_of(b));
    }

    /// Steps 5 and 6 at one router: what ties there.
    Rows tie(std::uint32_t router) {
        const std::uint32_t position = topology_.position_of(RouterId(router));
        if (exit_at_[position] != none) {
            return exits_[exit_at_[position]].rows;
        }
        const auto inside = topology_.interior_from(topology_.part_of(RouterId(router)), position);
        const SessionEnd &chosen = topology_.end(SessionEndId(solution_.chosen[router]));
        const std::uint32_t lowest = chosen.way + inside[topology_.position_of(RouterId(chosen.router))];
        nearest_.clear();
        for (std::uint32_t i = 0; i < exits_.size(); ++i) {
            if (exits_[i].way + inside[exits_[i].position] == lowest) {
                nearest_.push_back(i);
            }
        }
        if (nearest_.size() == 1) {
            return exits_[nearest_.front()].rows;
        }
        now_.clear();
        for (const std::uint32_t i : nearest_) {
            now_.insert(now_.end(), candidates_.begin() + exits_[i].first, candidates_.begin() + exits_[i].last);
        }
        return rows_of(now_);
    }

    Rows rows_of(std::span<const Candidate> tied) {
        Rows rows;
        rows.own = mean(tied, false, refused_);
        const bool some_stay = std::ranges::any_of(tied, &Candidate::no_export);
        for (std::size_t state = 0; state < states_; ++state) {
            const bool same = !some_stay && (state | refused_) == refused_;
            rows.exported[state] = same ? rows.own : mean(tied, true, state | refused_);
        }
        return rows;
    }

    /// The row of what ties, or of that of it which may be passed on, on a way that refuses what `state` has.
    std::uint32_t mean(std::span<const Candidate> tied, bool to_pass_on, std::size_t state) {
        const auto row_of = [&](const Candidate &c) {
            return to_pass_on && c.no_export ? none : exported(state, c.sender);
        };
        std::uint32_t first = none;
        std::size_t count = 0;
        bool alike = true;
        for (const Candidate &c : tied) {
            if (const std::uint32_t row = row_of(c); row != none) {
                first = count++ == 0 ? row : first;
                alike = alike && row == first;
            }
        }
        if (alike) {
            return first;
        }
        std::vector<double> &rows = ties_.rows_;
        const std::size_t made = rows.size();
        rows.resize(made + width_, 0);
        for (const Candidate &c : tied) {
            const std::uint32_t row = row_of(c);
            for (std::size_t r = 0; row != none && r < width_; ++r) {
                rows[made + r] += rows[row * width_ + r];
            }
        }
        for (std::size_t r = made; r < rows.size(); ++r) {
            rows[r] /= static_cast<double>(count);
        }
        return static_cast<std::uint32_t>(made / width_);
    }

    const Solution &solution_;
    const Topology &topology_;
    Ties &ties_;
    const std::size_t width_;
    const std::size_t states_;
    std::size_t refused_ = 0;               ///< by the network at hand
    std::vector<std::uint32_t> exported_;   ///< per state and router: the row of what it may pass on
    std::vector<std::uint32_t> contenders_; ///< session ends of the part at hand
    std::vector<std::vector<std::uint32_t>> by_position_;
    std::vector<Exit> exits_;
    std::vector<std::uint32_t> exit_at_; ///< per position in the part: in exits_, or none
    std::vector<Candidate> candidates_;
    std::vector<std::uint32_t> nearest_; ///< exits that tie at the router at hand
    std::vector<Candidate> now_;         ///< their candidates
};

Ties::Ties(const Solution &solution)
    : regions_(solution.announcements.size()), width_(regions_ + (solution.hijacker || solution.more_specific ? 1 : 0)),
      row_of_(solution.topology->router_count(), none) {
    Builder(solution, *this).build();
}

double Ties::probability(RouterId router, RegionId region) const {
    const std::uint32_t row = row_of_[router.index()];
    return row == none ? 0 : rows_[row * width_ + region.index()];
}

double Ties::captured(RouterId router) const {
    const std::uint32_t row = row_of_[router.index()];
    return row == none || width_ == regions_ ? 0 : rows_[row * width_ + regions_];
}

std::vector<std::pair<RegionId, double>> Ties::distribution(RouterId router) const {
    std::vector<std::pair<RegionId, double>> out;
    for (std::size_t r = 0; r < regions_; ++r) {
        if (const double p = probability(router, RegionId(r)); p > 0) {
            out.emplace_back(RegionId(r), p);
        }
    }
    return out;
}

} // namespace catchment
