// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "import/access_shares.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace catchment {
namespace {

using Shares = std::map<Asn, double>;

/// Makes shares sum to 1.
Shares scaled(Shares shares) {
    double sum = 0;
    for (const auto &[asn, share] : shares) {
        sum += share;
    }
    for (auto &[asn, share] : shares) {
        share /= sum;
    }
    return shares;
}

class Sharer {
public:
    Sharer(const World &base, const std::vector<AccessCandidate> &candidates)
        : base_(base), candidates_(candidates), of_city_(base.cities.size()) {}

    AccessShares share() {
        take_what_is_there();
        for (std::size_t c = 0; c < of_city_.size(); ++c) {
            if (base_.cities[c].users > 0 && of_city_[c].empty()) {
                by_country(c);
            }
        }
        lend_from_nearest();
        write_rows();
        return std::move(out_);
    }

private:
    bool exists(Asn asn) const {
        return std::ranges::binary_search(candidates_, asn, {}, [](const AccessCandidate &c) { return c.asn; });
    }

    void take_what_is_there() {
        for (std::size_t c = 0; c < of_city_.size(); ++c) {
            const auto shares = base_.access_of(CityId(c));
            for (const AccessShare &s : shares) {
                if (const Asn asn = base_.network(s.network).asn; exists(asn)) {
                    of_city_[c].emplace(asn, s.share);
                }
            }
            if (of_city_[c].empty()) {
                continue;
            }
            if (of_city_[c].size() < shares.size()) {
                of_city_[c] = scaled(std::move(of_city_[c]));
                ++out_.scaled;
            } else {
                ++out_.kept;
            }
            for (const auto &[asn, share] : of_city_[c]) {
                of_country_[base_.cities[c].country][asn] += share * static_cast<double>(base_.cities[c].users);
            }
        }
    }

    void by_country(std::size_t city) {
        const std::string &country = base_.cities[city].country;
        if (const auto known = of_country_.find(country); known != of_country_.end()) {
            of_city_[city] = scaled(known->second);
            ++out_.by_country;
        } else if (const auto network = most_linked(country)) {
            of_city_[city] = {{*network, 1.0}};
            ++out_.by_links;
        }
    }

    std::optional<Asn> most_linked(const std::string &country) const {
        const AccessCandidate *best = nullptr;
        for (const AccessCandidate &c : candidates_) {
            if (c.country == country &&
                (!best || std::pair(c.access, c.links) > std::pair(best->access, best->links))) {
                best = &c;
            }
        }
        return best ? std::optional(best->asn) : std::nullopt;
    }

    void lend_from_nearest() {
        std::vector<std::size_t> lenders;
        std::vector<std::size_t> wanting;
        for (std::size_t c = 0; c < of_city_.size(); ++c) {
            if (!of_city_[c].empty()) {
                lenders.push_back(c);
            } else if (base_.cities[c].users > 0) {
                wanting.push_back(c);
            }
        }
        out_.by_nearest = wanting.size();
        const auto of_all = std::ranges::max_element(candidates_, {}, &AccessCandidate::links);
        for (const std::size_t c : wanting) {
            const auto nearest = std::ranges::min_element(lenders, {}, [&](std::size_t lender) {
                return great_circle_km(base_.cities[lender].place, base_.cities[c].place);
            });
            of_city_[c] = nearest == lenders.end() ? Shares{{of_all->asn, 1.0}} : of_city_[*nearest];
        }
    }

    void write_rows() {
        for (std::size_t c = 0; c < of_city_.size(); ++c) {
            const std::size_t first = out_.rows.size();
            for (const auto &[asn, share] : of_city_[c]) {
                out_.rows.push_back({CityId(c), asn, share});
            }
            std::stable_sort(out_.rows.begin() + static_cast<std::ptrdiff_t>(first), out_.rows.end(),
                             [](const auto &a, const auto &b) { return a.share > b.share; });
        }
    }

    const World &base_;
    const std::vector<AccessCandidate> &candidates_;
    std::vector<Shares> of_city_;
    std::map<std::string, Shares> of_country_; ///< users, not shares of 1
    AccessShares out_;
};

} // namespace

AccessShares access_shares(const World &base, const std::vector<AccessCandidate> &candidates) {
    return Sharer(base, candidates).share();
}

} // namespace catchment
