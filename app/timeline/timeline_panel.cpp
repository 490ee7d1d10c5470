// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_panel.h"

#include "app/timeline/event_words.h"
#include "app/timeline/happenings_model.h"
#include "app/timeline/routes_tried.h"
#include "app/timeline/track.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/icons.h"
#include "app/widgets/table_style.h"
#include "app/workspace.h"
#include "maps/fonts.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace catchment::app {

TimelinePanel::TimelinePanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), event_(new QComboBox(this)), start_(new QPushButton(this)),
      last_(new QPushButton(tr("Play last chan&ge"), this)), state_(new QLabel(this)),
      close_(new QPushButton(tr("Back to the en&d state"), this)), play_(new QToolButton(this)),
      back_(new QToolButton(this)), step_(new QToolButton(this)), city_(new QToolButton(this)),
      phase_(new QToolButton(this)), scale_(new QComboBox(this)), speed_(new QComboBox(this)),
      track_(new Track(workspace.timeline, workspace.appearance, this)),
      only_(new QCheckBox(tr("Only the city"), this)), tried_(new ElidedLabel(this)), model_(new HappeningsModel(this)),
      list_(new QTableView(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    makeList();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 4, 4);
    layout->setSpacing(10);
    layout->addWidget(makeQuestion());
    auto *right = new QVBoxLayout;
    right->setSpacing(3);
    right->addLayout(makeKeys());
    right->addWidget(track_);
    right->addWidget(list_, 1);
    auto *city = new QHBoxLayout;
    city->addWidget(only_);
    city->addWidget(tried_, 1);
    right->addLayout(city);
    layout->addLayout(right, 1);

    auto *leave = new QAction(this);
    leave->setShortcut(Qt::Key_Escape);
    leave->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QAction::triggered, &workspace.timeline, &Timeline::close);
    addAction(leave);

    connect(&workspace.timeline, &Timeline::changed, this, &TimelinePanel::showState);
    connect(&workspace.timeline, &Timeline::trackChanged, this, &TimelinePanel::showTrack);
    connect(&workspace.timeline, &Timeline::trackChanged, this, [this] {
        if (!workspace_.timeline.isOpen()) {
            say({});
        }
    });
    connect(&workspace.timeline, &Timeline::failed, this, &TimelinePanel::say);
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &TimelinePanel::listEvents);
    connect(&workspace.results, &Results::worldChanged, this, &TimelinePanel::listEvents);
    connect(&workspace.selection, &qml::Selection::cityChanged, this, &TimelinePanel::showTrack);
    connect(&workspace.selection, &qml::Selection::networkChanged, this, &TimelinePanel::showTrack);
    connect(&workspace.appearance, &Appearance::changed, this, &TimelinePanel::showState);
    say({});
    listEvents();
    showTrack();
    showState();
}

QWidget *TimelinePanel::makeQuestion() {
    event_->setObjectName(QStringLiteral("timelineEvent"));
    event_->setAccessibleName(tr("What happens"));
    event_->setToolTip(tr("announce or withdraw a region; fail or repair a region, network, link ASN-ASN, exchange or "
                          "cable"));
    event_->setEditable(true);
    event_->setInsertPolicy(QComboBox::NoInsert);
    event_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    event_->setMinimumContentsLength(10);
    event_->completer()->setFilterMode(Qt::MatchContains);
    event_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    event_->lineEdit()->setAccessibleName(event_->accessibleName());
    start_->setObjectName(QStringLiteral("timelineStart"));
    last_->setObjectName(QStringLiteral("timelineLast"));
    close_->setObjectName(QStringLiteral("timelineClose"));
    state_->setObjectName(QStringLiteral("timelineState"));
    state_->setTextFormat(Qt::PlainText);
    state_->setWordWrap(true);
    state_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    state_->setProperty("role", QStringLiteral("muted"));
    state_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    connect(event_->lineEdit(), &QLineEdit::returnPressed, this, &TimelinePanel::play);
    connect(start_, &QPushButton::clicked, this, &TimelinePanel::playOrCancel);
    connect(last_, &QPushButton::clicked, &workspace_.timeline, &Timeline::playLast);
    connect(close_, &QPushButton::clicked, &workspace_.timeline, &Timeline::close);

    auto *question = new QWidget(this);
    auto *ask = new QHBoxLayout;
    ask->setSpacing(4);
    ask->addWidget(event_, 1);
    ask->addWidget(start_);
    auto *layout = new QVBoxLayout(question);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(ask);
    layout->addWidget(state_, 1);
    layout->addWidget(last_);
    layout->addWidget(close_);
    question->setFixedWidth(maps::text_room(200));
    return question;
}

