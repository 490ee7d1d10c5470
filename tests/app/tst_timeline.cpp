// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animation/convergence_animation.h"
#include "app/map/map_panel.h"
#include "app/program.h"
#include "app/timeline/event_words.h"
#include "app/timeline/happenings_model.h"
#include "app/timeline/routes_tried.h"
#include "app/window.h"
#include "qml/map/live_map.h"
#include "routing/phases.h"
#include "routing/solver.h"
#include "scenario/operator_of.h"

#include <QAbstractSlider>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace catchment;
using namespace catchment::app;

/// What follows an event, in the real window: the moments, the track and its keys, the phases.
class TestTimeline : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { program_.reset(); }

    void withdrawsARegion();
    void scales();
    void findsTheLastEvent();
    void playsWhatIsTyped();
    void keysAndClicksOnTheTrack();
    void listsAndJumps();
    void phasesOfAnAnnouncement();
    void playsTheLastChange();
    void anotherEditOrTabCloses();
    void saysWhatCannotBe();

private:
    template <class Widget>
    Widget *get(const char *name) const {
        return program_->window().findChild<Widget *>(QString::fromLatin1(name));
    }
    Workspace &workspace() const { return program_->workspace(); }
    Timeline &timeline() const { return workspace().timeline; }
    qml::LiveMap &map() const { return *program_->window().findChild<MapPanel *>()->map(); }
    void play(const QString &event);
    QString state() const { return get<QLabel>("timelineState")->text(); }

    QTemporaryDir folder_;
    std::unique_ptr<Program> program_;
};

namespace {

std::optional<RegionId> region_at_end(const Solution &solution, std::size_t router) {
    const std::uint16_t region = solution.region_of[router];
    return region == Solution::no_region ? std::nullopt : std::optional(RegionId(region));
}

} // namespace

void TestTimeline::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    use_working_graphics();
}

void TestTimeline::init() {
    QSettings().clear();
    WindowOptions options;
    options.world = CATCHMENT_RESOURCES "/world";
    program_ = std::make_unique<Program>(*qApp, options);
    program_->window().show();
    program_->start();
    QTRY_VERIFY(workspace().results.catchments());
    get<QTabWidget>("detailTabs")->setCurrentWidget(get<QWidget>("timelinePage"));
}

/// Types the event and presses Enter, then stops: it stands somewhere near the beginning.
void TestTimeline::play(const QString &event) {
    auto *line = get<QComboBox>("timelineEvent")->lineEdit();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, event);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(timeline().isOpen(), 60'000);
    timeline().setPlaying(false);
}

void TestTimeline::withdrawsARegion() {
    const auto world = workspace().results.world();
    const Event event = parse_event("withdraw ams", *world).event;
    const auto shown = reenact(world, story(), event, {});
    QVERIFY(shown);
    const Convergence &c = *shown->convergence;
    // Path exploration: some router takes one route after another to the region that is gone before its last one.
    const auto [router, routes] = most_tried(c);
    QVERIFY(routes >= 4);
    int held = 0;
    for (const RouteTried &route : routes_tried(c, router)) {
        held += route.path == PathTable::none ? 0 : route.ways;
    }
    QCOMPARE(held, routes);

    catchment::Playback playback(shown->convergence);
    playback.seek(c.duration());
    const auto ams = find_region(*operator_of(story(), world), "ams");
    const auto end = catchments(Solver(world).solve(apply(event, story())));
    const auto now = catchments_at(playback, *shown->after);
    for (std::size_t i = 0; i < now->cities.size(); ++i) {
        QVERIFY(now->cities[i].region != ams);
        QVERIFY(now->cities[i].region == end->cities[i].region);
    }
    for (std::size_t r = 0; r < c.beliefs.size(); ++r) {
        QVERIFY(playback.region(RouterId(r)) == region_at_end(*end->solution, r));
        QVERIFY(playback.as_path(RouterId(r)) == end->solution->as_path(RouterId(r)));
    }
    playback.seek(Moment(-1));
    const auto start = catchments(Solver(world).solve(story()));
    for (std::size_t r = 0; r < c.beliefs.size(); ++r) {
        QVERIFY(playback.belief(RouterId(r)) == c.beliefs[r]);
        QVERIFY(playback.region(RouterId(r)) == region_at_end(*start->solution, r));
    }
    for (std::size_t i = 0; i < start->cities.size(); ++i) {
        QVERIFY(shown->before->cities[i].region == start->cities[i].region);
    }
}

