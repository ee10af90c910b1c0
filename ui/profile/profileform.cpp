// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profileform.h"

#include "ui/parts/labels.h"
#include "ui/parts/namedcombobox.h"
#include "ui/profile/kindswatch.h"
#include "ui/theme/metrics.h"

#include "core/inputtext.h"
#include "profiles/profilecheck.h"
#include "profiles/profilename.h"
#include "wording/detailswording.h"
#include "wording/profilewording.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Key = ProfileError::Field;

constexpr std::array regions{Region::Eu, Region::Us, Region::Custom};
constexpr std::array kinds{ProfileKind::Development, ProfileKind::Production};

QLabel *addLabel(QVBoxLayout *layout, const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setBuddy(buddy);
    label->setContentsMargins(0, layout->isEmpty() ? 0 : Metrics::space(2), 0, 0);
    buddy->setAccessibleName(text);
    layout->addWidget(label);
    layout->addWidget(buddy);
    return label;
}

QString nameWithHost(Region region)
{
    Profile profile;
    profile.region = region;
    if (region == Region::Custom)
        return ProfileWording::name(region);
    //: A region and the host of its API
    return ProfileForm::tr("%1 (%2)").arg(
        ProfileWording::name(region), ProfileWording::place(profile));
}

QString addressOf(Region region)
{
    Profile profile;
    profile.region = region;
    const auto url = baseUrlOf(profile);
    return url ? url->toString() : u"https://kombo.example.com/v1"_s;
}

QStringList linesOf(const QPlainTextEdit *edit)
{
    QStringList lines = edit->toPlainText().split(u'\n');
    while (!lines.isEmpty() && cleanedInput(lines.last()).isEmpty())
        lines.removeLast();
    return lines;
}

template <typename Value> void fill(QComboBox *combo, const QList<Value> &values)
{
    for (const Value value : values)
        combo->addItem(DetailsWording::name(value), QVariant::fromValue(value));
}

template <typename Value> void choose(QComboBox *combo, Value value)
{
    combo->setCurrentIndex(combo->findData(QVariant::fromValue(value)));
}

} // namespace

ProfileForm::ProfileForm(QWidget *keyPanel, QWidget *parent)
    : QWidget(parent)
    , m_hint(mutedLabel({}))
    , m_name(new QLineEdit(this))
    , m_region(new NamedComboBox(this))
    , m_baseUrl(new QLineEdit(this))
    , m_kind(new QButtonGroup(this))
    , m_keyPanel(keyPanel)
    , m_linkHosts(new QPlainTextEdit(this))
    , m_category(new NamedComboBox(this))
    , m_language(new NamedComboBox(this))
    , m_originIds(new QCheckBox(ProfileWording::label(Key::OriginIds), this))
    , m_topLevel(new QCheckBox(ProfileWording::label(Key::Placement), this))
{
    m_name->setObjectName(u"nameEdit"_s);
    m_region->setObjectName(u"regionCombo"_s);
    m_baseUrl->setObjectName(u"baseUrlEdit"_s);
    m_linkHosts->setObjectName(u"linkHostsEdit"_s);
    m_category->setObjectName(u"categoryCombo"_s);
    m_language->setObjectName(u"languageCombo"_s);
    m_originIds->setObjectName(u"originIdsCheck"_s);
    m_topLevel->setObjectName(u"topLevelCheck"_s);
    m_hint->setObjectName(u"formHint"_s);
    m_hint->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_hint);
    makeIdentity(layout);
    makeKinds(layout);
    layout->addSpacing(Metrics::space(2));
    layout->addWidget(keyPanel);
    layout->addSpacing(Metrics::space(3));
    makeDefaults(layout);
    makeLinkHosts(layout);
    layout->addStretch();
    connectEdits();
    setTabOrders();
}

void ProfileForm::makeIdentity(QVBoxLayout *layout)
{
    addLabel(layout, ProfileWording::label(Key::Name), m_name);
    addError(layout, Key::Name, m_name);
    for (const Region region : regions)
        m_region->addItem(nameWithHost(region), int(region));
    addLabel(layout, ProfileWording::label(Key::Region), m_region);
    addError(layout, Key::Region, m_region);
    addLabel(layout, ProfileWording::label(Key::BaseUrl), m_baseUrl);
    addError(layout, Key::BaseUrl, m_baseUrl);
}

