// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/animation.h"

#include <QByteArray>
#include <QImage>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

/// An animation as a file: GIF, WebP or MP4.
namespace catchment::app {

enum class AnimationFormat { Gif, Webp, Mp4 };

/// `gif`, `webp`, `mp4`: the ending of a file's name, too.
std::string_view animation_word(AnimationFormat format);
std::optional<AnimationFormat> animation_from_word(std::string_view word);

/// Takes frames one by one.
class Encoder {
public:
    virtual ~Encoder() = default;
    /// Of the size that the first one had. Throws OutputError.
    virtual void add(const QImage &frame) = 0;
    /// The whole file, after the last frame. Throws OutputError.
    virtual QByteArray finish() = 0;
};

/// One fixed palette, made from `samples`; of each frame the rectangle that has changed, and in it what has not changed
/// is transparent. Delays are whole hundredths of a second, shared out so that the length is right.
std::unique_ptr<Encoder> gif_encoder(const maps::AnimationClock &clock, const std::vector<QImage> &samples);

std::unique_ptr<Encoder> webp_encoder(const maps::AnimationClock &clock);

/// By the program `ffmpeg`. Throws OutputError where it is not installed. Sides are made even.
std::unique_ptr<Encoder> mp4_encoder(const maps::AnimationClock &clock);
bool can_write_mp4();

/// Draws and encodes all frames; `progress` is told how much is done, 0 … 1. The same bytes for the same animation.
/// Nothing where `stop` was requested. Throws OutputError.
std::optional<QByteArray> animation_file(maps::Animation &animation, AnimationFormat format,
                                         const std::stop_token &stop = {},
                                         const std::function<void(double)> &progress = {});

} // namespace catchment::app
