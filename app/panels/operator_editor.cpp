// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/operator_editor.h"

#include "app/edits/operator_edits.h"
#include "app/panels/network_search.h"
#include "app/widgets/elided_label.h"
#include "app/workspace.h"
#include "io/prefix.h"
#include "maps/fonts.h"
#include "scenario/scenario_error.h"

#include <QCompleter>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace catchment::app {
namespace {

/// `51.5, -0.1`: a place by its latitude and longitude; none where the words are something else.
std::optional<GeoPoint> placeOf(const QString &words) {
    static const QRegularExpression numbers(
        QStringLiteral("^\\s*(-?\\d+(?:\\.\\d+)?)[\\s,]+(-?\\d+(?:\\.\\d+)?)\\s*$"));
    const auto match = numbers.match(words);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const GeoPoint place{match.captured(1).toDouble(), match.captured(2).toDouble()};
    return std::abs(place.lat) <= 90 && std::abs(place.lon) <= 180 ? std::optional(place) : std::nullopt;
}

} // namespace

OperatorEditor::OperatorEditor(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), who_(new ElidedLabel(this)), toggle_(new QToolButton(this)),
      world_page_(new QWidget(this)), own_page_(new QWidget(this)), asn_(new QLineEdit(this)),
      name_(new QLineEdit(this)), prefix_(new QLineEdit(this)), city_(new QLineEdit(this)),
      back_(new QPushButton(tr("&Back to the world's"), this)), error_(new QLabel(this)) {
    makeWorldPage();
    makeOwnPage();
    error_->setObjectName(QStringLiteral("operatorError"));
    error_->setProperty("role", QStringLiteral("error"));
    error_->setTextFormat(Qt::PlainText);
    error_->setWordWrap(true);
    error_->setContentsMargins(12, 0, 12, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeHeading());
    layout->addWidget(world_page_);
    layout->addWidget(own_page_);
    layout->addWidget(error_);
    open(false);
    say({});

    connect(&workspace.results, &Results::worldChanged, this, &OperatorEditor::followWorld);
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &OperatorEditor::follow);
    followWorld();
}

QWidget *OperatorEditor::makeHeading() {
    auto *row = new QWidget(this);
    who_->setObjectName(QStringLiteral("operatorName"));
    who_->setFont(maps::font(12));
    toggle_->setObjectName(QStringLiteral("operatorToggle"));
    toggle_->setText(tr("Operator"));
    toggle_->setToolTip(tr("Who announces: the world's operator, or a network of one's own"));
    toggle_->setCheckable(true);
    connect(toggle_, &QToolButton::toggled, this, &OperatorEditor::open);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->addWidget(who_, 1);
    layout->addWidget(toggle_);
    return row;
}

void OperatorEditor::makeWorldPage() {
    auto *lay = new QPushButton(tr("&Lay a network of my own"), world_page_);
    lay->setObjectName(QStringLiteral("layOwnNetwork"));
    auto *layout = new QVBoxLayout(world_page_);
    layout->setContentsMargins(10, 0, 10, 4);
    layout->addWidget(lay);
    connect(lay, &QPushButton::clicked, this, [this] {
        attempt([this] { return layOwnNetwork(workspace_.document.scenario(), *workspace_.results.world()); });
    });
}

