// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "pageprocesses.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Process {
    qint64 parent = 0;
    bool isDead = false;
};

// "12 (name, which may hold anything) S 11 ..."
Process read(const QString &folder)
{
    const QByteArray line = contentOf(folder + u"/stat"_s);
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return {fields.value(1).toLongLong(), fields.value(0) == "Z"};
}

} // namespace

QList<qint64> pageProcesses()
{
    QHash<qint64, Process> all;
    const QStringList names = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &name : names) {
        if (const qint64 pid = name.toLongLong())
            all.insert(pid, read(u"/proc/"_s + name));
    }
    const auto isOurs = [&all](qint64 pid) {
        while (pid > 1 && pid != QCoreApplication::applicationPid())
            pid = all.value(pid).parent;
        return pid == QCoreApplication::applicationPid();
    };
    // Forked from a template, they keep its command line and are its children, not ours.
    const auto drawsPages = [](qint64 pid, const Process &process) {
        const QByteArray command = contentOf(u"/proc/%1/cmdline"_s.arg(pid));
        return command.contains("--type=renderer")
            || (command.contains("--type=zygote")
                && process.parent != QCoreApplication::applicationPid());
    };
    QList<qint64> found;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (!it->isDead && isOurs(it.key()) && drawsPages(it.key(), *it))
            found.append(it.key());
    }
    return found;
}

} // namespace desk::test
