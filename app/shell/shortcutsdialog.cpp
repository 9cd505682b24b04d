// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shortcutsdialog.h"

#include "widgets/look.h"

#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

namespace {

struct Shortcuts
{
    Q_DECLARE_TR_FUNCTIONS(Shortcuts)
};

std::vector<std::pair<QString, QString>> shortcuts()
{
    return {{Shortcuts::tr("Accept the offer"), QStringLiteral("Ctrl+Return")},
            {Shortcuts::tr("Reject the offer"), QStringLiteral("Ctrl+Backspace")},
            {Shortcuts::tr("Ready"), QStringLiteral("Ctrl+1")},
            {Shortcuts::tr("Not ready"), QStringLiteral("Ctrl+2")},
            {Shortcuts::tr("After contact work"), QStringLiteral("Ctrl+3")},
            {Shortcuts::tr("Do not disturb"), QStringLiteral("Ctrl+4")},
            {Shortcuts::tr("Next conversation"), QStringLiteral("Alt+Down")},
            {Shortcuts::tr("Previous conversation"), QStringLiteral("Alt+Up")},
            {Shortcuts::tr("Write a message"), QStringLiteral("Ctrl+M")},
            {Shortcuts::tr("Transfer"), QStringLiteral("Ctrl+T")},
            {Shortcuts::tr("Consult"), QStringLiteral("Ctrl+Shift+C")},
            {Shortcuts::tr("Park"), QStringLiteral("Ctrl+Shift+P")},
            {Shortcuts::tr("Why was this routed so?"), QStringLiteral("Ctrl+Shift+W")},
            {Shortcuts::tr("Search or do anything"), QStringLiteral("Ctrl+K")},
            {Shortcuts::tr("Channels"), QStringLiteral("Ctrl+Shift+K")},
            {Shortcuts::tr("Work"), QStringLiteral("Alt+1")},
            {Shortcuts::tr("Queues and workbins"), QStringLiteral("Alt+2")},
            {Shortcuts::tr("Team"), QStringLiteral("Alt+3")},
            {Shortcuts::tr("Wallboard"), QStringLiteral("Alt+4")},
            {Shortcuts::tr("Administration"), QStringLiteral("Alt+5")},
            {Shortcuts::tr("Strategies"), QStringLiteral("Alt+6")},
            {Shortcuts::tr("Wallboard on the full screen"), QStringLiteral("F11")},
            {Shortcuts::tr("End conversation"), QStringLiteral("Ctrl+Shift+E")},
            {Shortcuts::tr("Mark done"), QStringLiteral("Ctrl+Shift+D")},
            {Shortcuts::tr("This list"), QStringLiteral("F1")}};
}

} // namespace

void showShortcuts(const Look &look, QWidget *over)
{
    auto *dialog = new QDialog(over->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Shortcuts::tr("Keyboard shortcuts"));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 20, 24, 20);
    auto *title = new QLabel(Shortcuts::tr("Keyboard shortcuts"), dialog);
    title->setProperty("role", QStringLiteral("heading"));
    column->addWidget(title);
    column->addSpacing(8);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(look.px(40));
    grid->setVerticalSpacing(look.px(8));
    int row = 0;
    for (const auto &[what, keys] : shortcuts()) {
        auto *name = new QLabel(what, dialog);
        auto *key = new QLabel(QKeySequence(keys).toString(QKeySequence::NativeText), dialog);
        key->setProperty("role", QStringLiteral("muted"));
        grid->addWidget(name, row, 0);
        grid->addWidget(key, row++, 1, Qt::AlignTrailing);
    }
    column->addLayout(grid);
    column->addSpacing(12);
    auto *close = new QPushButton(Shortcuts::tr("Close"), dialog);
    column->addWidget(close, 0, Qt::AlignTrailing);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    dialog->open();
}

} // namespace tandem
