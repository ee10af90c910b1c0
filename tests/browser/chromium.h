// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace desk::test {

/*!
 * A real browser without a window, with a profile of its own that goes with it, driven through its
 * developer tools over a socket that nobody else can reach. Pages are named by the id of their
 * session.
 */
class Chromium {
public:
    Chromium();
    ~Chromium();
    Q_DISABLE_COPY_MOVE(Chromium)

    //! A sentence if there is none on this machine; null if there is.
    static QString missing();

    //! Starts with these pages, as another program would start it; false if it does not come up.
    bool start(const QList<QUrl> &pages = {});
    //! As a crash does: nothing is said to any page.
    void kill();

    //! A page in a tab of its own, as if a person had typed the address.
    QString open(const QUrl &address);
    //! The page that is at this address, whoever opened it; waits for one.
    QString pageAt(const QUrl &address);
    void close(const QString &page);
    void reload(const QString &page);
    void navigate(const QString &page, const QUrl &address);
    void goBack(const QString &page);
    //! The value of an expression of JavaScript, waited for if it is a promise.
    QVariant evaluate(const QString &page, const QString &script);
    //! The words that a person sees on the page, frames left out.
    QString text(const QString &page)
    {
        return evaluate(page, QStringLiteral("document.body.innerText")).toString();
    }

private:
    QJsonObject command(
        const QString &method, const QJsonObject &parameters = {}, const QString &session = {});
    QString attach(const QString &target);
    void read();

    QTemporaryDir m_profile;
    QLocalSocket m_pipe;
    QProcess m_process;
    QByteArray m_buffer;
    QHash<int, QJsonObject> m_answers;
    QHash<QString, QString> m_targets; // by session
    int m_lastId = 0;
};

} // namespace desk::test