void ProfileForm::makeKinds(QVBoxLayout *layout)
{
    auto *label = new QLabel(ProfileWording::label(Key::Kind));
    label->setContentsMargins(0, Metrics::space(2), 0, 0);
    layout->addWidget(label);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Metrics::space(3));
    grid->setVerticalSpacing(Metrics::space(1));
    grid->setColumnStretch(1, 1);
    for (const ProfileKind kind : kinds) {
        auto *radio = new QRadioButton(ProfileWording::name(kind));
        radio->setIcon(kindSwatch(kind));
        radio->setObjectName(
            kind == ProfileKind::Production ? u"productionRadio"_s : u"developmentRadio"_s);
        radio->setAccessibleDescription(ProfileWording::effect(kind));
        m_kind->addButton(radio, int(kind));
        const int row = grid->rowCount();
        grid->addWidget(radio, row, 0, Qt::AlignTop);
        grid->addWidget(mutedLabel(ProfileWording::effect(kind)), row, 1);
    }
    layout->addLayout(grid);
    addError(layout, Key::Kind, m_kind->buttons().constFirst());
}

void ProfileForm::makeLinkHosts(QVBoxLayout *layout)
{
    m_linkHosts->setTabChangesFocus(true);
    m_linkHosts->setFixedHeight(Metrics::space(16));
    m_linkHosts->setPlaceholderText(tr("One host per line; none is usual"));
    addLabel(layout, ProfileWording::label(Key::LinkHosts), m_linkHosts);
    addError(layout, Key::LinkHosts, m_linkHosts);
    layout->addWidget(mutedLabel(
        tr("Links are opened if they lead to kombo.dev or below, to the host of the base URL, or "
           "to a host that stands here.")));
}

void ProfileForm::makeDefaults(QVBoxLayout *layout)
{
    auto *heading = new QLabel(tr("Defaults for new links"));
    heading->setFont(Metrics::heading());
    layout->addWidget(heading);
    fill(m_category, allCategories());
    fill(m_language, allFlowLanguages());
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::space(3));
    for (const auto &[field, combo] :
        {std::pair{Key::Category, m_category}, std::pair{Key::Language, m_language}}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(Metrics::space(1));
        addLabel(column, ProfileWording::label(field), combo);
        row->addLayout(column, 1);
    }
    layout->addLayout(row);
    layout->addSpacing(Metrics::space(1));
    layout->addWidget(m_originIds);
    layout->addWidget(mutedLabel(
        tr("The origin ID ties an integration to your own record of the client; without one it is "
           "hard to find again.")));
    layout->addSpacing(Metrics::space(1));
    layout->addWidget(m_topLevel);
    layout->addWidget(mutedLabel(
        tr("For environments that refuse to be framed. In an application of yours the flow stands "
           "in a frame, so leave this off where it works.")));
}

QLabel *ProfileForm::addError(QVBoxLayout *layout, ProfileError::Field field, QWidget *edit)
{
    auto *error = new QLabel;
    error->setTextFormat(Qt::PlainText);
    error->setWordWrap(true);
    error->setForegroundRole(QPalette::BrightText);
    error->setFont(Metrics::small());
    error->setObjectName(edit->objectName() + u"Error"_s);
    error->hide();
    layout->addWidget(error);
    m_fields.append({field, edit, error});
    return error;
}

void ProfileForm::connectEdits()
{
    for (QWidget *edit : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_baseUrl),
             static_cast<QWidget *>(m_linkHosts)})
        edit->installEventFilter(this);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_isNameProposed = false; });
    connect(m_name, &QLineEdit::textChanged, this, &ProfileForm::noteEdit);
    connect(m_region, &QComboBox::currentIndexChanged, this, &ProfileForm::noteRegion);
    connect(m_baseUrl, &QLineEdit::textChanged, this, &ProfileForm::noteEdit);
    connect(m_kind, &QButtonGroup::idToggled, this, &ProfileForm::proposeName);
    connect(m_linkHosts, &QPlainTextEdit::textChanged, this, &ProfileForm::noteEdit);
}

