// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/search_palette.h"

#include "app/workspace.h"
#include "maps/fonts.h"
#include "qml/map/live_map.h"
#include "qml/models/search_model.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace catchment::app {
namespace {

using Role = qml::SearchModel::Role;

constexpr int row_padding = 12;

QVariant get(const QModelIndex &index, Role role) { return index.data(static_cast<int>(role)); }

/// The name, what it is behind it, and where at the right.
class HitDelegate : public QStyledItemDelegate {
public:
    HitDelegate(const Appearance &appearance, QObject *parent) : QStyledItemDelegate(parent), appearance_(appearance) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override {
        return {200, option.fontMetrics.height() + row_padding};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        const maps::Theme &theme = appearance_.theme();
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const QColor quiet = current ? theme.on_accent : theme.muted;
        painter->save();
        painter->fillRect(option.rect, current ? theme.accent : theme.panel);
        painter->setFont(option.font);
        const QFontMetrics metrics(option.font);
        QRect row = option.rect.adjusted(12, 0, -12, 0);
        const auto put = [&](const QString &text, const QColor &colour, Qt::Alignment side, int most) {
            const QString shown = metrics.elidedText(text, Qt::ElideRight, std::min(most, row.width()));
            painter->setPen(colour);
            painter->drawText(row, static_cast<int>(side | Qt::AlignVCenter), shown);
            const int used = metrics.horizontalAdvance(shown) + 14;
            side == Qt::AlignRight ? row.setRight(row.right() - used) : row.setLeft(row.left() + used);
        };
        put(get(index, Role::KindName).toString(), quiet, Qt::AlignRight, row.width());
        put(index.data().toString(), current ? theme.on_accent : theme.text, Qt::AlignLeft, row.width());
        put(get(index, Role::Detail).toString(), quiet, Qt::AlignLeft, row.width());
        painter->restore();
    }

private:
    const Appearance &appearance_;
};

} // namespace

SearchPalette::SearchPalette(Workspace &workspace, qml::LiveMap *map, QWidget *window)
    : QFrame(window), workspace_(workspace), map_(map), model_(new qml::SearchModel(this)), line_(new QLineEdit(this)),
      view_(new QListView(this)) {
    setObjectName(QStringLiteral("searchPalette"));
    setProperty("role", QStringLiteral("palette"));
    line_->setObjectName(QStringLiteral("searchLine"));
    line_->setPlaceholderText(tr("City, region, network or exchange"));
    line_->setAccessibleName(tr("Search the world"));
    view_->setObjectName(QStringLiteral("searchHits"));
    view_->setAccessibleName(tr("What was found"));
    view_->setModel(model_);
    view_->setItemDelegate(new HitDelegate(workspace.appearance, view_));
    view_->setFocusPolicy(Qt::NoFocus);
    view_->setUniformItemSizes(true);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(line_);
    layout->addWidget(view_, 1);

    connect(line_, &QLineEdit::textChanged, this, [this](const QString &words) {
        model_->setWords(words);
        view_->setCurrentIndex(model_->index(0));
        view_->scrollToTop();
        place();
    });
    connect(view_, &QListView::clicked, this, &SearchPalette::choose);
    connect(&workspace.results, &Results::worldChanged, this, [this] { model_->setWorld(workspace_.results.world()); });
    line_->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void SearchPalette::begin() {
    if (isHidden()) {
        focus_before_ = QApplication::focusWidget();
    }
    line_->clear();
    model_->setWords({});
    place();
    show();
    raise();
    line_->setFocus(Qt::ShortcutFocusReason);
    view_->setCurrentIndex(model_->index(0));
}

/// As high as what was found needs, within the window.
void SearchPalette::place() {
    constexpr int top = 64; // under menus and command bar
    constexpr int most_rows = 14;
    const QSize room = parentWidget()->size();
    const int rows = std::clamp(model_->rowCount(), 1, most_rows) * (view_->fontMetrics().height() + row_padding);
    const QSize wanted(40 * fontMetrics().averageCharWidth() + 260, rows + line_->sizeHint().height() + 26);
    const QSize size(std::min(wanted.width(), room.width() - 40), std::min(wanted.height(), room.height() - top - 40));
    setGeometry(QRect(QPoint((room.width() - size.width()) / 2, top), size));
}

void SearchPalette::end() {
    hide();
    if (focus_before_ && focus_before_->isVisible()) {
        focus_before_->setFocus(Qt::PopupFocusReason);
    }
    focus_before_ = nullptr;
}

bool SearchPalette::eventFilter(QObject *watched, QEvent *event) {
    if (watched == line_) {
        if (event->type() == QEvent::KeyPress) {
            return filterKey(event);
        }
        if (event->type() == QEvent::FocusOut &&
            static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
            hide();
        }
    } else if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

/// Keys that move in the list while the line has the focus.
bool SearchPalette::filterKey(QEvent *event) {
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        end();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(view_->currentIndex());
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QApplication::sendEvent(view_, event);
        return true;
    default:
        return false;
    }
}

void SearchPalette::choose(const QModelIndex &index) {
    if (!index.isValid()) {
        return;
    }
    const QString id = get(index, Role::Id).toString();
    const auto place = get(index, Role::Position).value<QGeoCoordinate>();
    const auto kind = static_cast<qml::SearchModel::Kind>(get(index, Role::Kind).toInt());
    end();
    switch (kind) {
    case qml::SearchModel::Kind::City:
        workspace_.selection.setCity(id);
        break;
    case qml::SearchModel::Kind::Region:
        workspace_.selection.setRegion(id);
        break;
    case qml::SearchModel::Kind::Network:
        if (map_) {
            map_->setShownNetwork(id.toUInt());
        }
        break;
    case qml::SearchModel::Kind::Exchange:
        if (map_) {
            map_->setLayerShown(QStringLiteral("exchanges"), true);
        }
        break;
    }
    if (map_ && place.isValid()) {
        map_->goTo(place);
    } else if (map_) {
        map_->showWorld();
    }
}

} // namespace catchment::app
