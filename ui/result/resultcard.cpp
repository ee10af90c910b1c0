// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/result/resultcard.h"

#include "ui_resultcard.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "wording/sessionwording.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeySequence>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString orDash(const std::optional<QString> &text)
{
    return text.value_or(u"–"_s);
}

void setValue(QLineEdit *edit, const QString &text)
{
    edit->setText(text);
    edit->setCursorPosition(0);
    edit->setToolTip(text.toHtmlEscaped());
}

} // namespace

ResultCard::ResultCard(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ResultCard>())
{
    m_ui->setupUi(this);
    m_ui->headline->setFont(Metrics::title());
    m_ui->cardLayout->setSpacing(Metrics::space(3));
    m_ui->grid->setHorizontalSpacing(Metrics::space(2));
    m_ui->grid->setVerticalSpacing(Metrics::space(1));
    m_ui->jsonView->setFont(Metrics::monospace());
    m_ui->jsonView->setMinimumHeight(Metrics::space(40));
    m_ui->integrationIdValue->setFont(Metrics::monospace());
    m_ui->bottomSpacer->changeSize(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding);
    m_rows = {
        {m_ui->integrationIdLabel->text(), m_ui->integrationIdValue, m_ui->integrationIdCopy},
        {m_ui->toolLabel->text(), m_ui->toolValue, m_ui->toolCopy},
        {m_ui->organizationLabel->text(), m_ui->organizationValue, m_ui->organizationCopy},
        {m_ui->emailLabel->text(), m_ui->emailValue, m_ui->emailCopy},
        {m_ui->originIdLabel->text(), m_ui->originIdValue, m_ui->originIdCopy},
        {m_ui->setupLabel->text(), m_ui->setupValue, m_ui->setupCopy},
    };
    setUpRows();
    connect(m_ui->jsonToggle, &QPushButton::toggled, this, &ResultCard::setJsonShown);
    connect(m_ui->newConnectionButton, &QPushButton::clicked, this,
        &ResultCard::newConnectionRequested);
    connect(m_ui->backButton, &QPushButton::clicked, this, &ResultCard::backRequested);
    connect(m_ui->mismatchNotice, &Notice::actionTriggered, this, &ResultCard::acknowledged);
    setJsonShown(false);
}

ResultCard::~ResultCard() = default;

void ResultCard::setUpRows()
{
    int number = 0;
    for (const Row &row : std::as_const(m_rows)) {
        ++number;
        const QKeySequence shortcut(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number));
        //: A button; %1 is what it copies, such as "Integration ID"
        const QString name = tr("Copy %1").arg(row.label);
        row.copy->setIcon(icon(IconName::Copy));
        row.copy->setAccessibleName(name);
        //: A tooltip: %1 is what the button does, %2 its shortcut
        row.copy->setToolTip(tr("%1 (%2)").arg(name, shortcut.toString(QKeySequence::NativeText)));
        row.copy->setShortcut(shortcut);
        row.copy->setFocusPolicy(Qt::StrongFocus);
        connect(row.copy, &QToolButton::clicked, this, [this, row] { copy(row); });
    }
    for (QLabel *label : {m_ui->integrationIdLabel, m_ui->toolLabel, m_ui->organizationLabel,
             m_ui->emailLabel, m_ui->originIdLabel, m_ui->setupLabel}) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
}

void ResultCard::present(const ResolvedIntegration &integration, const QList<Mismatch> &mismatches)
{
    m_mismatches = mismatches;
    setValue(m_ui->integrationIdValue, integration.id);
    setValue(m_ui->toolValue, integration.tool);
    setValue(m_ui->organizationValue, integration.organization);
    setValue(m_ui->emailValue, orDash(integration.email));
    setValue(m_ui->originIdValue, orDash(integration.originId));
    setValue(m_ui->setupValue, SessionWording::setup(integration.setupStatus));
    m_ui->emailCopy->setEnabled(integration.email.has_value());
    m_ui->originIdCopy->setEnabled(integration.originId.has_value());
    m_ui->jsonView->setPlainText(integration.json);
    showVerdict(mismatches.isEmpty());

    if (mismatches.isEmpty()) {
        m_ui->mismatchNotice->dismiss();
        return;
    }
    QStringList sentences;
    for (const Mismatch &mismatch : mismatches)
        sentences.append(SessionWording::sentence(mismatch));
    m_ui->mismatchNotice->present(
        {Notice::Tone::Error, tr("This may be somebody else’s integration"), sentences.join(u'\n'),
            {}, tr("Acknowledge difference")});
}

void ResultCard::showAcknowledged()
{
    QStringList sentences;
    for (const Mismatch &mismatch : std::as_const(m_mismatches))
        sentences.append(SessionWording::sentence(mismatch));
    m_ui->mismatchNotice->present(
        {Notice::Tone::Warning, tr("Difference acknowledged"), sentences.join(u'\n'), {}, {}});
    showVerdict(true);
    focusFirstAction();
}

void ResultCard::showVerdict(bool isConnected)
{
    const int side = Metrics::iconSize() * 5 / 4;
    const QIcon sign = isConnected ? icon(IconName::CircleCheck, ColorToken::Success)
                                   : icon(IconName::CircleAlert, ColorToken::Danger);
    m_ui->headlineIcon->setPixmap(sign.pixmap(QSize(side, side), devicePixelRatioF()));
    m_ui->headline->setText(SessionWording::outcome(
        isConnected ? ConnectSession::Outcome::Connected : ConnectSession::Outcome::NeedsReview));
}

bool ResultCard::isJsonShown() const
{
    return m_ui->jsonToggle->isChecked();
}

void ResultCard::setJsonShown(bool shown)
{
    m_ui->jsonToggle->setChecked(shown);
    m_ui->jsonToggle->setIcon(icon(shown ? IconName::ChevronDown : IconName::ChevronRight));
    m_ui->jsonView->setVisible(shown);
}

void ResultCard::focusFirstAction()
{
    m_ui->newConnectionButton->setFocus(Qt::OtherFocusReason);
}

void ResultCard::copy(const Row &row)
{
    QGuiApplication::clipboard()->setText(row.value->text());
    Q_EMIT copied(row.label);
}

} // namespace desk
