// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/security_panel.h"

#include "app/edits/security_edits.h"
#include "app/job.h"
#include "app/panels/hijack_editor.h"
#include "app/panels/validation_editor.h"
#include "app/workspace.h"
#include "maps/fonts.h"
#include "qml/models/numbers.h"
#include "routing/solver.h"
#include "study/captured.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace catchment::app {
namespace {

QLabel *heading(const QString &text, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setFont(maps::font(11, maps::FontWeight::SemiBold));
    label->setProperty("role", QStringLiteral("muted"));
    return label;
}

/// `ams  −120 M of 300 M`, a line for each.
QString lossText(const std::vector<RegionLoss> &losses, const Operator &op) {
    QStringList lines;
    for (const RegionLoss &loss : losses) {
        lines << SecurityPanel::tr("%1 loses %2 of %3 (%4)")
                     .arg(QString::fromStdString(op.regions[loss.region.index()].code), qml::usersText(loss.lost),
                          qml::usersText(loss.had), qml::shareText(loss.lost / loss.had));
    }
    constexpr int most = 6;
    if (lines.size() > most) {
        const auto more = lines.size() - (most - 1);
        lines = lines.mid(0, most - 1);
        lines << SecurityPanel::tr("… and %1 more regions").arg(more);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

SecurityPanel::SecurityPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), hijack_(new HijackEditor(workspace, this)),
      validation_(new ValidationEditor(workspace, this)), roas_(new QComboBox(this)), captured_(new QLabel(this)),
      losses_(new QLabel(this)), job_(new Job(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    captured_->setObjectName(QStringLiteral("capturedUsers"));
    captured_->setWordWrap(true);
    captured_->setTextFormat(Qt::PlainText);
    captured_->setFont(maps::font(13, maps::FontWeight::SemiBold));
    losses_->setObjectName(QStringLiteral("capturedByRegion"));
    losses_->setTextFormat(Qt::PlainText);
    losses_->setWordWrap(true);
    losses_->setFont(maps::font(12));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(6);
    layout->addWidget(heading(tr("Hijack of the operator's prefix"), this));
    layout->addWidget(hijack_);
    layout->addWidget(captured_);
    layout->addWidget(losses_);
    layout->addWidget(heading(tr("Authorised origin (ROA)"), this));
    layout->addWidget(makeRoas());
    layout->addWidget(heading(tr("Origin validation"), this));
    layout->addWidget(validation_, 1);

    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &SecurityPanel::followScenario);
    connect(&workspace.results, &Results::changed, this, &SecurityPanel::showResult);
    followScenario();
    showResult();
}

void SecurityPanel::setSearch(std::shared_ptr<const NetworkSearch> search) {
    hijack_->setSearch(search);
    validation_->setSearch(std::move(search));
}

QWidget *SecurityPanel::makeRoas() {
    roas_->setObjectName(QStringLiteral("roas"));
    roas_->setAccessibleName(tr("Authorised origin of the prefix"));
    roas_->addItem(tr("The operator, at its length"));
    roas_->addItem(tr("None"));
    roas_->setMinimumWidth(120);
    connect(roas_, &QComboBox::activated, this, [this](int row) {
        if (row < 2) {
            workspace_.document.apply(setDefaultRoa(workspace_.document.scenario(), row == 0));
        }
    });
    return roas_;
}

void SecurityPanel::followScenario() {
    const auto &roas = workspace_.document.scenario().security.roas;
    const bool of_file = roas && !roas->empty();
    if (of_file && roas_->count() == 2) {
        roas_->addItem(tr("As the file says"));
    } else if (!of_file && roas_->count() == 3) {
        roas_->removeItem(2);
    }
    roas_->setCurrentIndex(of_file ? 2 : roas ? 1 : 0);
}

void SecurityPanel::showResult() {
    const auto &catchments = workspace_.results.catchments();
    const bool hijacked = catchments && catchments->hijacker();
    captured_->setVisible(hijacked);
    losses_->setVisible(hijacked);
    if (!hijacked) {
        job_->cancel();
        compared_.reset();
        return;
    }
    const Summary &sum = catchments->summary;
    captured_->setText(tr("%1 users captured, %2 of all")
                           .arg(qml::usersText(sum.captured_users),
                                qml::shareText(sum.users > 0 ? sum.captured_users / sum.users : 0)));
    findLosses();
}

void SecurityPanel::findLosses() {
    const auto &now = workspace_.results.catchments();
    if (!isVisible() || !now || !now->hijacker() || now == compared_) {
        return;
    }
    compared_ = now;
    losses_->setText(tr("…"));
    Scenario without = *now->solution->scenario;
    without.security.hijack.reset();
    job_->start<std::vector<RegionLoss>>(
        [now, without, world = now->solution->topology->shared_world()](
            const std::stop_token &stop, const Progress &) -> std::optional<std::vector<RegionLoss>> {
            const auto solution = Solver(world).solve(without, stop);
            return solution ? std::optional(losses(*catchments(solution), *now)) : std::nullopt;
        },
        [this, now](const std::vector<RegionLoss> &lost) { losses_->setText(lossText(lost, now->op())); });
}

void SecurityPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    findLosses();
}

} // namespace catchment::app