QBoxLayout *TimelinePanel::makeKeys() {
    Timeline &timeline = workspace_.timeline;
    const auto key = [](QToolButton *button, const char *name, const QString &words) {
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(words);
        button->setToolTip(words);
        button->setAutoRaise(true);
    };
    key(play_, "timelinePlay", tr("Play or pause"));
    key(back_, "timelineBack", tr("Back to the last route change"));
    key(step_, "timelineStep", tr("On to the next route change"));
    key(city_, "timelineCity", tr("On to the next route change of the selected city"));
    key(phase_, "timelinePhase", tr("On to the next phase: up to providers, across to peers, down to customers"));
    city_->setText(tr("City"));
    phase_->setText(tr("Phase"));
    connect(play_, &QToolButton::clicked, this,
            [this] { workspace_.timeline.setPlaying(!workspace_.timeline.playing()); });
    connect(back_, &QToolButton::clicked, &timeline, &Timeline::stepBack);
    connect(step_, &QToolButton::clicked, &timeline, &Timeline::step);
    connect(phase_, &QToolButton::clicked, &timeline, &Timeline::nextPhase);
    connect(city_, &QToolButton::clicked, this, [this] {
        if (!workspace_.timeline.stepTo(routers())) {
            say(tr("The selected city's route does not change any more."));
        }
    });
    scale_->setObjectName(QStringLiteral("timelineScale"));
    scale_->setAccessibleName(tr("Scale of time"));
    scale_->addItem(tr("skip the quiet"));
    scale_->addItem(tr("real time"));
    scale_->addItem(tr("phases"));
    connect(scale_, &QComboBox::activated, &timeline,
            [&timeline](int at) { timeline.setScale(static_cast<Timeline::Scale>(at)); });
    // Where there is little room its words are cut, and not the map.
    scale_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    scale_->setMinimumContentsLength(5);
    scale_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    scale_->setMaximumWidth(maps::text_room(140));
    speed_->setObjectName(QStringLiteral("timelineSpeed"));
    speed_->setAccessibleName(tr("Speed of the timeline"));
    for (const double factor : {0.25, 0.5, 1.0, 2.0, 4.0}) {
        speed_->addItem(tr("%1×").arg(QLocale().toString(factor)), factor);
    }
    speed_->setCurrentIndex(2);
    connect(speed_, &QComboBox::currentIndexChanged, &timeline,
            [this](int at) { workspace_.timeline.setSpeed(speed_->itemData(at).toDouble()); });
    auto *keys = new QHBoxLayout;
    keys->setSpacing(2);
    for (QWidget *widget : std::initializer_list<QWidget *>{back_, play_, step_, city_, phase_}) {
        keys->addWidget(widget);
    }
    keys->addStretch(1);
    keys->addWidget(scale_, 10);
    keys->addWidget(speed_);
    return keys;
}

void TimelinePanel::makeList() {
    list_->setObjectName(QStringLiteral("timelineList"));
    list_->setAccessibleName(tr("Messages and route changes"));
    list_->setModel(model_);
    styleTable(*list_, HappeningsModel::Where);
    list_->horizontalHeader()->setSectionResizeMode(HappeningsModel::Path, QHeaderView::Interactive);
    list_->horizontalHeader()->resizeSection(HappeningsModel::Path, maps::text_room(115));
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->horizontalHeader()->hide();
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (!following_ && row.isValid()) {
            workspace_.timeline.setPlaying(false);
            workspace_.timeline.goTo(model_->at(row.row()));
        }
    });
    only_->setObjectName(QStringLiteral("timelineOnly"));
    only_->setToolTip(tr("List what the selected city's network hears, and its routes"));
    connect(only_, &QCheckBox::toggled, this, &TimelinePanel::showList);
    tried_->setObjectName(QStringLiteral("timelineTried"));
    tried_->setProperty("role", QStringLiteral("muted"));
}

void TimelinePanel::listEvents() {
    const auto world = workspace_.results.world();
    const auto op = workspace_.op();
    const QString typed = event_->currentText();
    event_->clear();
    if (world && op) {
        event_->addItems(event_words(*world, *op, workspace_.document.scenario()));
    }
    // What has just happened is no longer among them.
    const int kept = event_->findText(typed);
    event_->setCurrentIndex(std::max(0, kept));
    has_last_ = workspace_.timeline.last().has_value();
    showState();
}

/// Enter may come twice, from the line and from its list: it never cancels.
void TimelinePanel::play() {
    if (!workspace_.timeline.busy()) {
        say({});
        workspace_.timeline.play(event_->currentText().trimmed());
    }
}

void TimelinePanel::playOrCancel() {
    if (workspace_.timeline.busy()) {
        workspace_.timeline.close();
    } else {
        play();
    }
}

