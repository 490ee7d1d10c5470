// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/mark_view.h"

#include "app/lessons/lesson_run.h"
#include "app/workspace.h"
#include "maps/fonts.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace catchment::app {
namespace {

constexpr int id_role = Qt::UserRole;
constexpr int choices_in_a_row = 4;

QPixmap swatch(const QColor &colour) {
    QPixmap out(12, 12);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(1, 1, 10, 10);
    return out;
}

} // namespace

MarkView::MarkView(Workspace &workspace, LessonRun &run, QWidget *parent)
    : QWidget(parent), workspace_(workspace), run_(run) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    if (!run.score()) {
        addChoices();
    }
    if (run.step().question->kind == QuestionKind::Predict) {
        addCities();
    } else {
        painted_ = new QLabel(this);
        painted_->setWordWrap(true);
        painted_->setProperty("role", QStringLiteral("muted"));
        layout->addWidget(painted_);
    }
    run.score() ? showScore() : showMarks();
    connect(&run, &LessonRun::marksChanged, this, &MarkView::showMarks);
}

void MarkView::addChoices() {
    auto *grid = new QGridLayout;
    grid->setSpacing(4);
    auto *group = new QButtonGroup(this);
    std::vector<std::string> codes = run_.choices();
    codes.emplace_back();
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const QString code = QString::fromStdString(codes[i]);
        auto *button = new QToolButton(this);
        const QString key = code.isEmpty() ? QStringLiteral("0") : i < 9 ? QString::number(i + 1) : QString();
        button->setText(code.isEmpty() ? tr("none") : code);
        button->setObjectName(QStringLiteral("give_") + (code.isEmpty() ? QStringLiteral("none") : code));
        button->setAccessibleName(code.isEmpty() ? tr("no region") : code);
        button->setToolTip(key.isEmpty() ? button->text() : tr("%1 (key %2)").arg(button->text(), key));
        button->setProperty("role", QStringLiteral("choice"));
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        if (!code.isEmpty()) {
            button->setIcon(swatch(workspace_.appearance.regionColour(code)));
        }
        group->addButton(button);
        grid->addWidget(button, static_cast<int>(i) / choices_in_a_row, static_cast<int>(i) % choices_in_a_row);
        connect(button, &QToolButton::clicked, this, [this, code] { give(code); });
        choices_.push_back(button);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(grid);
    brush_ = QString::fromStdString(codes.front());
    choices_.front()->setChecked(run_.step().question->kind == QuestionKind::Paint);
}

void MarkView::addCities() {
    cities_ = new QTreeWidget(this);
    cities_->setObjectName(QStringLiteral("markedCities"));
    cities_->setAccessibleName(tr("Cities and the regions you gave them"));
    cities_->setProperty("role", QStringLiteral("list"));
    cities_->setRootIsDecorated(false);
    cities_->setHeaderHidden(true);
    cities_->setColumnCount(2);
    cities_->header()->setStretchLastSection(false);
    cities_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    cities_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    cities_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto &world = workspace_.results.world();
    for (const std::string &id : run_.step().question->cities) {
        const City &city = world->city(world->city_by_id.at(id));
        auto *item = new QTreeWidgetItem(cities_, {QStringLiteral("%1, %2").arg(QString::fromStdString(city.name),
                                                                                QString::fromStdString(city.country)),
                                                   QString()});
        item->setData(0, id_role, QString::fromStdString(id));
    }
    const int rows = std::min(8, cities_->topLevelItemCount());
    cities_->setFixedHeight(rows * maps::text_room(25) + 4);
    cities_->installEventFilter(this);
    cities_->setCurrentItem(cities_->topLevelItem(0));
    connect(cities_, &QTreeWidget::currentItemChanged, this, &MarkView::turnChanged);
    layout()->addWidget(cities_);
}

QString MarkView::city() const {
    return cities_ && cities_->currentItem() ? cities_->currentItem()->data(0, id_role).toString() : QString();
}

