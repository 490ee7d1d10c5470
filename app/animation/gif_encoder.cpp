// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animation/encoder.h"
#include "app/animation/palette.h"
#include "io/input_error.h"

#include <QRect>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <gif_lib.h>

namespace catchment::app {
namespace {

constexpr int transparent = Palette::most; // the last of 256

/// What stands on the screen, as places in the palette.
using Indices = std::vector<std::uint8_t>;

class GifEncoder : public Encoder {
public:
    GifEncoder(const maps::AnimationClock &clock, const std::vector<QImage> &samples)
        : clock_(clock), palette_(samples) {}

    ~GifEncoder() override {
        if (file_) {
            EGifCloseFile(file_, nullptr);
        }
    }

    void add(const QImage &frame) override {
        if (!file_) {
            begin(frame.size());
        }
        const Indices now = indices(frame);
        const QRect changed = shown_.empty() ? QRect(QPoint(), size_) : changed_between(shown_, now);
        if (!changed.isEmpty()) {
            flush(count_);
            pending_ = picture(changed, now);
            pending_area_ = changed;
            pending_since_ = count_;
        }
        shown_ = now;
        ++count_;
    }

    QByteArray finish() override {
        flush(count_);
        GifFileType *file = std::exchange(file_, nullptr);
        if (!file || EGifCloseFile(file, nullptr) != GIF_OK) {
            throw OutputError("the animation could not be encoded as GIF");
        }
        return std::move(bytes_);
    }

private:
    static void need(int result) {
        if (result != GIF_OK) {
            throw OutputError("the animation could not be encoded as GIF");
        }
    }

    void begin(QSize size) {
        size_ = size;
        file_ = EGifOpen(
            this,
            [](GifFileType *file, const GifByteType *data, int length) {
                static_cast<GifEncoder *>(file->UserData)->bytes_.append(reinterpret_cast<const char *>(data), length);
                return length;
            },
            nullptr);
        if (!file_) {
            throw OutputError("the animation could not be encoded as GIF");
        }
        EGifSetGifVersion(file_, true); // 89a
        std::array<GifColorType, 256> colours{};
        for (std::size_t i = 0; i < palette_.colours().size(); ++i) {
            const QRgb c = palette_.colours()[i];
            colours[i] = {static_cast<GifByteType>(qRed(c)), static_cast<GifByteType>(qGreen(c)),
                          static_cast<GifByteType>(qBlue(c))};
        }
        const std::unique_ptr<ColorMapObject, decltype(&GifFreeMapObject)> map(GifMakeMapObject(256, colours.data()),
                                                                               GifFreeMapObject);
        need(EGifPutScreenDesc(file_, size.width(), size.height(), 8, 0, map.get()));
        if (clock_.loop) {
            const std::array<GifByteType, 3> endless{1, 0, 0};
            need(EGifPutExtensionLeader(file_, APPLICATION_EXT_FUNC_CODE));
            need(EGifPutExtensionBlock(file_, 11, "NETSCAPE2.0"));
            need(EGifPutExtensionBlock(file_, 3, endless.data()));
            need(EGifPutExtensionTrailer(file_));
        }
    }

    Indices indices(const QImage &frame) {
        Indices out(static_cast<std::size_t>(size_.width()) * static_cast<std::size_t>(size_.height()));
        std::size_t i = 0;
        for (int y = 0; y < size_.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(frame.constScanLine(y));
            const QRgb *before = last_.isNull() ? nullptr : reinterpret_cast<const QRgb *>(last_.constScanLine(y));
            for (int x = 0; x < size_.width(); ++x, ++i) {
                out[i] = before && before[x] == line[x] ? shown_[i] : palette_.index(line[x]);
            }
        }
        last_ = frame;
        return out;
    }

    QRect changed_between(const Indices &before, const Indices &now) const {
        const auto width = static_cast<std::size_t>(size_.width());
        int left = size_.width(), right = -1, top = size_.height(), bottom = -1;
        for (int y = 0; y < size_.height(); ++y) {
            const std::uint8_t *a = before.data() + static_cast<std::size_t>(y) * width;
            const std::uint8_t *b = now.data() + static_cast<std::size_t>(y) * width;
            if (std::memcmp(a, b, width) == 0) {
                continue;
            }
            top = std::min(top, y);
            bottom = y;
            const auto first = static_cast<int>(std::mismatch(a, a + width, b).first - a);
            int last = size_.width() - 1;
            while (a[last] == b[last]) {
                --last;
            }
            left = std::min(left, first);
            right = std::max(right, last);
        }
        return QRect(QPoint(left, top), QPoint(right, bottom));
    }

    /// What is put onto the screen: transparent where it stays.
    Indices picture(const QRect &area, const Indices &now) const {
        Indices out;
        out.reserve(static_cast<std::size_t>(area.width()) * static_cast<std::size_t>(area.height()));
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x) {
                const auto i =
                    static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.width()) + static_cast<std::size_t>(x);
                const bool stays = !shown_.empty() && shown_[i] == now[i];
                out.push_back(stays ? static_cast<std::uint8_t>(transparent) : now[i]);
            }
        }
        return out;
    }

    /// Writes the picture that was not written yet, shown until frame `until`.
    void flush(int until) {
        if (pending_.empty()) {
            return;
        }
        const auto hundredths = [&](int frame) { return static_cast<int>(std::lround(clock_.time(frame) * 100)); };
        GraphicsControlBlock control{};
        control.DisposalMode = DISPOSE_DO_NOT;
        control.DelayTime = hundredths(until) - hundredths(pending_since_);
        control.TransparentColor = transparent;
        std::array<GifByteType, 4> block{};
        EGifGCBToExtension(&control, block.data());
        need(EGifPutExtension(file_, GRAPHICS_EXT_FUNC_CODE, static_cast<int>(block.size()), block.data()));
        need(EGifPutImageDesc(file_, pending_area_.left(), pending_area_.top(), pending_area_.width(),
                              pending_area_.height(), false, nullptr));
        for (int y = 0; y < pending_area_.height(); ++y) {
            need(EGifPutLine(file_, pending_.data() + static_cast<std::ptrdiff_t>(y) * pending_area_.width(),
                             pending_area_.width()));
        }
        pending_.clear();
    }

    maps::AnimationClock clock_;
    Palette palette_;
    QSize size_;
    GifFileType *file_ = nullptr;
    QByteArray bytes_;
    QImage last_;
    Indices shown_, pending_;
    QRect pending_area_;
    int pending_since_ = 0;
    int count_ = 0;
};

} // namespace

std::unique_ptr<Encoder> gif_encoder(const maps::AnimationClock &clock, const std::vector<QImage> &samples) {
    return std::make_unique<GifEncoder>(clock, samples);
}

} // namespace catchment::app
