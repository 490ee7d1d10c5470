// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animation/encoder.h"

#include <array>
#include <utility>

namespace catchment::app {
namespace {

constexpr std::array words = std::to_array<std::pair<AnimationFormat, std::string_view>>(
    {{AnimationFormat::Gif, "gif"}, {AnimationFormat::Webp, "webp"}, {AnimationFormat::Mp4, "mp4"}});

constexpr int sample_count = 4; // frames that a palette is made from

std::unique_ptr<Encoder> encoder_for(maps::Animation &animation, AnimationFormat format) {
    if (format == AnimationFormat::Mp4) {
        return mp4_encoder(animation.clock());
    }
    if (format == AnimationFormat::Webp) {
        return webp_encoder(animation.clock());
    }
    std::vector<QImage> samples;
    for (int i = 0; i < sample_count; ++i) {
        samples.push_back(animation.frame(i * animation.clock().frames() / sample_count));
    }
    return gif_encoder(animation.clock(), samples);
}

} // namespace

std::string_view animation_word(AnimationFormat format) { return words[static_cast<std::size_t>(format)].second; }

std::optional<AnimationFormat> animation_from_word(std::string_view word) {
    for (const auto &[format, its_word] : words) {
        if (its_word == word) {
            return format;
        }
    }
    return {};
}

std::optional<QByteArray> animation_file(maps::Animation &animation, AnimationFormat format,
                                         const std::stop_token &stop, const std::function<void(double)> &progress) {
    const std::unique_ptr<Encoder> encoder = encoder_for(animation, format);
    const int frames = animation.clock().frames();
    for (int i = 0; i < frames; ++i) {
        if (stop.stop_requested()) {
            return {};
        }
        encoder->add(animation.frame(i));
        if (progress) {
            progress(static_cast<double>(i + 1) / frames);
        }
    }
    return encoder->finish();
}

} // namespace catchment::app
