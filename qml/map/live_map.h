// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/map_view.h"
#include "study/catchments.h"
#include "study/journey.h"

#include <QColor>
#include <QGeoCoordinate>
#include <QPointF>
#include <QQuickItem>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>
#include <vector>

namespace catchment::maps {
struct CityTimes;
struct Spark;
struct Target;
} // namespace catchment::maps

namespace catchment::qml {

struct Picture;

/// The colours of the map's theme for the things that QML lays over it.
class MapColours {
    Q_GADGET
    QML_VALUE_TYPE(mapColours)
    Q_PROPERTY(QColor panel MEMBER panel)
    Q_PROPERTY(QColor line MEMBER line)
    Q_PROPERTY(QColor text MEMBER text)
    Q_PROPERTY(QColor muted MEMBER muted)
    Q_PROPERTY(QColor accent MEMBER accent)
    Q_PROPERTY(QColor hover MEMBER hover)
    Q_PROPERTY(QColor page MEMBER page)

public:
    QColor panel, line, text, muted, accent, hover, page;
};

/// One announcing region in the legend.
class LegendEntry {
    Q_GADGET
    QML_VALUE_TYPE(legendEntry)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QColor colour MEMBER colour)
    Q_PROPERTY(QString share MEMBER share) ///< `41 %`
    Q_PROPERTY(QString rtt MEMBER rtt)     ///< `35 ms`, the median

public:
    QString code, name;
    QColor colour;
    QString share, rtt;
};

/// A layer, or a few that belong together, in the legend.
class LayerEntry {
    Q_GADGET
    QML_VALUE_TYPE(layerEntry)
    Q_PROPERTY(QString word MEMBER word)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(bool shown MEMBER shown)

public:
    QString word, name;
    bool shown = false;
};

/// Keys that do something where the map has the focus, as they are printed.
struct MapKey {
    QString what, keys;
};

/// All of them, in the user's language.
QList<MapKey> map_keys();

