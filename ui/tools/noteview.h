// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTextBrowser>

namespace desk {

class NoteDocument;

/*!
 * Shows one note (see NoteDocument), as high as its text up to a bound. A link says its real host
 * when the pointer is on it, and opens in the system browser.
 */
class NoteView final : public QTextBrowser {
    Q_OBJECT

public:
    explicit NoteView(QWidget *parent = nullptr);

    void setNote(const QString &markdown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void open(const QUrl &url);
    void fitHeight();

    NoteDocument *m_note;
    QString m_markdown;
};

} // namespace desk
