// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/wish_panel.h"

#include "app/job.h"
#include "app/workspace.h"
#include "qml/models/numbers.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace catchment::app {

WishPanel::WishPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), job_(new Job(this)), question_(new QLabel(this)),
      region_(new QComboBox(this)), ask_(new QPushButton(tr("Find"), this)), progress_(new QProgressBar(this)),
      answer_(new QLabel(this)), model_(new QStandardItemModel(this)), list_(new QTreeView(this)) {
    question_->setTextFormat(Qt::PlainText);
    question_->setWordWrap(true);
    question_->setBuddy(region_);
    region_->setObjectName(QStringLiteral("wishRegion"));
    region_->setAccessibleName(tr("The region that is wished for"));
    region_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    region_->setMinimumContentsLength(12);
    ask_->setObjectName(QStringLiteral("wishAsk"));
    progress_->setTextVisible(false);
    progress_->setFixedHeight(4);
    progress_->setAccessibleName(tr("Changes that were tried"));
    progress_->hide();
    answer_->setObjectName(QStringLiteral("wishAnswer"));
    answer_->setTextFormat(Qt::PlainText);
    answer_->setWordWrap(true);
    answer_->setProperty("role", QStringLiteral("muted"));
    answer_->hide();
    makeList();

    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(region_, 1);
    row->addWidget(ask_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(4);
    layout->addWidget(question_);
    layout->addLayout(row);
    layout->addWidget(progress_);
    layout->addWidget(answer_);
    layout->addWidget(list_);
    follow();
}

void WishPanel::makeList() {
    list_->setObjectName(QStringLiteral("wishList"));
    list_->setAccessibleName(tr("Changes that work"));
    list_->setModel(model_);
    list_->setProperty("role", QStringLiteral("list"));
    list_->setRootIsDecorated(false);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setUniformRowHeights(true);
    list_->setTextElideMode(Qt::ElideRight);
    list_->header()->setStretchLastSection(false);
    list_->setMaximumHeight(150);
    list_->hide();
    connect(list_, &QTreeView::activated, this, [this](const QModelIndex &index) { apply(index.row()); });
}

void WishPanel::follow() {
    connect(ask_, &QPushButton::clicked, this, &WishPanel::askOrCancel);
    connect(&workspace_.journey, &CurrentJourney::changed, this, [this] {
        forget();
        fillRegions();
    });
    connect(job_, &Job::busyChanged, this, [this](bool busy) {
        ask_->setText(busy ? tr("Cancel") : tr("Find"));
        progress_->setVisible(busy);
        progress_->setRange(0, 0);
    });
    connect(job_, &Job::progressed, this, [this](int done, int total) {
        progress_->setRange(0, total);
        progress_->setValue(done);
    });
    connect(job_, &Job::failed, this, [this](const QString &text) {
        answer_->setText(text);
        answer_->show();
    });
    fillRegions();
}

QString WishPanel::who() const {
    const Catchments &catchments = *workspace_.journey.catchments();
    const Journey &journey = *workspace_.journey.journey();
    const QString city = QString::fromStdString(catchments.world().city(journey.city).name);
    if (workspace_.selection.network() == 0) {
        return city;
    }
    return tr("%1’s users of %2")
        .arg(city, QString::fromStdString(catchments.world().network(journey.outcome.network).name));
}

void WishPanel::fillRegions() {
    const auto &journey = workspace_.journey.journey();
    setVisible(journey.has_value());
    if (!journey) {
        return;
    }
    question_->setText(tr("What would bring %1 to").arg(who()));
    const QString chosen = region_->currentData().toString();
    const Catchments &catchments = *workspace_.journey.catchments();
    const auto &nearest = catchments.cities[journey->city.index()].nearest;
    QString wanted;
    region_->clear();
    const std::vector<Region> &regions = catchments.op().regions;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const bool here = journey->outcome.region == RegionId(i);
        const bool useful = regions[i].status == RegionStatus::Deployable || catchments.region(RegionId(i));
        if (here || !useful) {
            continue;
        }
        const QString code = QString::fromStdString(regions[i].code);
        region_->addItem(tr("%1 %2").arg(code, QString::fromStdString(regions[i].name)), code);
        // What was asked for last, else the nearest, is what is wished for first.
        if (code == chosen || (wanted.isEmpty() && nearest == RegionId(i))) {
            wanted = code;
        }
    }
    region_->setCurrentIndex(std::max(0, region_->findData(wanted)));
    ask_->setEnabled(region_->count() > 0);
}

void WishPanel::askOrCancel() {
    if (job_->busy()) {
        job_->cancel();
        return;
    }
    const auto &journey = workspace_.journey.journey();
    if (!journey || region_->currentIndex() < 0) {
        return;
    }
    forget();
    const Catchments &catchments = *workspace_.journey.catchments();
    ChangeQuestion question;
    question.scenario = *catchments.solution->scenario;
    question.city = journey->city;
    if (workspace_.selection.network() != 0) {
        question.network = journey->outcome.network;
    }
    const std::string code = region_->currentData().toString().toStdString();
    const std::vector<Region> &regions = catchments.op().regions;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (regions[i].code == code) {
            question.wanted = RegionId(i);
        }
    }
    const std::shared_ptr<const World> world = workspace_.results.world();
    job_->start<SingleChanges>(
        [world, question](const std::stop_token &stop, const Progress &progress) {
            return single_changes(world, question, stop, progress);
        },
        [this](const SingleChanges &changes) { show(changes); });
}

void WishPanel::show(const SingleChanges &changes) {
    changes_ = changes.ranked;
    const QString code = region_->currentData().toString();
    if (changes.there_already) {
        answer_->setText(tr("%1 reaches %2 already.").arg(who(), code));
    } else if (changes_.empty()) {
        answer_->setText(tr("None of the %n single changes tried does.", nullptr, static_cast<int>(changes.tried)));
    } else {
        answer_->setText(
            tr("%1 of %2 single changes do. Double-click one to make it.").arg(changes_.size()).arg(changes.tried));
    }
    answer_->show();
    model_->setHorizontalHeaderLabels({tr("Change"), tr("Others moved")});
    const World &world = *workspace_.results.world();
    for (const SingleChange &change : changes_) {
        auto *name = new QStandardItem(QString::fromStdString(in_words(change.change, world)));
        name->setToolTip(tr("%1; mean RTT of all users then %2").arg(name->text(), qml::msText(change.mean_rtt_ms)));
        auto *moved = new QStandardItem(qml::usersText(change.moved_users));
        moved->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        model_->appendRow({name, moved});
    }
    list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list_->setVisible(!changes_.empty());
    list_->setCurrentIndex(model_->index(0, 0));
}

void WishPanel::apply(int row) {
    if (row < 0 || row >= static_cast<int>(changes_.size())) {
        return;
    }
    const SingleChange &change = changes_[static_cast<std::size_t>(row)];
    workspace_.document.apply(
        {QString::fromStdString(in_words(change.change, *workspace_.results.world())), change.scenario});
}

void WishPanel::forget() {
    job_->cancel();
    changes_.clear();
    model_->clear();
    answer_->hide();
    list_->hide();
}

} // namespace catchment::app
