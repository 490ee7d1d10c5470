// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/files.h"
#include "io/input_error.h"
#include "io/prefix.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/resource.h>

using namespace catchment;

/// Whole files, and the prefixes that stand in them.
class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void writesAndReads();
    void replacesAndKeepsTheRights();
    void writesThroughALink();
    void leavesNothingBehind();
    void saysWhyThereIsNoRoom();
    void unreadable();
    void prefixes();
};

void TestFiles::writesAndReads() {
    const QTemporaryDir dir;
    const std::string path = dir.filePath("a.txt").toStdString();
    const std::string content("a\0b\r\n\xff", 6);
    write_file(path, content);
    QCOMPARE(read_file(path), content);
    write_file(path, "");
    QCOMPARE(read_file(path), "");
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"a.txt"});
}

void TestFiles::replacesAndKeepsTheRights() {
    const QTemporaryDir dir;
    const std::string path = dir.filePath("a.txt").toStdString();
    write_file(path, "long old content");
    const auto rights = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QVERIFY(QFile::setPermissions(dir.filePath("a.txt"), rights));
    write_file(path, "new");
    QCOMPARE(read_file(path), "new");
    QVERIFY(QFile::permissions(dir.filePath("a.txt")).testFlag(QFile::ExeOwner));
    QVERIFY(!QFile::permissions(dir.filePath("a.txt")).testFlag(QFile::ReadOther));
}

void TestFiles::writesThroughALink() {
    const QTemporaryDir dir;
    write_file(dir.filePath("real").toStdString(), "old");
    QVERIFY(QFile::link(dir.filePath("real"), dir.filePath("link")));
    write_file(dir.filePath("link").toStdString(), "new");
    QVERIFY(QFileInfo(dir.filePath("link")).isSymLink());
    QCOMPARE(read_file(dir.filePath("real").toStdString()), "new");
}

void TestFiles::leavesNothingBehind() {
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir("folder"));
    const std::string folder = dir.filePath("folder").toStdString();
    const std::string nowhere = dir.filePath("none/a.txt").toStdString();
    QVERIFY_EXCEPTION_THROWN(write_file(folder, "x"), OutputError);
    QVERIFY_EXCEPTION_THROWN(write_file(nowhere, "x"), OutputError);
    try {
        write_file(nowhere, "x");
        QFAIL("was written");
    } catch (const OutputError &error) {
        QVERIFY2(QByteArray(error.what()).startsWith(QByteArray::fromStdString(nowhere) + ": "), error.what());
    }
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{"folder"});
}

/// A limit on the size of files stands for a full disk: the reason is that of the write, and nothing is left.
void TestFiles::saysWhyThereIsNoRoom() {
    const QTemporaryDir dir;
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{1000, before.rlim_max};
    const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    std::string words;
    try {
        write_file(dir.filePath("new").toStdString(), std::string(5000, 'x'));
    } catch (const OutputError &error) {
        words = error.what();
    }
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, old_handler);
    QVERIFY2(words.ends_with(std::strerror(EFBIG)), words.c_str());
    QVERIFY(QDir(dir.path()).isEmpty());
}

void TestFiles::unreadable() {
    const QTemporaryDir dir;
    for (const std::string &path : {dir.filePath("none").toStdString(), dir.path().toStdString()}) {
        try {
            read_file(path);
            QFAIL("was read");
        } catch (const InputError &error) {
            QCOMPARE(error.file, path);
            QCOMPARE(error.line, 0u);
            QVERIFY2(QByteArray(error.what()).startsWith(QByteArray::fromStdString(path) + ": "), error.what());
        }
    }
}

void TestFiles::prefixes() {
    QVERIFY(parse_prefix("203.0.112.0/22") == (Prefix{0xCB007000, 22}));
    QVERIFY(parse_prefix("0.0.0.0/0") == (Prefix{0, 0}));
    QVERIFY(parse_prefix("255.255.255.255/32") == (Prefix{0xFFFFFFFF, 32}));
    for (const char *text : {"203.0.112.0/22", "0.0.0.0/0", "10.0.0.1/32"}) {
        QCOMPARE(to_string(*parse_prefix(text)), text);
    }
    for (const char *text : {"", "203.0.112.0", "203.0.113.0/22", "203.0.112/22", "203.0.112.0/33", "256.0.0.0/8",
                             "1.2.3.4.0/8", "a.b.c.d/8", "10.0.0.0/-1", "10.0.0.0/8 ", "10.0.0.0/", "2001:db8::/32",
                             "10..0.0/8", "+10.0.0.0/8", "0.0.0.1/0"}) {
        QVERIFY2(!parse_prefix(text), text);
    }
}

QTEST_APPLESS_MAIN(TestFiles)
#include "tst_files.moc"
