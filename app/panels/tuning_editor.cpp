// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/tuning_editor.h"

#include "app/edits/operator_edits.h"
#include "app/edits/tuning_edits.h"
#include "app/panels/row_delegate.h"
#include "app/panels/session_form.h"
#include "app/panels/session_model.h"
#include "app/widgets/elided_label.h"
#include "app/workspace.h"
#include "maps/fonts.h"
#include "scenario/scenario_error.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace catchment::app {

TuningEditor::TuningEditor(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), model_(new SessionModel(this)), heading_(new ElidedLabel(this)),
      view_(new QListView(this)), controls_(new QWidget(this)), form_(new SessionForm(this)),
      withhold_(new QCheckBox(tr("&Withhold"), controls_)), no_export_(new QCheckBox(tr("&NO_EXPORT"), controls_)),
      prepend_(new QSpinBox(controls_)), med_(new QSpinBox(controls_)), reset_(new QToolButton(this)),
      add_(new QToolButton(this)), remove_(new QToolButton(this)) {
    setObjectName(QStringLiteral("tuningEditor"));
    makeList();
    makeControls();
    askForSession(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(2);
    layout->addWidget(makeHeading());
    layout->addWidget(view_, 1);
    layout->addWidget(controls_);
    layout->addWidget(form_);

    connect(form_, &SessionForm::cancelled, this, [this] { askForSession(false); });
    connect(form_, &SessionForm::accepted, this, [this](const ExtraSession &session) {
        askForSession(false);
        add(session);
        view_->setCurrentIndex(model_->index(model_->rowOf(session.asn)));
        view_->setFocus(Qt::OtherFocusReason);
    });
    connect(&workspace.selection, &qml::Selection::regionChanged, this, &TuningEditor::update);
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &TuningEditor::update);
    connect(&workspace.results, &Results::worldChanged, this, &TuningEditor::update);
    update();
}

void TuningEditor::setSearch(std::shared_ptr<const NetworkSearch> search) { form_->setSearch(std::move(search)); }

void TuningEditor::makeList() {
    view_->setObjectName(QStringLiteral("sessionsView"));
    view_->setAccessibleName(tr("Sessions of the region"));
    view_->setModel(model_);
    view_->setItemDelegate(new RowDelegate(workspace_.appearance, view_));
    view_->setMouseTracking(true);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setMinimumHeight(64);
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, &TuningEditor::showRow);
}

QWidget *TuningEditor::makeHeading() {
    auto *row = new QWidget(this);
    heading_->setObjectName(QStringLiteral("tuningTitle"));
    heading_->setFont(maps::font(13, maps::FontWeight::SemiBold));
    const auto button = [](QToolButton *b, const QString &sign, const QString &what, const QString &name) {
        b->setText(sign);
        b->setToolTip(what);
        b->setAccessibleName(what);
        b->setObjectName(name);
        b->setFixedSize(26, 24);
    };
    button(add_, QStringLiteral("+"), tr("Add a session …"), QStringLiteral("addSession"));
    button(remove_, QStringLiteral("−"), tr("Remove the session"), QStringLiteral("removeSession"));
    reset_->setObjectName(QStringLiteral("tuneReset"));
    reset_->setText(tr("Reset"));
    connect(reset_, &QToolButton::clicked, this,
            [this] { edit(resetTuning(workspace_.document.scenario(), target())); });
    connect(add_, &QToolButton::clicked, this, [this] { askForSession(true); });
    connect(remove_, &QToolButton::clicked, this, &TuningEditor::removeShown);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(2);
    layout->addWidget(heading_, 1);
    layout->addWidget(reset_);
    layout->addWidget(add_);
    layout->addWidget(remove_);
    return row;
}

void TuningEditor::makeControls() {
    withhold_->setObjectName(QStringLiteral("tuneWithhold"));
    no_export_->setObjectName(QStringLiteral("tuneNoExport"));
    prepend_->setObjectName(QStringLiteral("tunePrepend"));
    prepend_->setAccessibleName(tr("Prepend the AS number so many times"));
    prepend_->setPrefix(QStringLiteral("+"));
    prepend_->setRange(0, mostPrepends);
    med_->setObjectName(QStringLiteral("tuneMed"));
    med_->setAccessibleName(tr("Multi-exit discriminator"));
    med_->setRange(0, std::numeric_limits<int>::max());
    med_->setKeyboardTracking(false);
    med_->setMinimumWidth(58); // its largest number would widen the dock
    auto *prepend_label = new QLabel(tr("&Prepend"), controls_);
    prepend_label->setBuddy(prepend_);
    auto *med_label = new QLabel(tr("&MED"), controls_);
    med_label->setBuddy(med_);
    med_label->setToolTip(tr("Multi-exit discriminator: of one neighbour's ways in, the lowest is preferred"));
    auto *grid = new QGridLayout(controls_);
    grid->setContentsMargins(10, 2, 6, 2);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(4);
    grid->addWidget(withhold_, 0, 0);
    grid->addWidget(prepend_label, 0, 1, Qt::AlignRight);
    grid->addWidget(prepend_, 0, 2);
    grid->addWidget(no_export_, 1, 0);
    grid->addWidget(med_label, 1, 1, Qt::AlignRight);
    grid->addWidget(med_, 1, 2);
    grid->setColumnStretch(2, 1);

    const auto now = [this]() -> const Scenario & { return workspace_.document.scenario(); };
    connect(withhold_, &QCheckBox::toggled, this, [this, now](bool on) { edit(withhold(now(), target(), on)); });
    connect(no_export_, &QCheckBox::toggled, this, [this, now](bool on) { edit(noExport(now(), target(), on)); });
    connect(prepend_, &QSpinBox::valueChanged, this, [this, now](int times) { edit(prepend(now(), target(), times)); });
    connect(med_, &QSpinBox::valueChanged, this,
            [this, now](int med) { edit(setMed(now(), target(), static_cast<std::uint32_t>(med))); });
}

