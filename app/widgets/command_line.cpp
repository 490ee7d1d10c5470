// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/command_line.h"

#include "world/world.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace catchment::app {
namespace {

constexpr int codeRole = Qt::UserRole + 1;

bool endsCode(QChar c) { return c.isSpace() || c == u',' || c == u'"' || c == u'\'' || c == u'='; }

bool isRegionFlag(QStringView word) { return word == u"-r" || word == u"--region" || word == u"--regions"; }

} // namespace

std::optional<RegionWord> regionWordAt(const QString &words, int cursor) {
    int start = cursor;
    while (start > 0 && !endsCode(words[start - 1])) {
        --start;
    }
    int end = cursor;
    while (end < words.size() && !endsCode(words[end])) {
        ++end;
    }
    // Back over the codes of the same list to what stands before it.
    int list = start;
    while (list > 0 && !words[list - 1].isSpace() && words[list - 1] != u'=') {
        --list;
    }
    if (list == 0) {
        return {};
    }
    int flag_end = list - 1;
    while (flag_end > 0 && words[flag_end - 1].isSpace()) {
        --flag_end;
    }
    int flag = flag_end;
    while (flag > 0 && !words[flag - 1].isSpace()) {
        --flag;
    }
    if (!isRegionFlag(QStringView(words).mid(flag, flag_end - flag))) {
        return {};
    }
    return RegionWord{start, end - start};
}

CommandLine::CommandLine(QWidget *parent)
    : QLineEdit(parent), completer_(new QCompleter(this)), codes_(new QStandardItemModel(this)) {
    completer_->setModel(codes_);
    completer_->setCompletionRole(codeRole);
    completer_->setCaseSensitivity(Qt::CaseInsensitive);
    completer_->setMaxVisibleItems(10);
    // Not by setCompleter(): that would complete the whole line rather than one word of it.
    completer_->setWidget(this);
    connect(this, &QLineEdit::textEdited, this, &CommandLine::offer);
    connect(completer_, qOverload<const QString &>(&QCompleter::activated), this, &CommandLine::take);
}

void CommandLine::setRegions(const Operator &op) {
    codes_->clear();
    const auto add = [&](const std::string &word, const std::string &name) {
        const QString code = QString::fromStdString(word);
        auto *item = new QStandardItem(tr("%1   %2").arg(code, QString::fromStdString(name)));
        item->setData(code, codeRole);
        codes_->appendRow(item);
    };
    for (const Region &region : op.regions) {
        add(region.code, region.name);
        for (const std::string &alias : region.aliases) {
            add(alias, region.code + ", " + region.name);
        }
    }
    codes_->sort(0);
}

void CommandLine::remember(const QString &words) {
    if (!words.isEmpty() && (past_.isEmpty() || past_.last() != words)) {
        past_ << words;
    }
    at_ = static_cast<int>(past_.size());
}

bool CommandLine::completing() const {
    const QAbstractItemView *popup = completer_->popup();
    return popup->isVisible() && popup->currentIndex().isValid();
}

void CommandLine::offer() {
    const auto word = regionWordAt(text(), cursorPosition());
    if (!word) {
        completer_->popup()->hide();
        return;
    }
    const QString begun = text().mid(word->start, cursorPosition() - word->start);
    completer_->setCompletionPrefix(begun);
    const bool whole =
        completer_->completionCount() == 1 && completer_->currentCompletion().compare(begun, Qt::CaseInsensitive) == 0;
    if (completer_->completionCount() == 0 || whole) {
        completer_->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(320);
    completer_->complete(place);
}

void CommandLine::take(const QString &code) {
    if (const auto word = regionWordAt(text(), cursorPosition())) {
        setText(QString(text()).replace(word->start, word->length, code));
        setCursorPosition(word->start + static_cast<int>(code.size()));
        emit textEdited(text());
    }
}

void CommandLine::showPast(int at) {
    if (at < 0 || at > past_.size() || at == at_) {
        return;
    }
    if (at_ == past_.size()) {
        draft_ = text();
    }
    at_ = at;
    setText(at_ == past_.size() ? draft_ : past_[at_]);
}

void CommandLine::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Up: {
        // What is shown may be the last command itself: step to one that differs.
        int at = at_ - 1;
        while (at > 0 && past_[at] == text()) {
            --at;
        }
        showPast(at);
        event->accept();
        return;
    }
    case Qt::Key_Down:
        showPast(at_ + 1);
        event->accept();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace catchment::app