void TestTimeline::scales() {
    const auto world = workspace().results.world();
    const auto shown = reenact(world, story(), parse_event("withdraw ams", *world).event, {});
    const Convergence &c = *shown->convergence;
    for (const TimeScale &scale : {TimeScale::busy(c), TimeScale::even(c), TimeScale::even(*shown->phases, 2)}) {
        double last = -1;
        for (const RouteChange &change : c.changes) {
            QVERIFY(scale.shown(change.at) >= last);
            last = scale.shown(change.at);
        }
        QCOMPARE(scale.shown(c.stages.front().at), TimeScale::lead);
        for (double part = 0; part <= 1; part += 0.05) {
            QVERIFY(std::abs(scale.shown(scale.moment(part * scale.length())) - part * scale.length()) < 1e-3);
        }
    }
    QVERIFY(TimeScale::busy(c).moment(TimeScale::busy(c).length()) <= c.duration());
    QVERIFY(TimeScale::busy(c).length() <= TimeScale::longest + 0.001);
    const double seconds = static_cast<double>((c.duration() - c.stages.front().at).count()) / 1e6;
    QVERIFY(std::abs(TimeScale::even(c).length() - seconds - TimeScale::lead) < 1e-6);
}

void TestTimeline::findsTheLastEvent() {
    const auto world = workspace().results.world();
    const auto op = operator_of(story(), world);
    for (const QString &words : event_words(*world, *op, story())) {
        const Event event = parse_event(words.toStdString(), *world, *op).event;
        const Scenario after = apply(event, story());
        QVERIFY2(after != story(), qPrintable(words));
        QVERIFY2(event_between(story(), after) == event, qPrintable(words));
        QVERIFY(event_edit(story(), event).scenario == after);
    }
    QVERIFY(!event_between(story(), story()));
    Scenario two = story();
    two.regions = {"ewr", "nrt"};
    QVERIFY(!event_between(story(), two));
    Scenario along = story();
    along.regions.push_back("nrt");
    along.app = "another";
    QVERIFY(!event_between(story(), along));

    // Where every edge announces, deploying is no event, and edges fail whether deployed or not.
    Scenario everywhere = story();
    everywhere.announce = Announce::Everywhere;
    Scenario more = everywhere;
    more.regions.push_back("sin");
    QVERIFY(!event_between(everywhere, more));
    const QStringList words = event_words(*world, *op, everywhere);
    QVERIFY(words.contains(QStringLiteral("fail region sin")));
    QVERIFY(words.filter(QStringLiteral("announce")).isEmpty() && words.filter(QStringLiteral("withdraw")).isEmpty());
}