/// The live world map: catchments, flows and the path of the selected city.
///
/// What does not move is laid out and painted in a worker thread and shown as a texture; while the view moves, the
/// last texture is moved with it until the next one is there. Particles are one geometry node, or, where the scene
/// graph has no geometry (software backend), a painted image. Ids are those of the world's tables; codes are region
/// codes. C++ hands in the results; QML and C++ listen to the signals.
class LiveMap : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    /// `equal-earth`, `robinson`, `mercator`, `globe`.
    Q_PROPERTY(QString projection READ projection WRITE setProjection NOTIFY projectionChanged)
    /// Of maps::theme().
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged)
    Q_PROPERTY(catchment::qml::MapColours colours READ colours NOTIFY themeChanged)
    /// By how much the desktop enlarges text; what QML lays over the map is enlarged as well.
    Q_PROPERTY(double textScale READ textScale NOTIFY textScaleChanged)
    /// Pixels at the top that something lies over: the whole world fits below them.
    Q_PROPERTY(double topInset READ topInset WRITE setTopInset NOTIFY topInsetChanged)
    /// Do the flows move?
    Q_PROPERTY(bool playing READ playing WRITE setPlaying NOTIFY playingChanged)
    /// Nothing moves by itself: flows stand still, changes do not fade, pulse or spread.
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    /// Only what the last edit moved keeps its colour.
    Q_PROPERTY(bool movedOnly READ movedOnly WRITE setMovedOnly NOTIFY emphasisChanged)
    /// Code of the region whose catchment alone is shown; empty: all.
    Q_PROPERTY(QString onlyRegion READ onlyRegion WRITE setOnlyRegion NOTIFY emphasisChanged)
    /// AS number of the network whose routers alone the layer of routers shows; 0: all networks.
    Q_PROPERTY(quint32 shownNetwork READ shownNetwork WRITE setShownNetwork NOTIFY layersChanged)
    /// What can be switched, in the order of the legend.
    Q_PROPERTY(QList<catchment::qml::LayerEntry> layers READ layers NOTIFY layersChanged)
    /// Of the flows; 1: a round trip of 100 ms takes 5 s one way.
    Q_PROPERTY(double speed READ speed WRITE setSpeed NOTIFY speedChanged)
    /// Id of the city whose path is drawn; empty: none.
    Q_PROPERTY(QString selectedCity READ selectedCity WRITE setSelectedCity NOTIFY selectedCityChanged)
    /// Which decision of the selected city's journey is brought out, from 0; -1: none.
    Q_PROPERTY(int hop READ hop WRITE setHop NOTIFY hopChanged)
    /// What is shown are marks and no results: figures are left out, and nothing flows.
    Q_PROPERTY(bool marksOnly READ marksOnly WRITE setMarksOnly NOTIFY marksOnlyChanged)
    /// The left button paints (see `painted`) and the right one moves the map.
    Q_PROPERTY(bool painting READ painting WRITE setPainting NOTIFY paintingChanged)
    /// 1: the whole world fits.
    Q_PROPERTY(double zoom READ zoom WRITE setZoom NOTIFY viewChanged)
    Q_PROPERTY(QGeoCoordinate centre READ centre WRITE setCentre NOTIFY viewChanged)
    /// What the pointer is over: `Chicago, US`, and its figures; empty: nothing.
    Q_PROPERTY(QString hoverTitle READ hoverTitle NOTIFY hoverChanged)
    Q_PROPERTY(QString hoverDetail READ hoverDetail NOTIFY hoverChanged)
    Q_PROPERTY(QPointF hoverPosition READ hoverPosition NOTIFY hoverChanged)
    Q_PROPERTY(QList<catchment::qml::LegendEntry> legend READ legend NOTIFY legendChanged)
    /// What the entries of the legend are, where they are no regions; else empty.
    Q_PROPERTY(QString legendTitle READ legendTitle NOTIFY legendChanged)
    /// A map that this one goes with: both see the same part of the world, whichever is moved, and this one takes the
    /// other's projection, theme, layers, speed and whether things move. Results and selection are its own.
    Q_PROPERTY(catchment::qml::LiveMap *twin READ twin WRITE setTwin NOTIFY twinChanged)
    /// Of the scene graph: `opengl`, `software`, …; empty before the first frame.
    Q_PROPERTY(QString backend READ backend NOTIFY backendChanged)

