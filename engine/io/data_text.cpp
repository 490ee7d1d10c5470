// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/data_results.h"
#include "io/rounding.h"
#include "io/text_table.h"

#include <algorithm>

namespace catchment {
namespace {

constexpr std::size_t most_rows = 10; ///< told of cities and places

class Teller {
public:
    explicit Teller(const DataStudy &study) : study_(study), c_(*study.catchments) {}

    std::string tell(std::span<const PrimaryPlace> best) {
        headline();
        figures();
        edges();
        replicas();
        failures();
        places(best);
        cities();
        return std::move(out_);
    }

private:
    const std::string &code(RegionId region) const { return c_.op().regions[region.index()].code; }
    std::string name(RegionId region) const { return code(region) + ' ' + c_.op().regions[region.index()].name; }
    static std::string ms(std::optional<double> value) { return value ? fixed(*value, 1) + " ms" : "no"; }
    static std::optional<double> where(double users, double value) {
        return users > 0 ? std::optional(value) : std::nullopt;
    }
    static std::string stale(const DataAccess &a) {
        return !a.read_ms ? "" : a.stale_ms ? fixed(*a.stale_ms, 1) + " ms" : "since the cut";
    }
    static std::string percent(double share) { return fixed(100 * share, 1) + " %"; }

    void headline() {
        const DataPlacement &data = study_.placement;
        std::string replicas;
        for (const std::string &replica : data.replicas) {
            replicas += (replicas.empty() ? "" : ", ") + replica;
        }
        const std::string with = replicas.empty() ? "" : "replicas in " + replicas;
        switch (data.consistency) {
        case Consistency::Primary:
            out_ = "One primary in " + data.primary + (with.empty() ? "" : ", " + with) +
                   ": reads at the nearest, writes at the primary, which sends them on.\n";
            break;
        case Consistency::PrimaryOnly:
            out_ = "One primary in " + data.primary + ", which answers everything" + (with.empty() ? "" : "; " + with) +
                   ".\n";
            break;
        case Consistency::Quorum:
            out_ = "Quorums of " + std::to_string(study_.replicas.size()) +
                   " replicas: " + std::to_string(study_.write_quorum) + " confirm a write, " +
                   std::to_string(study_.read_quorum) + " answer a read.\n";
            break;
        case Consistency::Local:
            out_ = "The nearest of " + std::to_string(study_.replicas.size()) +
                   " replicas answers everything; they agree in the end.\n";
            break;
        }
        if (has_primary() && !study_.primary) {
            out_ += data.primary + " is down or cut off, and no other can be elected: nobody can write.\n";
        } else if (has_primary() && code(*study_.primary) != data.primary) {
            out_ += data.primary + " is down or cut off: " + code(*study_.primary) + " has been elected.\n";
        }
        out_ += '\n';
    }

    void figures() {
        const DataFigures &all = study_.all;
        TextTable table({"Users' requests", "mean", "median", "95th percentile", "users who can"});
        table.add({"Reads", ms(where(all.readers, all.read_ms)), ms(where(all.readers, study_.median_read_ms)),
                   ms(where(all.readers, study_.p95_read_ms)), percent(all.share(all.readers))});
        table.add({"Writes, " + percent(study_.placement.write_share) + " of all", ms(where(all.writers, all.write_ms)),
                   ms(where(all.writers, study_.median_write_ms)), ms(where(all.writers, study_.p95_write_ms)),
                   percent(all.share(all.writers))});
        if (all.readers > 0 && all.writers > 0) {
            table.add({"Both", ms(all.mean_ms(study_.placement.write_share)), "", "", ""});
        }
        out_ += table.text();
        out_ += percent(all.share(all.own_write_users)) + " of the users surely read their own writes.\n";
        const bool bounded = all.readers > all.unbounded;
        if (bounded) {
            out_ += "On average, answers are at most " + fixed(all.stale_ms, 1) + " ms old.\n";
        }
        if (all.unbounded > 0) {
            out_ += "The answers of " + grouped(all.unbounded) + (bounded ? " more users" : " users") +
                    " can be as old as the cut.\n";
        }
    }

