// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/program.h"
#include "app/widgets/elided_label.h"
#include "app/window.h"
#include "io/scenario_io.h"
#include "qml/models/numbers.h"
#include "qml/models/region_model.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <functional>
#include <iostream>
#include <memory>
#include <sstream>

using namespace catchment;
using namespace catchment::app;
using qml::RegionModel;

/// A walk through the window as an operator would take it: deploy, prepend, break, compare, undo. At every stop, each
/// figure on the screen is what the commands print for the same scenario.
class TestWalk : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { program_.reset(); }
    void opensOnTheStory();
    void deploysSixRegions();
    void prependsAtOne();
    void failsACable();
    void comparesWithThePinnedStart();
    void undoesAll();

private:
    template <class Widget>
    Widget *get(const char *name) const {
        return program_->window().findChild<Widget *>(QString::fromLatin1(name));
    }
    QString label(const char *name) const { return get<QLabel>(name)->text(); }
    QModelIndex region(const QString &code) const;
    void trigger(const QString &text);
    void solved(const std::function<void()> &change);

    /// What a command prints for the scenario on the screen.
    QJsonObject printed(const Command &command, std::vector<std::string> words);
    QString save(const QString &name);

    void everyFigureIsThatOfSolve();
    void theJourneyIsThatOfExplain();
    void theMoversAreThoseOfCompare(const QString &before);

    QTemporaryDir folder_;
    std::unique_ptr<Program> program_;
    QString start_;  ///< file of the state that is pinned
    QString before_; ///< file of the state before the last edit
    QStringList shown_at_start_;

    QStringList figures() const;
};

namespace {

/// Does `text` hold `value` as the window writes it? The commands round (`step` is their last digit), so that either
/// neighbour may be what was rounded.
bool tells(const QString &text, double value, double step, QString (*words)(double)) {
    for (const double off : {0.0, -step / 2, step / 2})
        if (text.contains(words(value + off)))
            return true;
    qWarning().noquote() << "in:" << text << "expected:" << words(value);
    return false;
}

bool tells_ms(const QString &text, double ms) { return tells(text, ms, 0.1, qml::msText); }
bool tells_share(const QString &text, double share) { return tells(text, share, 1e-4, qml::shareText); }
bool tells_users(const QString &text, double users) { return tells(text, users, 1, qml::usersText); }

} // namespace

void TestWalk::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    QSettings().clear();
    use_working_graphics();
    WindowOptions options;
    options.world = CATCHMENT_RESOURCES "/world";
    program_ = std::make_unique<Program>(*qApp, options);
    program_->window().show();
    program_->start();
    QTRY_VERIFY(program_->workspace().results.catchments());
}

QModelIndex TestWalk::region(const QString &code) const {
    const QAbstractItemModel *model = get<QTreeView>("regionsView")->model();
    return model
        ->match(model->index(0, 0), static_cast<int>(RegionModel::Role::Code), code, 1,
                Qt::MatchExactly | Qt::MatchRecursive)
        .value(0);
}

void TestWalk::trigger(const QString &text) {
    for (QAction *action : program_->window().findChildren<QAction *>())
        if (action->text().remove(QLatin1Char('&')).startsWith(text)) {
            QVERIFY2(action->isEnabled(), qPrintable(text));
            action->trigger();
            return;
        }
    QFAIL(qPrintable(text));
}

/// Makes a change and waits until its results are shown.
void TestWalk::solved(const std::function<void()> &change) {
    QSignalSpy shown(&program_->workspace().results, &Results::changed);
    change();
    QTRY_VERIFY(!shown.isEmpty() && *program_->workspace().results.catchments()->solution->scenario ==
                                        program_->workspace().document.scenario());
}

QString TestWalk::save(const QString &name) {
    const QString file = folder_.filePath(name + QStringLiteral(".catchment.json"));
    QFile out(file);
    if (out.open(QIODevice::WriteOnly))
        out.write(QByteArray::fromStdString(write_scenario(program_->workspace().document.scenario())));
    return file;
}

QJsonObject TestWalk::printed(const Command &command, std::vector<std::string> words) {
    std::ostringstream out;
    std::streambuf *const old = std::cout.rdbuf(out.rdbuf());
    words.insert(words.end(), {"--format", "json"});
    const int status = run_command(command, words);
    std::cout.rdbuf(old);
    return status == Done ? QJsonDocument::fromJson(QByteArray::fromStdString(out.str())).object() : QJsonObject();
}

