// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/command_bar.h"

#include "app/files/scenario_document.h"
#include "app/results.h"
#include "app/widgets/command_line.h"
#include "scenario/deploy_command.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace catchment::app {
namespace {

/// The command that deploys a scenario's regions; the story has its own words.
QString deployWords(const Scenario &scenario) {
    if (scenario.app == story().app && scenario.regions == story().regions) {
        return QStringLiteral("fly deploy -a my-app -r usa-east -r \"ams\"");
    }
    QString words = QStringLiteral("fly deploy -a ") + QString::fromStdString(scenario.app);
    for (const std::string &code : scenario.regions) {
        words += QStringLiteral(" -r ") + QString::fromStdString(code);
    }
    return words;
}

} // namespace

CommandBar::CommandBar(ScenarioDocument &document, const Results &results, QWidget *parent)
    : QWidget(parent), document_(document), line_(new CommandLine(this)), error_(new QLabel(this)) {
    line_->setObjectName(QStringLiteral("commandLine"));
    line_->setAccessibleName(tr("Command"));
    line_->setAccessibleDescription(tr("A fly deploy or fly scale count command; Enter carries it out."));
    line_->setPlaceholderText(tr("fly deploy -a APP -r REGION …"));
    line_->setText(deployWords(story()));
    line_->setToolTip(tr("Enter deploys. Up and down: earlier commands. Region codes are completed."));
    line_->remember(line_->text());
    setFocusProxy(line_);

    error_->setObjectName(QStringLiteral("commandError"));
    error_->setProperty("role", QStringLiteral("error"));
    error_->setTextFormat(Qt::PlainText);
    error_->setWordWrap(true);
    error_->setContentsMargins(9, 0, 0, 0);
    error_->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(line_);
    layout->addWidget(error_);

    connect(line_, &QLineEdit::returnPressed, this, &CommandBar::run);
    connect(line_, &QLineEdit::textEdited, this, &CommandBar::clearError);
    const auto follow = [this] {
        if (document_.op() != regions_of_) {
            regions_of_ = document_.op();
            line_->setRegions(*regions_of_);
        }
    };
    connect(&results, &Results::worldChanged, this, follow);
    connect(&document, &ScenarioDocument::scenarioChanged, this, follow);
    // Of a file that was opened, the line says what would deploy it.
    connect(&document, &ScenarioDocument::fileChanged, this, [this] {
        if (document_.undoStack().count() == 0 && !line_->hasFocus()) {
            line_->setText(deployWords(document_.scenario()));
        }
    });
}

void CommandBar::edit() {
    line_->setFocus(Qt::ShortcutFocusReason);
    line_->selectAll();
}

void CommandBar::run() {
    if (line_->completing() || !document_.op()) {
        return;
    }
    const QString words = line_->text();
    clearError();
    line_->remember(words);
    try {
        document_.apply(commandEdit(document_.scenario(), words, *document_.op()));
    } catch (const CommandError &error) {
        // The engine counts bytes of UTF-8, the line counts characters.
        const QByteArray before = words.toUtf8().left(static_cast<int>(error.column));
        showError(QString::fromUtf8(error.what()), static_cast<int>(QString::fromUtf8(before).size()));
    }
}

void CommandBar::showError(const QString &text, int column) {
    error_->setText(text);
    error_->show();
    line_->setProperty("invalid", true);
    style()->polish(line_);
    // The cursor goes to the trouble, with the word there selected so that typing replaces it.
    const QString words = line_->text();
    int end = column;
    while (end < words.size() && !words[end].isSpace() && words[end] != u',' && words[end] != u'"') {
        ++end;
    }
    line_->setSelection(column, end - column);
    line_->setAccessibleDescription(text);
}

void CommandBar::clearError() {
    if (error_->isHidden()) {
        return;
    }
    error_->hide();
    line_->setProperty("invalid", false);
    style()->polish(line_);
    line_->setAccessibleDescription({});
}

} // namespace catchment::app