TuningOf TuningEditor::target() const { return model_->target(view_->currentIndex().row()); }

void TuningEditor::edit(Edit edit) {
    if (!showing_) {
        workspace_.document.apply(std::move(edit));
    }
}

void TuningEditor::update() {
    const auto &world = workspace_.results.world();
    const auto op = workspace_.op();
    const std::string code = workspace_.selection.region().toStdString();
    const auto region =
        op ? std::ranges::find(op->regions, code, &Region::code) : std::vector<Region>::const_iterator();
    const bool known = op && world && region != op->regions.end();
    setVisible(known);
    if (!known) {
        return;
    }
    heading_->setText(QStringLiteral("%1  %2").arg(QString::fromStdString(code), QString::fromStdString(region->name)));
    const auto neighbour = target().neighbour;
    const bool same = target().region == code;
    if (!same) {
        askForSession(false);
    }
    model_->show(world, workspace_.document.scenario(), *op, code);
    // An edit may have changed the rows; the neighbour that was looked at stays.
    const int row = view_->currentIndex().row();
    if (row < 0 || !same || target().neighbour != neighbour) {
        view_->setCurrentIndex(model_->index(same ? model_->rowOf(neighbour) : 0));
    }
    showRow();
}

void TuningEditor::showRow() {
    const int row = view_->currentIndex().row();
    const Scenario &scenario = workspace_.document.scenario();
    const TuningOf whom = model_->target(std::max(row, 0));
    const Tuning now = inForce(scenario, whom);
    const Tuning own = ownWords(scenario, whom);
    showing_ = true;
    withhold_->setChecked(*now.withhold);
    no_export_->setChecked(*now.no_export);
    prepend_->setMaximum(std::max(mostPrepends, *now.prepend)); // a file may say more
    prepend_->setValue(*now.prepend);
    med_->setValue(static_cast<int>(std::min<std::uint32_t>(*now.med, std::numeric_limits<int>::max())));
    showing_ = false;
    const std::pair<QWidget *, bool> said[] = {{withhold_, own.withhold.has_value()},
                                               {no_export_, own.no_export.has_value()},
                                               {prepend_, own.prepend.has_value()},
                                               {med_, own.med.has_value()}};
    for (const auto &[control, own_word] : said) {
        control->setFont(maps::font(13, own_word ? maps::FontWeight::SemiBold : maps::FontWeight::Regular));
    }
    const bool any = own.withhold || own.no_export || own.prepend || own.med;
    const bool below = std::ranges::any_of(scenario.tuning, [&](const Tuning &t) { return t.region == whom.region; });
    reset_->setEnabled(whom.neighbour ? any : below);
    reset_->setToolTip(whom.neighbour ? tr("As the region does") : tr("The region and all of its sessions"));
    const RegionSession *const session = model_->session(row);
    remove_->setEnabled(session && (session->added || scenario.own_operator));
}

void TuningEditor::askForSession(bool ask) {
    const auto op = workspace_.op();
    const auto region = op ? find_region(*op, workspace_.selection.region().toStdString()) : std::nullopt;
    form_->setVisible(ask && region);
    controls_->setVisible(!ask || !region);
    if (ask && region) {
        form_->begin(op->regions[region->index()], *op, workspace_.document.scenario());
    }
}

/// To an operator of one's own, or beside the world's.
void TuningEditor::add(const ExtraSession &session) {
    const Scenario &now = workspace_.document.scenario();
    const World &world = *workspace_.results.world();
    const auto sessions = sessionsOf(now, *workspace_.op(), world, session.region);
    const bool there = std::ranges::any_of(sessions, [&](const RegionSession &s) {
        return s.neighbour == session.asn && (s.via ? world.exchange(*s.via).id : std::string()) == session.via;
    });
    if (there) {
        return;
    }
    if (now.own_operator) {
        try {
            edit(addOwnSession(now, session.region, {session.asn, session.neighbour_is, session.via}, world));
        } catch (const ScenarioError &) {
            // The form asks for nothing that does not fit.
        }
    } else {
        edit(addSession(now, session));
    }
}

void TuningEditor::removeShown() {
    const RegionSession *const session = model_->session(view_->currentIndex().row());
    const auto op = workspace_.op();
    if (!session || !op) {
        return;
    }
    const World &world = *workspace_.results.world();
    const Scenario &now = workspace_.document.scenario();
    const ExtraSession added{model_->target(0).region, session->neighbour, session->neighbour_is,
                             session->via ? world.exchange(*session->via).id : std::string()};
    if (session->added) {
        edit(removeSession(now, added, *op, world));
    } else if (now.own_operator) {
        edit(removeOwnSession(now, added.region, {added.asn, added.neighbour_is, added.via}, world));
    }
}

} // namespace catchment::app
