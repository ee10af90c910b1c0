// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/tools/notedocument.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Enough for a list within a list; beyond it each level costs width, and thousands of them time.
constexpr int deepestNesting = 6;
constexpr qsizetype longestLine = 2'000;
// Qt takes seconds for a list of a thousand items.
constexpr qsizetype mostLines = 150;

bool isMarker(QStringView line, qsizetype i)
{
    const QChar character = line.at(i);
    if (character == u'.' || character == u')')
        return i > 0 && line.at(i - 1).isDigit();
    return QStringView(u">-*+").contains(character);
}

bool mayStandBetweenMarkers(QChar character)
{
    return character.isSpace() || character.isDigit();
}

// A line may open a level with each of its first characters ("> > > >", "1. 1. 1. 1.").
QString withoutDeepNesting(const QString &line)
{
    int depth = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (isMarker(line, i) && ++depth > deepestNesting) {
            static const QRegularExpression markers(u"^[->*+.)\\s\\d]+"_s);
            return line.first(i) + u' ' + line.sliced(i).remove(markers);
        }
        if (!isMarker(line, i) && !mayStandBetweenMarkers(line.at(i)))
            break;
    }
    return line;
}

QString bounded(const QString &markdown)
{
    QString text = markdown.size() <= NoteDocument::longest
        ? markdown
        : markdown.first(NoteDocument::longest) + u'…';
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').remove(QChar::Null);
    QStringList lines = text.split(u'\n').mid(0, mostLines);
    for (QString &line : lines)
        line = withoutDeepNesting(line.left(longestLine));
    return lines.join(u'\n');
}

struct Piece {
    int from = 0;
    int to = 0;
    QTextCharFormat format;
};

template <typename Wanted> QList<Piece> pieces(const QTextDocument &document, Wanted wanted)
{
    QList<Piece> found;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (fragment.isValid() && wanted(fragment.charFormat())) {
                found.append({fragment.position(), fragment.position() + fragment.length(),
                    fragment.charFormat()});
            }
        }
    }
    std::reverse(found.begin(), found.end()); // so that changes do not move what is still to come
    return found;
}

} // namespace

bool isNoteLink(const QUrl &url)
{
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty()
        && url.userInfo().isEmpty();
}

void NoteDocument::setNote(const QString &markdown)
{
    setUndoRedoEnabled(false);
    // Plain CommonMark: tables of a thousand columns are of GitHub's dialect.
    setMarkdown(bounded(markdown), MarkdownFeatures(MarkdownDialectCommonMark) | MarkdownNoHTML);
    replacePictures();
    dropForeignLinks();
}

QVariant NoteDocument::loadResource(int, const QUrl &)
{
    // Not even an invalid value goes on to the implementation of Qt: that one opens local files.
    return QByteArray();
}

void NoteDocument::replacePictures()
{
    const auto pictures =
        pieces(*this, [](const QTextCharFormat &format) { return format.isImageFormat(); });
    for (const Piece &piece : pictures) {
        QString description = piece.format.toImageFormat()
                                  .property(QTextFormat::ImageAltText)
                                  .toString()
                                  .simplified();
        if (description.isEmpty())
            description = tr("picture");
        QTextCursor cursor(this);
        cursor.setPosition(piece.from);
        cursor.setPosition(piece.to, QTextCursor::KeepAnchor);
        cursor.insertText(u'[' + description + u']', QTextCharFormat());
    }
}

void NoteDocument::dropForeignLinks()
{
    const auto links = pieces(*this, [](const QTextCharFormat &format) {
        return format.isAnchor() && !isNoteLink(QUrl(format.anchorHref(), QUrl::StrictMode));
    });
    for (const Piece &piece : links) {
        QTextCharFormat plain = piece.format;
        plain.setAnchor(false);
        plain.clearProperty(QTextFormat::AnchorHref);
        plain.clearProperty(QTextFormat::AnchorName);
        plain.clearProperty(QTextFormat::TextToolTip);
        plain.clearForeground();
        plain.setFontUnderline(false);
        QTextCursor cursor(this);
        cursor.setPosition(piece.from);
        cursor.setPosition(piece.to, QTextCursor::KeepAnchor);
        cursor.setCharFormat(plain);
    }
}

} // namespace desk