void MarkView::setCity(const QString &id) {
    for (int i = 0; cities_ && i < cities_->topLevelItemCount(); ++i) {
        if (cities_->topLevelItem(i)->data(0, id_role).toString() == id) {
            cities_->setCurrentItem(cities_->topLevelItem(i));
        }
    }
}

void MarkView::give(const QString &code) {
    brush_ = code;
    if (run_.score() || !cities_) {
        return;
    }
    const QString here = city();
    if (here.isEmpty()) {
        return;
    }
    run_.mark(here, code);
    const auto &marks = run_.answer().marks;
    for (int i = 0; i < cities_->topLevelItemCount(); ++i) {
        if (!marks.contains(cities_->topLevelItem(i)->data(0, id_role).toString().toStdString())) {
            cities_->setCurrentItem(cities_->topLevelItem(i));
            return;
        }
    }
}

bool MarkView::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress && !run_.score()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const std::vector<std::string> codes = run_.choices();
        const int number = key->key() - Qt::Key_0;
        if (number == 0 || (number > 0 && number <= 9 && number <= static_cast<int>(codes.size()))) {
            give(number == 0 ? QString() : QString::fromStdString(codes[static_cast<std::size_t>(number) - 1]));
            return true;
        }
        if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
            run_.unmark(city());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MarkView::showMarks() {
    const auto &marks = run_.answer().marks;
    if (painted_) {
        painted_->setText(marks.empty() ? tr("Choose a region, then draw over the map with the left button. The right "
                                             "button moves the map.")
                                        : tr("%n city(s) painted.", nullptr, static_cast<int>(marks.size())));
    }
    for (int i = 0; cities_ && i < cities_->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = cities_->topLevelItem(i);
        const auto mark = marks.find(item->data(0, id_role).toString().toStdString());
        const bool given = mark != marks.end();
        const QString code = given ? QString::fromStdString(mark->second) : QString();
        item->setText(1, !given ? QStringLiteral("?") : code.isEmpty() ? tr("none") : code);
        item->setIcon(1, given && !code.isEmpty() ? QIcon(swatch(workspace_.appearance.regionColour(code))) : QIcon());
    }
}

void MarkView::showScore() {
    const Score &score = *run_.score();
    const auto said = [](const std::string &code) { return code.empty() ? tr("none") : QString::fromStdString(code); };
    if (painted_) {
        double right = 0;
        double all = 0;
        const auto &world = workspace_.results.world();
        for (const MarkedCity &m : score.cities) {
            const double users = static_cast<double>(world->city(m.city).users);
            all += users;
            right += m.right ? users : 0;
        }
        painted_->setText(tr("%1 % of the users of these %2 cities were painted right.")
                              .arg(qRound(100 * right / std::max(1.0, all)))
                              .arg(score.cities.size()));
    }
    for (int i = 0; cities_ && i < cities_->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = cities_->topLevelItem(i);
        const MarkedCity &m = score.cities[static_cast<std::size_t>(i)];
        const QString reached = said(m.reached);
        item->setText(1, m.right      ? QStringLiteral("✓ %1").arg(reached)
                         : m.answered ? QStringLiteral("✗ %1, not %2").arg(reached, said(m.marked))
                                      : QStringLiteral("✗ %1").arg(reached));
        if (!m.reached.empty()) {
            item->setIcon(1, swatch(workspace_.appearance.regionColour(reached)));
        }
        item->setToolTip(0, QString::fromStdString(m.why));
        if (m.why.empty()) {
            continue;
        }
        auto *why = new QLabel(QStringLiteral("%1: %2").arg(item->text(0), QString::fromStdString(m.why)), this);
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        why->setObjectName(QStringLiteral("why"));
        layout()->addWidget(why);
    }
    // A click on a city tells its whole journey.
    if (cities_) {
        connect(cities_, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem *item) {
            workspace_.selection.setCity(item->data(0, id_role).toString());
        });
    }
}

} // namespace catchment::app