void OperatorEditor::makeOwnPage() {
    const auto field = [](QLineEdit *line, const char *object, const QString &what) {
        line->setObjectName(QLatin1String(object));
        line->setAccessibleName(what);
        line->setToolTip(what);
    };
    field(asn_, "operatorAsn", tr("AS number of the operator"));
    field(name_, "operatorWords", tr("Name of the operator"));
    field(prefix_, "operatorPrefix", tr("Prefix that it announces, up to a /24"));
    field(city_, "operatorCity", tr("City, or latitude and longitude, of a new region"));
    city_->setPlaceholderText(tr("New region: city"));
    auto *add = new QPushButton(tr("&Add"), own_page_);
    add->setObjectName(QStringLiteral("operatorAdd"));
    back_->setObjectName(QStringLiteral("worldOperator"));

    auto *grid = new QGridLayout(own_page_);
    grid->setContentsMargins(10, 0, 10, 4);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    grid->addWidget(name_, 0, 0, 1, 2);
    grid->addWidget(asn_, 1, 0);
    grid->addWidget(prefix_, 1, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(city_, 1);
    row->addWidget(add);
    grid->addLayout(row, 2, 0, 1, 2);
    grid->addWidget(back_, 3, 0, 1, 2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);

    for (QLineEdit *line : {asn_, name_, prefix_}) {
        connect(line, &QLineEdit::editingFinished, this, &OperatorEditor::change);
    }
    connect(city_, &QLineEdit::returnPressed, this, &OperatorEditor::place);
    connect(add, &QPushButton::clicked, this, &OperatorEditor::place);
    connect(back_, &QPushButton::clicked, this, [this] {
        attempt([this] { return worldOperator(workspace_.document.scenario(), *workspace_.results.world()); });
    });
}

void OperatorEditor::followWorld() {
    if (const auto &world = workspace_.results.world()) {
        QStringList names;
        for (const City &city : world->cities) {
            names << QStringLiteral("%1, %2").arg(QString::fromStdString(city.name),
                                                  QString::fromStdString(city.country));
        }
        names.sort();
        names.removeDuplicates();
        auto *completer = new QCompleter(names, city_);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setMaxVisibleItems(8);
        delete city_->completer();
        city_->setCompleter(completer);
    }
    follow();
}

void OperatorEditor::follow() {
    const auto op = workspace_.op();
    setEnabled(op != nullptr);
    if (!op) {
        return;
    }
    const auto &own = workspace_.document.scenario().own_operator;
    who_->setText(QStringLiteral("%1 · %2").arg(QString::fromStdString(op->name), asText(op->asn)));
    open(toggle_->isChecked());
    if (own) {
        asn_->setText(asText(own->asn));
        name_->setText(QString::fromStdString(own->name));
        prefix_->setText(QString::fromStdString(to_string(own->prefix)));
    }
    say({});
}

void OperatorEditor::open(bool open) {
    const bool own = workspace_.document.scenario().own_operator.has_value();
    world_page_->setVisible(open && !own);
    own_page_->setVisible(open && own);
}

void OperatorEditor::change() {
    const auto &own = workspace_.document.scenario().own_operator;
    if (!own) {
        return;
    }
    const auto words = search_words(asn_->text().toStdString()); // with or without `AS`
    bool number = false;
    const Asn asn{words.size() == 1 ? QString::fromStdString(words.front()).toUInt(&number) : 0};
    const auto prefix = parse_prefix(prefix_->text().trimmed().toStdString());
    if (!number || asn.value == 0) {
        say(tr("'%1' is no AS number").arg(asn_->text()));
    } else if (!prefix || prefix->length > Security::longest_prefix) {
        say(tr("'%1' is no prefix such as 192.0.2.0/24, of a length up to 24").arg(prefix_->text()));
    } else {
        std::string name = name_->text().trimmed().toStdString();
        if (name.empty()) {
            name = asText(asn).toStdString();
        }
        attempt([&] {
            return setOperator(workspace_.document.scenario(), asn, name, *prefix, *workspace_.results.world());
        });
    }
}

void OperatorEditor::place() {
    const auto &world = workspace_.results.world();
    const Scenario &now = workspace_.document.scenario();
    const QString words = city_->text().trimmed();
    if (!world || !now.own_operator || words.isEmpty()) {
        return;
    }
    const auto at = placeOf(words);
    const auto city = find_city(*world, words.toStdString());
    if (!at && !city) {
        say(tr("No city is called '%1'").arg(words));
        return;
    }
    attempt([&] {
        const OwnOperator *own = &*now.own_operator;
        return placeRegion(now, at ? suggestRegion(own, *world, *at) : suggestRegion(own, *world, *city), *world);
    });
    city_->clear();
}

void OperatorEditor::attempt(const std::function<Edit()> &make) {
    try {
        say({});
        workspace_.document.apply(make());
    } catch (const ScenarioError &error) {
        say(QString::fromUtf8(error.what()));
    }
}

void OperatorEditor::say(const QString &problem) {
    error_->setText(problem);
    error_->setVisible(!problem.isEmpty());
}

} // namespace catchment::app
