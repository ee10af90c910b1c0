// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceservice.h"

#include "core/connectlink.h"
#include "practiceanswers.h"

#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

PracticeService::PracticeService(const Secret &apiKey, const QString &origin, PracticeClock clock)
    : m_environment(std::move(clock), origin)
    , m_api(m_environment, apiKey)
    , m_control(m_environment, apiKey)
    , m_pages(m_environment.state, m_environment.behaviours)
{
}

PracticeResponse PracticeService::answer(const PracticeRequest &request)
{
    const QUrl asked(u"http://"_s + QString::fromLatin1(request.header("Host"_ba)));
    if (!isLoopbackHost(asked.host()))
        return errorAnswer(421, {}, {}, u"This server answers on loopback only"_s);
    const QString area = request.pathSegments().value(0);
    const bool isControl = area == "practice"_L1;
    if (request.body.size() > (isControl ? PracticeControl::maximumBodySize : maximumBodySize))
        return tooLargeAnswer();
    if (isControl)
        return m_control.answer(request);
    return area == "connect"_L1 ? m_pages.answer(request) : m_api.answer(request);
}

} // namespace desk
