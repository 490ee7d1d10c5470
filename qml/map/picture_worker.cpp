// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/picture_worker.h"

#include "maps/atlas.h"
#include "maps/painter.h"

#include <QPainter>

#include <algorithm>
#include <map>
#include <utility>

namespace catchment::qml {

/// What the worker keeps from one picture to the next.
struct PictureWorker::Studio {
    const maps::Projection &projection(maps::ProjectionKind kind) {
        auto found = projections.find(kind);
        if (found == projections.end())
            found = projections.emplace(kind, maps::Projection(kind)).first;
        return found->second;
    }

    void paint(PictureOrder order, const std::function<void(Picture)> &deliver) {
        const maps::Theme &theme = maps::theme(order.theme);
        const maps::Projection &in_use = projection(order.view.projection);
        Picture picture;
        picture.generation = order.generation;
        picture.view = order.view;
        picture.catchments = order.content.catchments;
        picture.theme = order.theme;

        const bool new_catchments = known.content.catchments != order.content.catchments;
        const bool new_plane = known.view.projection != order.view.projection || known.theme != order.theme;
        const bool new_page =
            known.view != order.view || known.theme != order.theme || known.device_pixels != order.device_pixels;
        const QSize pixels = (order.view.size * order.device_pixels).toSize();
        const auto sheet = [&](maps::Layer first, maps::Layer last) {
            maps::MapOptions options;
            std::erase_if(options.layers, [&](maps::Layer layer) {
                return layer < first || layer > last || layer == maps::Layer::Fibre;
            });
            maps::DisplayList list =
                maps::layout_map(maps::Atlas::shared(), in_use, order.content, order.view, theme, options);
            list.background = Qt::transparent;
            return list;
        };
        if (new_page || base.isNull()) {
            maps::DisplayList list = sheet(maps::Layer::Sea, maps::Layer::Land);
            list.background = theme.page;
            base = maps::render_image(list, pixels);
            coasts = maps::render_image(sheet(maps::Layer::Borders, maps::Layer::Borders), pixels);
        }
        if (new_page || new_catchments) {
            picture.ground = base;
            maps::render_over(picture.ground, sheet(maps::Layer::Cells, maps::Layer::CatchmentBorders));
            QPainter(&picture.ground).drawImage(0, 0, coasts);
            // The page fills it, so it needs no blending.
            picture.ground.reinterpretAsFormat(QImage::Format_RGB32);
            if (!new_page) {
                Picture first = picture;
                first.complete = false;
                deliver(std::move(first));
            }
            order.content.flows = follow(order.content.catchments);
            maps::render_over(picture.ground, sheet(maps::Layer::Flows, maps::Layer::Flows));
        }
        const maps::DisplayList above = sheet(maps::Layer::Paths, maps::Layer::Attribution);
        picture.hits = maps::HitTest(above);
        picture.overlay = maps::render_image(above, pixels);
        if (order.content.catchments && (!particles || new_plane))
            particles = std::make_shared<const maps::Particles>(
                *maps::Atlas::shared().geodesics(order.content.catchments->solution->topology->shared_world(), in_use),
                *order.content.catchments, *flows, in_use, theme, order.particles);
        picture.particles = particles;
        known = std::move(order);
        deliver(std::move(picture));
    }

    /// Flows of the results, kept while they stay.
    std::shared_ptr<const maps::FlowMap> follow(const std::shared_ptr<const Catchments> &catchments) {
        if (!catchments) {
            flows.reset();
            particles.reset();
        } else if (known.content.catchments != catchments || !flows) {
            flows = maps::flow_map(*catchments);
            particles.reset();
        }
        return flows;
    }

    std::map<maps::ProjectionKind, maps::Projection> projections;
    PictureOrder known;
    QImage base;   ///< sea and land, of the known page
    QImage coasts; ///< and borders, which lie over the cells
    std::shared_ptr<const maps::FlowMap> flows;
    std::shared_ptr<const maps::Particles> particles;
};

PictureWorker::PictureWorker(std::function<void(Picture)> deliver)
    : deliver_(std::move(deliver)), thread_([this](const std::stop_token &stop) { run(stop); }) {}

PictureWorker::~PictureWorker() = default; // the thread is asked to stop, and waited for, first of all

void PictureWorker::order(PictureOrder order) {
    {
        const std::lock_guard lock(mutex_);
        next_ = std::move(order);
    }
    wake_.notify_one();
}

void PictureWorker::run(const std::stop_token &stop) {
    // While the rest of the program starts.
    maps::Atlas::shared().cells();
    Studio studio;
    while (!stop.stop_requested()) {
        std::optional<PictureOrder> order;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, stop, [this] { return next_.has_value(); });
            order = std::exchange(next_, {});
        }
        if (order && !stop.stop_requested())
            studio.paint(std::move(*order), deliver_);
    }
}

} // namespace catchment::qml
