// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/demo/demomode.h"

#include "ui/guard/demoquestion.h"

#include "workspace/workspace.h"

#include <QWidget>

namespace desk {

DemoMode::DemoMode(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
    connect(&m_workspace, &Workspace::profileChanged, this, &DemoMode::followProfile);
}

void DemoMode::setOn(bool on)
{
    if (on == m_isOn)
        return;
    if (on && m_workspace.profile().kind == ProfileKind::Production)
        askToBegin();
    else
        change(on);
}

void DemoMode::change(bool on)
{
    if (m_isOn == on)
        return;
    m_isOn = on;
    if (!on)
        m_confirmedId.clear();
    Q_EMIT changed(on);
}

void DemoMode::askToBegin()
{
    const Profile profile = m_workspace.profile();
    DemoChoices choices;
    choices.canStop = true;
    choices.showProduction = [this, id = profile.id] {
        m_confirmedId = id;
        change(true);
        followProfile(); // another one may have come to be used while the question was open
    };
    choices.usePractice = [this] {
        usePractice();
        change(true);
    };
    askBeforeDemo(m_window, profile.name, choices);
}

void DemoMode::followProfile()
{
    const Profile profile = m_workspace.profile();
    if (!m_isOn || profile.id == m_confirmedId)
        return;
    m_confirmedId.clear();
    if (profile.kind != ProfileKind::Production)
        return;
    // Whoever heard of the change before sees practice again before anything is drawn.
    usePractice();
    DemoChoices choices;
    choices.showProduction = [this, id = profile.id] {
        m_confirmedId = id;
        if (m_workspace.switchTo(id))
            m_workspace.prepare();
    };
    choices.usePractice = [] {};
    askBeforeDemo(m_window, profile.name, choices);
}

void DemoMode::usePractice()
{
    m_workspace.switchTo(practiceProfile().id);
    m_workspace.prepare();
}

} // namespace desk
