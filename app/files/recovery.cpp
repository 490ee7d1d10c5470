// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/recovery.h"

#include "app/widgets/offer_bar.h"
#include "app/workspace.h"

#include <QLocale>

#include <utility>

namespace catchment::app {
namespace {

/// `10:32`, with the day where it was not today.
QString timeText(const QDateTime &when) {
    const QDateTime local = when.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    return local.date() == QDate::currentDate()
               ? time
               : Recovery::tr("%1, %2").arg(QLocale().toString(local.date(), QLocale::ShortFormat), time);
}

} // namespace

Recovery::Recovery(Workspace &workspace, OfferBar &bar, std::function<bool()> may_leave, QObject *parent)
    : QObject(parent), workspace_(workspace), bar_(bar), may_leave_(std::move(may_leave)),
      store_(SessionStore::usualFolder()), autosave_(workspace.document, store_.own()) {
    connect(&autosave_, &Autosave::failed, this, &Recovery::failed);
    connect(&bar, &OfferBar::taken, this, &Recovery::restore);
    connect(&bar, &OfferBar::left, this, [this] {
        waits_for_world_ = false;
        SessionStore::discard(std::move(left_.front()));
        left_.erase(left_.begin());
        offerNext();
    });
    connect(&workspace.results, &Results::worldChanged, this, &Recovery::followWorld);
}

void Recovery::followWorld() {
    if (!std::exchange(looked_, true)) {
        lookForWork();
    } else if (std::exchange(waits_for_world_, false)) {
        // When all others have taken the new world over.
        QMetaObject::invokeMethod(this, &Recovery::restoreNow, Qt::QueuedConnection);
    }
}

void Recovery::lookForWork() {
    QStringList problems;
    left_ = store_.takeLeft(problems);
    if (!problems.isEmpty()) {
        emit failed(problems.join(QLatin1Char('\n')));
    }
    offerNext();
}

void Recovery::offerNext() {
    if (left_.empty()) {
        bar_.hide();
        return;
    }
    const SavedWork &work = left_.front().work;
    bar_.offer(tr("Work on “%1” from %2 was not saved.").arg(work.title(), timeText(work.when)));
}

void Recovery::restore() {
    if (!may_leave_()) {
        offerNext();
        return;
    }
    const QString &world = left_.front().work.world;
    if (!world.isEmpty() && world != workspace_.document.worldFolder()) {
        waits_for_world_ = true;
        emit worldWanted(world);
        offerNext(); // until it is there, which it may never be
        return;
    }
    restoreNow();
}

void Recovery::restoreNow() {
    if (left_.empty()) {
        return;
    }
    if (!workspace_.document.restore(left_.front().work)) {
        left_.erase(left_.begin()); // the file stays, and is offered by the next program
        offerNext();
        return;
    }
    // Gone only when it is safe under this program's own name.
    if (autosave_.flush()) {
        SessionStore::discard(std::move(left_.front()));
    }
    left_.erase(left_.begin());
    offerNext();
}

} // namespace catchment::app