    void edges() {
        TextTable table({"From the edge", "users", "data in", "read", "write", "stale by", "own writes"});
        for (const EdgeData &e : study_.edges) {
            table.add({name(e.edge), grouped(e.users), e.access.replica ? code(*e.access.replica) : "none",
                       ms(e.access.read_ms), ms(e.access.write_ms), stale(e.access),
                       e.access.reads_own_write ? "yes" : "perhaps"});
        }
        out_ += table.empty() ? "" : '\n' + table.text();
    }

    void replicas() {
        TextTable table({"Data in", "state", "behind the primary", "catches up in"});
        for (const ReplicaData &r : study_.replicas) {
            const bool apart = r.replica.up && r.replica.group != study_.replicas.front().replica.group;
            const std::string state = !r.replica.up ? "down"
                                      : apart       ? "apart, group " + std::to_string(r.replica.group)
                                                    : "up";
            table.add({name(r.replica.region), state, r.replica.lag_ms ? fixed(*r.replica.lag_ms, 1) + " ms" : "",
                       r.missed_per_second == 0 ? ""
                       : r.catch_up_seconds     ? fixed(*r.catch_up_seconds, 1) + " s"
                                                : "never"});
        }
        out_ += '\n' + table.text();
        if (std::ranges::any_of(study_.replicas, [](const ReplicaData &r) { return r.missed_per_second > 0; })) {
            out_ += "After a cut of " + fixed(CatchUpModel().partition_seconds / 60, 0) + " minutes, with " +
                    grouped(study_.writes_per_second) + " writes a second from all users.\n";
        }
    }

    bool has_primary() const {
        const Consistency model = study_.placement.consistency;
        return model == Consistency::Primary || model == Consistency::PrimaryOnly;
    }

    void failures() {
        TextTable table({"If it fails", "primary then", "can read", "can write", "read", "write"});
        for (const DataFailure &f : study_.failures) {
            table.add({name(f.region),
                       f.primary       ? code(*f.primary)
                       : has_primary() ? "none"
                                       : "",
                       percent(f.figures.share(f.figures.readers)), percent(f.figures.share(f.figures.writers)),
                       ms(where(f.figures.readers, f.figures.read_ms)),
                       ms(where(f.figures.writers, f.figures.write_ms))});
        }
        out_ += table.empty() ? "" : '\n' + table.text();
    }

    void places(std::span<const PrimaryPlace> best) {
        TextTable table({"Best places for the primary", "writes, mean", "95th percentile", "cannot write"});
        for (const PrimaryPlace &p : best.first(std::min(most_rows, best.size()))) {
            table.add({name(p.region), fixed(p.mean_ms, 1) + " ms", fixed(p.p95_ms, 1) + " ms",
                       p.unwritable_users > 0 ? grouped(p.unwritable_users) : ""});
        }
        out_ += table.empty() ? "" : '\n' + table.text();
    }

    void cities() {
        std::vector<const CityData *> largest;
        for (const CityData &city : study_.cities) {
            largest.push_back(&city);
        }
        std::ranges::stable_sort(largest, std::ranges::greater(), [](const CityData *c) { return c->figures.users; });
        TextTable table({"Largest cities", "data in", "read", "write", "can write"});
        for (std::size_t i = 0; i < std::min(most_rows, largest.size()); ++i) {
            const City &city = c_.world().city(largest[i]->city);
            const DataFigures &f = largest[i]->figures;
            table.add({city.name + ", " + city.country, largest[i]->replica ? code(*largest[i]->replica) : "none",
                       ms(where(f.readers, f.read_ms)), ms(where(f.writers, f.write_ms)), percent(f.share(f.writers))});
        }
        out_ += table.empty() ? "" : '\n' + table.text();
    }

    const DataStudy &study_;
    const Catchments &c_;
    std::string out_;
};

} // namespace

std::string data_text(const DataStudy &study, std::span<const PrimaryPlace> best) { return Teller(study).tell(best); }

} // namespace catchment
