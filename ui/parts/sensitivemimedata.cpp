// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/sensitivemimedata.h"

#include <QByteArray>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace desk {

std::unique_ptr<QMimeData> sensitiveMimeData(const Secret &text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(text.reveal());
#if defined(Q_OS_WIN)
    // Qt turns a type in this wrapping into a clipboard format of that name.
    const auto format = [](const QString &name) {
        return u"application/x-qt-windows-mime;value=\"%1\""_s.arg(name);
    };
    const QByteArray no(4, '\0');
    data->setData(format(u"ExcludeClipboardContentFromMonitorProcessing"_s), no);
    data->setData(format(u"CanIncludeInClipboardHistory"_s), no);
    data->setData(format(u"CanUploadToCloudClipboard"_s), no);
#elif defined(Q_OS_MACOS)
    // Types that nothing converts are handed on under their own names.
    data->setData(u"org.nspasteboard.ConcealedType"_s, QByteArray("1"));
#else
    // Klipper looks at this one, and other clipboard histories have taken it over.
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"_ba);
#endif
    return data;
}

} // namespace desk
