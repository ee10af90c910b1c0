// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "chromium.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

constexpr int patienceMs = 30'000;

QString program()
{
    return QStandardPaths::findExecutable(u"chromium"_s);
}

QStringList argumentsFor(const QString &profile)
{
    return {u"--headless=new"_s, u"--no-sandbox"_s, u"--disable-gpu"_s,
        u"--disable-dev-shm-usage"_s, u"--no-first-run"_s, u"--disable-sync"_s,
        u"--disable-component-update"_s, u"--disable-background-networking"_s,
        u"--disable-popup-blocking"_s, u"--password-store=basic"_s, u"--remote-debugging-pipe"_s,
        u"--user-data-dir="_s + profile};
}

} // namespace

Chromium::Chromium() = default;

Chromium::~Chromium()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    // Without an answer being waited for: it is gone before it could give one.
    m_pipe.write(QByteArray(R"({"id":0,"method":"Browser.close"})") + '\0');
    m_pipe.flush();
    if (!m_process.waitForFinished(10'000))
        kill();
}

QString Chromium::missing()
{
    return program().isEmpty()
        ? u"chromium is not installed (installer/setup.sh --tests installs it)"_s
        : QString();
}

bool Chromium::start(const QList<QUrl> &pages)
{
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return false;
    m_pipe.setSocketDescriptor(ends[0]);
    QObject::connect(&m_pipe, &QLocalSocket::readyRead, &m_pipe, [this] { read(); });
    // It reads commands from 3 and writes to 4.
    m_process.setChildProcessModifier([theirs = ends[1]] {
        const int spare = dup(theirs); // in case it is 3 or 4 itself
        const int other = dup(spare);
        dup2(spare, 3);
        dup2(other, 4);
    });
    QStringList arguments = argumentsFor(m_profile.path());
    for (const QUrl &page : pages)
        arguments.append(page.toString(QUrl::FullyEncoded));
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(program(), arguments);
    const bool isRunning = m_process.waitForStarted(patienceMs);
    ::close(ends[1]);
    return isRunning && !command(u"Browser.getVersion"_s).isEmpty();
}

void Chromium::kill()
{
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

QString Chromium::open(const QUrl &address)
{
    return attach(command(u"Target.createTarget"_s, {{u"url"_s, address.toString()}})["targetId"_L1]
                      .toString());
}

QString Chromium::pageAt(const QUrl &address)
{
    QString target;
    const auto isThere = [this, &target, &address] {
        const QJsonArray infos = command(u"Target.getTargets"_s)["targetInfos"_L1].toArray();
        for (const auto &info : infos) {
            if (info["type"_L1] == "page"_L1 && QUrl(info["url"_L1].toString()) == address)
                target = info["targetId"_L1].toString();
        }
        return !target.isEmpty();
    };
    return QTest::qWaitFor(isThere, patienceMs) ? attach(target) : QString();
}

void Chromium::close(const QString &page)
{
    command(u"Target.closeTarget"_s, {{u"targetId"_s, m_targets.value(page)}});
}

void Chromium::reload(const QString &page)
{
    command(u"Page.reload"_s, {}, page);
}

void Chromium::navigate(const QString &page, const QUrl &address)
{
    command(u"Page.navigate"_s, {{u"url"_s, address.toString()}}, page);
}

void Chromium::goBack(const QString &page)
{
    const QJsonObject history = command(u"Page.getNavigationHistory"_s, {}, page);
    const QJsonArray entries = history["entries"_L1].toArray();
    const int current = history["currentIndex"_L1].toInt();
    command(u"Page.navigateToHistoryEntry"_s,
        {{u"entryId"_s, entries.at(current - 1)["id"_L1].toInt()}}, page);
}

QVariant Chromium::evaluate(const QString &page, const QString &script)
{
    const QJsonObject answer = command(u"Runtime.evaluate"_s,
        {{u"expression"_s, script}, {u"returnByValue"_s, true}, {u"awaitPromise"_s, true}}, page);
    return answer["result"_L1]["value"_L1].toVariant();
}

QJsonObject Chromium::command(
    const QString &method, const QJsonObject &parameters, const QString &session)
{
    const int id = ++m_lastId;
    QJsonObject message{{u"id"_s, id}, {u"method"_s, method}, {u"params"_s, parameters}};
    if (!session.isEmpty())
        message.insert(u"sessionId"_s, session);
    m_pipe.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\0');
    if (!QTest::qWaitFor([this, id] { return m_answers.contains(id); }, patienceMs))
        return {};
    return m_answers.take(id)["result"_L1].toObject();
}

QString Chromium::attach(const QString &target)
{
    QString session = command(
        u"Target.attachToTarget"_s, {{u"targetId"_s, target}, {u"flatten"_s, true}})["sessionId"_L1]
                          .toString();
    m_targets.insert(session, target);
    return session;
}

void Chromium::read()
{
    m_buffer += m_pipe.readAll();
    for (qsizetype end = m_buffer.indexOf('\0'); end >= 0; end = m_buffer.indexOf('\0')) {
        const QJsonObject message = QJsonDocument::fromJson(m_buffer.first(end)).object();
        m_buffer.remove(0, end + 1);
        if (message.contains("id"_L1))
            m_answers.insert(message["id"_L1].toInt(), message);
    }
}

} // namespace desk::test
