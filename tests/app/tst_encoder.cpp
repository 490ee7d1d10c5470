// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animation/encoder.h"
#include "app/animation/palette.h"

#include <QPainter>
#include <QTest>

#include <gif_lib.h>
#include <webp/demux.h>

using namespace catchment;
using namespace catchment::app;

namespace {

/// A square that moves over a ground of two halves; every third frame it stands still.
class Square : public maps::Animation {
public:
    using Animation::Animation;
    QSize size() const override { return {65, 40}; }
    QImage frame(int number) override {
        QImage image(size(), QImage::Format_RGB32);
        image.fill(qRgb(10, 20, 30));
        QPainter painter(&image);
        painter.fillRect(0, 0, 30, 40, QColor(200, 100, 50));
        painter.fillRect(number - number % 3, 10, 6, 6, QColor(255, 255, 255));
        return image;
    }
};

/// A GIF as a viewer plays it.
struct Played {
    std::vector<QImage> frames;
    std::vector<int> delays;
    std::vector<QRect> areas;
    int colour_maps = 0; ///< of single frames
    bool loops = false;
};

Played play(const QByteArray &gif) {
    struct Source {
        const QByteArray &bytes;
        int at;
    } source{gif, 0};
    GifFileType *file = DGifOpen(
        &source,
        [](GifFileType *of, GifByteType *out, int length) {
            auto *from = static_cast<Source *>(of->UserData);
            const int n = std::min(length, static_cast<int>(from->bytes.size()) - from->at);
            std::copy_n(from->bytes.constData() + from->at, n, reinterpret_cast<char *>(out));
            from->at += n;
            return n;
        },
        nullptr);
    Played result;
    if (!file || DGifSlurp(file) != GIF_OK)
        return result;
    QImage screen(file->SWidth, file->SHeight, QImage::Format_RGB32);
    for (int i = 0; i < file->ImageCount; ++i) {
        const SavedImage &image = file->SavedImages[i];
        GraphicsControlBlock control{};
        DGifSavedExtensionToGCB(file, i, &control);
        result.colour_maps += image.ImageDesc.ColorMap != nullptr;
        for (int e = 0; e < image.ExtensionBlockCount; ++e)
            result.loops = result.loops || image.ExtensionBlocks[e].Function == APPLICATION_EXT_FUNC_CODE;
        const QRect area(image.ImageDesc.Left, image.ImageDesc.Top, image.ImageDesc.Width, image.ImageDesc.Height);
        for (int y = 0; y < area.height(); ++y)
            for (int x = 0; x < area.width(); ++x) {
                const int index = image.RasterBits[y * area.width() + x];
                if (index == control.TransparentColor)
                    continue;
                const GifColorType &c = file->SColorMap->Colors[index];
                screen.setPixel(area.left() + x, area.top() + y, qRgb(c.Red, c.Green, c.Blue));
            }
        result.frames.push_back(screen.copy());
        result.delays.push_back(control.DelayTime);
        result.areas.push_back(area);
    }
    DGifCloseFile(file, nullptr);
    return result;
}

} // namespace

class EncoderTest : public QObject {
    Q_OBJECT

private slots:
    void few_colours_stay_as_they_are() {
        QImage image(32, 8, QImage::Format_RGB32);
        for (int x = 0; x < 32; ++x)
            for (int y = 0; y < 8; ++y)
                image.setPixel(x, y, qRgb(x * 8, y * 32, 99));
        image = image.copy(0, 0, 30, 8); // 240 colours
        const Palette palette({image});
        QCOMPARE(palette.colours().size(), std::size_t{240});
        for (int x = 0; x < 30; ++x)
            QCOMPARE(palette.colours()[palette.index(image.pixel(x, 3))], image.pixel(x, 3));
    }

    void many_colours_are_shared_out() {
        QImage image(256, 256, QImage::Format_RGB32);
        for (int x = 0; x < 256; ++x)
            for (int y = 0; y < 256; ++y)
                image.setPixel(x, y, qRgb(x, y, (x + y) / 2));
        QPainter(&image).fillRect(0, 0, 256, 20, QColor(1, 2, 3));
        const Palette palette({image});
        QVERIFY(palette.colours().size() <= std::size_t{Palette::most});
        QCOMPARE(palette.colours()[palette.index(qRgb(1, 2, 3))], qRgb(1, 2, 3)); // a large area to the bit
        int worst = 0;
        for (int x = 0; x < 256; x += 5)
            for (int y = 20; y < 256; y += 5) {
                const QRgb is = image.pixel(x, y), as = palette.colours()[palette.index(is)];
                worst = std::max({worst, std::abs(qRed(is) - qRed(as)), std::abs(qGreen(is) - qGreen(as))});
            }
        QVERIFY2(worst < 28, qPrintable(QString::number(worst)));
    }

