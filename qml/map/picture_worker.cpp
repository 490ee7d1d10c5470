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

    Picture paint(PictureOrder order) {
        const maps::Theme &theme = maps::theme(order.theme);
        const maps::Projection &in_use = projection(order.view.projection);
        Picture picture{order.generation, order.view, order.content.catchments, order.theme, {}, {}, {}, {}};

        const bool new_catchments = known.content.catchments != order.content.catchments;
        const bool new_plane = known.view.projection != order.view.projection || known.theme != order.theme;
        const bool new_page =
            known.view != order.view || known.theme != order.theme || known.device_pixels != order.device_pixels;
        if (order.content.catchments && (new_catchments || !flows)) {
            flows = maps::flow_map(*order.content.catchments);
            particles.reset();
        }
        if (!order.content.catchments) {
            flows.reset();
            particles.reset();
        }
        order.content.flows = flows;

        maps::MapOptions options;
        options.layers.erase(maps::Layer::Fibre);
        maps::DisplayList list =
            maps::layout_map(maps::Atlas::shared(), in_use, order.content, order.view, theme, options);
        picture.hits = maps::HitTest(list);
        const auto first_above =
            std::stable_partition(list.groups.begin(), list.groups.end(),
                                  [](const maps::Group &group) { return group.layer < maps::Layer::Paths; });
        maps::DisplayList above{list.size, Qt::transparent, {first_above, list.groups.end()}};
        list.groups.erase(first_above, list.groups.end());
        list.background = theme.page;

        const QSize pixels = (order.view.size * order.device_pixels).toSize();
        if (new_page || new_catchments) {
            picture.ground = maps::render_image(list, pixels);
            // The page fills it, so it needs no blending.
            picture.ground.reinterpretAsFormat(QImage::Format_RGB32);
        }
        picture.overlay = maps::render_image(above, pixels);
        if (order.content.catchments && (!particles || new_plane))
            particles = std::make_shared<const maps::Particles>(*order.content.catchments, *flows, in_use, theme,
                                                                order.particles);
        picture.particles = particles;
        known = std::move(order);
        return picture;
    }

    std::map<maps::ProjectionKind, maps::Projection> projections;
    PictureOrder known;
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
            deliver_(studio.paint(std::move(*order)));
    }
}

} // namespace catchment::qml