std::vector<RouterId> TimelinePanel::routers() const {
    const Reenactment *shown = workspace_.timeline.reenactment();
    return shown ? routers_of(*shown->after, workspace_.selection.city().toStdString(), workspace_.selection.network())
                 : std::vector<RouterId>();
}

void TimelinePanel::say(const QString &text) {
    state_->setText(!text.isEmpty()
                        ? text
                        : tr("Plays what the networks tell one another after an event, message by message (up to %1). "
                             "The event becomes an edit.")
                              .arg(QLocale().toString(static_cast<qulonglong>(Timeline::most_messages))));
    state_->setToolTip(state_->text());
}

void TimelinePanel::showTrack() {
    showList();
    showTried();
    if (const Reenactment *shown = workspace_.timeline.reenactment()) {
        const Convergence &c = workspace_.timeline.playback()->convergence();
        const double seconds =
            static_cast<double>((shown->convergence->duration() - shown->convergence->stages.front().at).count()) / 1e6;
        say(tr("%1: %2 messages, %3 route changes, %4 s. On the map ◆ announces, ◇ withdraws, ✕ is lost.")
                .arg(workspace_.timeline.event(), QLocale().toString(static_cast<qulonglong>(c.messages.size())),
                     QLocale().toString(static_cast<qulonglong>(c.changes.size())),
                     QLocale().toString(seconds, 'f', 1)));
    }
}

void TimelinePanel::showList() {
    std::optional<NetworkId> network;
    const Timeline &timeline = workspace_.timeline;
    if (only_->isChecked() && timeline.isOpen()) {
        if (const auto found = routers(); !found.empty()) {
            network = timeline.playback()->convergence().whole->network_of(found.front());
        }
    }
    const Reenactment *shown = timeline.reenactment();
    following_ = true;
    model_->show(!shown                                        ? nullptr
                 : timeline.scale() == Timeline::Scale::Phases ? shown->phases
                                                               : shown->convergence,
                 network);
    following_ = false;
    showState();
}

QString TimelinePanel::askForCity(const Convergence &c) const {
    const QString ask = tr("Select a city to see the routes that it tries.");
    const auto [router, routes] = most_tried(c);
    return routes > 2 ? tr("%1 Most are tried by %2: %3.").arg(ask, router_text(*c.whole, router)).arg(routes) : ask;
}

void TimelinePanel::showTried() {
    const Reenactment *shown = workspace_.timeline.reenactment();
    const std::vector<RouterId> found = routers();
    if (!shown || found.empty()) {
        tried_->setText(shown ? askForCity(*shown->convergence) : QString());
        return;
    }
    const Convergence &c = *shown->convergence;
    QStringList words;
    for (const RouteTried &route : routes_tried(c, found.front())) {
        QString path = path_text(c, route.path);
        if (route.ways > 1) {
            path = tr("%1 (%2 ways)").arg(path).arg(route.ways);
        }
        const double seconds = static_cast<double>((route.since - c.stages.front().at).count()) / 1e6;
        words.append(words.isEmpty() ? path : tr("%1 s: %2").arg(QLocale().toString(seconds, 'f', 2), path));
    }
    tried_->setText(tr("%1:  %2").arg(router_text(*c.whole, found.front()), words.join(QStringLiteral("  →  "))));
}

void TimelinePanel::showState() {
    const Timeline &timeline = workspace_.timeline;
    const bool open = timeline.isOpen();
    start_->setText(timeline.busy() ? tr("Cancel") : tr("&Play"));
    last_->setEnabled(!timeline.busy() && has_last_);
    close_->setEnabled(open);
    const maps::Theme &theme = workspace_.appearance.theme();
    play_->setIcon(themedIcon(timeline.playing() ? QStringLiteral("pause") : QStringLiteral("play"), theme));
    back_->setIcon(themedIcon(QStringLiteral("step-back"), theme));
    step_->setIcon(themedIcon(QStringLiteral("step"), theme));
    for (QToolButton *button : {play_, back_, step_, city_, phase_}) {
        button->setEnabled(open);
    }
    const bool announced = open && timeline.event().startsWith(QStringLiteral("announce"));
    phase_->setEnabled(announced);
    scale_->setCurrentIndex(static_cast<int>(timeline.scale()));
    scale_->setEnabled(open);
    if (open) {
        following_ = true;
        const int row = model_->rowAt(timeline.now());
        // In its moment several rows may be: the one that was chosen stays.
        const QModelIndex current = list_->currentIndex();
        if (row < 0) {
            list_->setCurrentIndex({});
            list_->scrollToTop();
        } else if (!current.isValid() || model_->at(current.row()) != model_->at(row)) {
            list_->setCurrentIndex(model_->index(row, 0));
        }
        following_ = false;
    }
}

} // namespace catchment::app
