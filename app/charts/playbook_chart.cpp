// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/playbook_chart.h"

#include "app/widgets/appearance.h"
#include "maps/fonts.h"
#include "qml/models/numbers.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace catchment::app {
namespace {

constexpr int columns = static_cast<int>(playbook_settings.size());
constexpr int least_row_height = 22; ///< pixels
constexpr int most_row_height = 40;
constexpr int header_height = 24;

QString heading(int column) {
    const auto prepend = playbook_settings[static_cast<std::size_t>(column)].prepend;
    return !prepend        ? PlaybookChart::tr("withdrawn")
           : *prepend == 0 ? PlaybookChart::tr("no prepend")
           : *prepend == 1 ? PlaybookChart::tr("prepend 1")
                           : QLocale().toString(*prepend);
}

} // namespace

PlaybookChart::PlaybookChart(const Appearance &appearance, QWidget *parent)
    : QWidget(parent), appearance_(appearance), plot_(new QCustomPlot(this)),
      scroll_(new QScrollBar(Qt::Vertical, this)) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(plot_, 1);
    layout->addWidget(scroll_);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Playbook"));
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->installEventFilter(this);
    plot_->xAxis->setVisible(false);
    plot_->xAxis2->setVisible(true);
    plot_->xAxis2->setRange(-0.5, columns - 0.5);
    plot_->xAxis->setRange(-0.5, columns - 0.5);
    plot_->yAxis->setRangeReversed(true);
    plot_->axisRect()->setAutoMargins(QCP::msLeft);
    plot_->axisRect()->setMargins(QMargins(0, header_height, 8, 2));
    plot_->axisRect()->setMinimumMargins(QMargins(12, 0, 0, 0));
    connect(scroll_, &QScrollBar::valueChanged, this, &PlaybookChart::draw);
    restyle();
}

void PlaybookChart::show(std::shared_ptr<const Operator> op, std::shared_ptr<const Playbook> playbook) {
    op_ = std::move(op);
    playbook_ = std::move(playbook);
    const int rows = playbook_ ? static_cast<int>(playbook_->regions.size()) : 0;
    current_ = {std::clamp(current_.first, 0, std::max(0, rows - 1)), current_.second};
    layOut();
}

void PlaybookChart::setFigure(const Figure &figure) {
    figure_ = figure;
    draw();
}

void PlaybookChart::setScenario(const Scenario &scenario) {
    scenario_ = scenario;
    draw();
}

void PlaybookChart::setStale(bool stale) {
    stale_ = stale;
    draw();
}

void PlaybookChart::restyle() {
    styleAxes();
    draw();
}

void PlaybookChart::styleAxes() {
    const maps::Theme &theme = appearance_.theme();
    plot_->setBackground(theme.panel);
    for (QCPAxis *axis : {plot_->xAxis2, plot_->yAxis}) {
        axis->setTickLabelColor(axis == plot_->yAxis ? theme.text : theme.muted);
        axis->setTickLabelFont(
            maps::font(12, axis == plot_->yAxis ? maps::FontWeight::SemiBold : maps::FontWeight::Regular));
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0);
        axis->setTickLabelPadding(6);
    }
    plot_->xAxis->grid()->setVisible(false);
    plot_->yAxis->grid()->setVisible(false);
    const QSharedPointer<QCPAxisTickerText> headings(new QCPAxisTickerText);
    for (int column = 0; column < columns; ++column) {
        headings->addTick(column, heading(column));
    }
    plot_->xAxis2->setTicker(headings);
}

QString PlaybookChart::code(int row) const {
    const RegionId region = playbook_->regions[static_cast<std::size_t>(row)];
    return QString::fromStdString(op_->regions[region.index()].code);
}

double PlaybookChart::value(int row, int column) const {
    const auto at = static_cast<std::size_t>(row);
    const PlaybookCell &cell = playbook_->cell(at, static_cast<std::size_t>(column));
    switch (figure_.kind) {
    case Figure::Kind::OwnShare:
        return cell.shares[playbook_->regions[at].index()];
    case Figure::Kind::RegionShare:
        return cell.shares[figure_.region.index()];
    case Figure::Kind::MeanRtt:
        return cell.mean_rtt_ms;
    case Figure::Kind::Unreached:
        break;
    }
    return cell.unreached_users;
}

