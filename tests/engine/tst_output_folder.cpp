// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/input_error.h"
#include "io/output_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace catchment;

/// Folders that appear whole or not at all.
class TestOutputFolder : public QObject {
    Q_OBJECT

private slots:
    void init();
    void appearsOnCommit();
    void leavesNothingBehind();
    void replaces();
    void refuses_data();
    void refuses();
    void throughALink();
    void noSuchParent();

private:
    std::string path(const char *name = "out") const { return dir_->filePath(name).toStdString(); }
    QStringList entries() const { return QDir(dir_->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot); }
    static void put(const std::filesystem::path &file, const char *text = "x") {
        QFile out(QString::fromStdString(file.string()));
        QVERIFY(out.open(QFile::WriteOnly));
        out.write(text);
    }

    std::unique_ptr<QTemporaryDir> dir_;
};

void TestOutputFolder::init() { dir_ = std::make_unique<QTemporaryDir>(); }

void TestOutputFolder::appearsOnCommit() {
    for (const char *slash : {"", "/"}) {
        OutputFolder folder(path(*slash ? "b" : "a") + slash, {});
        put(folder.path() / "f");
        QVERIFY(!std::filesystem::exists(path(*slash ? "b" : "a")));
        folder.commit();
    }
    QCOMPARE(entries(), QStringList({"a", "b"}));
    QVERIFY(std::filesystem::exists(path("a") + "/f"));
    QVERIFY(std::filesystem::status(path("a")).permissions() == std::filesystem::status(path("b")).permissions());
}

void TestOutputFolder::leavesNothingBehind() {
    {
        const OutputFolder folder(path(), {});
        put(folder.path() / "f");
    }
    QVERIFY(entries().isEmpty());
}

void TestOutputFolder::replaces() {
    std::filesystem::create_directory(path());
    {
        OutputFolder over_empty(path(), {});
        put(over_empty.path() / "f", "old");
        over_empty.commit();
    }
    OutputFolder folder(path(), {"f", "g"});
    put(folder.path() / "g");
    QVERIFY(std::filesystem::exists(path() + "/f")); // until the new one is whole
    folder.commit();
    QVERIFY(!std::filesystem::exists(path() + "/f"));
    QVERIFY(std::filesystem::exists(path() + "/g"));
    QCOMPARE(entries(), QStringList("out"));
}

void TestOutputFolder::refuses_data() {
    QTest::addColumn<bool>("force");
    QTest::addColumn<QString>("message");
    QTest::newRow("not empty") << false << "holds 'f'; expected a new or an empty folder";
    QTest::newRow("something else in it")
        << true << "holds 'diary'; expected a new or an empty folder, or nothing but what is replaced";
}

void TestOutputFolder::refuses() {
    QFETCH(bool, force);
    QFETCH(QString, message);
    std::filesystem::create_directory(path());
    put(path() + (force ? "/diary" : "/f"));
    try {
        OutputFolder(path(), force ? std::set<std::string>{"f"} : std::set<std::string>());
        QFAIL("not refused");
    } catch (const OutputError &error) {
        QCOMPARE(QString(error.what()), QString::fromStdString(path()) + ": " + message);
    }
    QCOMPARE(entries(), QStringList("out"));
    put(path("file"));
    QVERIFY_EXCEPTION_THROWN(OutputFolder(path("file"), {}), OutputError);
}

void TestOutputFolder::throughALink() {
    std::filesystem::create_directory(path());
    std::filesystem::create_directory_symlink(path(), path("link"));
    OutputFolder folder(path("link"), {});
    put(folder.path() / "f");
    folder.commit();
    QVERIFY(std::filesystem::is_symlink(path("link")));
    QVERIFY(std::filesystem::exists(path() + "/f"));
}

void TestOutputFolder::noSuchParent() {
    QVERIFY_EXCEPTION_THROWN(OutputFolder(path("none/out"), {}), OutputError);
    QVERIFY(entries().isEmpty());
}

QTEST_APPLESS_MAIN(TestOutputFolder)
#include "tst_output_folder.moc"
