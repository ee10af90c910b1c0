// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceroute.h"

#include "core/randomword.h"
#include "practiceanswers.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool leadsTo(const QStringList &pattern, const QStringList &segments)
{
    return std::equal(pattern.begin(), pattern.end(), segments.begin(), segments.end(),
        [](const QString &expected, const QString &segment) {
            return expected == segment || (expected == u"*"_s && !segment.isEmpty());
        });
}

PracticeResponse wrongMethod(const QStringList &allowed)
{
    const QString list = allowed.join(u", "_s);
    PracticeResponse refusal = errorAnswer(405, {}, {}, u"This endpoint takes %1 only"_s.arg(list));
    refusal.headers.append({"Allow"_ba, list.toLatin1()});
    return refusal;
}

QStringList argumentsOf(const PracticeRoute &route, const PracticeRequest &request)
{
    QStringList arguments;
    const QStringList segments = request.pathSegments();
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (route.path.at(i) == u"*"_s)
            arguments.append(segments.at(i));
    }
    return arguments;
}

bool isJson(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().trimmed().toLower() == "application/json";
}

//! Why the query is refused; empty if it is not.
QString queryComplaint(const PracticeRoute &route, const PracticeRequest &request)
{
    QSet<QString> seen;
    const auto items = request.query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (!route.query.contains(name))
            return u"%1 is not a known query parameter"_s.arg(name.left(100));
        if (seen.contains(name))
            return u"%1 is there more than once"_s.arg(name);
        seen.insert(name);
    }
    return {};
}

QString bodyComplaint(const PracticeRoute &route, const PracticeRequest &request)
{
    const bool isLookedAt = route.body == PracticeRoute::Body::Required
        || (route.body == PracticeRoute::Body::Optional && !request.body.isEmpty());
    return isLookedAt && !isJson(request.header("Content-Type"_ba))
        ? u"Content-Type must be application/json"_s
        : QString();
}

} // namespace

Result<const PracticeRoute *, PracticeResponse> findRoute(
    const QList<PracticeRoute> &routes, const PracticeRequest &request)
{
    const QStringList segments = request.pathSegments();
    QStringList methods;
    for (const PracticeRoute &route : routes) {
        if (!leadsTo(route.path, segments))
            continue;
        if (route.method == request.method)
            return &route;
        methods.append(QString::fromLatin1(route.method));
    }
    if (methods.isEmpty())
        return Unexpected{errorAnswer(404, {}, {}, u"There is no such endpoint"_s)};
    return Unexpected{wrongMethod(methods)};
}

PracticeResponse call(const PracticeRoute &route, const PracticeRequest &request,
    PracticeEnvironment &environment, const std::optional<PracticeFault> &fault)
{
    for (const QString &complaint :
        {queryComplaint(route, request), bodyComplaint(route, request)}) {
        if (!complaint.isEmpty())
            return inputInvalid(complaint);
    }
    return route.handler({request, argumentsOf(route, request), environment, fault});
}

bool isAuthorized(const PracticeRequest &request, const Secret &apiKey)
{
    constexpr QByteArrayView scheme("Bearer ");
    const QByteArray header = request.header("Authorization"_ba);
    if (header.size() <= scheme.size()
        || header.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return false;
    return equalSecrets(header.sliced(scheme.size()), apiKey.reveal().toUtf8());
}

} // namespace desk
