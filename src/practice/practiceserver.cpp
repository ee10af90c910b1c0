// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceserver.h"

#include "core/randomword.h"
#include "http/httplistener.h"
#include "practiceservice.h"

#include <QDateTime>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace desk {

PracticeServer::PracticeServer(QObject *parent)
    : QObject(parent)
{
}

PracticeServer::~PracticeServer() = default;

Result<ApiAccess, QString> PracticeServer::start(quint16 port, const PracticeOptions &options)
{
    m_listener.reset();
    m_service.reset();
    auto listener = std::make_unique<HttpListener>([this](const PracticeRequest &request) {
        PracticeResponse response = m_service->answer(request);
        Q_EMIT answered();
        return response;
    });
    const auto listening = listener->listen(port);
    if (!listening) {
        return Unexpected{tr("The practice server cannot use port %1 of this computer: %2")
                              .arg(port)
                              .arg(listening.error())};
    }

    const QString origin = u"http://127.0.0.1:%1"_s.arg(*listening);
    const Secret key(u"practice_"_s + randomWord(32));
    m_service = std::make_unique<PracticeService>(
        key, origin, [] { return QDateTime::currentDateTimeUtc(); });
    m_service->faults().set(options.faults);
    m_service->behaviours().set(options.behaviours);
    m_listener = std::move(listener);
    Q_EMIT started();
    return ApiAccess{ProfileKind::Practice, QUrl(origin + u"/v1"_s), key, {}};
}

void PracticeServer::setFaults(const QList<PracticeFault> &faults)
{
    if (m_service)
        m_service->faults().set(faults);
}

QList<PracticeFault> PracticeServer::faults() const
{
    return m_service ? m_service->faults().list() : QList<PracticeFault>();
}

void PracticeServer::setBehaviours(const QList<PracticeBehaviour> &behaviours)
{
    if (m_service)
        m_service->behaviours().set(behaviours);
}

QList<PracticeBehaviour> PracticeServer::behaviours() const
{
    return m_service ? m_service->behaviours().list() : QList<PracticeBehaviour>();
}

} // namespace desk
