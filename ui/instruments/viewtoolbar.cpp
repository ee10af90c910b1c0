// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/instruments/viewtoolbar.h"

#include "ui/instruments/conditionsmenu.h"
#include "ui/instruments/viewportdialogs.h"
#include "ui/parts/namedcombobox.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Kept in the combo box as data: a size of no extent fits the room, none at all asks.
constexpr QSize fitting{0, 0};
constexpr QSize usualPhone{390, 844};

QToolButton *quietButton(QWidget *parent, IconName name, const QString &text, const QString &id)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(id);
    button->setIcon(icon(name));
    button->setAutoRaise(true);
    button->setProperty("emphasis", u"quiet"_s);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    button->setToolTip(text);
    return button;
}

void openMenuBelow(QToolButton *button, QMenu *menu)
{
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
}

QString sizeText(QSize size)
{
    return u"%1 × %2"_s.arg(size.width()).arg(size.height());
}

} // namespace

ViewToolbar::ViewToolbar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QWidget(this))
{
    setObjectName(u"viewToolbar"_s);
    m_preset = new NamedComboBox(m_row);
    m_rotate = quietButton(
        m_row, IconName::RotateCwSquare, tr("Rotate viewport"), u"rotateViewportButton"_s);
    m_zoom = new NamedComboBox(m_row);
    m_conditionsMenu = new ConditionsMenu(this);
    m_conditionsButton =
        quietButton(m_row, IconName::SlidersHorizontal, tr("Conditions"), u"conditionsButton"_s);
    m_screenshotMenu = new QMenu(tr("Screenshot"), this);
    m_screenshots = quietButton(m_row, IconName::Camera, tr("Screenshot"), u"screenshotButton"_s);
    m_tools =
        quietButton(m_row, IconName::CodeXml, tr("Developer tools"), u"developerToolsButton"_s);
    m_viewMenu = new QMenu(tr("View"), this);
    m_view = quietButton(this, IconName::MonitorSmartphone, tr("View"), u"viewButton"_s);
    fillPresets();
    fillZooms();
    fillScreenshots();
    openMenuBelow(m_conditionsButton, m_conditionsMenu);
    openMenuBelow(m_screenshots, m_screenshotMenu);
    openMenuBelow(m_view, m_viewMenu);
    // Filled when it opens: it shows what holds then.
    connect(m_viewMenu, &QMenu::aboutToShow, this, &ViewToolbar::fillView);
    connect(m_rotate, &QToolButton::clicked, this, [this] { choose(m_conditions.rotated()); });
    connect(m_conditionsMenu, &ConditionsMenu::chosen, this, &ViewToolbar::choose);
    connect(m_conditionsMenu, &ConditionsMenu::headersWanted, this, &ViewToolbar::askForHeaders);
    connect(m_tools, &QToolButton::clicked, this, &ViewToolbar::developerToolsRequested);
    layOut();
    setHasPage(false);
    showConditions();
}

void ViewToolbar::setConditions(const ViewingConditions &conditions)
{
    m_conditions = conditions;
    showConditions();
}

void ViewToolbar::setHasPage(bool hasPage)
{
    m_screenshots->setEnabled(hasPage);
    m_tools->setEnabled(hasPage);
}

QSize ViewToolbar::sizeHint() const
{
    return m_row->sizeHint();
}

QSize ViewToolbar::minimumSizeHint() const
{
    return {m_view->sizeHint().width(), m_row->sizeHint().height()};
}

void ViewToolbar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isRoomy = width() >= m_row->sizeHint().width();
    m_row->setVisible(isRoomy);
    m_view->setVisible(!isRoomy);
    m_row->setGeometry(rect());
    const QSize small = m_view->sizeHint();
    m_view->setGeometry({QPoint(width() - small.width(), (height() - small.height()) / 2), small});
}

void ViewToolbar::choose(const ViewingConditions &conditions)
{
    m_conditions = conditions;
    showConditions();
    Q_EMIT conditionsChosen(conditions);
}

void ViewToolbar::choosePreset(int index)
{
    const QVariant value = m_preset->itemData(index);
    if (!value.isValid()) {
        askForSize();
        return;
    }
    ViewingConditions conditions = m_conditions;
    const QSize size = value.toSize();
    const auto presets = viewportPresets();
    for (const ViewportPreset &preset : presets) {
        if (preset.size == size || preset.size.transposed() == size)
            conditions = preset.appliedTo(conditions);
    }
    if (size == fitting) {
        conditions.deviceScale.reset();
        conditions.hasTouch = false;
        conditions.size.reset();
    } else {
        conditions.size = size;
    }
    choose(conditions);
}

