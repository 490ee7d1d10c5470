// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_panel.h"

#include "app/charts/cost_chart.h"
#include "app/widgets/table_style.h"
#include "app/workspace.h"
#include "qml/models/deployment_model.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace catchment::app {
namespace {

enum From { Deployable, Deployed };
constexpr std::size_t most_sizes = 18; ///< of which the best deployment is shown

} // namespace

SweepPanel::SweepPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), choose_(new QComboBox(this)), from_(new QComboBox(this)),
      objective_(new QComboBox(this)), button_(new QPushButton(this)), progress_(new QProgressBar(this)),
      state_(new QLabel(this)), model_(new qml::DeploymentModel(this)), table_(new QTableView(this)),
      chart_(new CostChart(workspace.appearance, this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    makeTable();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 4, 4);
    layout->setSpacing(10);
    layout->addWidget(makeQuestion());
    layout->addWidget(table_, 5);
    layout->addWidget(chart_, 3);

    connect(button_, &QPushButton::clicked, this, [this] { job_.busy() ? job_.cancel() : compute(); });
    connect(from_, &QComboBox::currentIndexChanged, this, &SweepPanel::limitChoice);
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &SweepPanel::limitChoice);
    connect(&workspace.results, &Results::worldChanged, this, &SweepPanel::forget);
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, [this] {
        if (of_ && of_ != workspace_.op()) {
            forget(); // another operator has other regions
        }
    });
    connect(&job_, &Job::busyChanged, this, &SweepPanel::showBusy);
    connect(&job_, &Job::progressed, progress_, [this](int done, int total) {
        progress_->setRange(0, total);
        progress_->setValue(done);
    });
    connect(&job_, &Job::failed, state_, &QLabel::setText);
    connect(&workspace.appearance, &Appearance::changed, chart_, &CostChart::restyle);
    showBusy(false);
    limitChoice();
}

QWidget *SweepPanel::makeQuestion() {
    choose_->setObjectName(QStringLiteral("sweepChoose"));
    from_->setObjectName(QStringLiteral("sweepFrom"));
    from_->addItem(tr("all deployable"), Deployable);
    from_->addItem(tr("those deployed"), Deployed);
    objective_->setObjectName(QStringLiteral("sweepObjective"));
    objective_->addItem(tr("mean RTT"), static_cast<int>(Objective::MeanRtt));
    objective_->addItem(tr("median RTT"), static_cast<int>(Objective::MedianRtt));
    objective_->addItem(tr("95 % within"), static_cast<int>(Objective::P95Rtt));
    button_->setObjectName(QStringLiteral("sweepButton"));
    progress_->setAccessibleName(tr("Progress of the sweep"));
    progress_->setTextVisible(false);
    state_->setObjectName(QStringLiteral("sweepState"));
    state_->setTextFormat(Qt::PlainText);
    state_->setWordWrap(true);
    state_->setProperty("role", QStringLiteral("muted"));

    auto *question = new QWidget(this);
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    form->addRow(tr("&Choose"), choose_);
    form->addRow(tr("&of"), from_);
    form->addRow(tr("&least"), objective_);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(button_);
    buttons->addWidget(progress_, 1);
    auto *layout = new QVBoxLayout(question);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addWidget(state_);
    layout->addStretch(1);
    question->setFixedWidth(186);
    return question;
}

void SweepPanel::makeTable() {
    table_->setObjectName(QStringLiteral("sweepTable"));
    table_->setAccessibleName(tr("Deployments, best first"));
    table_->setModel(model_);
    styleTable(*table_, qml::DeploymentModel::Regions);
    table_->hide(); // until there is something in it
    connect(table_, &QTableView::activated, this, &SweepPanel::deploy);
}

std::vector<RegionId> SweepPanel::candidates() const {
    const auto op = workspace_.op();
    if (!op) {
        return {};
    }
    if (from_->currentData().toInt() == Deployable) {
        return deployable_regions(*op);
    }
    std::vector<RegionId> out;
    for (const std::string &code : workspace_.document.scenario().regions) {
        if (const auto region = find_region(*op, code)) {
            out.push_back(*region);
        }
    }
    return out;
}