// In reading order; the parts of the key panel keep theirs.
void ProfileForm::setTabOrders()
{
    QList<QWidget *> order{m_name, m_region, m_baseUrl};
    const QList<QAbstractButton *> radios = m_kind->buttons();
    for (QAbstractButton *radio : radios)
        order.append(radio);
    const QList<QWidget *> keyParts = m_keyPanel->findChildren<QWidget *>();
    for (QWidget *part : keyParts) {
        if (part->focusPolicy() & Qt::TabFocus)
            order.append(part);
    }
    order.append({m_category, m_language, m_originIds, m_topLevel, m_linkHosts});
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void ProfileForm::setProfile(const Profile &profile)
{
    m_profile = profile;
    m_left.clear();
    m_isNameProposed = profile.id.isEmpty() && profile.name.isEmpty();
    m_name->setText(profile.name);
    m_baseUrl->setText(profile.customBaseUrl);
    m_linkHosts->setPlainText(profile.linkHosts.join(u'\n'));
    m_region->setCurrentIndex(m_region->findData(int(profile.region)));
    if (QAbstractButton *radio = m_kind->button(int(profile.kind)))
        radio->setChecked(true);
    choose(m_category, profile.category);
    choose(m_language, profile.language);
    m_originIds->setChecked(profile.originIds == OriginIdPolicy::Required);
    m_topLevel->setChecked(profile.placement == FlowPlacement::TopLevel);
    noteRegion();
    if (isPractice(profile))
        lock();
}

void ProfileForm::setOthers(const QList<Profile> &others)
{
    m_others = others;
    showProblems(checkProfile(draft(), m_others));
}

Profile ProfileForm::draft() const
{
    Profile draft = m_profile;
    draft.category = m_category->currentData().value<Category>();
    draft.language = m_language->currentData().value<FlowLanguage>();
    draft.originIds =
        m_originIds->isChecked() ? OriginIdPolicy::Required : OriginIdPolicy::Optional;
    draft.placement = m_topLevel->isChecked() ? FlowPlacement::TopLevel : FlowPlacement::Frame;
    if (isPractice(m_profile))
        return draft;
    draft.name = m_name->text();
    draft.region = Region(m_region->currentData().toInt());
    draft.customBaseUrl = draft.region == Region::Custom ? m_baseUrl->text() : QString();
    draft.kind = ProfileKind(m_kind->checkedId());
    draft.linkHosts = linesOf(m_linkHosts);
    return draft;
}

bool ProfileForm::check()
{
    const QList<ProfileError> errors = checkProfile(draft(), m_others);
    present(errors);
    return errors.isEmpty();
}

void ProfileForm::present(const QList<ProfileError> &errors)
{
    for (const Field &field : std::as_const(m_fields))
        m_left.insert(field.edit);
    showProblems(errors);
    for (const Field &field : std::as_const(m_fields)) {
        if (errorOf(field.field, errors)) {
            field.edit->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void ProfileForm::focusFirstField()
{
    if (isPractice(m_profile)) {
        m_category->setFocus(Qt::OtherFocusReason);
    } else if (m_isNameProposed) {
        m_region->setFocus(Qt::OtherFocusReason);
    } else {
        m_name->setFocus(Qt::OtherFocusReason);
        m_name->selectAll();
    }
}

bool ProfileForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        m_left.insert(watched);
        showProblems(checkProfile(draft(), m_others));
    }
    return QWidget::eventFilter(watched, event);
}

// Practice cannot be broken; what cannot be edited says so where it stands.
void ProfileForm::lock()
{
    const QString reason = tr("Practice belongs to the application: only the defaults for new "
                              "links can be changed.");
    m_hint->setText(reason);
    m_hint->show();
    m_region->clear();
    m_region->addItem(ProfileWording::place(m_profile));
    m_baseUrl->setPlaceholderText(tr("The practice server has its own address"));
    m_kind->setExclusive(false);
    QList<QWidget *> fixed{m_name, m_region, m_baseUrl, m_linkHosts};
    const QList<QAbstractButton *> radios = m_kind->buttons();
    for (QAbstractButton *radio : radios) {
        radio->setChecked(false);
        fixed.append(radio);
    }
    for (QWidget *edit : std::as_const(fixed)) {
        edit->setEnabled(false);
        edit->setToolTip(reason);
        edit->setAccessibleDescription(reason);
    }
}

void ProfileForm::noteEdit()
{
    showProblems(checkProfile(draft(), m_others));
    Q_EMIT edited();
}

void ProfileForm::noteRegion()
{
    const Region region = Region(m_region->currentData().toInt());
    const bool isCustom = region == Region::Custom;
    const QString reason = isCustom
        ? QString()
        //: %1 is the name of a region
        : tr("The address of %1 is fixed. Choose the region “%2” to enter another one.")
              .arg(ProfileWording::name(region), ProfileWording::name(Region::Custom));
    m_baseUrl->setEnabled(isCustom && !isPractice(m_profile));
    m_baseUrl->setToolTip(reason);
    m_baseUrl->setAccessibleDescription(reason);
    m_baseUrl->setPlaceholderText(addressOf(region));
    if (!isCustom)
        m_baseUrl->clear();
    proposeName();
}

void ProfileForm::proposeName()
{
    if (m_isNameProposed) {
        const Profile now = draft();
        m_name->setText(freeName(ProfileWording::proposedName(now.region, now.kind), m_others));
    }
    noteEdit();
}

void ProfileForm::showProblems(const QList<ProfileError> &errors)
{
    for (const Field &field : std::as_const(m_fields)) {
        const auto error =
            m_left.contains(field.edit) ? errorOf(field.field, errors) : std::nullopt;
        const QString sentence = error ? ProfileWording::sentence(*error) : QString();
        field.error->setText(sentence);
        field.error->setVisible(error.has_value());
        if (error || field.edit->property("invalid").toBool())
            field.edit->setAccessibleDescription(sentence);
        field.edit->setProperty("invalid", error.has_value());
        field.edit->update();
    }
}

} // namespace desk
