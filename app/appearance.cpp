// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearance.h"

#include "app/style_sheet.h"
#include "maps/fonts.h"
#include "qml/models/region_model.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace catchment::app {
namespace {

const QString key = QStringLiteral("theme");

QPalette paletteOf(const maps::Theme &theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.field);
    palette.setColor(QPalette::AlternateBase, theme.alternate);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.bad);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.on_accent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Light, theme.hover);
    palette.setColor(QPalette::Midlight, theme.hover);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.line);
    palette.setColor(QPalette::Shadow, theme.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, theme.muted);
    }
    return palette;
}

} // namespace

Appearance::Appearance(QApplication &application, Mode mode, QObject *parent)
    : QObject(parent), application_(application),
      desktop_is_dark_(application.palette().color(QPalette::Window).lightness() < 128), mode_(mode) {
    maps::load_fonts();
    // One look on every desktop; palette and style sheet do the rest.
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(maps::font(13));
    apply();
}

void Appearance::setMode(Mode mode) {
    if (mode != mode_) {
        mode_ = mode;
        apply();
    }
}

Appearance::Mode Appearance::kept() {
    const QString word = QSettings().value(key).toString();
    return word == u"light" ? Mode::Light : word == u"dark" ? Mode::Dark : Mode::Desktop;
}

void Appearance::keep() const {
    const char *word = mode_ == Mode::Light ? "light" : mode_ == Mode::Dark ? "dark" : "desktop";
    QSettings().setValue(key, QString::fromLatin1(word));
}

const maps::Theme &Appearance::theme() const {
    const bool dark = mode_ == Mode::Dark || (mode_ == Mode::Desktop && desktop_is_dark_);
    return maps::theme(dark ? u"dark" : u"light");
}

QColor Appearance::regionColour(const QString &code) const {
    if (code == qml::hijackerCode()) {
        return theme().captured;
    }
    return theme().solid(maps::region_colour(code.toStdString()));
}

void Appearance::apply() {
    const QPalette palette = paletteOf(theme());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    application_.setStyleSheet(styleSheet(theme()));
    emit changed();
}

} // namespace catchment::app
