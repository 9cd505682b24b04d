// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

class QFrame;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tandem {

// Entries of a list: each a row of a table, or a card of its own; added, moved, removed.
class ListEditor : public FieldEditor
{
    Q_OBJECT

public:
    ListEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    bool showProblem(const QString &path, const QString &message) override;
    void clearProblem() override;
    bool saysProblem() const override { return true; }
    bool isWide() const override;

private:
    struct Entry
    {
        QFrame *frame = nullptr;
        QLabel *title = nullptr; // of a card
        QPushButton *up = nullptr;
        QPushButton *down = nullptr;
        FieldEditor *editor = nullptr;
    };

    Entry makeEntry();
    void makeRow(Entry &entry);
    void makeCard(Entry &entry);
    QPushButton *tool(QWidget *parent, const char *icon, const QString &name);
    void add();
    void move(const QWidget *frame, int by);
    void remove(const QWidget *frame);
    int indexOf(const QWidget *frame) const;
    void setCount(int count);
    void number();

    std::vector<Entry> m_entries;
    QVBoxLayout *m_rows;
    QWidget *m_columns = nullptr;
    QLabel *m_none;
    QLabel *m_problem;
    QPushButton *m_add;
};

} // namespace tandem
