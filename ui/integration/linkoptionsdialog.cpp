// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/linkoptionsdialog.h"

#include "ui/parts/labels.h"
#include "ui/parts/namedcombobox.h"
#include "ui/theme/metrics.h"

#include "core/detailscheck.h"
#include "core/inputtext.h"
#include "wording/detailswording.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString purpose(LinkOrder::Kind kind)
{
    if (kind == LinkOrder::Kind::Setup)
        return LinkOptionsDialog::tr("The client comes back to the setup steps, such as filtering "
                                     "and field mapping. Works only if a step is switched on.");
    return LinkOptionsDialog::tr(
        "The client signs in anew, for the integration that is there already.");
}

// Bounded and checked like the same field of a new connection.
std::optional<DetailsProblem> problemOfScopeConfig(const QString &id)
{
    if (id.size() > DetailsLimit::id)
        return DetailsProblem::TooLong;
    return hasControlCharacters(id) ? std::optional(DetailsProblem::ControlCharacters)
                                    : std::nullopt;
}

} // namespace

LinkOptionsDialog::LinkOptionsDialog(
    LinkOrder::Kind kind, const QString &organization, FlowLanguage language, QWidget *parent)
    : QDialog(parent)
    , m_language(new NamedComboBox(this))
    , m_linkType(new NamedComboBox(this))
    , m_validity(plainLabel(QString(), this))
{
    const bool isSetup = kind == LinkOrder::Kind::Setup;
    setObjectName(u"linkOptionsDialog"_s);
    setWindowTitle(isSetup ? tr("Open Setup Flow") : tr("Reconnect"));
    setMinimumWidth(Metrics::space(95));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(1));
    auto *heading = plainLabel(organization, this);
    heading->setFont(Metrics::heading());
    layout->addWidget(heading);
    layout->addWidget(plainLabel(purpose(kind), this));

    for (const FlowLanguage each : allFlowLanguages())
        m_language->addItem(DetailsWording::name(each), QVariant::fromValue(each));
    m_language->setCurrentIndex(m_language->findData(QVariant::fromValue(language)));
    m_language->setObjectName(u"linkLanguage"_s);
    addField(DetailsWording::label(DetailsField::Language), m_language);
    if (!isSetup)
        addScopeConfig();
    for (const LinkType each : allLinkTypes())
        m_linkType->addItem(DetailsWording::name(each), QVariant::fromValue(each));
    m_linkType->setObjectName(u"linkLinkType"_s);
    addField(DetailsWording::label(DetailsField::LinkType), m_linkType);
    m_validity->setObjectName(u"linkValidity"_s);
    m_validity->setForegroundRole(QPalette::PlaceholderText);
    m_validity->setFont(Metrics::small());
    layout->addWidget(m_validity);
    connect(m_linkType, &QComboBox::currentIndexChanged, this, &LinkOptionsDialog::explainLinkType);
    explainLinkType();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *create =
        buttons->addButton(isSetup ? tr("Create setup link") : tr("Create reconnection link"),
            QDialogButtonBox::AcceptRole);
    create->setObjectName(u"createIntegrationLinkButton"_s);
    create->setProperty("emphasis", u"primary"_s);
    create->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &LinkOptionsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addSpacing(Metrics::space(3));
    layout->addWidget(buttons);
}

QLabel *LinkOptionsDialog::addField(const QString &label, QWidget *field)
{
    auto *name = new QLabel(label, this);
    name->setBuddy(field);
    name->setContentsMargins(0, Metrics::space(2), 0, 0);
    field->setAccessibleName(label);
    layout()->addWidget(name);
    layout()->addWidget(field);
    return name;
}

void LinkOptionsDialog::addScopeConfig()
{
    m_scopeConfig = new QLineEdit(this);
    m_scopeConfig->setObjectName(u"linkScopeConfigId"_s);
    m_scopeConfig->setPlaceholderText(tr("Keeps the one it has"));
    addField(DetailsWording::label(DetailsField::ScopeConfigId), m_scopeConfig);
    setTabOrder(m_language, m_scopeConfig);
    setTabOrder(m_scopeConfig, m_linkType);
    m_scopeConfigError = plainLabel(QString(), this);
    m_scopeConfigError->setObjectName(u"linkScopeConfigError"_s);
    m_scopeConfigError->setForegroundRole(QPalette::BrightText);
    m_scopeConfigError->setFont(Metrics::small());
    m_scopeConfigError->hide();
    layout()->addWidget(m_scopeConfigError);
}

void LinkOptionsDialog::explainLinkType()
{
    m_validity->setText(linkType() == LinkType::Embedded
            ? tr("Valid for one hour and shown in this window.")
            : tr("Valid for one year, for sending. Whoever has it can sign in for this client."));
    m_linkType->setAccessibleDescription(m_validity->text());
}

FlowLanguage LinkOptionsDialog::language() const
{
    return m_language->currentData().value<FlowLanguage>();
}

LinkType LinkOptionsDialog::linkType() const
{
    return m_linkType->currentData().value<LinkType>();
}

ReconnectionOptions LinkOptionsDialog::reconnectionOptions() const
{
    ReconnectionOptions options{language(), std::nullopt, linkType()};
    const QString scopeConfig = m_scopeConfig ? cleanedInput(m_scopeConfig->text()) : QString();
    if (!scopeConfig.isEmpty())
        options.scopeConfigId = scopeConfig;
    return options;
}

SetupOptions LinkOptionsDialog::setupOptions() const
{
    return {language(), linkType()};
}

void LinkOptionsDialog::accept()
{
    const auto problem =
        m_scopeConfig ? problemOfScopeConfig(cleanedInput(m_scopeConfig->text())) : std::nullopt;
    if (!problem) {
        QDialog::accept();
        return;
    }
    const QString sentence = DetailsWording::sentence({DetailsField::ScopeConfigId, *problem});
    m_scopeConfigError->setText(sentence);
    m_scopeConfigError->show();
    m_scopeConfig->setAccessibleDescription(sentence);
    m_scopeConfig->setProperty("invalid", true);
    m_scopeConfig->update();
    m_scopeConfig->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
