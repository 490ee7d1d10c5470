// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_actions.h"
#include "app/program.h"
#include "app/window.h"
#include "io/files.h"
#include "io/scenario_io.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <memory>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace catchment;
using namespace catchment::app;

namespace {

/// A file system of one's own, until the end of the scope.
class SmallDisk {
public:
    SmallDisk(const QString &at, const char *options) : at_(at.toUtf8()) {
        QDir().mkpath(at);
        mounted_ = ::mount("tmpfs", at_.constData(), "tmpfs", 0, options) == 0;
        why_ = QString::fromLocal8Bit(std::strerror(errno));
    }
    ~SmallDisk() {
        if (mounted_) {
            ::umount2(at_.constData(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool mounted() const { return mounted_; }
    QString why() const { return why_; }
    bool makeReadOnly() const {
        return ::mount(nullptr, at_.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QByteArray at_;
    bool mounted_ = false;
    QString why_;
};

} // namespace

/// Files as they come: broken, gone, changed by others, dropped. The open work is never lost over them.
class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanupTestCase();

    void whatIsNoScenarioIsSaid_data();
    void whatIsNoScenarioIsSaid();
    void aFullDiskIsSaid();
    void anUnwritableFolderIsSaid();
    void aFolderInTheFilesPlaceIsSaid();
    void dropsOpenOneScenario();
    void otherDropsAreSaid();
    void aDroppedWorldOpens();
    void recentFilesThatVanishedAreTakenOff();
    void aFileThatOthersChangeIsOfferedAgain();
    void aFileThatOthersReplaceIsOfferedAgain();
    void savingIsNoChangeByOthers();

private:
    QString path(const char *name) const { return folder_->filePath(QString::fromLatin1(name)); }
    QString scenarioFile(const char *name, std::vector<std::string> regions) const;
    ScenarioDocument &document() const { return program_->workspace().document; }
    QLabel *message() const { return program_->window().findChild<QLabel *>(QStringLiteral("messageText")); }
    QWidget *offer() const { return program_->window().findChild<QWidget *>(QStringLiteral("changedFile")); }
    void press(const char *button) const { offer()->findChild<QPushButton *>(QLatin1String(button))->click(); }
    void drop(const QList<QUrl> &urls) const;
    void edit() const;
    void verifyUntouched() const;

    QTemporaryDir settings_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Program> program_;
    Scenario work_;
};

void TestFiles::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
    qputenv("XDG_DATA_HOME", settings_.path().toUtf8());
    use_working_graphics();
    WindowOptions options;
    options.world = CATCHMENT_RESOURCES "/world";
    program_ = std::make_unique<Program>(*qApp, options);
    program_->window().show();
    program_->start();
    QTRY_VERIFY(program_->workspace().results.catchments());
}

void TestFiles::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    document().start(story());
    message()->parentWidget()->hide();
}

void TestFiles::cleanupTestCase() { program_.reset(); }

QString TestFiles::scenarioFile(const char *name, std::vector<std::string> regions) const {
    Scenario scenario;
    scenario.regions = std::move(regions);
    write_file(path(name).toStdString(), write_scenario(scenario));
    return path(name);
}

void TestFiles::edit() const { document().apply(deployRegion(document().scenario(), "nrt", true)); }

void TestFiles::verifyUntouched() const {
    QVERIFY(document().scenario() == work_);
    QVERIFY(document().isModified());
    QCOMPARE(document().undoStack().count(), 1);
    QVERIFY(message()->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
}

void TestFiles::drop(const QList<QUrl> &urls) const {
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&program_->window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&program_->window(), &event);
}

void TestFiles::whatIsNoScenarioIsSaid_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("thing:1:");
    QTest::newRow("no JSON") << QByteArray("fly deploy") << QStringLiteral("thing:1:");
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << QStringLiteral("thing:1:");
    QTest::newRow("cut off") << QByteArray("{\"format\": \"catchment-scenario\",\n\"regions\": [\"ams\"")
                             << QStringLiteral("thing:2:");
    QTest::newRow("other JSON") << QByteArray("{\"format\": \"geo\"}") << QStringLiteral("catchment-scenario");
    QTest::newRow("unknown region")
        << QByteArray("{\"format\": \"catchment-scenario\", \"version\": 1, \"regions\": [\"amz\"]}")
        << QStringLiteral("ams");
    QTest::newRow("too large") << QByteArray(ScenarioDocument::largest_file + 1, ' ') << QStringLiteral("too large");
}

void TestFiles::whatIsNoScenarioIsSaid() {
    QFETCH(const QByteArray, content);
    QFETCH(const QString, said);
    edit();
    work_ = document().scenario();
    QFile out(path("thing"));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(content);
    out.close();
    QVERIFY(!document().open(path("thing")));
    verifyUntouched();
    QVERIFY2(message()->text().contains(said), qPrintable(message()->text()));

    // Nor is one that is no file at all.
    QVERIFY(!document().open(path("vanished")));
    QVERIFY2(message()->text().contains(QStringLiteral("vanished")), qPrintable(message()->text()));
    QVERIFY(!document().open(folder_->path()));
    QVERIFY2(message()->text().contains(QStringLiteral("folder")), qPrintable(message()->text()));
    QCOMPARE(::mkfifo(qPrintable(path("pipe")), 0600), 0);
    QVERIFY(!document().open(path("pipe")));
    QVERIFY2(message()->text().contains(QStringLiteral("regular file")), qPrintable(message()->text()));
    verifyUntouched();
}

void TestFiles::aFullDiskIsSaid() {
    const SmallDisk disk(path("disk"), "size=64k");
    if (!disk.mounted()) {
        QSKIP(qPrintable(QStringLiteral("a small disk cannot be mounted here: ") + disk.why()));
    }
    const QString file = path("disk/full.catchment.json");
    QVERIFY(document().save(file));
    const std::string before = read_file(file.toStdString());
    QFile filler(path("disk/filler"));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(1024, 'x')) > 0) {
    }
    edit();
    work_ = document().scenario();
    QVERIFY(!document().save(file));
    verifyUntouched();
    QVERIFY2(message()->text().contains(QStringLiteral("full.catchment.json")), qPrintable(message()->text()));
    QVERIFY2(message()->text().contains(QStringLiteral("space")), qPrintable(message()->text()));
    QCOMPARE(read_file(file.toStdString()), before);
    QCOMPARE(QDir(path("disk")).entryList(QDir::Files).size(), 2); // nothing half-written beside it
}

