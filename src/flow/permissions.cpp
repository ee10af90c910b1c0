// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "permissions.h"

#include <QMetaEnum>
#include <QUrl>
#include <QWebEnginePage>
#include <QtWebEngineCore/qtwebenginecoreversion.h>

#if QTWEBENGINECORE_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QWebEnginePermission>
#endif

using namespace Qt::StringLiterals;

namespace desk {

#if QTWEBENGINECORE_VERSION >= QT_VERSION_CHECK(6, 8, 0)

void refusePermissions(QWebEnginePage *page, const std::function<void(const QString &)> &refused)
{
    QObject::connect(page, &QWebEnginePage::permissionRequested, page,
        [refused](const QWebEnginePermission &permission) {
            permission.deny();
            const auto name =
                QMetaEnum::fromType<QWebEnginePermission::PermissionType>().valueToKey(
                    static_cast<int>(permission.permissionType()));
            refused(permission.origin().host() + ": "_L1 + QLatin1StringView(name));
        });
}

#else

void refusePermissions(QWebEnginePage *page, const std::function<void(const QString &)> &refused)
{
    QObject::connect(page, &QWebEnginePage::featurePermissionRequested, page,
        [page, refused](const QUrl &origin, QWebEnginePage::Feature feature) {
            page->setFeaturePermission(origin, feature, QWebEnginePage::PermissionDeniedByUser);
            const auto name = QMetaEnum::fromType<QWebEnginePage::Feature>().valueToKey(feature);
            refused(origin.host() + ": "_L1 + QLatin1StringView(name));
        });
}

#endif

} // namespace desk