void TestWalk::everyFigureIsThatOfSolve() {
    const QJsonObject solve = printed(solve_command(), {save(QStringLiteral("now")).toStdString()});
    QVERIFY(!solve.isEmpty());
    const QJsonObject sum = solve[QStringLiteral("summary")].toObject();
    const QString status = label("statusFigures");
    QVERIFY(tells_users(status, sum[QStringLiteral("users")].toDouble()));
    QVERIFY(tells_ms(status, sum[QStringLiteral("meanRttMs")].toDouble()));
    QVERIFY(tells_share(status, sum[QStringLiteral("notNearestShare")].toDouble()));
    QVERIFY(tells_share(status, sum[QStringLiteral("contestedShare")].toDouble()));

    const QJsonArray regions = solve[QStringLiteral("regions")].toArray();
    QVERIFY(!regions.isEmpty());
    for (const QJsonValue &value : regions) {
        const QJsonObject one = value.toObject();
        const QModelIndex row = region(one[QStringLiteral("code")].toString());
        QVERIFY(row.isValid());
        const auto shown = [&](RegionModel::Role role) { return row.data(static_cast<int>(role)).toDouble(); };
        QVERIFY(tells_share(qml::shareText(shown(RegionModel::Role::Share)), one[QStringLiteral("share")].toDouble()));
        QVERIFY(
            tells_ms(qml::msText(shown(RegionModel::Role::MedianRtt)), one[QStringLiteral("medianRttMs")].toDouble()));
        QVERIFY(std::abs(shown(RegionModel::Role::Users) - one[QStringLiteral("users")].toDouble()) <= 0.5);
    }
}

void TestWalk::theJourneyIsThatOfExplain() {
    const QString city = program_->workspace().selection.city();
    const QJsonObject told =
        printed(explain_command(), {save(QStringLiteral("now")).toStdString(), "--from", city.toStdString()});
    QVERIFY(!told.isEmpty());
    const QString headline = label("journeyHeadline");
    QVERIFY2(headline.contains(told[QStringLiteral("region")].toString()), qPrintable(headline));
    QVERIFY(tells_ms(headline, told[QStringLiteral("rttMs")].toDouble()));
}

void TestWalk::theMoversAreThoseOfCompare(const QString &before) {
    const QString now = save(QStringLiteral("now"));
    const QJsonObject compared = printed(compare_command(), {before.toStdString(), now.toStdString()});
    QVERIFY(!compared.isEmpty());
    const double moved = compared[QStringLiteral("change")].toObject()[QStringLiteral("movedUsers")].toDouble();
    QVERIFY(moved > 0);
    QVERIFY(tells_users(label("changesSentence"), moved));
    // The table of who moved: one row per pair of regions.
    const QAbstractItemModel *movers = get<QTableView>("moversTable")->model();
    const QJsonArray flows = compared[QStringLiteral("flows")].toArray();
    QCOMPARE(movers->rowCount(), static_cast<int>(flows.size()));
    for (int row = 0; row < movers->rowCount(); ++row) {
        const QJsonObject flow = flows[row].toObject();
        QCOMPARE(movers->index(row, 0).data().toString(),
                 flow[QStringLiteral("from")].toString(QStringLiteral("unreached")));
        QCOMPARE(movers->index(row, 1).data().toString(),
                 flow[QStringLiteral("to")].toString(QStringLiteral("unreached")));
        QVERIFY(tells_users(movers->index(row, 2).data().toString(), flow[QStringLiteral("users")].toDouble()));
    }
    // What each region gained and lost.
    const QAbstractItemModel *regions = get<QTableView>("regionMovesTable")->model();
    const QJsonArray gains = compared[QStringLiteral("regions")].toArray();
    QCOMPARE(regions->rowCount(), static_cast<int>(gains.size()));
    for (int row = 0; row < regions->rowCount(); ++row) {
        const QJsonObject gain = gains[row].toObject();
        QCOMPARE(regions->index(row, 0).data().toString(), gain[QStringLiteral("code")].toString());
        const auto figure = [&](int column, const char *key) {
            const double users = gain[QLatin1String(key)].toDouble();
            return users < 0.5 || tells_users(regions->index(row, column).data().toString(), users);
        };
        QVERIFY(figure(1, "usersBefore") && figure(2, "usersAfter") && figure(3, "gainedUsers") &&
                figure(4, "lostUsers"));
    }
    // By city.
    const QAbstractItemModel *cities = get<QTableView>("movesTable")->model();
    const QJsonArray moves = compared[QStringLiteral("cities")].toArray();
    QCOMPARE(cities->rowCount(), static_cast<int>(moves.size()));
    QVERIFY(
        tells_users(cities->index(0, 1).data().toString(), moves[0].toObject()[QStringLiteral("users")].toDouble()));
}

/// All words of the panels that tell figures.
QStringList TestWalk::figures() const {
    QStringList all{label("statusFigures").section(QStringLiteral("users"), 1), label("journeyHeadline")};
    for (const QString &code : {QStringLiteral("ewr"), QStringLiteral("ams"), QStringLiteral("gru")})
        for (const auto role : {RegionModel::Role::Share, RegionModel::Role::MedianRtt, RegionModel::Role::Prepend})
            all << region(code).data(static_cast<int>(role)).toString();
    return all;
}

