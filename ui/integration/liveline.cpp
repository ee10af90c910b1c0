// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/liveline.h"

#include "ui/theme/metrics.h"

#include "wording/errorwording.h"
#include "wording/timewording.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

// A reading is not spoken of before it is felt.
constexpr std::chrono::milliseconds readingShownAfter = 1s;

QLabel *quietLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Metrics::small());
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

LiveLine::LiveLine(QWidget *parent)
    : QWidget(parent)
    , m_live(quietLabel(u"liveText"_s, this))
    , m_watching(quietLabel(u"watchText"_s, this))
    , m_toggle(new QPushButton(this))
{
    m_live->setWordWrap(true);
    m_toggle->setObjectName(u"watchToggle"_s);
    m_toggle->setFont(Metrics::small());
    m_toggle->setProperty("emphasis", u"quiet"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::space(1));
    row->addWidget(m_watching);
    row->addWidget(m_toggle);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_live);
    layout->addLayout(row);
    m_ticker.setInterval(1s);
    connect(&m_ticker, &QTimer::timeout, this, [this] {
        render();
        Q_EMIT ticked();
    });
    connect(m_toggle, &QPushButton::clicked, this, &LiveLine::watchToggled);
    render();
}

void LiveLine::follow(IntegrationCare *care, SetupWatch *watch)
{
    if (m_care)
        m_care->disconnect(this);
    if (m_watch)
        m_watch->disconnect(this);
    m_care = care;
    m_watch = watch;
    m_wait.reset();
    m_reading.invalidate();
    if (care) {
        connect(care, &IntegrationCare::changed, this, &LiveLine::noteReading);
        connect(care, &IntegrationCare::waiting, this,
            [this](IntegrationCare::Action, std::chrono::milliseconds remaining) {
                setWait(remaining);
            });
        connect(care, &IntegrationCare::waitIsOver, this, [this] { setWait(std::nullopt); });
        noteReading();
    }
    if (watch)
        connect(watch, &SetupWatch::changed, this, &LiveLine::render);
    render();
}

void LiveLine::noteReading()
{
    if (!m_care->isBusy(IntegrationCare::Action::Read))
        m_reading.invalidate();
    else if (!m_reading.isValid())
        m_reading.start();
    if (!m_care->isBusy())
        m_wait.reset();
    render();
}

void LiveLine::setWait(std::optional<std::chrono::milliseconds> wait)
{
    m_wait = wait;
    render();
    Q_EMIT ticked();
}

QString LiveLine::waitText() const
{
    if (!m_wait)
        return {};
    //: %1 is a duration such as "3 seconds"
    return tr("Kombo asks us to wait. Trying again in %1.").arg(ErrorWording::duration(*m_wait));
}

QString LiveLine::readText() const
{
    if (m_wait)
        return waitText();
    if (m_reading.isValid() && m_reading.hasExpired(readingShownAfter.count()))
        return tr("Reading…");
    if (!m_care || !m_care->readAt().isValid())
        return {};
    const QString ago = TimeWording::ago(m_care->readAt(), QDateTime::currentDateTimeUtc());
    //: When the state was read; %1 is such as "10 s ago"
    return tr("Read %1").arg(ago);
}

void LiveLine::render()
{
    const QString text = readText();
    m_live->setText(text);
    m_live->setVisible(!text.isEmpty());
    renderWatch();
}

bool LiveLine::isSetupOpen() const
{
    return m_care && m_care->presence() == IntegrationCare::Presence::Present
        && !setupStateOf(*m_care->details()).isComplete();
}

void LiveLine::renderWatch()
{
    const bool isWatching = m_watch && m_watch->isActive();
    QString text;
    if (isWatching) {
        //: The state is read every so often; %1 is a pause such as "30 s"
        text = tr("Checking again every %1").arg(TimeWording::interval(m_watch->interval()));
    } else if (m_watch && m_watch->end() != SetupWatch::End::NotEnded && isSetupOpen()) {
        text = tr("Not checking any more");
    }
    m_watching->setText(text);
    m_watching->setVisible(!text.isEmpty());
    m_toggle->setText(isWatching ? tr("Stop") : tr("Check again"));
    m_toggle->setAccessibleName(isWatching ? tr("Stop checking") : tr("Check again"));
    m_toggle->setVisible(!text.isEmpty());
}

void LiveLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_ticker.start();
    render();
}

void LiveLine::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_ticker.stop();
}

} // namespace desk
