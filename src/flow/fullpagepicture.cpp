// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "fullpagepicture.h"

#include "pageemulation.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString frameId(const QJsonObject &tree)
{
    return tree.value("frame"_L1).toObject().value("id"_L1).toString();
}

} // namespace

FullPagePicture::FullPagePicture(PageInspector *inspector, const ViewingConditions &conditions,
    double screenScale, QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_conditions(conditions)
    , m_screenScale(screenScale)
{
}

void FullPagePicture::take()
{
    send(u"Page.getFrameTree"_s, {},
        [this](const QJsonObject &result) { noteFrames(result.value("frameTree"_L1).toObject()); });
}

void FullPagePicture::noteFrames(const QJsonObject &tree)
{
    const QString flow = frameId(tree.value("childFrames"_L1).toArray().at(0).toObject());
    measure(frameId(tree), [this, flow](const Extent &page) {
        const bool isScrolledItself = page.contentHeight > page.height;
        if (flow.isEmpty() || isScrolledItself)
            stretch(page.width, std::max(page.height, page.contentHeight));
        else
            measure(flow, [this, page](const Extent &frame) { noteFlow(page, frame); });
    });
}

void FullPagePicture::noteFlow(const Extent &page, const Extent &flow)
{
    // A small frame in a page does not grow with it.
    const bool fillsPage = qint64{flow.height} * 10 >= qint64{page.height} * 9;
    const int hidden = fillsPage ? std::max(0, flow.contentHeight - flow.height) : 0;
    stretch(page.width, page.height + hidden);
}

// In a world of its own, so that the page cannot answer in the engine's place.
void FullPagePicture::measure(
    const QString &frame, const std::function<void(const Extent &)> &receiver)
{
    send(u"Page.createIsolatedWorld"_s, {{u"frameId"_s, frame}},
        [this, receiver](const QJsonObject &world) {
            const QJsonObject question{
                {u"contextId"_s, world.value("executionContextId"_L1)},
                {u"returnByValue"_s, true},
                {u"expression"_s,
                    u"[innerWidth, innerHeight, Math.max(document.documentElement.scrollHeight,"
                    " document.body ? document.body.scrollHeight : 0)]"_s},
            };
            send(u"Runtime.evaluate"_s, question, [receiver](const QJsonObject &result) {
                const QJsonArray sides =
                    result.value("result"_L1).toObject().value("value"_L1).toArray();
                receiver({sides.at(0).toInt(), sides.at(1).toInt(), sides.at(2).toInt()});
            });
        });
}

void FullPagePicture::stretch(int width, int height)
{
    const double zoom = m_conditions.zoom / 100.0;
    const QSize size(int(std::lround(width * zoom)), int(std::ceil(height * zoom)));
    const double scale = PageEmulation::scaleFor(m_conditions);
    const double pixels = size.height() * (scale > 0 ? scale : m_screenScale);
    if (size.isEmpty()) {
        Q_EMIT failed(tr("The page does not say how long it is, so there is no picture of it."));
        return;
    }
    if (pixels > longestSide) {
        //: %1 and %2 are numbers
        Q_EMIT failed(tr("The page is %1 pixels long, and a picture may have %2 at most.")
                          .arg(std::lround(pixels))
                          .arg(longestSide));
        return;
    }
    const QJsonObject metrics{{u"width"_s, size.width()}, {u"height"_s, size.height()},
        {u"deviceScaleFactor"_s, scale}, {u"mobile"_s, false}};
    send(u"Emulation.setDeviceMetricsOverride"_s, metrics,
        [this, size](const QJsonObject &) { draw(size); });
}

void FullPagePicture::draw(QSize size)
{
    const QJsonObject clip{{u"x"_s, 0}, {u"y"_s, 0}, {u"width"_s, size.width()},
        {u"height"_s, size.height()}, {u"scale"_s, 1}};
    send(u"Page.captureScreenshot"_s,
        {{u"format"_s, u"png"_s}, {u"captureBeyondViewport"_s, true}, {u"clip"_s, clip}},
        [this](const QJsonObject &result) { noteDrawing(result); });
}

void FullPagePicture::noteDrawing(const QJsonObject &result)
{
    const QByteArray data = QByteArray::fromBase64(result.value("data"_L1).toString().toLatin1());
    const QImage picture = QImage::fromData(data, "PNG");
    if (picture.isNull())
        Q_EMIT failed(tr("The page was not drawn, so there is no picture of it."));
    else
        Q_EMIT taken(picture);
}

void FullPagePicture::send(const QString &method, const QJsonObject &params,
    const std::function<void(const QJsonObject &)> &receiver)
{
    if (!m_inspector)
        return;
    m_inspector->send(method, params, this, [this, receiver](const PageInspector::Answer &answer) {
        if (answer.isGood)
            receiver(answer.result);
        else
            Q_EMIT failed(tr("The page does not answer, so there is no picture of it."));
    });
}

} // namespace desk
