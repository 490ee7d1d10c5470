// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animation/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace catchment::app {
namespace {

constexpr std::size_t exact_colours = 96;

struct Counted {
    std::array<int, 3> rgb;
    double weight;
};

/// A box of colours, by what it would gain from being cut.
struct Box {
    std::vector<Counted> colours;
    int channel = 0;   ///< in which it varies most
    double spread = 0; ///< weighted variance there, times weight

    void measure() {
        spread = 0;
        for (int c = 0; c < 3; ++c) {
            double weight = 0, sum = 0, squares = 0;
            for (const Counted &one : colours) {
                weight += one.weight;
                sum += one.weight * one.rgb[static_cast<std::size_t>(c)];
                squares += one.weight * one.rgb[static_cast<std::size_t>(c)] * one.rgb[static_cast<std::size_t>(c)];
            }
            if (const double varies = squares - sum * sum / weight; varies > spread) {
                spread = varies;
                channel = c;
            }
        }
    }

    /// Cuts at the mean of the channel; returns the upper part.
    Box cut() {
        const auto value = [&](const Counted &one) { return one.rgb[static_cast<std::size_t>(channel)]; };
        double weight = 0, sum = 0;
        for (const Counted &one : colours) {
            weight += one.weight;
            sum += one.weight * value(one);
        }
        const double mean = sum / weight;
        const auto middle = std::stable_partition(colours.begin(), colours.end(),
                                                  [&](const Counted &one) { return value(one) <= mean; });
        Box upper;
        upper.colours.assign(middle, colours.end());
        colours.erase(middle, colours.end());
        measure();
        upper.measure();
        return upper;
    }

    QRgb mean() const {
        std::array<double, 3> sum{};
        double weight = 0;
        for (const Counted &one : colours) {
            for (std::size_t c = 0; c < 3; ++c) {
                sum[c] += one.weight * one.rgb[c];
            }
            weight += one.weight;
        }
        return qRgb(static_cast<int>(std::lround(sum[0] / weight)), static_cast<int>(std::lround(sum[1] / weight)),
                    static_cast<int>(std::lround(sum[2] / weight)));
    }
};

} // namespace

Palette::Palette(const std::vector<QImage> &samples) {
    std::map<QRgb, std::size_t> counts;
    for (const QImage &image : samples) {
        for (int y = 0; y < image.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                ++counts[line[x] | 0xff000000U];
            }
        }
    }
    std::vector<std::pair<QRgb, std::size_t>> order(counts.begin(), counts.end());
    std::ranges::stable_sort(order, [](const auto &a, const auto &b) { return a.second > b.second; });
    const std::size_t exact = std::min(order.size(), order.size() <= std::size_t{most} ? order.size() : exact_colours);
    for (std::size_t i = 0; i < exact; ++i) {
        colours_.push_back(order[i].first);
    }
    Box rest;
    for (std::size_t i = exact; i < order.size(); ++i) {
        const QRgb c = order[i].first;
        // Comets are small, and must keep their colours all the same.
        rest.colours.push_back({{qRed(c), qGreen(c), qBlue(c)}, std::sqrt(static_cast<double>(order[i].second))});
    }
    if (rest.colours.empty()) {
        return;
    }
    rest.measure();
    std::vector<Box> boxes{std::move(rest)};
    while (boxes.size() + colours_.size() < std::size_t{most}) {
        const auto widest = std::ranges::max_element(boxes, {}, &Box::spread);
        if (widest->spread <= 0) {
            break;
        }
        Box upper = widest->cut();
        boxes.push_back(std::move(upper));
    }
    for (const Box &box : boxes) {
        colours_.push_back(box.mean());
    }
}

std::uint8_t Palette::index(QRgb colour) const {
    colour |= 0xff000000U;
    const auto [entry, is_new] = known_.try_emplace(colour);
    if (is_new) {
        entry->second = nearest(colour);
    }
    return entry->second;
}

std::uint8_t Palette::nearest(QRgb colour) const {
    std::size_t best = 0;
    int least = INT32_MAX;
    for (std::size_t i = 0; i < colours_.size(); ++i) {
        const int red = qRed(colours_[i]) - qRed(colour), green = qGreen(colours_[i]) - qGreen(colour),
                  blue = qBlue(colours_[i]) - qBlue(colour);
        // As the eye weighs them, roughly.
        const int distance = 2 * red * red + 4 * green * green + 3 * blue * blue;
        if (distance < least) {
            least = distance;
            best = i;
        }
    }
    return static_cast<std::uint8_t>(best);
}

} // namespace catchment::app
