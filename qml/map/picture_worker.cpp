// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/picture_worker.h"

#include "maps/atlas.h"
#include "maps/painter.h"

#include <QPainter>

#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace catchment::qml {

namespace {

using maps::Layer;

// The sheets of a picture, bottom up. City dots lie below the particles: the overlay, which is blended anew with every
// frame, is then nearly empty.
const maps::LayerSet base_layers = {Layer::Sea, Layer::Graticule, Layer::Land};
const maps::LayerSet cell_layers = {Layer::Cells};
const maps::LayerSet boundary_layers = {Layer::Contested, Layer::Lens, Layer::CatchmentBorders};
const maps::LayerSet coast_layers = {Layer::Borders};
const maps::LayerSet network_layers = {Layer::Fibre, Layer::Presence, Layer::Flows, Layer::Cities, Layer::Markers};
const maps::LayerSet overlay_layers = {Layer::Exchanges, Layer::Paths, Layer::Regions, Layer::Labels};

/// A globe that is being turned shows what can be painted many times a second.
bool left_out_of_drafts(maps::Layer layer) {
    return layer == Layer::Fibre || layer == Layer::Presence || layer == Layer::Exchanges || layer == Layer::Flows ||
           layer == Layer::Cities || layer == Layer::Markers || layer == Layer::Labels || layer == Layer::Contested;
}

} // namespace

/// What the worker keeps from one picture to the next.
class PictureWorker::Studio {
public:
    void paint(PictureOrder order, const std::function<void(Picture)> &deliver) {
        const Changes changes = changes_to(order);
        const maps::Projection &projection = projection_of(order.view);
        Picture picture;
        picture.generation = order.generation;
        picture.view = order.view;
        picture.catchments = order.content.catchments;
        picture.theme = order.theme;

        if (changes.page)
            paint_base(projection, order);
        if (changes.ground) {
            picture.ground = base_;
            // The page fills it, so it needs no blending.
            picture.ground.reinterpretAsFormat(QImage::Format_RGB32);
            maps::render_over(picture.ground, sheet(projection, order, cell_layers));
            if (changes.catchments && !changes.page) {
                Picture first = picture;
                first.complete = false;
                QPainter(&first.ground).drawImage(0, 0, coasts_);
                deliver(std::move(first));
            }
            maps::render_over(picture.ground, sheet(projection, order, boundary_layers));
            QPainter(&picture.ground).drawImage(0, 0, coasts_);
            order.content.flows = follow(order.content.catchments);
            const auto network = sheet(projection, order, network_layers);
            maps::render_over(picture.ground, network);
            network_hits_ = maps::HitTest(network);
        }
        order.content.flows = flows_;
        const auto above = sheet(projection, order, overlay_layers);
        picture.hits = maps::HitTest(above);
        picture.hits.add(network_hits_);
        picture.overlay = maps::render_image(above, pixels(order));
        if (order.draft || !order.content.catchments)
            particles_.reset();
        else if (!particles_ || changes.plane || changes.only)
            particles_ = make_particles(projection, order);
        picture.flows = flows_;
        picture.particles = particles_;
        known_ = std::move(order);
        deliver(std::move(picture));
    }

private:
    struct Changes {
        bool catchments, plane, page, ground, only;
    };

    Changes changes_to(const PictureOrder &order) const {
        const auto plane = [](const PictureOrder &of) {
            return std::tuple(of.view.projection, of.view.central_meridian, of.view.central_latitude, of.theme);
        };
        Changes changes{};
        changes.catchments = known_.content.catchments != order.content.catchments;
        changes.plane = plane(known_) != plane(order);
        changes.page = base_.isNull() || known_.view != order.view || known_.theme != order.theme ||
                       known_.device_pixels != order.device_pixels || known_.layers != order.layers;
        changes.ground = changes.page || changes.catchments || known_.draft != order.draft ||
                         known_.content.emphasis != order.content.emphasis ||
                         known_.content.before != order.content.before || known_.content.times != order.content.times;
        changes.only = known_.content.emphasis.only != order.content.emphasis.only;
        return changes;
    }

    const maps::Projection &projection_of(const maps::MapView &view) {
        if (view.projection == maps::ProjectionKind::Globe)
            return globe_.emplace(view.projection, view.central_meridian, view.central_latitude);
        auto found = flat_.find(view.projection);
        if (found == flat_.end())
            found = flat_.emplace(view.projection, maps::Projection(view.projection)).first;
        return found->second;
    }

    static QSize pixels(const PictureOrder &order) { return (order.view.size * order.device_pixels).toSize(); }

    /// What is shown of some layers, on nothing.
    static maps::DisplayList sheet(const maps::Projection &projection, const PictureOrder &order,
                                   const maps::LayerSet &layers) {
        const maps::Theme &theme = maps::theme(order.theme);
        maps::MapOptions options;
        options.stroke_scale = theme.stroke_scale;
        options.text_scale = theme.text_scale * order.text_scale;
        options.layers = order.layers;
        options.keep_clear = {QRectF(0, 0, order.view.size.width(), order.top_inset)};
        std::erase_if(options.layers, [&](maps::Layer layer) {
            return !layers.contains(layer) || (order.draft && left_out_of_drafts(layer));
        });
        maps::DisplayList list =
            maps::layout_map(maps::Atlas::shared(), projection, order.content, order.view, theme, options);
        list.background = Qt::transparent;
        return list;
    }

    void paint_base(const maps::Projection &projection, const PictureOrder &order) {
        maps::DisplayList list = sheet(projection, order, base_layers);
        list.background = maps::theme(order.theme).page;
        base_ = maps::render_image(list, pixels(order));
        coasts_ = maps::render_image(sheet(projection, order, coast_layers), pixels(order));
    }

    /// Flows of the results, kept while they stay.
    std::shared_ptr<const maps::FlowMap> follow(const std::shared_ptr<const Catchments> &catchments) {
        if (!catchments) {
            flows_.reset();
            particles_.reset();
        } else if (known_.content.catchments != catchments || !flows_) {
            flows_ = maps::flow_map(*catchments);
            particles_.reset();
        }
        return flows_;
    }

    std::shared_ptr<const maps::Particles> make_particles(const maps::Projection &projection,
                                                          const PictureOrder &order) const {
        const Catchments &catchments = *order.content.catchments;
        const auto geodesics =
            maps::Atlas::shared().geodesics(catchments.solution->topology->shared_world(), projection);
        return std::make_shared<const maps::Particles>(*geodesics, catchments, *flows_, projection,
                                                       maps::theme(order.theme), order.particles,
                                                       order.content.emphasis.only);
    }

    std::map<maps::ProjectionKind, maps::Projection> flat_;
    std::optional<maps::Projection> globe_;
    PictureOrder known_;
    QImage base_;   ///< sea and land, of the known page
    QImage coasts_; ///< and borders, which lie over the cells
    maps::HitTest network_hits_;
    std::shared_ptr<const maps::FlowMap> flows_;
    std::shared_ptr<const maps::Particles> particles_;
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
