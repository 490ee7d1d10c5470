// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/converge_results.h"
#include "io/deployment_words.h"
#include "io/rounding.h"
#include "study/catchments.h"
#include "study/stage_summary.h"

#include <algorithm>

namespace catchment {
namespace {

constexpr std::size_t most_networks = 6; ///< of which the paths are told
constexpr std::size_t most_paths = 12;   ///< told of one of them
constexpr std::size_t most_circular = 100;
constexpr std::size_t most_restless = 20;

std::string seconds(Moment span, int decimals = 3) {
    return fixed(static_cast<double>(span.count()) / 1e6, decimals) + " s";
}

/// Without zeros at the end.
std::string plain(double value, int decimals) {
    std::string out = fixed(value, decimals);
    out.erase(out.find_last_not_of('0') + 1);
    return out.ends_with('.') ? out.substr(0, out.size() - 1) : out;
}

std::string plain_seconds(Moment span) { return plain(static_cast<double>(span.count()) / 1e6, 6) + " s"; }

std::string count(double n, const std::string &one, const std::string &several) {
    return grouped(n) + ' ' + (n == 1 ? one : several);
}

std::string count(double n, const std::string &thing) { return count(n, thing, thing + "s"); }

std::string numbers(const std::vector<Asn> &path) {
    std::string out;
    for (const Asn asn : path) {
        out += (out.empty() ? "" : " ") + std::to_string(asn.value);
    }
    return out.empty() ? "no route" : out;
}

std::string padded(std::string text, std::size_t width) {
    // Letters beyond ASCII are of two bytes or more in UTF-8: only the first of each counts.
    const auto letters =
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    text.append(width - std::min(width, static_cast<std::size_t>(letters)), ' ');
    return text;
}

std::string right(const std::string &text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

class Teller {
public:
    explicit Teller(const std::shared_ptr<const Convergence> &convergence)
        : convergence_(*convergence), summaries_(stage_summaries(convergence)), whole_(*convergence->whole),
          world_(whole_.world()) {}

    std::string tell() {
        parameters();
        beginning();
        for (std::size_t s = 0; s < convergence_.stages.size(); ++s) {
            stage(s);
        }
        if (convergence_.unsettled) {
            out_ += '\n' + unsettled_in_words(convergence_) + '\n';
        } else {
            end();
        }
        return std::move(out_);
    }

private:
    void parameters() {
        const SimulatorParameters &p = convergence_.parameters;
        out_ += "Parameters\n   A message takes " + plain(static_cast<double>(p.message_delay.count()) / 1e3, 3) +
                " ms and the fibre's time, 1 ms for " + fixed(p.km_per_ms, 1) +
                " km; of simultaneous ones the order is (sender, receiver).\n";
        out_ += "   Minimum route advertisement interval between networks: " + plain_seconds(p.mrai) + ", times " +
                plain(p.least_factor, 6) + " to 1 by router and session, drawn\n   from seed " +
                std::to_string(p.seed) +
                "; inside a network: " + (p.mrai_inside == Moment{0} ? "none" : plain_seconds(p.mrai_inside)) +
                "; withdrawals " + (p.withdrawals_wait ? "wait for it too" : "do not wait") + ".\n";
        out_ += "   Given up after " + count(static_cast<double>(p.most_events), "message") + " or " +
                count(static_cast<double>(p.most_changes), "change") + " of one router that follow one event.\n";
    }

    void beginning() {
        const StageCount &c = convergence_.start;
        out_ += "\nBeginning   " + deployment_in_words(*convergence_.scenario, "nothing is announced") +
                "\n   From an empty network to rest: " + updates(c) + ", " +
                seconds(std::max(c.last_message, c.last_change)) + '\n';
    }

    static std::string updates(const StageCount &c) {
        return count(static_cast<double>(c.announcements), "announcement") + " and " +
               count(static_cast<double>(c.withdrawals), "withdrawal") + " between networks";
    }

    void stage(std::size_t number) {
        const Stage &stage = convergence_.stages[number];
        const StageSummary &summary = summaries_[number];
        const StageCount &c = stage.count;
        out_ += '\n' + seconds(stage.at) + "   " + to_string(stage.event) + '\n';
        out_ += "   " + updates(c) + ", " + count(static_cast<double>(c.internal), "message") + " inside them";
        out_ += c.lost > 0 ? "; " + grouped(static_cast<double>(c.lost)) + (c.lost == 1 ? " was" : " were") +
                                 " lost on the way\n"
                           : "\n";
        if (c.changes == 0) {
            out_ += "   No router changed its route.\n";
        } else if (c.changes == 1) {
            out_ += "   One router changed its route, after " + seconds(c.last_change - stage.at) + '\n';
        } else {
            out_ += "   " + count(static_cast<double>(c.changes), "route change") + " at " +
                    count(static_cast<double>(summary.routers), "router") + " of " +
                    count(static_cast<double>(summary.networks), "network") + ": half of them within " +
                    seconds(summary.half_of_changes - stage.at) + ", the last after " +
                    seconds(c.last_change - stage.at) + "; quiet after " +
                    seconds(std::max(c.last_message, c.last_change) - stage.at) + '\n';
        }
        users(summary);
        explored(number);
    }

    void users(const StageSummary &s) {
        if (s.cities_changed == 0 && s.users_moved + s.users_lost + s.users_interrupted == 0) {
            out_ += "   No user reached another region, or none, at any moment.\n";
            return;
        }
        out_ += "   " + count(static_cast<double>(s.cities_changed), "city", "cities") + " of " +
                grouped(static_cast<double>(world_.cities.size())) + " changed region along the way; " +
                grouped(static_cast<double>(s.cities_moved)) + " ended in another one, " +
                grouped(static_cast<double>(s.cities_lost)) + " in none\n";
        out_ += "   " + grouped(s.users_moved) + " users moved, " + grouped(s.users_lost) + " lost their region, " +
                grouped(s.users_interrupted) + " had none for a while";
        if (s.longest_in) {
            out_ += ", at most " + seconds(s.longest_interruption) + " (in " + world_.city(*s.longest_in).name + ")";
        }
        out_ += '\n';
    }

    void explored(std::size_t number) {
        const auto &explored = summaries_[number].explored;
        if (explored.empty()) {
            return;
        }
        out_ += "   " + count(static_cast<double>(explored.size()), "network") + " tried path after path" +
                (explored.size() > most_networks ? ", such as\n" : "\n");
        for (std::size_t i = 0; i < std::min(explored.size(), most_networks); ++i) {
            const Exploration &one = explored[i];
            const NetworkId network = whole_.network_of(one.router);
            out_ += "     " + whole_.name_of(network) + " (AS" + std::to_string(whole_.asn(network).value) + ") in " +
                    world_.city(whole_.city_of(one.router)).name + '\n';
            steps(one, convergence_.stages[number].at);
        }
    }

    void steps(const Exploration &one, Moment from) {
        const std::string own = std::to_string(whole_.asn_of(one.router).value) + ' ';
        const auto path = [&](const Belief &belief) {
            const bool others = belief.path != PathTable::none && belief.session != Belief::own_session;
            return (others ? own : "") + numbers(convergence_.paths.asns(belief.path));
        };
        out_ += "       " + right("before", 11) + "   " + path(convergence_.changes[one.steps.front()].before) + '\n';
        for (std::size_t i = 0; i < one.steps.size(); ++i) {
            if (one.steps.size() > most_paths && i == most_paths / 2) {
                const std::size_t left_out = one.steps.size() - most_paths;
                out_ += "                     and " + std::to_string(left_out) + " more\n";
                i += left_out;
            }
            const RouteChange &change = convergence_.changes[one.steps[i]];
            out_ += "       " + right(seconds(change.at - from), 11) + "   " + path(change.after) + '\n';
        }
    }

    void end() {
        const auto result = catchments(convergence_.end);
        const Summary &s = result->summary;
        out_ += "\nEnd   " + seconds(convergence_.duration()) + '\n';
        for (const RegionOutcome &r : result->regions) {
            const Region &region = whole_.op().regions[r.region.index()];
            out_ += "   " + padded(region.code, 6) + padded(region.name, 18) + right(grouped(r.users), 15) + " users " +
                    right(fixed(100 * r.share, 1), 6) + " %   median " + right(fixed(r.median_rtt_ms, 1), 6) +
                    " ms   p95 " + right(fixed(r.p95_rtt_ms, 1), 6) + " ms\n";
        }
        out_ += "   " + grouped(s.unreached_users) + " users reach no region; the others' mean is " +
                fixed(s.mean_rtt_ms, 1) + " ms\n";
    }

    const Convergence &convergence_;
    const std::vector<StageSummary> summaries_;
    const Topology &whole_;
    const World &world_;
    std::string out_;
};

} // namespace

std::string converge_text(const std::shared_ptr<const Convergence> &convergence) { return Teller(convergence).tell(); }

std::string unsettled_in_words(const Convergence &c) {
    const Unsettled &unsettled = *c.unsettled;
    std::string networks;
    const std::size_t shown = std::min(unsettled.networks.size(), unsettled.circular ? most_circular : most_restless);
    for (std::size_t i = 0; i < shown; ++i) {
        networks += (i == 0 ? "AS" : ", AS") + std::to_string(unsettled.networks[i].value);
    }
    if (shown < unsettled.networks.size()) {
        networks += " and " + std::to_string(unsettled.networks.size() - shown) + " more";
    }
    const std::string after = unsettled.stage ? "after '" + to_string(c.stages[*unsettled.stage].event) + "'"
                                              : std::string("before the first event");
    return after + " the routes do not settle, and none is claimed; " + networks +
           (unsettled.circular ? " keep each other changing" : " were still changing when the cap was reached");
}

} // namespace catchment
