// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/scripttext.h"

#include <QSet>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

struct Token
{
    enum class Kind { Word, Sign, Other } kind;
    qsizetype begin;
    qsizetype end;
};

bool isWordSign(QChar sign) { return sign.isLetterOrNumber() || sign == u'_' || sign == u'$'; }

// Splits into words and signs; strings, templates, regular expressions and comments are passed
// over. What it does not understand the compiler refuses.
class Tokens
{
public:
    explicit Tokens(const QString &text) : m_text(text)
    {
        while (m_at < m_text.size())
            step();
    }

    std::vector<Token> take() { return std::move(m_tokens); }

private:
    QChar at(qsizetype index) const { return index < m_text.size() ? m_text[index] : QChar(); }

    void step()
    {
        const auto sign = at(m_at);
        if (sign.isSpace()) {
            ++m_at;
        } else if (sign == u'/' && at(m_at + 1) == u'/') {
            skipTo(u"\n"_s, m_at);
        } else if (sign == u'/' && at(m_at + 1) == u'*') {
            skipTo(u"*/"_s, m_at + 2);
        } else if (isWordSign(sign)) {
            const auto begin = m_at;
            while (isWordSign(at(m_at)))
                ++m_at;
            m_tokens.push_back({Token::Kind::Word, begin, m_at});
        } else if (sign == u'"' || sign == u'\'' || sign == u'`') {
            skipQuoted(sign);
        } else if (sign == u'/' && regularExpressionMayStand()) {
            skipRegularExpression();
        } else {
            m_tokens.push_back({Token::Kind::Sign, m_at, m_at + 1});
            ++m_at;
        }
    }

    void skipTo(const QString &end, qsizetype from)
    {
        const auto found = m_text.indexOf(end, from);
        m_at = found < 0 ? m_text.size() : found + end.size();
    }

    void skipQuoted(QChar quote)
    {
        const auto begin = m_at++;
        while (m_at < m_text.size() && at(m_at) != quote)
            m_at += at(m_at) == u'\\' ? 2 : 1;
        m_tokens.push_back({Token::Kind::Other, begin, ++m_at});
    }

    void skipRegularExpression()
    {
        const auto begin = m_at++;
        bool inClass = false;
        while (m_at < m_text.size() && at(m_at) != u'\n' && (inClass || at(m_at) != u'/')) {
            if (at(m_at) == u'[')
                inClass = true;
            else if (at(m_at) == u']')
                inClass = false;
            m_at += at(m_at) == u'\\' ? 2 : 1;
        }
        m_tokens.push_back({Token::Kind::Other, begin, ++m_at});
    }

    bool regularExpressionMayStand() const
    {
        if (m_tokens.empty())
            return true;
        const auto &before = m_tokens.back();
        const auto word = m_text.mid(before.begin, before.end - before.begin);
        if (before.kind == Token::Kind::Word)
            return word == u"return"_s || word == u"typeof"_s || word == u"in"_s
                   || word == u"case"_s;
        return before.kind == Token::Kind::Sign && !u")]}"_s.contains(word);
    }

    const QString m_text;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens;
};

class DeclarationSearch
{
public:
    explicit DeclarationSearch(const QString &script)
        : m_script(script), m_tokens(Tokens(script).take())
    {
        m_found.text = script;
    }

    Declarations search()
    {
        for (size_t i = 0; i < m_tokens.size(); ++i)
            i = look(i);
        return std::move(m_found);
    }

private:
    QString word(size_t index) const
    {
        if (index >= m_tokens.size())
            return {};
        return m_script.mid(m_tokens[index].begin, m_tokens[index].end - m_tokens[index].begin);
    }
    bool isSign(size_t index, QChar sign) const { return word(index) == sign; }
    bool isName(size_t index) const { return isIdentifier(word(index)); }

    // The last token that belongs to what begins here.
    size_t look(size_t index)
    {
        const auto text = word(index);
        if (index > 0 && isSign(index - 1, u'.'))
            return index;
        if (text == u"{"_s || text == u"("_s || text == u"["_s)
            ++m_depth;
        else if (text == u"}"_s || text == u")"_s || text == u"]"_s)
            --m_depth;
        else if (text == u"function"_s)
            return function(index);
        else if (text == u"="_s && isSign(index + 1, u'>'))
            return arrow(index);
        else if (text == u"var"_s)
            variables(index);
        else if (m_depth == 0 && (text == u"let"_s || text == u"const"_s)) {
            m_found.text.replace(m_tokens[index].begin + m_grown, text.size(),
                                 u"var"_s.leftJustified(text.size()));
            variables(index);
        } else if (text == u"class"_s) {
            return classOf(index);
        }
        return index;
    }

    size_t function(size_t index)
    {
        size_t name = index + 1;
        if (isSign(name, u'*'))
            ++name;
        const bool isDeclared = m_depth == 0 && isName(name) && beginsStatement(index);
        const auto end = blockEnd(blockEnd(index, u'(', u')'), u'{', u'}');
        if (isDeclared && end < m_tokens.size()) {
            m_found.functions.push_back(
                {word(name),
                 m_script.mid(m_tokens[index].begin, m_tokens[end].end - m_tokens[index].begin)});
        }
        return end;
    }

