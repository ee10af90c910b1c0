// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/viewingconditions.h"
#include "pageinspector.h"

#include <QImage>
#include <QObject>
#include <QPointer>

namespace desk {

/*!
 * Takes one picture of a page with all that one could scroll to: in the frame of the flow, or in
 * the page itself. For that moment the page is as high as its content. Afterwards the device
 * metrics have to be set anew.
 */
class FullPagePicture final : public QObject {
    Q_OBJECT

public:
    //! Device pixels; the engine draws no longer ones.
    static constexpr int longestSide = 16'384;

    //! The inspector may go meanwhile; then nothing more is said.
    FullPagePicture(PageInspector *inspector, const ViewingConditions &conditions,
        double screenScale, QObject *parent = nullptr);

    void take();

Q_SIGNALS:
    void taken(const QImage &picture);
    //! A whole sentence.
    void failed(const QString &sentence);

private:
    struct Extent {
        int width = 0;
        int height = 0;
        int contentHeight = 0;
    };

    void measure(const QString &frame, const std::function<void(const Extent &)> &receiver);
    void noteFrames(const QJsonObject &tree);
    void noteFlow(const Extent &page, const Extent &flow);
    void stretch(int width, int height);
    void draw(QSize size);
    void noteDrawing(const QJsonObject &result);
    void send(const QString &method, const QJsonObject &params,
        const std::function<void(const QJsonObject &)> &receiver);

    QPointer<PageInspector> m_inspector;
    ViewingConditions m_conditions;
    double m_screenScale;
};

} // namespace desk