void TestFiles::anUnwritableFolderIsSaid() {
    std::unique_ptr<SmallDisk> disk;
    const QString folder = path("locked");
    if (::geteuid() == 0) { // whom permissions do not keep out
        disk = std::make_unique<SmallDisk>(folder, "size=64k");
        if (!disk->mounted() || !disk->makeReadOnly()) {
            QSKIP("a folder that root cannot write to cannot be made here");
        }
    } else {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    }
    edit();
    work_ = document().scenario();
    QVERIFY(!document().save(path("locked/a.catchment.json")));
    verifyUntouched();
    QVERIFY2(message()->text().contains(QStringLiteral("a.catchment.json")), qPrintable(message()->text()));
}

void TestFiles::aFolderInTheFilesPlaceIsSaid() {
    QVERIFY(QDir().mkpath(path("place.catchment.json")));
    edit();
    work_ = document().scenario();
    QVERIFY(!document().save(path("place.catchment.json")));
    verifyUntouched();
    QVERIFY2(message()->text().contains(QStringLiteral("is a folder")), qPrintable(message()->text()));
}

void TestFiles::dropsOpenOneScenario() {
    drop({QUrl::fromLocalFile(scenarioFile("two.catchment.json", {"sin", "gru"}))});
    QCOMPARE(document().scenario().regions, (std::vector<std::string>{"sin", "gru"}));
    QVERIFY(!message()->isVisible());
}

void TestFiles::otherDropsAreSaid() {
    edit();
    work_ = document().scenario();
    const QUrl one = QUrl::fromLocalFile(scenarioFile("one.catchment.json", {"sin"}));
    const QUrl two = QUrl::fromLocalFile(scenarioFile("two.catchment.json", {"gru"}));
    drop({one, two});
    verifyUntouched();
    QVERIFY2(message()->text().startsWith(QStringLiteral("2 ")), qPrintable(message()->text()));
    drop({QUrl(QStringLiteral("https://example.org/x.catchment.json"))});
    verifyUntouched();
    QVERIFY2(message()->text().contains(QStringLiteral("example.org")), qPrintable(message()->text()));
    QVERIFY(QDir().mkpath(path("no-world")));
    drop({QUrl::fromLocalFile(path("no-world"))});
    verifyUntouched();
    QVERIFY2(message()->text().contains(QStringLiteral("world.json")), qPrintable(message()->text()));
}

