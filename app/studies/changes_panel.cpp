// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/changes_panel.h"

#include "app/widgets/dot_delegate.h"
#include "app/widgets/elided_label.h"
#include "app/workspace.h"
#include "maps/fonts.h"
#include "qml/models/mover_model.h"
#include "qml/models/numbers.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace catchment::app {
ChangesPanel::ChangesPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), model_(new qml::MoverModel(this)), title_(new ElidedLabel(this)),
      sentence_(new QLabel(this)), table_(new QTableView(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    title_->setFont(maps::font(13, maps::FontWeight::SemiBold));
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    title_->setObjectName(QStringLiteral("changesTitle"));
    sentence_->setObjectName(QStringLiteral("changesSentence"));
    sentence_->setWordWrap(true);
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setProperty("role", QStringLiteral("muted"));
    makeTable();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 2, 12, 6);
    layout->setSpacing(4);
    layout->addWidget(title_);
    layout->addWidget(sentence_);
    layout->addWidget(table_, 1);
    layout->addStretch(0);

    const auto colours = [this] {
        model_->setColours([this](const QString &code) { return workspace_.appearance.regionColour(code); });
    };
    colours();
    connect(&workspace.appearance, &Appearance::changed, this, colours);
    connect(&workspace.results, &Results::changed, this, &ChangesPanel::show);
    show();
}

void ChangesPanel::makeTable() {
    table_->setObjectName(QStringLiteral("moversTable"));
    table_->setAccessibleName(tr("Who moved"));
    table_->setModel(model_);
    auto *dots = new DotDelegate(static_cast<int>(qml::MoverModel::Role::Colour), table_);
    table_->setItemDelegateForColumn(qml::MoverModel::From, dots);
    table_->setItemDelegateForColumn(qml::MoverModel::To, dots);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(maps::text_room(24));
    table_->verticalHeader()->setMinimumSectionSize(20);
    // Figures are never cut; the places share what is left.
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    const auto widen = [this](int column, const QString &longest) {
        constexpr int padding = 26; // of cells, their frames and their focus
        table_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
        table_->setColumnWidth(column, table_->fontMetrics().horizontalAdvance(longest) + padding);
    };
    widen(qml::MoverModel::Users, qml::usersText(8.88e9));
    widen(qml::MoverModel::Gained, qml::signedMsText(-188));
    table_->horizontalHeader()->setHighlightSections(false);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
}

void ChangesPanel::show() {
    const Results &results = workspace_.results;
    table_->setVisible(results.before() != nullptr);
    if (!results.catchments() || !results.before()) {
        model_->clear();
        title_->setText(tr("What changed"));
        sentence_->setText(tr("Nothing yet. Tick a region, say nrt, and see who moves and what it costs or gains."));
        return;
    }
    title_->setText(workspace_.pin.scenario() ? tr("Now against A: %1").arg(workspace_.pin.title())
                                              : tr("What changed: %1").arg(workspace_.document.undoStack().undoText()));
    sentence_->setText(
        results.edges() ? qml::edgeSentence(results.comparison(), results.edges()->change, results.catchments()->op())
                        : qml::comparisonSentence(results.comparison()));
    model_->setComparison(results.comparison(), results.catchments()->op());
    table_->setVisible(model_->rowCount() > 0);
}

} // namespace catchment::app
