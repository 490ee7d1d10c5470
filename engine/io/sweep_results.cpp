// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/sweep_results.h"

#include "io/csv.h"
#include "io/result_json.h"
#include "io/rounding.h"

#include <algorithm>

namespace catchment {
namespace {

std::vector<std::string> codes(const std::vector<RegionId> &regions, const Operator &op) {
    std::vector<std::string> out;
    for (const RegionId r : regions) {
        out.push_back(op.regions[r.index()].code);
    }
    std::ranges::sort(out);
    return out;
}

} // namespace

std::string word_of(Objective objective) {
    return objective == Objective::MeanRtt ? "mean-rtt" : objective == Objective::MedianRtt ? "median-rtt" : "p95-rtt";
}

std::string word_of(SweepMethod method) { return method == SweepMethod::Exhaustive ? "exhaustive" : "greedy"; }

std::string sweep_json(const SweepQuestion &question, const Sweep &sweep, const Operator &op) {
    const auto line = [](const Json &json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); };
    std::string out = "{\"method\":" + line(word_of(sweep.method)) +
                      ",\n \"objective\":" + line(word_of(question.objective)) +
                      ",\n \"choose\":" + line(question.choose) + ",\n \"from\":" + line(codes(question.from, op)) +
                      ",\n \"results\":[";
    for (const Deployment &d : sweep.results) {
        out += (&d == sweep.results.data() ? "\n  " : ",\n  ") +
               line({{"regions", codes(d.regions, op)},
                     {"unreachedUsers", rounded_whole(d.unreached_users)},
                     {"value", rounded_ms(d.value)}});
    }
    return out + "\n ]\n}\n";
}

std::string sweep_csv(const Sweep &sweep, const Operator &op) {
    std::string out = "rank,regions,unreached_users,value\n";
    std::size_t rank = 0;
    for (const Deployment &d : sweep.results) {
        std::string words;
        for (const std::string &code : codes(d.regions, op)) {
            words += (words.empty() ? "" : " ") + code;
        }
        out += std::to_string(++rank) + ',' + csv_field(words) + ',' +
               std::to_string(rounded_whole(d.unreached_users)) + ',' + fixed(d.value, 1) + '\n';
    }
    return out;
}

} // namespace catchment
