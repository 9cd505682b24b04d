// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filetransfers.h"
#include "widgets/widgets_export.h"

#include <QWidget>

#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace tandem {

class ElidedLabel;
class Look;

// A line for each file on its way: how far it is, or why it did not go on. Nothing to see where
// there is none.
class TANDEM_WIDGETS_EXPORT TransferList : public QWidget
{
    Q_OBJECT

public:
    explicit TransferList(const Look &look, QWidget *parent = nullptr);

    void show(const std::vector<FileTransfers::Transfer> &transfers);

signals:
    void retryAsked(int number);
    void cancelAsked(int number);

protected:
    using QWidget::show;

private:
    struct Line
    {
        int number = 0;
        QWidget *whole = nullptr;
        ElidedLabel *text = nullptr;
        QProgressBar *progress = nullptr;
        QPushButton *retry = nullptr;
    };

    Line makeLine(const FileTransfers::Transfer &transfer);
    static void update(const Line &line, const FileTransfers::Transfer &transfer);

    const Look &m_look;
    QVBoxLayout *m_column;
    std::vector<Line> m_lines;
};

} // namespace tandem
