// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animation/encoder.h"
#include "io/input_error.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace catchment::app {
namespace {

QString program() { return QStandardPaths::findExecutable(QStringLiteral("ffmpeg")); }

/// Frames go raw through a pipe; the file is made in a temporary folder, since its head is written last.
class Mp4Encoder : public Encoder {
public:
    explicit Mp4Encoder(const maps::AnimationClock &clock) : clock_(clock) {
        if (program().isEmpty()) {
            throw OutputError("MP4 needs the program ffmpeg, which is not installed; .gif and .webp need nothing");
        }
    }

    ~Mp4Encoder() override {
        if (process_.state() != QProcess::NotRunning) {
            process_.kill();
            process_.waitForFinished();
        }
    }

    void add(const QImage &frame) override {
        if (process_.state() == QProcess::NotRunning) {
            begin(frame.size());
        }
        const QImage plain = frame.convertToFormat(QImage::Format_RGB32);
        process_.write(reinterpret_cast<const char *>(plain.constBits()), plain.sizeInBytes());
        while (process_.bytesToWrite() > 0) {
            if (!process_.waitForBytesWritten(-1)) {
                fail();
            }
        }
    }

    QByteArray finish() override {
        process_.closeWriteChannel();
        QFile file(path());
        if (!process_.waitForFinished(-1) || process_.exitStatus() != QProcess::NormalExit ||
            process_.exitCode() != 0 || !file.open(QIODevice::ReadOnly)) {
            fail();
        }
        return file.readAll();
    }

private:
    QString path() const { return folder_.filePath(QStringLiteral("animation.mp4")); }

    void begin(QSize size) {
        process_.setProcessChannelMode(QProcess::MergedChannels);
        process_.start(program(),
                       {QStringLiteral("-loglevel"), QStringLiteral("error"), QStringLiteral("-f"),
                        QStringLiteral("rawvideo"), QStringLiteral("-pix_fmt"), QStringLiteral("bgra"),
                        QStringLiteral("-s"), QStringLiteral("%1x%2").arg(size.width()).arg(size.height()),
                        QStringLiteral("-r"), QString::number(clock_.fps), QStringLiteral("-i"), QStringLiteral("-"),
                        // What every player and every slide program plays; its sides must be even.
                        QStringLiteral("-vf"), QStringLiteral("pad=ceil(iw/2)*2:ceil(ih/2)*2"), QStringLiteral("-c:v"),
                        QStringLiteral("libx264"), QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"),
                        QStringLiteral("-crf"), QStringLiteral("18"), QStringLiteral("-movflags"),
                        QStringLiteral("+faststart"), QStringLiteral("-fflags"), QStringLiteral("+bitexact"),
                        QStringLiteral("-flags:v"), QStringLiteral("+bitexact"), path()});
        if (!process_.waitForStarted()) {
            fail();
        }
    }

    [[noreturn]] void fail() {
        const QByteArray words = process_.readAll().trimmed();
        throw OutputError("ffmpeg could not make the film" + (words.isEmpty() ? "" : ": " + words.toStdString()));
    }

    maps::AnimationClock clock_;
    QTemporaryDir folder_;
    QProcess process_;
};

} // namespace

bool can_write_mp4() { return !program().isEmpty(); }

std::unique_ptr<Encoder> mp4_encoder(const maps::AnimationClock &clock) { return std::make_unique<Mp4Encoder>(clock); }

} // namespace catchment::app