QString PlaybookChart::text(int row, int column) const {
    const double shown = value(row, column);
    switch (figure_.kind) {
    case Figure::Kind::MeanRtt:
        return qml::msText(shown);
    case Figure::Kind::Unreached:
        return qml::usersText(shown);
    case Figure::Kind::OwnShare:
    case Figure::Kind::RegionShare:
        break;
    }
    return shown == 0 ? tr("none") : qml::shareText(shown);
}

QString PlaybookChart::spoken(int row, int column) const {
    const auto at = static_cast<std::size_t>(row);
    const PlaybookCell &cell = playbook_->cell(at, static_cast<std::size_t>(column));
    const auto prepend = playbook_settings[static_cast<std::size_t>(column)].prepend;
    const QString what =
        prepend ? tr("%1, prepend %2").arg(code(row)).arg(*prepend) : tr("%1 withdrawn").arg(code(row));
    const double own = cell.shares[playbook_->regions[at].index()];
    QString out = tr("%1: %2 of the users reach %3, mean RTT %4, %5 users move")
                      .arg(what, own == 0 ? tr("none") : qml::shareText(own), code(row), qml::msText(cell.mean_rtt_ms),
                           qml::usersText(cell.moved_users));
    if (cell.unreached_users > 0) {
        out += tr(", %1 reach nothing").arg(qml::usersText(cell.unreached_users));
    }
    return out;
}

QColor PlaybookChart::ground(int row, int column) const {
    const maps::Theme &theme = appearance_.theme();
    QColor full = theme.accent;
    if (figure_.kind == Figure::Kind::OwnShare) {
        full = appearance_.regionColour(code(row));
    } else if (figure_.kind == Figure::Kind::RegionShare) {
        full = appearance_.regionColour(QString::fromStdString(op_->regions[figure_.region.index()].code));
    } else if (figure_.kind == Figure::Kind::Unreached) {
        full = theme.bad;
    }
    const double from = figure_.kind == Figure::Kind::MeanRtt ? least_ : 0;
    const double depth = most_ > from ? (value(row, column) - from) / (most_ - from) : 0;
    const double strength = (depth > 0 ? 0.08 + 0.92 * depth : 0) * (stale_ ? 0.35 : 1);
    return maps::mix(theme.alternate, full, strength);
}

void PlaybookChart::layOut() {
    const int rows = playbook_ ? static_cast<int>(playbook_->regions.size()) : 0;
    const int room = std::max(1, height() - header_height - 2);
    const int visible = std::clamp(room / least_row_height, 1, std::max(1, rows));
    scroll_->setRange(0, std::max(0, rows - visible));
    scroll_->setPageStep(visible);
    scroll_->setVisible(rows > visible);
    const int used = std::min(room, visible * most_row_height);
    plot_->axisRect()->setMargins(QMargins(0, header_height, 8, 2 + room - used)); // a few rows are no slabs
    draw();
}

