// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "program.h"

#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

constexpr int longestWait = 30'000;

} // namespace

Program::Program(const QStringList &arguments, QObject *parent)
    : QObject(parent)
    , m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s,
             u"QT_LOGGING_RULES"_s, u"CONNECT_DESK_API_KEY"_s, u"http_proxy"_s, u"https_proxy"_s,
             u"HTTP_PROXY"_s, u"HTTPS_PROXY"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s}) {
        m_environment.remove(name);
    }
    setVariable(u"HOME"_s, m_home.path());
    setVariable(u"XDG_RUNTIME_DIR"_s, m_home.path());
    m_process.setProgram(path());
    m_process.setArguments(arguments);
    connect(&m_process, &QProcess::readyReadStandardOutput, this,
        [this] { m_out += m_process.readAllStandardOutput(); });
    connect(&m_process, &QProcess::readyReadStandardError, this,
        [this] { m_err += m_process.readAllStandardError(); });
}

Program::~Program()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void Program::setVariable(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

void Program::start()
{
    m_process.setProcessEnvironment(m_environment);
    m_process.start();
}

void Program::run()
{
    if (m_process.state() == QProcess::NotRunning && m_process.processId() == 0)
        start();
    QTRY_VERIFY2_WITH_TIMEOUT(hasEnded(), told(*this).constData(), longestWait);
}

void Program::waitForLine()
{
    QTRY_VERIFY2_WITH_TIMEOUT(
        m_out.contains('\n') || hasEnded(), told(*this).constData(), longestWait);
}

void Program::sendSignal(int number)
{
    QVERIFY(m_process.processId() > 0);
    QCOMPARE(::kill(static_cast<pid_t>(m_process.processId()), number), 0);
}

bool Program::hasEnded() const
{
    return m_process.state() == QProcess::NotRunning;
}

int Program::exitCode() const
{
    return hasEnded() && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QJsonObject Program::document() const
{
    if (m_out.count('\n') != 1 || !m_out.endsWith('\n'))
        return {};
    return QJsonDocument::fromJson(m_out).object();
}

QJsonObject Program::error() const
{
    const QList<QByteArray> lines = m_err.trimmed().split('\n');
    return QJsonDocument::fromJson(lines.last()).object().value("error"_L1).toObject();
}

QString Program::path()
{
    return QStringLiteral(DESK_PROGRAM);
}

QByteArray told(const Program &program)
{
    return "exit code " + QByteArray::number(program.exitCode()) + "\nout: " + program.out()
        + "\nerr: " + program.err();
}

} // namespace desk::test