void ViewToolbar::askForSize()
{
    showPreset(); // until there is an answer, what holds
    auto *dialog = new ViewportSizeDialog(m_conditions.size.value_or(usualPhone), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        ViewingConditions conditions = m_conditions;
        conditions.size = dialog->size();
        choose(conditions);
    });
    dialog->open();
}

void ViewToolbar::askForHeaders()
{
    auto *dialog = new RequestHeadersDialog(m_conditions, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { choose(dialog->conditions()); });
    dialog->open();
}

void ViewToolbar::showConditions()
{
    showPreset();
    const QSignalBlocker blocker(m_zoom);
    int zoom = m_zoom->findData(m_conditions.zoom);
    if (zoom < 0) {
        m_zoom->addItem(u"%1 %"_s.arg(m_conditions.zoom), m_conditions.zoom);
        zoom = m_zoom->count() - 1;
    }
    m_zoom->setCurrentIndex(zoom);
    m_rotate->setEnabled(m_conditions.size.has_value());
    m_conditionsMenu->setConditions(m_conditions);
}

// A size of its own, or a preset on its side, gets an entry for as long as it holds.
void ViewToolbar::showPreset()
{
    const QSignalBlocker blocker(m_preset);
    const int usual = int(viewportPresets().size()) + 2;
    while (m_preset->count() > usual)
        m_preset->removeItem(usual - 1);
    const QSize size = m_conditions.size.value_or(fitting);
    int index = m_preset->findData(size);
    if (index < 0) {
        index = usual - 1;
        m_preset->insertItem(index, sizeText(size), size);
    }
    m_preset->setCurrentIndex(index);
}

void ViewToolbar::fillPresets()
{
    m_preset->setObjectName(u"viewportPreset"_s);
    m_preset->setAccessibleName(tr("Viewport"));
    m_preset->setToolTip(tr("Viewport"));
    m_preset->addItem(tr("Fit window"), fitting);
    const auto presets = viewportPresets();
    for (const ViewportPreset &preset : presets)
        m_preset->addItem(sizeText(preset.size), preset.size);
    m_preset->addItem(tr("Custom…"));
    connect(m_preset, &QComboBox::activated, this, &ViewToolbar::choosePreset);
}

void ViewToolbar::fillZooms()
{
    m_zoom->setObjectName(u"viewportZoom"_s);
    m_zoom->setAccessibleName(tr("Zoom"));
    m_zoom->setToolTip(tr("Zoom"));
    for (const int zoom : {50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200})
        m_zoom->addItem(u"%1 %"_s.arg(zoom), zoom);
    connect(m_zoom, &QComboBox::activated, this, [this](int index) {
        ViewingConditions conditions = m_conditions;
        conditions.zoom = m_zoom->itemData(index).toInt();
        choose(conditions);
    });
}

void ViewToolbar::fillScreenshots()
{
    const auto add = [this](const QString &text, bool isFullPage, Destination destination) {
        m_screenshotMenu->addAction(text, this, [this, isFullPage, destination] {
            Q_EMIT screenshotRequested(isFullPage, destination);
        });
    };
    add(tr("&Save view…"), false, Destination::File);
    add(tr("&Copy view"), false, Destination::Clipboard);
    m_screenshotMenu->addSeparator();
    add(tr("Save &full page…"), true, Destination::File);
    add(tr("Copy full &page"), true, Destination::Clipboard);
}

void ViewToolbar::fillView()
{
    m_viewMenu->clear();
    qDeleteAll(m_viewMenu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    const auto offer = [this](QComboBox *box, const QString &title) {
        QMenu *menu = m_viewMenu->addMenu(title);
        for (int i = 0; i < box->count(); ++i) {
            QAction *action =
                menu->addAction(box->itemText(i), box, [box, i] { Q_EMIT box->activated(i); });
            action->setCheckable(true);
            action->setChecked(i == box->currentIndex());
        }
    };
    offer(m_preset, tr("&Viewport"));
    m_viewMenu->addAction(tr("&Rotate viewport"), m_rotate, &QToolButton::click)
        ->setEnabled(m_rotate->isEnabled());
    offer(m_zoom, tr("&Zoom"));
    m_viewMenu->addMenu(m_conditionsMenu);
    m_viewMenu->addSeparator();
    m_viewMenu->addMenu(m_screenshotMenu)->setEnabled(m_screenshots->isEnabled());
    m_viewMenu->addAction(tr("&Developer tools"), m_tools, &QToolButton::click)
        ->setEnabled(m_tools->isEnabled());
}

void ViewToolbar::layOut()
{
    auto *layout = new QHBoxLayout(m_row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    for (QWidget *tool : std::initializer_list<QWidget *>{
             m_preset, m_rotate, m_zoom, m_conditionsButton, m_screenshots, m_tools})
        layout->addWidget(tool, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

} // namespace desk
