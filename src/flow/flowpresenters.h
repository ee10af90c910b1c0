// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QRect>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>

namespace desk {

class PopupPage;

//! Whatever shows a pop-up; destroyed right before its page. The page may not be deleted by it.
class PopupView {
public:
    virtual ~PopupView() = default;
};

//! A file that a page offers, or that a print becomes.
struct SaveRequest {
    enum class What { Download, Print };

    What what = What::Download;
    QString fileName; //!< a plain name, safe to put behind a folder
    QString host; //!< empty if the page made the file by itself
    qint64 size = -1; //!< in bytes; negative if nobody knows
};

//! A question to the person in front of the window; destroying it takes it back unanswered.
class OpenQuestion {
public:
    virtual ~OpenQuestion() = default;
};

struct UploadRequest {
    QString host; //!< empty if nobody knows
    bool isMultiple = false;
    QStringList mimeTypes; //!< or suffixes with their dot, as the page wrote them
};

/*!
 * Lets somebody choose files for an upload. The engine wants its answer in the same call, so ask()
 * may run an event loop of its own, the only one in this project; anything may happen there, the
 * flow's end included.
 */
class UploadChooser {
public:
    virtual ~UploadChooser() = default;

    //! Absolute paths; empty if nothing was chosen, and at once while somebody is asked already.
    QStringList choose(const UploadRequest &request)
    {
        if (m_isAsking)
            return {};
        m_isAsking = true;
        QStringList chosen = ask(request);
        m_isAsking = false;
        return chosen;
    }
    //! Makes a running choose() return nothing soon.
    virtual void cancel() = 0;

protected:
    virtual QStringList ask(const UploadRequest &request) = 0;

private:
    bool m_isAsking = false;
};

/*!
 * How a flow reaches the person in front of it. What is left empty is refused, and noted, or works
 * unseen in the case of pop-ups. All of it is called in the GUI thread.
 */
struct FlowPresenters {
    //! Shows the page; the geometry is what the page asked for, and may be empty or absurd.
    using Popup = std::function<std::unique_ptr<PopupView>(PopupPage *page, const QRect &geometry)>;
    using SaveAnswer = std::function<void(const QString &path)>;
    //! Returns at once; answers once, from the event loop, with an empty path for no.
    using Save =
        std::function<std::unique_ptr<OpenQuestion>(const SaveRequest &request, SaveAnswer answer)>;
    //! Opens an address in the browser of the system; false if there is none.
    using Link = std::function<bool(const QUrl &url)>;

    Popup popup = {};
    Save save = {};
    std::shared_ptr<UploadChooser> upload = {};
    Link link = {};
};

} // namespace desk