void TestFiles::aDroppedWorldOpens() {
    const QDir from(QStringLiteral(CATCHMENT_RESOURCES "/world"));
    QVERIFY(QDir().mkpath(path("world")));
    for (const QString &name : from.entryList({QStringLiteral("*.csv"), QStringLiteral("*.json")}, QDir::Files)) {
        QVERIFY(QFile::copy(from.filePath(name), QDir(path("world")).filePath(name)));
    }
    const auto before = program_->workspace().results.world();
    drop({QUrl::fromLocalFile(path("world"))});
    QTRY_VERIFY(program_->workspace().results.world() != before);
    QTRY_VERIFY(program_->workspace().results.catchments());
    QCOMPARE(document().worldFolder(), path("world"));
    QCOMPARE(document().scenario().regions, story().regions);

    // One that cannot be read leaves the window as it was.
    const auto now = program_->workspace().results.world();
    write_file((path("world") + QStringLiteral("/cities.csv")).toStdString(), "not,what,is,expected\n");
    drop({QUrl::fromLocalFile(path("world"))});
    QTRY_VERIFY(message()->isVisible());
    QVERIFY2(message()->text().contains(QStringLiteral("cities.csv")), qPrintable(message()->text()));
    QVERIFY(program_->workspace().results.world() == now);
    QVERIFY(program_->workspace().results.catchments());
}

void TestFiles::recentFilesThatVanishedAreTakenOff() {
    QVERIFY(document().open(scenarioFile("short-lived.catchment.json", {"sin"})));
    QVERIFY(document().open(scenarioFile("other.catchment.json", {"gru"})));
    QVERIFY(QFile::remove(path("short-lived.catchment.json")));
    const auto entry = [this](const QString &name) -> QAction * {
        for (QAction *action : program_->window().findChildren<QAction *>()) {
            if (action->text() == name) {
                return action;
            }
        }
        return nullptr;
    };
    QVERIFY(entry(QStringLiteral("other.catchment.json")));
    QAction *gone = entry(QStringLiteral("short-lived.catchment.json"));
    QVERIFY(gone);
    gone->trigger();
    QVERIFY(message()->isVisible());
    QVERIFY2(message()->text().contains(QStringLiteral("short-lived.catchment.json")), qPrintable(message()->text()));
    QVERIFY(!entry(QStringLiteral("short-lived.catchment.json")));
    QVERIFY(entry(QStringLiteral("other.catchment.json")));
    QCOMPARE(document().scenario().regions, std::vector<std::string>{"gru"});
}

void TestFiles::aFileThatOthersChangeIsOfferedAgain() {
    const QString file = scenarioFile("shared.catchment.json", {"sin"});
    QVERIFY(document().open(file));
    edit();
    QFile out(file); // written in place, as some editors do
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(R"({"format": "catchment-scenario", "version": 1, "regions": ["gru"]})");
    out.close();
    QTRY_VERIFY(offer()->isVisible());
    QCOMPARE(document().scenario().regions, (std::vector<std::string>{"sin", "nrt"})); // not forced
    press("offerTake");
    QVERIFY(!offer()->isVisible());
    QCOMPARE(document().scenario().regions, std::vector<std::string>{"gru"});
    QVERIFY(!document().isModified());
    document().undoStack().undo();
    QCOMPARE(document().scenario().regions, (std::vector<std::string>{"sin", "nrt"}));
    QVERIFY(document().isModified());
}

void TestFiles::aFileThatOthersReplaceIsOfferedAgain() {
    QVERIFY(document().open(scenarioFile("shared.catchment.json", {"sin"})));
    for (const char *region : {"gru", "lhr"}) { // the second time it is another file that is watched
        scenarioFile("shared.catchment.json", {region});
        QTRY_VERIFY(offer()->isVisible());
        press("offerLeave");
        QVERIFY(!offer()->isVisible());
        QCOMPARE(document().scenario().regions, std::vector<std::string>{"sin"});
    }
    QVERIFY(QFile::remove(path("shared.catchment.json")));
    QTest::qWait(400);
    QVERIFY(!offer()->isVisible());
    scenarioFile("shared.catchment.json", {"syd"});
    QTRY_VERIFY(offer()->isVisible());
}

void TestFiles::savingIsNoChangeByOthers() {
    QVERIFY(document().open(scenarioFile("own.catchment.json", {"sin"})));
    edit();
    QVERIFY(document().save(path("own.catchment.json")));
    QTest::qWait(400); // longer than it waits for a writer to be done
    QVERIFY(!offer()->isVisible());
}

int main(int argc, char **argv) {
    prepare_window();
    QApplication application(argc, argv);
    TestFiles test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_files.moc"
