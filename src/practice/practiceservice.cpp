// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceservice.h"

#include "core/connectlink.h"
#include "practiceanswers.h"

#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

PracticeService::PracticeService(Secret apiKey, const QString &origin, PracticeClock clock)
    : m_state(std::move(clock))
    , m_api(m_state, std::move(apiKey), origin)
    , m_pages(m_state)
{
}

PracticeResponse PracticeService::answer(const PracticeRequest &request)
{
    const QUrl asked(u"http://"_s + QString::fromLatin1(request.header("Host"_ba)));
    if (!isLoopbackHost(asked.host()))
        return errorAnswer(421, {}, {}, u"This server answers on loopback only"_s);
    if (request.body.size() > maximumBodySize)
        return tooLargeAnswer();
    if (request.pathSegments().value(0) == "connect"_L1)
        return m_pages.answer(request);
    return m_api.answer(request);
}

} // namespace desk
