// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "internet.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <random>
#include <unordered_set>

namespace catchment::bench {
namespace {

constexpr std::size_t network_count = 78'643;
constexpr std::size_t transit_networks = 12'400;
constexpr std::size_t transit_links = 161'166;
constexpr std::size_t peerings = 409'530;
constexpr std::size_t peering_networks = 16'262;
constexpr std::size_t tier_1 = 17;

/// Draws 0, 1, … with weights that fall like (rank + offset)^-power.
class PowerLaw {
public:
    PowerLaw(std::size_t count, double offset, double power) {
        double sum = 0;
        for (std::size_t rank = 0; rank < count; ++rank) {
            sums_.push_back(sum += std::pow(static_cast<double>(rank) + offset, -power));
        }
    }
    /// One of the first `count` ranks.
    std::size_t draw(std::mt19937_64 &dice, std::size_t count) const {
        const double x = static_cast<double>(dice() >> 11) * 0x1p-53 * sums_[count - 1];
        return static_cast<std::size_t>(std::lower_bound(sums_.begin(), sums_.end() - 1, x) - sums_.begin());
    }

private:
    std::vector<double> sums_;
};

class Maker {
public:
    explicit Maker(std::uint64_t seed) : dice_(seed) {}

    std::vector<AsLink> make() {
        std::vector<std::uint32_t> numbers(400'000);
        std::iota(numbers.begin(), numbers.end(), 1u);
        shuffle(numbers);
        asn_.assign(numbers.begin(), numbers.begin() + network_count);
        transit();
        peer();
        return std::move(links_);
    }

private:
    template <class T>
    void shuffle(std::vector<T> &items) {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[dice_() % i]);
        }
    }

    /// Networks count from the top of the hierarchy, those without customers last.
    bool link(std::size_t a, std::size_t b, bool is_transit) {
        const auto [low, high] = std::minmax(a, b);
        if (a == b || !pairs_.insert(std::uint64_t{low} << 32 | high).second) {
            return false;
        }
        links_.push_back({Asn{asn_[a]}, Asn{asn_[b]}, is_transit});
        return true;
    }

    void transit() {
        const PowerLaw by_customers(transit_networks, 1.5, 0.85);
        for (std::size_t a = 0; a < tier_1; ++a) {
            for (std::size_t b = a + 1; b < tier_1; ++b) {
                link(a, b, false);
            }
        }
        std::size_t made = 0;
        for (std::size_t n = tier_1; n < network_count; ++n) {
            made += link(by_customers.draw(dice_, std::min(n, transit_networks)), n, true) ? 1 : 0;
        }
        // Further providers: half of the networks have a second one, and so on.
        std::vector<std::size_t> wanting(network_count - tier_1);
        std::iota(wanting.begin(), wanting.end(), tier_1);
        while (made < transit_links) {
            shuffle(wanting);
            wanting.resize(std::max<std::size_t>(wanting.size() * 53 / 100, 100));
            for (std::size_t i = 0; i < wanting.size() && made < transit_links; ++i) {
                const std::size_t n = wanting[i];
                made += link(by_customers.draw(dice_, std::min(n, transit_networks)), n, true) ? 1 : 0;
            }
        }
    }

    void peer() {
        std::vector<std::size_t> peers(transit_networks - tier_1);
        std::iota(peers.begin(), peers.end(), tier_1);
        shuffle(peers);
        peers.resize(peering_networks / 2);
        while (peers.size() < peering_networks) {
            peers.push_back(transit_networks + dice_() % (network_count - transit_networks));
        }
        shuffle(peers);
        const PowerLaw by_peers(peers.size(), 12, 1.05);
        for (std::size_t made = 0; made < peerings - tier_1 * (tier_1 - 1) / 2;) {
            const std::size_t a = peers[by_peers.draw(dice_, peers.size())];
            made += link(a, peers[by_peers.draw(dice_, peers.size())], false) ? 1 : 0;
        }
    }

    std::mt19937_64 dice_;
    std::vector<std::uint32_t> asn_;
    std::unordered_set<std::uint64_t> pairs_;
    std::vector<AsLink> links_;
};

} // namespace

std::vector<AsLink> made_up_internet(std::uint64_t seed) { return Maker(seed).make(); }

std::string reference_file() {
    const char *const named = std::getenv("CATCHMENT_REFERENCE");
    const std::filesystem::path folder =
        named ? std::filesystem::path(named) : std::filesystem::path(CATCHMENT_RESOURCES) / "../../shared/reference";
    const std::filesystem::path file = folder / "20250901.as-rel2.txt.bz2";
    std::error_code error;
    return std::filesystem::exists(file, error) ? file.string() : std::string();
}

} // namespace catchment::bench