public:
    explicit LiveMap(QQuickItem *parent = nullptr);
    ~LiveMap() override;

    /// New results, and the journey of the selected city over them, where there is one. The cells fade from the old
    /// colours to the new ones, and cities that moved pulse once.
    /// `before`: the results that `movedOnly` compares with.
    void setCatchments(std::shared_ptr<const Catchments> catchments, std::optional<Journey> journey = {},
                       std::shared_ptr<const Catchments> before = nullptr);
    std::shared_ptr<const Catchments> catchments() const;

    /// Times that colour the map in place of regions, and what they are of, for the legend; none: regions again.
    void setTimes(std::shared_ptr<const maps::CityTimes> times, const QString &title);

    /// Another journey of the selected city over the same results; none takes the path away.
    void setJourney(std::optional<Journey> journey);

    QString projection() const;
    void setProjection(const QString &word);
    QString theme() const;
    void setTheme(const QString &name);
    MapColours colours() const;
    double textScale() const;
    /// Call when maps::text_scale() has changed.
    void followTextScale();
    double topInset() const;
    void setTopInset(double pixels);
    bool playing() const;
    void setPlaying(bool playing);
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    bool movedOnly() const;
    void setMovedOnly(bool moved);
    QString onlyRegion() const;
    void setOnlyRegion(const QString &code);
    quint32 shownNetwork() const;
    /// Shows the layer of routers as well.
    void setShownNetwork(quint32 asn);
    QList<LayerEntry> layers() const;
    double speed() const;
    void setSpeed(double speed);
    QString selectedCity() const;
    void setSelectedCity(const QString &id);
    int hop() const;
    void setHop(int hop);
    bool marksOnly() const;
    void setMarksOnly(bool marks);
    bool painting() const;
    void setPainting(bool painting);
    double zoom() const;
    void setZoom(double zoom);
    QGeoCoordinate centre() const;
    void setCentre(const QGeoCoordinate &centre);
    QString hoverTitle() const;
    QString hoverDetail() const;
    QPointF hoverPosition() const;
    QList<LegendEntry> legend() const;
    QString legendTitle() const;
    QString backend() const;
    LiveMap *twin() const;
    void setTwin(LiveMap *leader);

    /// What travels over the map at this moment, over everything that flows; none takes them away.
    void setSparks(std::vector<maps::Spark> sparks);
    int sparkCount() const;

    /// Particles that are on their way.
    int particleCount() const;

    Q_INVOKABLE void setLayerShown(const QString &word, bool shown);
    /// Shows one layer alone; once more, all those that were shown before.
    Q_INVOKABLE void isolateLayer(const QString &word);
    /// Brings a place into the middle, close enough to tell it from its neighbours.
    Q_INVOKABLE void goTo(const QGeoCoordinate &place);
    Q_INVOKABLE void zoomIn();
    Q_INVOKABLE void zoomOut();
    Q_INVOKABLE void showWorld();
    /// Zooms by a factor and keeps what is under `item` in its place.
    Q_INVOKABLE void zoomAround(QPointF item, double factor);
    /// An invalid coordinate outside the world.
    Q_INVOKABLE QGeoCoordinate coordinateAt(QPointF item) const;
    Q_INVOKABLE QPointF positionOf(const QGeoCoordinate &coordinate) const;
    /// Would something at `item` lie over a region's badge?
    Q_INVOKABLE bool hidesRegion(const QRectF &item) const;

signals:
    void projectionChanged();
    void themeChanged();
    void textScaleChanged();
    void topInsetChanged();
    void playingChanged();
    void speedChanged();
    void reducedMotionChanged();
    void emphasisChanged();
    void layersChanged();
    void selectedCityChanged();
    void hopChanged();
    void marksOnlyChanged();
    void paintingChanged();
    void viewChanged();
    void hoverChanged();
    void legendChanged();
    void backendChanged();
    void twinChanged();

    void cityClicked(const QString &id);
    void regionClicked(const QString &code);
    /// The brush was at this place of the item.
    void painted(QPointF position);
    /// A click on nothing: the selection may go.
    void emptyClicked();
    /// Right click; positions are in the item.
    void cityContextRequested(const QString &id, QPointF position);
    void regionContextRequested(const QString &code, QPointF position);
    /// `cities`: the ids of a stretch's two ends with `|` between.
    void fibreContextRequested(const QString &cities, QPointF position);
    void exchangeContextRequested(const QString &id, QPointF position);
    void hovered(const QString &text);
    /// A picture of the present state is on screen (after an edit, a pan, …).
    void settled();

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void releaseResources() override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void hoverMoveEvent(QHoverEvent *event) override;
    void hoverLeaveEvent(QHoverEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct State;

    void setView(const maps::MapView &wanted, bool fits);
    void takeViewOf(const LiveMap &other);
    void takeLooksOf(const LiveMap &other);
    void pan(QPointF by);
    void turnTo(GeoPoint middle);
    void requestContext(const maps::Target &target, QPointF position);
    void stepCity(int by);
    void activate(const maps::Target &target);
    QList<LegendEntry> legend_of_times() const;
    void setHover(const std::optional<maps::Target> &target, QPointF position);
    void orderPicture();
    void orderPictureSoon();
    void show(Picture picture);
    void runClock();

    std::unique_ptr<State> state_;
};

} // namespace catchment::qml
