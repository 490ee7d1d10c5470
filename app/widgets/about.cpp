// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/about.h"

#include "app/widgets/icons.h"
#include "maps/figure.h"
#include "maps/fonts.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace catchment::app {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::app", text); }

QString escaped(const std::string &text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString credits(const World *world) {
    QString html = QStringLiteral("<p>%1</p>").arg(maps::attribution().toHtmlEscaped());
    if (world) {
        html += QStringLiteral("<p><b>%1</b> (%2)<br>%3</p>")
                    .arg(escaped(world->name), escaped(world->date), escaped(world->description));
        for (const Source &source : world->sources) {
            html += QStringLiteral("<p><b>%1</b><br>%2<br>%3%4</p>")
                        .arg(escaped(source.title), escaped(source.use), tr("Licence: ") + escaped(source.licence),
                             source.url.empty() ? QString()
                                                : QStringLiteral("<br><a href=\"%1\">%1</a>").arg(escaped(source.url)));
        }
    }
    html += QStringLiteral("<p>%1</p>")
                .arg(tr("Made with Qt (LGPL-3), QCustomPlot (GPL-3), Boost (BSL-1.0), PROJ "
                        "(MIT), JSON for Modern C++ (MIT) and the Inter typeface (OFL-1.1).")
                         .toHtmlEscaped());
    return html;
}

} // namespace

void showAbout(QWidget *parent, const World *world) {
    QDialog dialog(parent);
    dialog.setWindowTitle(tr("About Catchment"));
    dialog.resize(560, 460);

    auto *icon = new QLabel(&dialog);
    icon->setPixmap(applicationIcon().pixmap(72));
    auto *name = new QLabel(tr("Catchment %1").arg(QCoreApplication::applicationVersion()), &dialog);
    name->setFont(maps::font(20, maps::FontWeight::SemiBold));
    auto *what = new QLabel(tr("Shows how anycast routing decides which point of presence serves which user. Free "
                               "software under the GNU General Public License, version 3 or later."),
                            &dialog);
    what->setWordWrap(true);
    auto *text = new QTextBrowser(&dialog);
    text->setAccessibleName(tr("Sources and licences"));
    text->setOpenExternalLinks(true);
    text->setHtml(credits(world));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);

    auto *words = new QVBoxLayout;
    words->addWidget(name);
    words->addWidget(what);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(14);
    layout->addLayout(head);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    dialog.exec();
}

} // namespace catchment::app
