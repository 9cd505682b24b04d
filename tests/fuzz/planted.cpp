// SPDX-License-Identifier: GPL-3.0-or-later
// The control: a parser with a planted defect, which must be found in the time that the others
// have. It believes a length that stands in its input.
#include "target.h"

#include <memory>

namespace {

struct Record
{
    std::string_view name;
    unsigned char length = 0;
};

bool readRecord(std::string_view bytes, Record &record)
{
    if (!bytes.starts_with("REC") || bytes.size() < 5)
        return false;
    record.length = static_cast<unsigned char>(bytes[3]);
    record.name = bytes.substr(4);
    return true;
}

} // namespace

static void fuzzPlanted(std::string_view bytes)
{
    Record record;
    if (!readRecord(bytes, record))
        return;
    const auto copy = std::make_unique<char[]>(record.name.size());
    for (std::size_t i = 0; i < record.length; ++i)
        copy[i] = record.name.data()[i]; // beyond both ends where the length lies
}

static const tandem::fuzz::Registered registeredPlanted("planted", fuzzPlanted);
