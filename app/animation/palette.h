// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace catchment::app {

/// A fixed set of at most 255 colours for a picture that moves, made once from some of its frames: the colours of its
/// areas to the bit, and what is left shared out by median cut. Nothing is dithered, so that what stands still stays.
class Palette {
public:
    static constexpr int most = 255;

    explicit Palette(const std::vector<QImage> &samples);

    const std::vector<QRgb> &colours() const { return colours_; }

    /// The nearest colour.
    std::uint8_t index(QRgb colour) const;

private:
    std::uint8_t nearest(QRgb colour) const;

    std::vector<QRgb> colours_;
    mutable std::unordered_map<QRgb, std::uint8_t> known_;
};

} // namespace catchment::app
