// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/map_scene.h"

#include <QPainter>
#include <QQuickWindow>
#include <QSGGeometryNode>
#include <QSGImageNode>
#include <QSGOpacityNode>
#include <QSGRectangleNode>
#include <QSGRendererInterface>
#include <QSGTextureMaterial>
#include <QSGVertexColorMaterial>

#include <algorithm>
#include <limits>
#include <memory>

namespace catchment::qml {
namespace {

constexpr std::size_t most_quads = std::numeric_limits<quint16>::max() / 4;

/// A picture on a rectangle; its texture is made anew only for another picture.
class SheetNode : public QSGOpacityNode {
public:
    void show(QQuickWindow *window, const QImage &image, const QRectF &area, double opacity) {
        if (image.isNull() || area.isEmpty() || opacity <= 0) {
            setOpacity(0);
            return;
        }
        const bool is_new = !sheet_;
        if (is_new) {
            sheet_ = window->createImageNode();
            sheet_->setOwnsTexture(true);
            sheet_->setFiltering(QSGTexture::Linear);
        }
        if (image.cacheKey() != key_) {
            const auto options =
                image.hasAlphaChannel() ? QQuickWindow::TextureHasAlphaChannel : QQuickWindow::TextureIsOpaque;
            QSGTexture *texture = window->createTextureFromImage(image, options);
            sheet_->setTexture(texture);
            sheet_->setSourceRect(QRectF(QPointF(), texture->textureSize()));
            key_ = image.cacheKey();
        }
        if (sheet_->rect() != area)
            sheet_->setRect(area);
        // Only now: the software backend wants a texture from the start.
        if (is_new)
            appendChildNode(sheet_);
        setOpacity(opacity);
    }

private:
    QSGImageNode *sheet_ = nullptr;
    qint64 key_ = 0;
};

/// A picture of which most is transparent: only the tiles that have something in them are drawn.
class TilesNode : public QSGGeometryNode {
public:
    TilesNode() : geometry_(QSGGeometry::defaultAttributes_TexturedPoint2D(), 0) {
        geometry_.setDrawingMode(QSGGeometry::DrawTriangles);
        setGeometry(&geometry_);
        setMaterial(&material_);
        material_.setFiltering(QSGTexture::Linear);
    }

    void show(QQuickWindow *window, const QImage &image, const QRectF &area) {
        if (image.isNull() || area.isEmpty()) {
            tiles_.clear();
        } else if (image.cacheKey() != key_) {
            texture_.reset(window->createTextureFromImage(image, QQuickWindow::TextureHasAlphaChannel));
            material_.setTexture(texture_.get());
            find_tiles(image);
            key_ = image.cacheKey();
            markDirty(DirtyMaterial);
        } else if (area == area_) {
            return;
        }
        area_ = area;
        lay_out(image.size());
    }

private:
    static constexpr int edge = 32; // pixels

    void find_tiles(const QImage &image) {
        tiles_.clear();
        for (int y = 0; y < image.height(); y += edge)
            for (int x = 0; x < image.width(); x += edge) {
                const QRect tile = QRect(x, y, edge, edge) & image.rect();
                if (!empty(image, tile))
                    tiles_.push_back(tile);
            }
    }

    static bool empty(const QImage &image, const QRect &tile) {
        for (int y = tile.top(); y <= tile.bottom(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            if (std::any_of(line + tile.left(), line + tile.right() + 1, [](QRgb pixel) { return pixel != 0; }))
                return false;
        }
        return true;
    }

    void lay_out(QSize pixels) {
        geometry_.allocate(static_cast<int>(tiles_.size()) * 6);
        auto *vertex = geometry_.vertexDataAsTexturedPoint2D();
        for (const QRect &tile : tiles_) {
            const double l = double(tile.left()) / pixels.width(), r = double(tile.right() + 1) / pixels.width();
            const double t = double(tile.top()) / pixels.height(), b = double(tile.bottom() + 1) / pixels.height();
            const auto set = [&](double u, double v) {
                vertex++->set(static_cast<float>(area_.left() + u * area_.width()),
                              static_cast<float>(area_.top() + v * area_.height()), static_cast<float>(u),
                              static_cast<float>(v));
            };
            set(l, t), set(r, t), set(r, b), set(l, t), set(r, b), set(l, b);
        }
        markDirty(DirtyGeometry);
    }

    QSGGeometry geometry_;
    QSGTextureMaterial material_;
    std::unique_ptr<QSGTexture> texture_;
    std::vector<QRect> tiles_;
    QRectF area_;
    qint64 key_ = 0;
};

/// All quads in one geometry.
class QuadsNode : public QSGGeometryNode {
public:
    QuadsNode() : geometry_(QSGGeometry::defaultAttributes_ColoredPoint2D(), 0, 0) {
        geometry_.setDrawingMode(QSGGeometry::DrawTriangles);
        geometry_.setVertexDataPattern(QSGGeometry::StreamPattern);
        setGeometry(&geometry_);
        setMaterial(&material_);
    }

