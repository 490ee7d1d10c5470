// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animation/encoder.h"
#include "io/input_error.h"

#include <cmath>
#include <webp/encode.h>
#include <webp/mux.h>

namespace catchment::app {
namespace {

constexpr float quality = 82; // of 100: no artefacts around text that an eye would find

class WebpEncoder : public Encoder {
public:
    explicit WebpEncoder(const maps::AnimationClock &clock) : clock_(clock) {}
    ~WebpEncoder() override { WebPAnimEncoderDelete(encoder_); }

    void add(const QImage &frame) override {
        if (!encoder_) {
            begin(frame.size());
        }
        WebPPicture picture;
        need(WebPPictureInit(&picture));
        picture.width = frame.width();
        picture.height = frame.height();
        picture.use_argb = 1;
        const QImage plain = frame.convertToFormat(QImage::Format_RGBA8888);
        bool good = WebPPictureImportRGBX(&picture, plain.constBits(), static_cast<int>(plain.bytesPerLine())) != 0;
        good = good && WebPAnimEncoderAdd(encoder_, &picture, milliseconds(count_++), &config_) != 0;
        WebPPictureFree(&picture);
        need(good);
    }

    QByteArray finish() override {
        need(encoder_ && WebPAnimEncoderAdd(encoder_, nullptr, milliseconds(count_), nullptr));
        WebPData data;
        WebPDataInit(&data);
        need(WebPAnimEncoderAssemble(encoder_, &data));
        QByteArray bytes(reinterpret_cast<const char *>(data.bytes), static_cast<qsizetype>(data.size));
        WebPDataClear(&data);
        return bytes;
    }

private:
    static void need(bool good) {
        if (!good) {
            throw OutputError("the animation could not be encoded as WebP");
        }
    }

    int milliseconds(int frame) const { return static_cast<int>(std::lround(clock_.time(frame) * 1000)); }

    void begin(QSize size) {
        WebPAnimEncoderOptions options;
        need(WebPAnimEncoderOptionsInit(&options) && WebPConfigInit(&config_));
        options.anim_params.loop_count = clock_.loop ? 0 : 1;
        config_.quality = quality;
        config_.method = 2; // faster than the default, a little larger
        encoder_ = WebPAnimEncoderNew(size.width(), size.height(), &options);
        need(encoder_ != nullptr);
    }

    maps::AnimationClock clock_;
    WebPConfig config_{};
    WebPAnimEncoder *encoder_ = nullptr;
    int count_ = 0;
};

} // namespace

std::unique_ptr<Encoder> webp_encoder(const maps::AnimationClock &clock) {
    return std::make_unique<WebpEncoder>(clock);
}

} // namespace catchment::app
