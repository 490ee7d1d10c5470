// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/compare_results.h"
#include "io/deployment_words.h"
#include "io/edge_compare.h"
#include "io/rounding.h"
#include "io/text_table.h"
#include "study/edge_study.h"
#include "study/moves.h"

#include <algorithm>

namespace catchment {
namespace {

constexpr std::size_t most_rows = 10; ///< told of countries, networks, cities and flows

class Teller {
public:
    Teller(const Catchments &before, const Catchments &after)
        : before_(before), after_(after), world_(after.world()), comparison_(compare(before, after)) {}

    std::string tell() {
        out_ = "Before   " + deployment(before_) + "\nAfter    " + deployment(after_) + "\n\n";
        if (comparison_.movers.empty()) {
            out_ += has_edges(before_, after_) ? "Nobody's edge changes.\n" : "Nobody moves.\n";
        } else {
            const double users = after_.summary.users;
            out_ += grouped(comparison_.moved_users) + " of " + grouped(users) + " users move (" +
                    fixed(users > 0 ? 100 * comparison_.moved_users / users : 0, 1) + " %)" + won() + ".\n";
            unreached();
        }
        out_ += '\n';
        rtts();
        regions();
        out_ += has_edges(before_, after_) ? edge_change_text(before_, after_) : "";
        groups();
        return std::move(out_);
    }

private:
    const std::string &code(RegionId region) const { return after_.op().regions[region.index()].code; }

    std::string deployment(const Catchments &c) const {
        const Scenario &scenario = *c.solution->scenario;
        std::string words = deployment_in_words(scenario, "nothing is deployed");
        words += scenario.steering == Steering::Dns ? ", by DNS" : "";
        return scenario.title.empty() ? words : scenario.title + " (" + words + ")";
    }

    std::string won() const {
        const bool both = std::ranges::any_of(comparison_.movers, [](const Mover &m) { return m.from && m.to; });
        const double ms = rounded_ms(comparison_.gained_ms);
        return !both    ? ""
               : ms > 0 ? "; on average they get " + fixed(ms, 1) + " ms faster"
               : ms < 0 ? "; on average they get " + fixed(-ms, 1) + " ms slower"
                        : "; on average they get neither faster nor slower";
    }

    void unreached() {
        const auto told = [this](double users, const std::string &words) {
            out_ += users > 0 ? grouped(users) + ' ' + words + ".\n" : "";
        };
        told(comparison_.newly_unreached_users, "of them reach no region any more");
        told(comparison_.newly_captured_users, "of them are captured by the hijacker now");
        told(comparison_.newly_reached_users, "of them reached none before");
    }

    static std::string signed_ms(double ms) { return (ms > 0 ? "+" : "") + fixed(ms + 0.0, 1) + " ms"; }

    void rtts() {
        const Summary &was = before_.summary;
        const Summary &is = after_.summary;
        TextTable table({"", "before", "after", "change"});
        const auto rtt = [&table](const std::string &name, double before, double after) {
            table.add({name, fixed(before, 1) + " ms", fixed(after, 1) + " ms",
                       signed_ms(rounded_ms(rounded_ms(after) - rounded_ms(before)))});
        };
        const std::string to = has_edges(before_, after_) ? "RTT to the edge, " : "RTT, ";
        rtt(to + "mean", was.mean_rtt_ms, is.mean_rtt_ms);
        rtt(to + "median", was.median_rtt_ms, is.median_rtt_ms);
        rtt(to + "95th percentile", was.p95_rtt_ms, is.p95_rtt_ms);
        const double more = static_cast<double>(rounded_whole(is.unreached_users) - rounded_whole(was.unreached_users));
        table.add({"Users without a region", grouped(was.unreached_users), grouped(is.unreached_users),
                   (more > 0 ? "+" : "") + grouped(more)});
        out_ += table.text();
    }

    void regions() {
        TextTable table({has_edges(before_, after_) ? "Edge" : "Region", "before", "after", "gained", "lost"});
        for (const RegionMoves &r : moves_by_region(comparison_, before_, after_)) {
            table.add({code(r.region) + ' ' + after_.op().regions[r.region.index()].name, grouped(r.users_before),
                       grouped(r.users_after), grouped(r.gained_users), grouped(r.lost_users)});
        }
        out_ += table.empty() ? "" : '\n' + table.text();
    }

    static std::string faster(const Moves &moves) {
        return moves.reached_users > 0 ? signed_ms(rounded_ms(-moves.gained_ms)) : "";
    }

    /// A table of what moves most; `name_of` says what an entry is.
    template <class Entry, class NameOf>
    void most(const std::string &title, const std::vector<Entry> &entries, NameOf name_of) {
        if (entries.empty()) {
            return;
        }
        TextTable table({title, "users", "RTT", "left without a region"});
        for (const Entry &entry : std::span(entries).first(std::min(most_rows, entries.size()))) {
            const double lost = entry.moves.newly_unreached_users;
            table.add({name_of(entry), grouped(entry.moves.users), faster(entry.moves), lost > 0 ? grouped(lost) : ""});
        }
        out_ += '\n' + table.text();
        if (entries.size() > most_rows) {
            out_ += "and " + std::to_string(entries.size() - most_rows) + " more\n";
        }
    }

    void groups() {
        const auto place = [this](const std::optional<RegionId> &region, bool hijacker) {
            return region ? code(*region) : std::string(hijacker ? "the hijacker" : "none");
        };
        most("From and to", flows(comparison_, after_.op()),
             [&](const Flow &f) { return place(f.from, f.from_hijacker) + " to " + place(f.to, f.to_hijacker); });
        most("Country", moves_by_country(comparison_, world_), [](const CountryMoves &m) { return m.country; });
        most("Access network", moves_by_network(comparison_), [this](const NetworkMoves &m) {
            const Network &network = world_.network(m.network);
            return network.name + " (AS" + std::to_string(network.asn.value) + ")";
        });
        most("City", moves_by_city(comparison_, world_), [this](const CityMoves &m) {
            const City &city = world_.city(m.city);
            return city.name + ", " + city.country;
        });
    }

    const Catchments &before_;
    const Catchments &after_;
    const World &world_;
    const Comparison comparison_;
    std::string out_;
};

} // namespace

std::string compare_text(const Catchments &before, const Catchments &after) { return Teller(before, after).tell(); }

} // namespace catchment