    void show(const std::vector<maps::Quad> &quads) {
        const std::size_t count = std::min(quads.size(), most_quads);
        const int vertices = static_cast<int>(4 * count);
        if (geometry_.vertexCount() != vertices) {
            geometry_.allocate(vertices, static_cast<int>(6 * count));
            quint16 *index = geometry_.indexDataAsUShort();
            for (std::size_t i = 0; i < count; ++i)
                for (const int corner : {0, 1, 2, 0, 2, 3})
                    *index++ = static_cast<quint16>(4 * i + static_cast<std::size_t>(corner));
        }
        QSGGeometry::ColoredPoint2D *vertex = geometry_.vertexDataAsColoredPoint2D();
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t corner = 0; corner < 4; ++corner, ++vertex) {
                const QPointF at = quads[i].corners[corner];
                const QRgb colour = quads[i].colours[corner];
                vertex->set(static_cast<float>(at.x()), static_cast<float>(at.y()), static_cast<uchar>(qRed(colour)),
                            static_cast<uchar>(qGreen(colour)), static_cast<uchar>(qBlue(colour)),
                            static_cast<uchar>(qAlpha(colour)));
            }
        markDirty(DirtyGeometry);
    }

private:
    QSGGeometry geometry_;
    QSGVertexColorMaterial material_;
};

class RootNode : public QSGNode {
public:
    RootNode(QQuickWindow *window, bool software) : page(window->createRectangleNode()), painted(software) {
        appendChildNode(page);
        for (SheetNode *sheet : {&before, &ground})
            appendChildNode(sheet);
        if (software) {
            appendChildNode(&painted_quads);
            painted_quads.setFlag(OwnedByParent, false);
        } else {
            appendChildNode(&quads);
            quads.setFlag(OwnedByParent, false);
        }
        if (software)
            appendChildNode(&overlay);
        tiles.setFlag(OwnedByParent, false);
        for (SheetNode *sheet : {&before, &ground, &overlay})
            sheet->setFlag(OwnedByParent, false);
    }

    void show_tiles(QQuickWindow *window, const QImage &image, const QRectF &area) {
        tiles.show(window, image, area);
        // Only with a texture: its material cannot do without.
        if (!image.isNull() && !tiles.parent())
            appendChildNode(&tiles);
    }

    QSGRectangleNode *page;
    SheetNode before, ground, overlay;
    TilesNode tiles; ///< the overlay where the scene graph has geometry
    QuadsNode quads;
    SheetNode painted_quads;
    bool painted;
};

} // namespace

bool MapScene::is_software(QQuickWindow *window) {
    return window->rendererInterface()->graphicsApi() == QSGRendererInterface::Software;
}

QSGNode *MapScene::update(QSGNode *node, QQuickWindow *window, const Frame &frame, const QImage &before,
                          const QImage &ground, const QImage &overlay) {
    auto *root = static_cast<RootNode *>(node);
    if (!root)
        root = new RootNode(window, is_software(window));
    // What the ground covers need not be painted first.
    const bool covered = !ground.isNull() && frame.ground_opacity >= 1 && frame.ground_area.contains(frame.item);
    root->page->setRect(covered ? QRectF() : frame.item);
    root->page->setColor(frame.page);
    root->before.show(window, before, frame.before_area, frame.ground_opacity < 1 ? 1 : 0);
    root->ground.show(window, ground, frame.ground_area, frame.ground_opacity);
    if (root->painted) {
        root->overlay.show(window, overlay, frame.overlay_area, 1);
        QImage image((frame.item.size() * window->effectiveDevicePixelRatio()).toSize(),
                     QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        if (!image.isNull() && !frame.quads->empty()) {
            QPainter painter(&image);
            painter.scale(window->effectiveDevicePixelRatio(), window->effectiveDevicePixelRatio());
            painter.setRenderHint(QPainter::Antialiasing);
            maps::paint(painter, *frame.quads);
        }
        root->painted_quads.show(window, image, frame.item, frame.quads->empty() ? 0 : 1);
    } else {
        root->quads.show(*frame.quads);
        root->show_tiles(window, overlay, frame.overlay_area);
    }
    return root;
}

} // namespace catchment::qml
