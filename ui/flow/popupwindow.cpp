// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "popupwindow.h"

#include "flowview.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>
#include <QWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QSize usualSize(720, 640);
constexpr QSize smallestSize(320, 240);

class WindowView final : public PopupView {
public:
    explicit WindowView(PopupWindow *window)
        : m_window(window)
    {
    }
    ~WindowView() override
    {
        if (!m_window)
            return;
        // Not deleted here: the caller may be one of its own event handlers.
        m_window->hide();
        if (auto *view = m_window->findChild<FlowView *>())
            view->showPage(nullptr);
        m_window->deleteLater();
    }
    Q_DISABLE_COPY_MOVE(WindowView)

private:
    QPointer<PopupWindow> m_window; // also gone if the main window went first
};

QRect fitted(QRect wanted, const QRect &available)
{
    wanted.setSize(wanted.size().boundedTo(available.size()));
    wanted.moveLeft(
        std::clamp(wanted.left(), available.left(), available.right() - wanted.width() + 1));
    wanted.moveTop(
        std::clamp(wanted.top(), available.top(), available.bottom() - wanted.height() + 1));
    return wanted;
}

} // namespace

PopupWindow::PopupWindow(PopupPage *page, const QRect &requestedGeometry, QWidget *parentWidget)
    : QWidget(parentWidget, Qt::Window)
    , m_page(page)
    , m_hostLabel(new QLabel)
    , m_safetyLabel(new QLabel)
{
    setObjectName(u"popupWindow"_s);
    m_hostLabel->setObjectName(u"popupHostLabel"_s);
    m_hostLabel->setTextFormat(Qt::PlainText);
    m_hostLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont bold = m_hostLabel->font();
    bold.setBold(true);
    m_hostLabel->setFont(bold);
    m_safetyLabel->setObjectName(u"popupSafetyLabel"_s);

    auto *header = new QHBoxLayout;
    header->setContentsMargins(style()->pixelMetric(QStyle::PM_LayoutLeftMargin), 4,
        style()->pixelMetric(QStyle::PM_LayoutRightMargin), 4);
    header->addWidget(m_hostLabel, 1);
    header->addWidget(m_safetyLabel);
    if (page->isLikeATab())
        header->addWidget(newBrowserButton());

    auto *view = new FlowView;
    view->setObjectName(u"popupView"_s);
    view->setAccessibleName(tr("Page opened by the Connect flow"));
    view->showPage(page);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(view, 1);

    connect(page, &QWebEnginePage::urlChanged, this, &PopupWindow::showHost);
    connect(page, &QWebEnginePage::geometryChangeRequested, this, &PopupWindow::place);
    showHost(page->requestedUrl());
    place(requestedGeometry);
    view->setFocus();
}

QWidget *PopupWindow::newBrowserButton()
{
    auto *button = new QPushButton(tr("Open in browser"));
    button->setObjectName(u"popupBrowserButton"_s);
    connect(button, &QPushButton::clicked, this, [this] {
        if (m_page)
            m_page->leaveForBrowser();
    });
    return button;
}

void PopupWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    if (m_page)
        m_page->close();
}

void PopupWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHost();
}

void PopupWindow::showHost(const QUrl &url)
{
    // Encoded: some letters of other alphabets look like Latin ones.
    const QString host = url.host(QUrl::FullyEncoded);
    m_host = host.isEmpty() ? tr("Empty page") : host;
    m_hostLabel->setAccessibleName(m_host);
    m_hostLabel->setToolTip(m_host);
    fitHost();
    //: Title of a window that the Connect flow opened; %1 is a host name
    setWindowTitle(tr("%1 – opened by the Connect flow").arg(m_host));
    const bool isSecure = url.scheme() == "https"_L1;
    m_safetyLabel->setText(host.isEmpty() ? QString()
            : isSecure                    ? tr("Secure connection")
                                          : tr("Not secure"));
}

void PopupWindow::fitHost()
{
    // Whose page it is stands at the end of a host name, so that is what stays visible.
    layout()->activate();
    const int width = m_hostLabel->contentsRect().width();
    m_hostLabel->setText(m_hostLabel->fontMetrics().elidedText(m_host, Qt::ElideLeft, width));
}

void PopupWindow::place(const QRect &requested)
{
    const QWidget *const parent = parentWidget();
    const QRect available = (parent ? parent->screen() : screen())->availableGeometry();
    const QSize size =
        requested.size().isEmpty() ? usualSize : requested.size().expandedTo(smallestSize);
    QRect wanted(requested.topLeft(), size);
    if (requested.topLeft().isNull()) {
        const QRect around = parent ? parent->window()->frameGeometry() : available;
        wanted.moveCenter(around.center());
    }
    setGeometry(fitted(wanted, available));
}

FlowPresenters::Popup popupWindowsFor(QWidget *widget)
{
    return [widget = QPointer<QWidget>(widget)](PopupPage *page, const QRect &geometry) {
        QWidget *const parent = widget ? widget->window() : nullptr;
        auto *window = new PopupWindow(page, geometry, parent);
        window->show();
        return std::make_unique<WindowView>(window);
    };
}

} // namespace desk
