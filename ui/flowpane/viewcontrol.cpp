// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowpane/viewcontrol.h"

#include "ui/flowarea/flowinstruments.h"

#include "evidence/picturefile.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

ViewControl::ViewControl(ViewToolbar &toolbar, QObject *parent)
    : QObject(parent)
    , m_toolbar(toolbar)
{
    connect(&m_toolbar, &ViewToolbar::conditionsChosen, this, &ViewControl::apply);
    connect(&m_toolbar, &ViewToolbar::screenshotRequested, this, &ViewControl::capture);
    connect(&m_toolbar, &ViewToolbar::developerToolsRequested, this,
        &ViewControl::developerToolsRequested);
}

void ViewControl::follow(FlowInstruments *instruments)
{
    if (m_instruments)
        m_instruments->disconnect(this);
    m_instruments = instruments;
    m_then = {}; // the picture it waited for will not come
    if (!m_instruments)
        return;
    connect(instruments, &FlowInstruments::captured, this, &ViewControl::take);
    connect(instruments, &FlowInstruments::captureFailed, this, [this](const QString &sentence) {
        Q_EMIT noted(sentence);
        goOn();
    });
    connect(instruments, &FlowInstruments::conditionsFailed, this, &ViewControl::noted);
    connect(instruments, &FlowInstruments::conditionsApplied, this,
        [this] { Q_EMIT conditionsChanged(m_instruments->conditions()); });
    if (!m_toolbar.conditions().isDefault())
        m_instruments->setConditions(m_toolbar.conditions());
}

void ViewControl::setHasPage(bool hasPage)
{
    m_hasPage = hasPage && m_instruments;
    m_toolbar.setHasPage(m_hasPage);
}

void ViewControl::setShown(bool shown)
{
    m_toolbar.setVisible(shown);
}

void ViewControl::saveView()
{
    capture(false, ViewToolbar::Destination::File);
}

void ViewControl::recordView(const std::function<void()> &then)
{
    if (!m_hasPage || !m_instruments) {
        then();
        return;
    }
    m_destination.reset();
    m_then = then;
    m_instruments->captureView();
}

void ViewControl::goOn()
{
    if (const std::function<void()> then = std::exchange(m_then, {}))
        then();
}

void ViewControl::openDeveloperTools()
{
    if (m_instruments)
        m_instruments->openDeveloperTools();
}

void ViewControl::apply(const ViewingConditions &conditions)
{
    m_toolbar.setConditions(conditions);
    if (m_instruments)
        m_instruments->setConditions(conditions);
}

void ViewControl::capture(bool isFullPage, ViewToolbar::Destination destination)
{
    if (!m_instruments)
        return;
    m_destination = destination;
    if (isFullPage)
        m_instruments->captureFullPage();
    else
        m_instruments->captureView();
}

void ViewControl::take(const QImage &picture, bool isFullPage)
{
    Q_EMIT pictureTaken(picture, isFullPage);
    goOn();
    if (!m_destination)
        return;
    if (m_destination == ViewToolbar::Destination::File) {
        save(picture);
        return;
    }
    QGuiApplication::clipboard()->setImage(picture);
    Q_EMIT noted(tr("Screenshot copied"));
}

void ViewControl::save(const QImage &picture)
{
    auto *dialog = new QFileDialog(
        m_toolbar.window(), tr("Save Screenshot"), u"connect-flow.png"_s, tr("PNG images (*.png)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture](const QString &file) {
        const std::optional<QString> problem = savePicture(picture, file);
        //: %1 is the name of a file
        const QString saved = tr("Screenshot saved as %1").arg(QDir::toNativeSeparators(file));
        Q_EMIT noted(problem.value_or(saved));
    });
    dialog->open();
}

} // namespace desk
