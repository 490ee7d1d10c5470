// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/figure_settings.h"
#include "maps/animation.h"
#include "scenario/scenario.h"
#include "study/catchments.h"

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QString>

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string_view>
#include <thread>
#include <vector>

namespace catchment::app {

/// What can be exported.
enum class ExportKind { Png, Svg, Pdf, Gif, Webp, Mp4, Csv, GeoJson, Bundle };

/// The ending of its file's name, without a dot; empty for a bundle, which is a folder.
std::string_view export_ending(ExportKind kind);
bool is_picture(ExportKind kind);
bool is_animation(ExportKind kind);

/// All that an export is made of: a value, which shares nothing that changes.
struct ExportRequest {
    ExportKind kind = ExportKind::Png;
    std::shared_ptr<const Catchments> catchments;
    FigureSettings settings;
    maps::AnimationClock clock;
    Scenario scenario;                  ///< for a bundle: its view is what is drawn
    std::filesystem::path world_folder; ///< likewise; empty: built in
};

/// Writes it through the same code as the commands. False where `stop` was requested, and nothing was written. Throws
/// OutputError.
bool write_export(const ExportRequest &request, const std::filesystem::path &file, const std::stop_token &stop = {},
                  const std::function<void(double)> &progress = {});

/// Draws previews and writes exports in a thread of its own, one at a time. A newer preview takes the place of one that
/// was not begun. Signals come on the thread that this object lives in.
class ExportThread : public QObject {
    Q_OBJECT

public:
    explicit ExportThread(QObject *parent = nullptr);
    ~ExportThread() override;

    /// A picture of the figure, no larger than `most`.
    void preview(ExportRequest request, QSize most);
    void write(ExportRequest request, std::filesystem::path file);
    /// The figure as a picture and as SVG.
    void copy(ExportRequest request);
    /// Ends what is being written.
    void cancel();

signals:
    void previewed(const QImage &image);
    void progressed(double done);
    void written(const QString &file);
    void cancelled();
    void failed(const QString &text);
    void copied(const QImage &image, const QByteArray &svg);

private:
    using Task = std::function<void(const std::stop_token &)>;
    void put(std::optional<Task> &place, Task task);
    void run(const std::stop_token &stop);

    std::mutex mutex_; ///< guards the four below
    std::condition_variable_any wake_;
    std::optional<Task> preview_, work_;
    std::stop_source running_;
    std::jthread thread_; ///< last, so that it ends before what it uses
};

} // namespace catchment::app
