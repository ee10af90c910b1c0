// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace desk::test {

//! The key that the program is given for scripted servers.
inline const QString programKey = QStringLiteral("sk_test_Geheim_4711");

/*!
 * Connect Desk as a child process, the way a script without a desktop runs it: no display, no
 * proxy, a home of its own. The event loop of the test goes on meanwhile, so servers in it can
 * answer.
 */
class Program final : public QObject {
    Q_OBJECT

public:
    explicit Program(const QStringList &arguments, QObject *parent = nullptr);
    ~Program() override;

    //! Before start(): another program, such as a shell around ours or a copy of it elsewhere.
    void setProgram(const QString &program) { m_process.setProgram(program); }
    void setVariable(const QString &name, const QString &value);

    void start();
    //! Starts it if that was not done, and waits until it has ended.
    void run();
    //! Waits until a whole line stands in standard output.
    void waitForLine();
    void sendSignal(int number);

    bool hasEnded() const;
    //! -1 if it crashed or did not end.
    int exitCode() const;
    qint64 processId() const { return m_process.processId(); }
    const QByteArray &out() const { return m_out; }
    const QByteArray &err() const { return m_err; }

    //! The one JSON document in one line that standard output must be; empty if it is not.
    QJsonObject document() const;
    //! The object "error" in the last line of standard error; empty if it is not there.
    QJsonObject error() const;

    static QString path();

private:
    QTemporaryDir m_home;
    QProcess m_process;
    QProcessEnvironment m_environment;
    QByteArray m_out;
    QByteArray m_err;
};

//! For a failure message: everything the program said.
QByteArray told(const Program &program);

} // namespace desk::test