void SweepPanel::limitChoice() {
    const int most = static_cast<int>(candidates().size());
    if (choose_->count() != most) {
        const int chosen = choose_->count() > 0 ? choose_->currentIndex() + 1 : 3;
        choose_->clear();
        for (int size = 1; size <= most; ++size) {
            choose_->addItem(size == 1 ? tr("1 region") : tr("%1 regions").arg(size));
        }
        choose_->setCurrentIndex(std::min(chosen, most) - 1);
    }
    button_->setEnabled(job_.busy() || most > 0);
}

SweepQuestion SweepPanel::question() const {
    SweepQuestion out;
    out.scenario = workspace_.document.scenario();
    out.from = candidates();
    out.choose = static_cast<std::size_t>(choose_->currentIndex() + 1);
    out.objective = static_cast<Objective>(objective_->currentData().toInt());
    return out;
}

void SweepPanel::forget() {
    job_.cancel();
    of_.reset();
    model_->clear();
    table_->hide();
    state_->clear();
    chart_->show(nullptr, {}, {});
    limitChoice();
}

void SweepPanel::compute() {
    const auto world = workspace_.results.world();
    const SweepQuestion asked = question();
    if (!world || asked.choose < 1 || asked.choose > asked.from.size()) {
        return;
    }
    of_ = workspace_.op();
    progress_->setRange(0, 0);
    job_.start<Sweep>([world, asked](const std::stop_token &stop,
                                     const Progress &progress) { return sweep(world, asked, stop, progress); },
                      [this, op = workspace_.op(), asked](Sweep ranked) { take(op, asked, std::move(ranked)); });
}

void SweepPanel::take(const std::shared_ptr<const Operator> &op, const SweepQuestion &question, Sweep ranked) {
    const QString value = objective_->itemText(objective_->findData(static_cast<int>(question.objective)));
    const QString count = QLocale().toString(static_cast<qulonglong>(ranked.results.size()));
    state_->setText(
        ranked.method == SweepMethod::Exhaustive
            ? tr("All %1 deployments. Double click or Enter deploys one.").arg(count)
            : tr("%1 of too many to try all: greedy, then swaps. Double click or Enter deploys one.").arg(count));
    const Deployment best = ranked.results.front();
    const bool all_reached =
        std::ranges::all_of(ranked.results, [](const Deployment &d) { return d.unreached_users == 0; });
    table_->setColumnHidden(qml::DeploymentModel::Unreached, all_reached);
    model_->setDeployments(op, std::move(ranked.results), value);
    table_->show();
    table_->scrollToTop();
    chart_->show(nullptr, {}, {});
    computeSizes(op, question, best);
}

/// The chart comes after the list, which is what was asked for.
void SweepPanel::computeSizes(const std::shared_ptr<const Operator> &op, const SweepQuestion &question,
                              Deployment best) {
    SweepQuestion every_size = question;
    every_size.choose = std::min(question.from.size(), std::max(most_sizes, question.choose));
    progress_->setRange(0, 0);
    job_.start<std::vector<Deployment>>(
        [world = workspace_.results.world(), every_size](const std::stop_token &stop, const Progress &progress) {
            return best_of_each_size(world, every_size, 1'000, stop, progress);
        },
        [this, op, question, best](std::vector<Deployment> sizes) {
            sizes[question.choose - 1] = best; // as good or better, and the same as in the table
            chart_->setChosen(question.choose);
            chart_->show(op, std::move(sizes),
                         objective_->itemText(objective_->findData(static_cast<int>(question.objective))));
        });
}

void SweepPanel::deploy(const QModelIndex &row) {
    std::vector<std::string> codes;
    for (const QString &code : row.data(static_cast<int>(qml::DeploymentModel::Role::Codes)).toStringList()) {
        codes.push_back(code.toStdString());
    }
    workspace_.document.apply(deployRegions(workspace_.document.scenario(), codes));
}

void SweepPanel::showBusy(bool busy) {
    button_->setText(busy ? tr("Cancel") : tr("&Sweep"));
    progress_->setVisible(busy);
    if (model_->rowCount() == 0) {
        state_->setText(busy ? tr("Computing …")
                             : tr("Ranks deployments, and shows what each further region is worth."));
    }
}

} // namespace catchment::app