    void a_gif_plays_what_was_drawn() {
        Square square({3, 10, true});
        const auto bytes = animation_file(square, AnimationFormat::Gif);
        QVERIFY(bytes);
        QVERIFY(bytes->startsWith("GIF89a"));
        const Played played = play(*bytes);
        QCOMPARE(played.frames.size(), std::size_t{10}); // what stands still is one longer picture
        QVERIFY(played.loops);
        QCOMPARE(played.colour_maps, 0); // one palette for all
        int length = 0;
        for (std::size_t i = 0; i < played.frames.size(); ++i) {
            QVERIFY(played.frames[i] == square.frame(static_cast<int>(i) * 3));
            QCOMPARE(played.delays[i], 30);
            length += played.delays[i];
            if (i > 0) // where the square was and is, and nothing else
                QCOMPARE(played.areas[i], QRect(static_cast<int>(i) * 3 - 3, 10, 9, 6));
        }
        QCOMPARE(length, 300); // hundredths of a second
    }

    void a_gifs_length_is_right_whatever_the_rate() {
        Square square({2, 7, true});
        int length = 0;
        for (const int delay : play(*animation_file(square, AnimationFormat::Gif)).delays)
            length += delay;
        QCOMPARE(length, 200);
    }

    void once_means_no_loop() {
        Square square({1, 10, false});
        QVERIFY(!play(*animation_file(square, AnimationFormat::Gif)).loops);
    }

    void a_webp_has_its_frames() {
        Square square({3, 10, true});
        const auto bytes = animation_file(square, AnimationFormat::Webp);
        QVERIFY(bytes);
        const WebPData data{reinterpret_cast<const uint8_t *>(bytes->constData()), static_cast<size_t>(bytes->size())};
        WebPAnimDecoder *decoder = WebPAnimDecoderNew(&data, nullptr);
        QVERIFY(decoder);
        WebPAnimInfo info;
        QVERIFY(WebPAnimDecoderGetInfo(decoder, &info));
        QCOMPARE(QSize(static_cast<int>(info.canvas_width), static_cast<int>(info.canvas_height)), square.size());
        QCOMPARE(info.loop_count, 0U);
        int timestamp = 0, frames = 0;
        uint8_t *pixels = nullptr;
        while (WebPAnimDecoderHasMoreFrames(decoder)) {
            QVERIFY(WebPAnimDecoderGetNext(decoder, &pixels, &timestamp));
            ++frames;
        }
        WebPAnimDecoderDelete(decoder);
        QVERIFY(frames >= 10);
        QCOMPARE(timestamp, 3000);
    }

    void the_same_animation_gives_the_same_bytes() {
        for (const AnimationFormat format : {AnimationFormat::Gif, AnimationFormat::Webp}) {
            Square one({1, 10, true}), other({1, 10, true});
            QCOMPARE(*animation_file(one, format), *animation_file(other, format));
        }
    }

    void it_stops_when_asked() {
        Square square({3, 10, true});
        std::stop_source stop;
        int told = 0;
        const auto bytes = animation_file(square, AnimationFormat::Gif, stop.get_token(), [&](double done) {
            QVERIFY(done > 0 && done <= 1);
            if (++told == 5)
                stop.request_stop();
        });
        QVERIFY(!bytes);
        QCOMPARE(told, 5);
    }

    void a_film_by_ffmpeg() {
        if (!can_write_mp4())
            QSKIP("the program ffmpeg is not installed");
        Square square({1, 10, true});
        const auto bytes = animation_file(square, AnimationFormat::Mp4);
        QVERIFY(bytes);
        QCOMPARE(bytes->mid(4, 4), QByteArray("ftyp"));
        QVERIFY(bytes->indexOf("moov") < bytes->indexOf("mdat")); // plays while it loads
    }
};

QTEST_MAIN(EncoderTest)
#include "tst_encoder.moc"
