// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admin/fieldeditor.h"

class QListWidget;

namespace tandem {

class SearchField;

// Some of many: the objects of a kind, to be ticked; searched where there are more than a few.
class ReferencesEditor : public FieldEditor
{
    Q_OBJECT

public:
    ReferencesEditor(const FieldDescription &field, const FormContext &context, QWidget *parent);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    bool isWide() const override { return false; }

private:
    void filter(const QString &words);

    SearchField *m_search;
    QListWidget *m_list;
    QStringList m_chosen; // in the order of the value
    bool m_isSilent = false;
};

} // namespace tandem
