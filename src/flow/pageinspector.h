// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QWebEnginePage;
class QWebEngineProfile;
QT_END_NAMESPACE

namespace desk {

class InspectorPage;

/*!
 * Speaks the DevTools protocol with a page. The engine has no other way to it than a port, which
 * every program of the machine could use: so its own inspector is loaded into a page that nobody
 * needs to see, and the commands go through that. What a command has set lasts as long as this
 * object. Must be destroyed before, or soon after, the page.
 */
class PageInspector final : public QObject {
    Q_OBJECT

public:
    //! A command that was not answered by then has failed.
    static constexpr std::chrono::milliseconds patience{10000};

    struct Answer {
        bool isGood = false;
        QJsonObject result;
    };
    using Receiver = std::function<void(const Answer &)>;

    explicit PageInspector(QWebEnginePage *inspected, QObject *parent = nullptr);
    ~PageInspector() override;

    /*!
     * Commands are carried out in their order. The receiver is called once, later, unless the
     * context or this object has gone by then; it may destroy this object.
     */
    void send(const QString &method, const QJsonObject &params, QObject *context,
        const Receiver &receiver);

    //! The inspector itself, to be shown to people; not owned by who shows it.
    QWebEnginePage *page() const;

private:
    struct Waiting {
        QPointer<QObject> context;
        Receiver receiver;
    };

    void listen();
    void post(const QString &message);
    void fetch(int id);
    void finish(int id, const Answer &answer);
    void giveUp(int id);

    QPointer<QWebEnginePage> m_inspected;
    std::unique_ptr<QWebEngineProfile> m_profile; // outlives its page
    std::unique_ptr<InspectorPage> m_page;
    QHash<int, Waiting> m_waiting;
    QStringList m_unsent; // while the inspector loads
    int m_lastId;
    bool m_isListening = false;
};

} // namespace desk