void TestTimeline::playsWhatIsTyped() {
    const auto solved = workspace().results.catchments();
    QSignalSpy finished(&timeline(), &Timeline::finished);
    play(QStringLiteral("withdraw ams"));
    QCOMPARE(timeline().event(), QStringLiteral("withdraw ams"));
    QCOMPARE(workspace().document.scenario().regions, std::vector<std::string>{"ewr"});
    QVERIFY(state().contains(QStringLiteral("withdraw ams")));
    // The results of the end state come and do not take the map away from the moment.
    QTRY_VERIFY(workspace().results.catchments() != solved);
    const auto ams = find_region(*workspace().op(), "ams");
    timeline().setPosition(0);
    QTRY_VERIFY(std::ranges::any_of(map().catchments()->cities, [&](const auto &city) { return city.region == ams; }));
    QVERIFY(map().marksOnly());

    // Right after it packets are lost, and messages travel.
    timeline().goTo(timeline().playback()->convergence().stages.front().at);
    QVERIFY(timeline().catchments()->summary.unreached_users > solved->summary.unreached_users);
    QTRY_VERIFY(map().sparkCount() > 0);
    timeline().setSpeed(100);
    get<QToolButton>("timelinePlay")->click();
    QTRY_VERIFY_WITH_TIMEOUT(timeline().atEnd(), 60'000);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!timeline().playing());
    QTRY_VERIFY(std::ranges::none_of(map().catchments()->cities, [&](const auto &city) { return city.region == ams; }));

    get<QPushButton>("timelineClose")->click();
    QVERIFY(!timeline().isOpen());
    QVERIFY(map().catchments() == workspace().results.catchments());
    QVERIFY(!map().marksOnly());
    QCOMPARE(map().sparkCount(), 0);
    QCOMPARE(workspace().document.scenario().regions, std::vector<std::string>{"ewr"});
}

void TestTimeline::keysAndClicksOnTheTrack() {
    play(QStringLiteral("fail region ams"));
    auto *track = get<QAbstractSlider>("timelineTrack");
    QVERIFY(!track->accessibleName().isEmpty());
    track->setFocus();
    QTest::keyClick(track, Qt::Key_Home);
    QCOMPARE(timeline().playback()->position(), std::size_t{0});
    QVERIFY(timeline().sinceEvent() < Moment(0));
    std::vector<std::size_t> forth, back;
    for (int i = 0; i < 12; ++i) {
        forth.push_back(timeline().playback()->position());
        QTest::keyClick(track, Qt::Key_Right);
        QVERIFY(timeline().playback()->position() > forth.back());
    }
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(track, Qt::Key_Left);
        back.insert(back.begin(), timeline().playback()->position());
    }
    QCOMPARE(back, forth);
    QTest::keyClick(track, Qt::Key_End);
    QVERIFY(timeline().atEnd());
    QCOMPARE(track->value(), track->maximum());
    QCOMPARE(timeline().playback()->position(), timeline().playback()->convergence().changes.size());
    QTest::mouseClick(track, Qt::LeftButton, {}, {track->width() / 2, track->height() / 2});
    QVERIFY(std::abs(timeline().position() / timeline().length() - 0.5) < 0.02);
    QTest::keyClick(track, Qt::Key_Space);
    QVERIFY(timeline().playing());
    QTest::keyClick(track, Qt::Key_Space);
    QVERIFY(!timeline().playing());
    get<QToolButton>("timelineBack")->click();
    const std::size_t before = timeline().playback()->position();
    get<QToolButton>("timelineStep")->click();
    QVERIFY(timeline().playback()->position() > before);
}

void TestTimeline::listsAndJumps() {
    workspace().selection.setCity(QStringLiteral("amsterdam-nl"));
    play(QStringLiteral("withdraw ams"));
    auto *list = get<QTableView>("timelineList");
    const Convergence &c = timeline().playback()->convergence();
    const auto all = c.messages.size() + c.changes.size();
    QCOMPARE(list->model()->rowCount(), static_cast<int>(all));
    const auto *model = qobject_cast<HappeningsModel *>(list->model());
    for (const int row : {0, model->rowCount() / 2, model->rowCount() - 1}) {
        list->setCurrentIndex(model->index(row, 0));
        QVERIFY(timeline().now() == model->at(row));
        QCOMPARE(list->currentIndex().row(), row);
    }
    get<QCheckBox>("timelineOnly")->click();
    QVERIFY(list->model()->rowCount() < static_cast<int>(all) && list->model()->rowCount() > 0);

    // The next change of the city is one of its own routers'.
    timeline().setPosition(0);
    const auto routers = routers_of(*timeline().reenactment()->after, "amsterdam-nl", workspace().selection.network());
    get<QToolButton>("timelineCity")->click();
    const auto &playback = *timeline().playback();
    QVERIFY(playback.position() > 0);
    QVERIFY(std::ranges::any_of(c.changes, [&](const RouteChange &change) {
        return change.at == timeline().now() && std::ranges::find(routers, change.router) != routers.end();
    }));
}