void TestWalk::opensOnTheStory() {
    start_ = save(QStringLiteral("start"));
    shown_at_start_ = figures();
    everyFigureIsThatOfSolve();
    theJourneyIsThatOfExplain();
    trigger(QStringLiteral("Pin this state as A"));
}

void TestWalk::deploysSixRegions() {
    auto *view = get<QTreeView>("regionsView");
    for (const QString &code : {QStringLiteral("fra"), QStringLiteral("nrt"), QStringLiteral("sin"),
                                QStringLiteral("syd"), QStringLiteral("gru"), QStringLiteral("jnb")}) {
        QVERIFY(region(code).isValid());
        view->setFocus();
        view->setCurrentIndex(region(code));
        solved([&] { QTest::keyClick(view, Qt::Key_Space); });
    }
    QCOMPARE(program_->workspace().document.scenario().regions.size(), std::size_t{8});
    everyFigureIsThatOfSolve();
    theJourneyIsThatOfExplain();
    theMoversAreThoseOfCompare(start_);
}

void TestWalk::prependsAtOne() {
    trigger(QStringLiteral("Let go of A")); // for once: against the state before the edit
    before_ = save(QStringLiteral("before"));
    program_->workspace().selection.setRegion(QStringLiteral("gru"));
    solved([&] { get<QSpinBox>("tunePrepend")->setValue(3); });
    QCOMPARE(program_->workspace().document.undoStack().undoText(), QStringLiteral("Prepend 3 at gru"));
    QVERIFY(get<ElidedLabel>("changesTitle")->text().contains(QStringLiteral("Prepend 3 at gru")));
    everyFigureIsThatOfSolve();
    theMoversAreThoseOfCompare(before_);
}

void TestWalk::failsACable() {
    before_ = save(QStringLiteral("before"));
    auto *search = get<QLineEdit>("faultSearch");
    auto *view = get<QListView>("faultsView");
    get<QTabWidget>("editPanels")->setCurrentIndex(1);
    search->setText(QStringLiteral("SEA-ME-WE 5"));
    QTRY_VERIFY(view->model()->rowCount() > 0);
    const QModelIndex cable = view->model()->index(0, 0);
    QVERIFY2(cable.data().toString().contains(QStringLiteral("SEA-ME-WE 5")), qPrintable(cable.data().toString()));
    solved([&] { view->model()->setData(cable, Qt::Checked, Qt::CheckStateRole); });
    QCOMPARE(program_->workspace().document.scenario().faults.cables.size(), std::size_t{1});
    everyFigureIsThatOfSolve();
    theJourneyIsThatOfExplain();
}

void TestWalk::comparesWithThePinnedStart() {
    const Scenario now = program_->workspace().document.scenario();
    // Pinned from where it began: a file that is opened would do as well.
    solved([&] { program_->workspace().pin.set(story()); });
    QTRY_VERIFY(program_->workspace().results.before());
    QCOMPARE(*program_->workspace().results.before()->solution->scenario, story());
    QVERIFY(program_->workspace().document.scenario() == now);
    theMoversAreThoseOfCompare(start_);
    const QJsonObject compared =
        printed(compare_command(), {start_.toStdString(), save(QStringLiteral("now")).toStdString()});
    for (const char *key : {"meanRttMs", "medianRttMs", "p95RttMs"})
        for (const char *side : {"before", "after"}) {
            const QJsonObject sum = compared[QLatin1String(side)].toObject()[QStringLiteral("summary")].toObject();
            QVERIFY(tells_ms(label("compareFigures"), sum[QLatin1String(key)].toDouble()));
        }
    for (const QString &view : {QStringLiteral("Swipe between A and now"), QStringLiteral("A and now side by side"),
                                QStringLiteral("One map")})
        trigger(view);
}

void TestWalk::undoesAll() {
    trigger(QStringLiteral("Let go of A"));
    QUndoStack &stack = program_->workspace().document.undoStack();
    QCOMPARE(stack.count(), 8); // six deployments, a prepend, a cable
    while (stack.canUndo())
        solved([&] { stack.undo(); });
    QVERIFY(program_->workspace().document.scenario() == story());
    QCOMPARE(figures(), shown_at_start_);
    everyFigureIsThatOfSolve();
    QVERIFY(!program_->window().isWindowModified());
    while (stack.canRedo())
        stack.redo();
    QTRY_COMPARE(program_->workspace().results.catchments()->solution->scenario->regions.size(), std::size_t{8});
}

int main(int argc, char **argv) {
    prepare_window();
    QApplication application(argc, argv);
    TestWalk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_walk.moc"
