// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/mnemonics.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>

namespace catchment::app {
namespace {

/// The letter that an entry answers to; null where there is none.
QChar letterOf(const QString &text) {
    const QKeySequence keys = QKeySequence::mnemonic(text);
    return keys.isEmpty() ? QChar() : QChar(static_cast<char16_t>(keys[0].key()));
}

QString withoutLetter(QString text) {
    static const QRegularExpression marker(QStringLiteral("&(?!&)(?<!&&)"));
    return text.remove(marker);
}

/// The first letter of a word that nobody has, else any letter; -1: none is left.
qsizetype placeOf(const QString &text, const QSet<QChar> &taken) {
    for (const bool beginnings : {true, false}) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool begins = i == 0 || !text[i - 1].isLetterOrNumber();
            if (begins == beginnings && text[i].isLetterOrNumber() && !taken.contains(text[i].toUpper())) {
                return i;
            }
        }
    }
    return -1;
}

void keepIn(QMenu &menu) {
    QObject::connect(&menu, &QMenu::aboutToShow, &menu, [&menu] { giveMnemonics(menu); });
    for (const QAction *action : menu.actions()) {
        if (QMenu *inner = action->menu()) {
            keepIn(*inner);
        }
    }
}

} // namespace

void giveMnemonics(QMenu &menu) {
    QSet<QChar> taken;
    QList<QAction *> without;
    for (QAction *action : menu.actions()) {
        const QChar letter = letterOf(action->text());
        if (action->isSeparator() || action->text().isEmpty()) {
            continue;
        }
        if (letter.isNull() || taken.contains(letter)) {
            without << action;
        } else {
            taken.insert(letter);
        }
    }
    for (QAction *action : without) {
        QString text = withoutLetter(action->text());
        if (const qsizetype at = placeOf(text, taken); at >= 0) {
            taken.insert(text[at].toUpper());
            text.insert(at, QLatin1Char('&'));
        }
        if (text != action->text()) {
            action->setText(text);
        }
    }
}

void keepMnemonics(QMenuBar &bar) {
    for (const QAction *action : bar.actions()) {
        if (QMenu *menu = action->menu()) {
            keepIn(*menu);
        }
    }
}

} // namespace catchment::app