    size_t arrow(size_t index) const
    {
        return isSign(index + 2, u'{') ? blockEnd(index, u'{', u'}') : index + 1;
    }

    size_t classOf(size_t index)
    {
        if (m_depth == 0 && isName(index + 1) && beginsStatement(index)) {
            const auto inserted = u"var "_s + word(index + 1) + u" = "_s;
            m_found.text.insert(m_tokens[index].begin + m_grown, inserted);
            m_grown += inserted.size();
            add(word(index + 1));
        }
        return blockEnd(index, u'{', u'}');
    }

    bool beginsStatement(size_t index) const
    {
        if (index == 0)
            return true;
        const auto before = word(index - 1);
        if (before == u";"_s || before == u"}"_s)
            return true;
        // A line of its own, unless what stands before wants more: `x = \n function f() {}`.
        const auto between =
            m_script.mid(m_tokens[index - 1].end, m_tokens[index].begin - m_tokens[index - 1].end);
        return between.contains(u'\n') && !u"=(,:?&|+-*/!<>[{"_s.contains(before.back());
    }

    // Where the next block of this kind ends; the number of tokens where it does not.
    size_t blockEnd(size_t index, QChar open, QChar close) const
    {
        int depth = 0;
        for (; index < m_tokens.size(); ++index) {
            if (isSign(index, open))
                ++depth;
            else if (isSign(index, close) && --depth <= 0)
                return index;
        }
        return index;
    }

    // After `var`: each name before `=` or in a pattern. Too many names do no harm.
    void variables(size_t index)
    {
        int depth = 0;
        bool wantsName = true;
        for (++index; index < m_tokens.size(); ++index) {
            const auto text = word(index);
            if (text == u"{"_s || text == u"["_s || text == u"("_s)
                ++depth;
            else if (text == u"}"_s || text == u"]"_s || text == u")"_s)
                --depth;
            if (depth < 0 || (depth == 0 && (text == u";"_s || text == u"in"_s || text == u"of"_s)))
                return;
            if (text == u"="_s && depth == 0)
                wantsName = false;
            else if (text == u","_s && depth == 0)
                wantsName = true;
            else if (wantsName && isName(index) && !isSign(index + 1, u':'))
                add(text);
            if (depth == 0 && isName(index) && !isSign(index + 1, u','))
                wantsName = false;
            if (text == u"function"_s)
                index = blockEnd(index, u'{', u'}');
        }
    }

    void add(const QString &name)
    {
        if (isVariable(name) && !m_found.variables.contains(name))
            m_found.variables += name;
    }

    const QString m_script;
    const std::vector<Token> m_tokens;
    int m_depth = 0;
    qsizetype m_grown = 0;
    Declarations m_found;
};

} // namespace

Declarations declarationsOf(const QString &script) { return DeclarationSearch(script).search(); }

bool isIdentifier(const QString &name)
{
    static const QSet<QString> reserved{
        u"break"_s,    u"case"_s,    u"catch"_s,  u"class"_s,      u"const"_s, u"continue"_s,
        u"debugger"_s, u"default"_s, u"delete"_s, u"do"_s,         u"else"_s,  u"enum"_s,
        u"export"_s,   u"extends"_s, u"false"_s,  u"finally"_s,    u"for"_s,   u"function"_s,
        u"if"_s,       u"import"_s,  u"in"_s,     u"instanceof"_s, u"let"_s,   u"new"_s,
        u"null"_s,     u"return"_s,  u"super"_s,  u"switch"_s,     u"this"_s,  u"throw"_s,
        u"true"_s,     u"try"_s,     u"typeof"_s, u"var"_s,        u"void"_s,  u"while"_s,
        u"with"_s,     u"yield"_s};
    if (name.isEmpty() || name[0].isDigit() || reserved.contains(name))
        return false;
    for (const auto sign : name) {
        if (!isWordSign(sign))
            return false;
    }
    return true;
}

bool isVariable(const QString &name)
{
    static const QSet<QString> system{u"_event"_s, u"_sessionid"_s, u"_name"_s, u"_ioprocessors"_s,
                                      u"_x"_s};
    return isIdentifier(name) && !system.contains(name);
}

QString quoted(const QString &text)
{
    QString result = u"\""_s;
    for (const auto sign : text) {
        if (sign == u'"' || sign == u'\\')
            result += u'\\';
        // U+2028 and U+2029 end a line in ECMAScript before 2019, and lone surrogates are no UTF-8.
        if (sign.unicode() < 0x20 || sign.unicode() >= 0x7f)
            result += u"\\u%1"_s.arg(uint(sign.unicode()), 4, 16, QChar(u'0'));
        else
            result += sign;
    }
    return result + u'"';
}

} // namespace tandem::scxml
