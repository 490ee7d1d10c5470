// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_job.h"

#include "app/animation/encoder.h"
#include "app/export/figure_bundle.h"
#include "io/files.h"
#include "io/input_error.h"
#include "io/results.h"
#include "maps/painter.h"

#include <array>
#include <exception>
#include <utility>

namespace catchment::app {
namespace {

std::string_view text_of(const QByteArray &bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray picture(const ExportRequest &request, maps::PictureFormat format) {
    return maps::picture_file(maps::layout_figure(request.catchments, request.settings.options), format,
                              picture_options(request.settings, request.catchments->world()));
}

std::optional<QByteArray> film(const ExportRequest &request, AnimationFormat format, const std::stop_token &stop,
                               const std::function<void(double)> &progress) {
    maps::FlowAnimation animation(request.catchments, request.settings.options, request.clock);
    return animation_file(animation, format, stop, progress);
}

} // namespace

std::string_view export_ending(ExportKind kind) {
    constexpr std::array<std::string_view, 9> endings{"png", "svg", "pdf", "gif", "webp", "mp4", "csv", "geojson", ""};
    return endings[static_cast<std::size_t>(kind)];
}

bool is_picture(ExportKind kind) { return kind <= ExportKind::Pdf || kind == ExportKind::Bundle; }

bool is_animation(ExportKind kind) {
    return kind == ExportKind::Gif || kind == ExportKind::Webp || kind == ExportKind::Mp4;
}

bool write_export(const ExportRequest &request, const std::filesystem::path &file, const std::stop_token &stop,
                  const std::function<void(double)> &progress) {
    const std::string_view ending = export_ending(request.kind);
    if (request.kind == ExportKind::Bundle) {
        write_bundle(file, request.scenario, request.settings, request.catchments, request.world_folder);
    } else if (request.kind == ExportKind::Csv) {
        write_file(file, solve_csv(*request.catchments));
    } else if (request.kind == ExportKind::GeoJson) {
        write_file(file, geojson_with_cells(*request.catchments));
    } else if (is_animation(request.kind)) {
        const auto bytes = film(request, *animation_from_word(ending), stop, progress);
        if (!bytes) {
            return false;
        }
        write_file(file, text_of(*bytes));
    } else {
        const QByteArray bytes = picture(request, *maps::picture_from_word(ending));
        if (bytes.isEmpty()) {
            throw OutputError(file.string() + ": the picture could not be made: not enough memory");
        }
        if (stop.stop_requested()) {
            return false;
        }
        write_file(file, text_of(bytes));
    }
    return true;
}

ExportThread::ExportThread(QObject *parent)
    : QObject(parent), thread_([this](const std::stop_token &stop) { run(stop); }) {}

ExportThread::~ExportThread() {
    cancel();
    thread_.request_stop();
}

void ExportThread::put(std::optional<Task> &place, Task task) {
    {
        const std::lock_guard lock(mutex_);
        place = std::move(task);
    }
    wake_.notify_one();
}

void ExportThread::preview(ExportRequest request, QSize most) {
    put(preview_, [this, request = std::move(request), most](const std::stop_token &) {
        const maps::DisplayList list = maps::layout_figure(request.catchments, request.settings.options);
        emit previewed(maps::render_image(list, request.settings.options.size.scaled(most, Qt::KeepAspectRatio)));
    });
}

void ExportThread::write(ExportRequest request, std::filesystem::path file) {
    put(work_, [this, request = std::move(request), file = std::move(file)](const std::stop_token &stop) {
        try {
            if (write_export(request, file, stop, [this](double done) { emit progressed(done); })) {
                emit written(QString::fromStdString(file.string()));
            } else {
                emit cancelled();
            }
        } catch (const std::exception &error) {
            emit failed(QString::fromUtf8(error.what()));
        }
    });
}

void ExportThread::copy(ExportRequest request) {
    put(work_, [this, request = std::move(request)](const std::stop_token &) {
        const maps::DisplayList list = maps::layout_figure(request.catchments, request.settings.options);
        emit copied(maps::render_image(list, request.settings.options.size),
                    maps::picture_file(list, maps::PictureFormat::Svg,
                                       picture_options(request.settings, request.catchments->world())));
    });
}

void ExportThread::cancel() {
    const std::lock_guard lock(mutex_);
    if (std::exchange(work_, {})) { // not begun yet
        QMetaObject::invokeMethod(this, &ExportThread::cancelled, Qt::QueuedConnection);
        return;
    }
    running_.request_stop();
}

void ExportThread::run(const std::stop_token &stop) {
    while (!stop.stop_requested()) {
        std::optional<Task> task;
        std::stop_token cancelled;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, stop, [this] { return work_ || preview_; });
            task = std::exchange(work_ ? work_ : preview_, {});
            running_ = std::stop_source();
            cancelled = running_.get_token();
        }
        if (task && !stop.stop_requested()) {
            (*task)(cancelled);
        }
    }
}

} // namespace catchment::app
