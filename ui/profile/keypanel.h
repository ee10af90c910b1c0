// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wording/keywording.h"

#include "keys/keycheck.h"
#include "keys/keystates.h"
#include "profiles/profile.h"
#include "secrets/secretcall.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace desk {

class KeyEdit;
class Notice;
class SecretKeeper;

/*!
 * The API key of one profile: where it is, a field to enter one, and what the API says about it. A
 * key is never shown, only replaced. One that was pasted is checked at once; none is kept before
 * keep(), and none only for this session unless the person says so. The keeper must outlive it.
 */
class KeyPanel final : public QWidget {
    Q_OBJECT

public:
    explicit KeyPanel(SecretKeeper &keeper, QWidget *parent = nullptr);

    //! What the form says now, and the profile as it is kept; absent for a new one.
    void present(const Profile &draft, const std::optional<Profile> &kept);
    //! Puts the cursor where a key is entered, also in place of one that is kept.
    void focusKey();
    bool hasTypedKey() const;

    /*!
     * Asks whether what was typed may be kept, and checks it first if nobody has; ends with
     * judged(). A key that the API refused may not; one that nobody could judge may if this is
     * asked again.
     */
    void judge();
    //! Keeps what was typed for a profile that is in the store; ends with kept(), at once if
    //! nothing was typed. If the keychain fails, the panel says so and kept() may come later.
    void keep(const Profile &profile);
    //! Gives up a judge() or keep() that has not ended.
    void stopWaiting();

Q_SIGNALS:
    void judged(bool mayBeKept);
    void kept();
    //! The keychain failed; keeping waits for the person.
    void keepingFailed();
    //! Something new stands in the panel that should be seen.
    void spoke();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Verdict { None, Skipped, Accepted, Wrong, NotFromHere, NotKnown };
    enum class NoticeAbout { Check, Keeping, Moving, Removal };

    QWidget *makeStateRow();
    QWidget *makeKeyRow();
    QWidget *makeResultRow();
    void connectParts();

    void noteEdit();
    void leaveField();
    void checkByItself();
    void pressCheck();
    void checkNow();
    void checkKept();
    void startCheck(const Secret &key);
    void stopCheck();
    void showAccepted(const EnvironmentInfo &environment);
    void showRefused(const ApiError &error);
    void conclude(Verdict verdict);

    void startReplacing();
    void askToRemove();
    void removeKey();
    void keepForThisSession();
    void endKeeping();
    void moveToKeychain();
    void tryAgain();
    void follow(SecretCall *call, KeyWording::Action action, NoticeAbout about,
        const std::function<void()> &done);
    void showTrouble(const SecretError &error, KeyWording::Action action, NoticeAbout about);

    KeyState state() const;
    std::optional<QString> keyId() const;
    void refresh();
    QString stateText(const KeyState &state) const;
    void showRow(const KeyState &state);
    void showSentence(const QString &sentence);
    void showLine(const QString &text, bool isAccepted = false);
    void clearResult();

    SecretKeeper &m_keeper;
    KeyStates m_states;
    KeyCheck m_check;
    QTimer m_checkSoon;
    QTimer m_lookSoon;
    Profile m_draft;
    std::optional<Profile> m_kept;
    std::optional<QString> m_environment; //!< of the kept key, as far as it was checked here
    std::optional<QString> m_typedEnvironment;
    Verdict m_verdict = Verdict::None; //!< about what was typed
    NoticeAbout m_noticeAbout = NoticeAbout::Check;
    QPointer<SecretRead> m_read;
    bool m_isJudging = false;
    bool m_isReplacing = false;
    bool m_wantsFocus = false;

    QLabel *m_stateIcon;
    QLabel *m_state;
    QPushButton *m_lookAgain;
    QLabel *m_label;
    KeyEdit *m_edit;
    QPushButton *m_checkButton;
    QPushButton *m_replace;
    QPushButton *m_move;
    QPushButton *m_remove;
    QLabel *m_error;
    QWidget *m_resultRow = nullptr;
    QLabel *m_resultIcon;
    QLabel *m_result;
    Notice *m_notice;
};

} // namespace desk
