// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/attemptvalues.h"

#include "ui/demo/masked.h"
#include "ui/parts/labels.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "history/attemptrequest.h"
#include "wording/detailswording.h"
#include "wording/ledgerwording.h"
#include "wording/profilewording.h"
#include "wording/timewording.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = Masked::Kind;

QString orMask(Kind kind, const QString &value, bool isMasked)
{
    return isMasked ? Masked::value(kind, value) : value;
}

QWidget *plainView(const QString &value, QWidget *parent)
{
    QLabel *text = plainLabel(value, parent);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return text;
}

// An ID cannot be broken into lines, and must not make the page wider.
QWidget *idView(const QString &value, QWidget *parent)
{
    auto *text = new QLineEdit(value, parent);
    text->setReadOnly(true);
    text->setFrame(false);
    text->setFont(Metrics::monospace());
    text->setCursorPosition(0);
    text->setMinimumWidth(Metrics::space(10));
    // In line with what stands above and below it.
    text->setTextMargins(-2, 0, 0, 0);
    text->setFixedHeight(parent->fontMetrics().height());
    return text;
}

} // namespace

AttemptValues::AttemptValues(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(u"attemptValues"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Metrics::space(3));
    m_grid->setVerticalSpacing(Metrics::space(1));
    m_grid->setColumnStretch(1, 1);
}

void AttemptValues::clear()
{
    while (m_grid->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(m_grid->takeAt(0));
        // The button that was pressed may be on the way here.
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    m_row = 0;
}

void AttemptValues::present(const Attempt &attempt, bool isMasked)
{
    clear();
    presentWho(attempt, isMasked);
    presentRequest(attempt, isMasked);
    presentResult(attempt, isMasked);
}

void AttemptValues::presentWho(const Attempt &attempt, bool isMasked)
{
    add({DetailsWording::label(DetailsField::Email), orMask(Kind::Email, attempt.email, isMasked),
        attempt.email});
    add({DetailsWording::label(DetailsField::OriginId),
        orMask(Kind::OriginId, attempt.originId, isMasked), attempt.originId, true});
    add({tr("Integration ID"), orMask(Kind::OtherId, attempt.integrationId, isMasked),
        attempt.integrationId, true});
    const QString kind = ProfileWording::name(attempt.profile.kind);
    //: %1 is the name of a profile, %2 the word for its kind, such as "Production"
    const QString both = tr("%1 (%2)").arg(attempt.profile.name, kind);
    add({tr("Profile"), attempt.profile.name == kind ? kind : both});
}

void AttemptValues::presentRequest(const Attempt &attempt, bool isMasked)
{
    addHeading(tr("Asked for"));
    const ConnectDetails details = detailsOf(attempt);
    //: What a link was made for: a connection, a reconnection, a setup
    add({tr("Purpose"), LedgerWording::name(attempt.purpose)});
    add({DetailsWording::label(DetailsField::Category),
        LedgerWording::categoryName(attempt.category)});
    const bool isOpen = attempt.tool.isEmpty() && attempt.purpose == AttemptPurpose::Connection;
    add({DetailsWording::label(DetailsField::Tool),
        isOpen ? tr("Chosen in the flow") : attempt.tool});
    add({DetailsWording::label(DetailsField::RemoteEnvironment),
        details.remoteEnvironment.value_or(QString())});
    if (attempt.request.contains("language"_L1))
        add({DetailsWording::label(DetailsField::Language),
            DetailsWording::name(details.language)});
    add({DetailsWording::label(DetailsField::LinkType), DetailsWording::name(details.linkType)});
    const QString scope = details.scopeConfigId.value_or(QString());
    add({DetailsWording::label(DetailsField::ScopeConfigId), orMask(Kind::OtherId, scope, isMasked),
        scope, true});
    //: A switch of the request is on
    const QString on = tr("On");
    add({DetailsWording::label(DetailsField::Filtering), details.filtering ? on : QString()});
    add({DetailsWording::label(DetailsField::FieldMapping), details.fieldMapping ? on : QString()});
}

void AttemptValues::presentResult(const Attempt &attempt, bool isMasked)
{
    addHeading(tr("What happened"));
    const QString error = attempt.errorTitle;
    add({tr("Error"), isMasked ? Masked::text(error, {attempt.originId}) : error});
    add({tr("Error code"), attempt.errorCode, attempt.errorCode, true});
    if (attempt.outcome == AttemptOutcome::Unfinished)
        //: How far an attempt is known to have come
        add({tr("Last step"), LedgerWording::name(attempt.step)});
    addTime(tr("Started"), attempt.startedAt);
    addTime(tr("Link created"), attempt.linkCreatedAt);
    addTime(tr("Link valid until"), attempt.linkExpiresAt);
    addTime(tr("Ended"), attempt.endedAt);
    if (attempt.duration)
        add({tr("Duration"), LedgerWording::duration(*attempt.duration)});
    //: From where in the application
    add({tr("Started from"), LedgerWording::name(attempt.source)});
}

void AttemptValues::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    QFont font = heading->font();
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    heading->setContentsMargins(0, Metrics::space(2), 0, 0);
    m_grid->addWidget(heading, m_row++, 0, 1, 3);
    heading->show();
}

void AttemptValues::addTime(const QString &label, const QDateTime &time)
{
    if (!time.isValid())
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString relative = time > now ? QString() : TimeWording::ago(time, now);
    const QString exact = TimeWording::exact(time);
    //: %1 is an exact time, %2 how long ago that is
    add({label, relative.isEmpty() ? exact : tr("%1 (%2)").arg(exact, relative)});
}

void AttemptValues::add(const Value &value)
{
    if (value.shown.isEmpty())
        return;
    auto *name = new QLabel(value.label, this);
    name->setForegroundRole(QPalette::PlaceholderText);
    QWidget *text = value.isId ? idView(value.shown, this) : plainView(value.shown, this);
    //: For screen readers: %1 is a label such as "Email", %2 the value
    text->setAccessibleName(tr("%1: %2").arg(value.label, value.shown));
    m_grid->addWidget(name, m_row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(text, m_row, 1, Qt::AlignTop);
    name->show();
    text->show();
    if (!value.exact.isEmpty()) {
        auto *copy = new QToolButton(this);
        copy->setAutoRaise(true);
        copy->setProperty("emphasis", u"quiet"_s);
        copy->setIcon(icon(IconName::Copy));
        copy->setIconSize(QSize(Metrics::space(3), Metrics::space(3)));
        copy->setFixedHeight(text->fontMetrics().height() + Metrics::space(1));
        copy->setFocusPolicy(Qt::StrongFocus);
        //: %1 is the label of a value, such as "Integration ID"
        copy->setAccessibleName(tr("Copy %1").arg(value.label));
        copy->setToolTip(copy->accessibleName());
        m_grid->addWidget(copy, m_row, 2, Qt::AlignTop);
        copy->show();
        connect(copy, &QToolButton::clicked, this, [this, value] {
            QGuiApplication::clipboard()->setText(value.exact);
            Q_EMIT copied(value.label);
        });
    }
    ++m_row;
}

} // namespace desk