void TestTimeline::phasesOfAnAnnouncement() {
    play(QStringLiteral("announce nrt"));
    auto *phase = get<QToolButton>("timelinePhase");
    QVERIFY(phase->isEnabled());
    const auto ends = timeline().reenactment()->convergence->end;
    for (int expected = 1; expected <= 3; ++expected) {
        phase->click();
        QCOMPARE(timeline().scale(), Timeline::Scale::Phases);
        QCOMPARE(timeline().phase(), expected);
        const catchment::Playback &playback = *timeline().playback();
        const Convergence &c = playback.convergence();
        for (const RouteChange &change : c.changes) {
            const bool has = static_cast<int>(phase_of(*c.whole, change.after)) <= expected;
            QVERIFY(playback.belief(change.router) == (has ? change.after : change.before));
        }
    }
    for (std::size_t r = 0; r < timeline().playback()->convergence().beliefs.size(); ++r) {
        QVERIFY(timeline().playback()->region(RouterId(r)) == region_at_end(*ends, r));
    }
    phase->click();
    QCOMPARE(timeline().phase(), 0);
    QCOMPARE(timeline().playback()->position(), std::size_t{0});
    timeline().setScale(Timeline::Scale::Busy);
    QCOMPARE(timeline().phase(), 0);
}

void TestTimeline::playsTheLastChange() {
    QVERIFY(!get<QPushButton>("timelineLast")->isEnabled());
    workspace().document.apply(deployRegion(workspace().document.scenario(), "nrt", true));
    QVERIFY(get<QPushButton>("timelineLast")->isEnabled());
    const int edits = workspace().document.undoStack().count();
    get<QPushButton>("timelineLast")->click();
    QTRY_VERIFY_WITH_TIMEOUT(timeline().isOpen(), 60'000);
    QCOMPARE(timeline().event(), QStringLiteral("announce nrt"));
    QCOMPARE(workspace().document.undoStack().count(), edits); // it was made already
}

void TestTimeline::anotherEditOrTabCloses() {
    play(QStringLiteral("withdraw ams"));
    workspace().document.undoStack().undo();
    QVERIFY(!timeline().isOpen());
    QTRY_VERIFY(workspace().results.catchments()->solution->scenario->regions.size() == 2);
    QVERIFY(map().catchments() == workspace().results.catchments());
    play(QStringLiteral("withdraw ams"));
    get<QTabWidget>("detailTabs")->setCurrentIndex(0);
    QVERIFY(!timeline().isOpen());
}

void TestTimeline::saysWhatCannotBe() {
    auto *line = get<QComboBox>("timelineEvent")->lineEdit();
    const auto enter = [&](const QString &words) {
        line->selectAll();
        QTest::keyClicks(line, words);
        QTest::keyClick(line, Qt::Key_Return);
    };
    enter(QStringLiteral("withdraw nowhere"));
    QVERIFY(state().contains(QStringLiteral("nowhere")));
    enter(QStringLiteral("announce ams"));
    QVERIFY(state().contains(QStringLiteral("changes nothing")));
    Scenario everywhere = story();
    everywhere.announce = Announce::Everywhere;
    workspace().document.apply({QStringLiteral("everywhere"), everywhere});
    enter(QStringLiteral("withdraw ams"));
    QVERIFY(state().contains(QStringLiteral("every edge announces")));
    Scenario hijacked = story();
    hijacked.security.hijack = Hijack{};
    hijacked.security.hijack->asn = workspace().results.world()->networks.front().asn;
    workspace().document.apply({QStringLiteral("hijack"), hijacked});
    enter(QStringLiteral("withdraw ams"));
    QVERIFY(state().contains(QStringLiteral("hijack")));
    QVERIFY(!timeline().isOpen() && !timeline().busy());
    QCOMPARE(workspace().document.scenario().regions.size(), std::size_t{2});
}

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