void PlaybookChart::draw() {
    plot_->clearItems();
    const int rows = playbook_ ? static_cast<int>(playbook_->regions.size()) : 0;
    const int visible = scroll_->pageStep();
    const int first = scroll_->value();
    plot_->yAxis->setRange(first - 0.5, first + visible - 0.5);
    const QSharedPointer<QCPAxisTickerText> codes(new QCPAxisTickerText);
    least_ = most_ = rows > 0 ? value(0, 0) : 0;
    for (int row = 0; row < rows; ++row) {
        codes->addTick(row, code(row));
        for (int column = 0; column < columns; ++column) {
            least_ = std::min(least_, value(row, column));
            most_ = std::max(most_, value(row, column));
        }
    }
    plot_->yAxis->setTicker(codes);
    plot_->xAxis2->setTickLabels(rows > 0);
    for (int row = first; row < std::min(rows, first + visible); ++row) {
        for (int column = 0; column < columns; ++column) {
            addCell(row, column);
        }
    }
    const maps::Theme &theme = appearance_.theme();
    if (rows > 0 && hasFocus()) {
        addFrame(current_, QPen(theme.accent, 2, Qt::DashLine), 0);
        setAccessibleDescription(spoken(current_.first, current_.second));
    }
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void PlaybookChart::addCell(int row, int column) {
    const maps::Theme &theme = appearance_.theme();
    const QColor colour = ground(row, column);
    auto *cell = new QCPItemRect(plot_);
    cell->topLeft->setCoords(column - 0.5, row - 0.5);
    cell->bottomRight->setCoords(column + 0.5, row + 0.5);
    cell->setBrush(colour);
    cell->setPen(QPen(theme.panel, 2));
    const PlaybookSetting &setting = playbook_settings[static_cast<std::size_t>(column)];
    const bool in_force = has_setting(scenario_, code(row).toStdString(), setting);
    auto *label = new QCPItemText(plot_);
    label->position->setCoords(column, row);
    label->setText(text(row, column));
    label->setFont(maps::font(12, in_force ? maps::FontWeight::SemiBold : maps::FontWeight::Medium));
    label->setColor(maps::text_on(colour));
    if (in_force) {
        addFrame({row, column}, QPen(theme.text, 1.6), 0.04);
    }
}

void PlaybookChart::addFrame(const Cell &cell, const QPen &pen, double inset) {
    const auto [row, column] = cell;
    auto *frame = new QCPItemRect(plot_);
    frame->topLeft->setCoords(column - 0.49 + inset / 4, row - 0.46 + inset);
    frame->bottomRight->setCoords(column + 0.49 - inset / 4, row + 0.46 - inset);
    frame->setBrush(Qt::NoBrush);
    frame->setPen(pen);
}

std::optional<PlaybookChart::Cell> PlaybookChart::cellAt(const QPoint &at) const {
    if (!playbook_ || !plot_->axisRect()->rect().contains(at)) {
        return std::nullopt;
    }
    const int column = static_cast<int>(std::lround(plot_->xAxis->pixelToCoord(at.x())));
    const int row = static_cast<int>(std::lround(plot_->yAxis->pixelToCoord(at.y())));
    if (row < 0 || row >= static_cast<int>(playbook_->regions.size()) || column < 0 || column >= columns) {
        return std::nullopt;
    }
    return Cell{row, column};
}

void PlaybookChart::choose(const Cell &cell) {
    current_ = cell;
    emit settingChosen(code(cell.first), playbook_settings[static_cast<std::size_t>(cell.second)]);
}

void PlaybookChart::moveTo(const Cell &cell) {
    const int rows = static_cast<int>(playbook_->regions.size());
    current_ = {std::clamp(cell.first, 0, rows - 1), std::clamp(cell.second, 0, columns - 1)};
    if (current_.first < scroll_->value()) {
        scroll_->setValue(current_.first);
    } else if (current_.first >= scroll_->value() + scroll_->pageStep()) {
        scroll_->setValue(current_.first - scroll_->pageStep() + 1);
    }
    draw();
}

void PlaybookChart::keyPressEvent(QKeyEvent *event) {
    if (!playbook_ || playbook_->regions.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto [row, column] = current_;
    switch (event->key()) {
    case Qt::Key_Up:
        return moveTo({row - 1, column});
    case Qt::Key_Down:
        return moveTo({row + 1, column});
    case Qt::Key_Left:
        return moveTo({row, column - 1});
    case Qt::Key_Right:
        return moveTo({row, column + 1});
    case Qt::Key_Home:
        return moveTo({row, 0});
    case Qt::Key_End:
        return moveTo({row, columns - 1});
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose(current_);
    default:
        QWidget::keyPressEvent(event);
    }
}

bool PlaybookChart::eventFilter(QObject *watched, QEvent *event) {
    if (watched != plot_) {
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (const auto cell = cellAt(mouse->pos()); cell && mouse->button() == Qt::LeftButton) {
            setFocus(Qt::MouseFocusReason);
            choose(*cell);
        }
    } else if (event->type() == QEvent::MouseMove) {
        plot_->setCursor(cellAt(static_cast<QMouseEvent *>(event)->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const auto cell = cellAt(help->pos())) {
            QToolTip::showText(help->globalPos(), spoken(cell->first, cell->second), plot_);
        } else {
            QToolTip::hideText();
        }
        return true;
    } else if (event->type() == QEvent::Wheel) {
        QCoreApplication::sendEvent(scroll_, event);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PlaybookChart::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    layOut();
}

void PlaybookChart::focusInEvent(QFocusEvent *event) {
    QWidget::focusInEvent(event);
    draw();
}

void PlaybookChart::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    draw();
}

} // namespace catchment::app
