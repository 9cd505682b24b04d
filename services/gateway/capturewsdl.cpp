// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/capturewsdl.h"

#include "gateway/soapmessage.h"

#include <initializer_list>

namespace tandem::gateway {

namespace {

struct XmlField
{
    const char *name;
    const char *type; // a simple type of XML Schema, or one of ours where it begins with "ixn:"
};

constexpr const char *kvList = "ixn:KVList";

// What a request is made of. Names and order are those that clients of the vendor's service were
// generated from.
struct CaptureOperation
{
    const char *name;
    const char *response;
    bool hasFault;
    std::initializer_list<XmlField> fields;
};

constexpr XmlField interactionId{"InteractionId", "xsd:string"};
constexpr XmlField externalId{"ExternalId", "xsd:string"};
constexpr XmlField extension{"Extension", kvList};
constexpr std::initializer_list<XmlField> withReason{interactionId,
                                                     externalId,
                                                     {"ReasonSystemName", "xsd:string"},
                                                     {"ReasonDescription", "xsd:string"},
                                                     extension};
constexpr std::initializer_list<XmlField> submitFields{interactionId,
                                                       externalId,
                                                       {"MediaType", "xsd:string"},
                                                       {"InteractionType", "xsd:string"},
                                                       {"InteractionSubtype", "xsd:string"},
                                                       {"TenantId", "xsd:int"},
                                                       {"Queue", "xsd:string"},
                                                       {"Workbin", "xsd:string"},
                                                       {"WorkbinAgentId", "xsd:string"},
                                                       {"WorkbinAgentGroupId", "xsd:string"},
                                                       {"WorkbinPlaceId", "xsd:string"},
                                                       {"WorkbinPlaceGroupId", "xsd:string"},
                                                       {"ParentInteractionId", "xsd:string"},
                                                       {"IsOnline", "xsd:boolean"},
                                                       {"ReceivedAt", "xsd:string"},
                                                       {"InQueues", kvList},
                                                       {"OutQueues", kvList},
                                                       {"UserData", kvList},
                                                       {"Hold", "xsd:boolean"},
                                                       extension};
constexpr std::initializer_list<XmlField> updateFields{interactionId,           externalId,
                                                       {"Changed", kvList},     {"Deleted", kvList},
                                                       {"Queue", "xsd:string"}, extension};
constexpr std::initializer_list<XmlField> infoFields{interactionId, externalId, extension};
constexpr std::initializer_list<XmlField> pingFields{extension};

constexpr CaptureOperation operations[] = {
    {"Submit", "RequestResponse", true, submitFields},
    {"Hold", "RequestResponse", true, withReason},
    {"Stop", "RequestResponse", true, withReason},
    {"Resume", "RequestResponse", true, withReason},
    {"Update", "RequestResponse", true, updateFields},
    {"GetInfo", "GetInfoResponse", true, infoFields},
    {"Ping", "PingResponse", false, pingFields},
};

constexpr CaptureOperation answers[] = {
    {"RequestResponse", nullptr, false, pingFields},
    {"GetInfoResponse", nullptr, false, {{"InteractionProperties", kvList}, extension}},
    {"PingResponse",
     nullptr,
     false,
     {{"EventTime", "xsd:string"}, {"UserData", kvList}, {"PingInfo", kvList}, extension}},
};

constexpr const char *head = R"(<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions name="WebServiceCapturePoint"
    targetNamespace="http://www.genesyslab.com/interaction"
    xmlns:ixn="http://www.genesyslab.com/interaction"
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"
    xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<wsdl:types>
<xsd:schema targetNamespace="http://www.genesyslab.com/interaction"
    elementFormDefault="qualified">
<xsd:complexType name="KVList"><xsd:sequence>
<xsd:element name="kvitem" type="ixn:KVPair" minOccurs="0" maxOccurs="unbounded" nillable="true"/>
</xsd:sequence></xsd:complexType>
<xsd:complexType name="KVPair"><xsd:sequence>
<xsd:element name="key" type="xsd:string"/>
<xsd:element name="value" type="ixn:KVPairValue"/>
</xsd:sequence></xsd:complexType>
<xsd:complexType name="KVPairValue"><xsd:choice>
<xsd:element name="ValueString" type="xsd:string"/>
<xsd:element name="ValueInt" type="xsd:int"/>
<xsd:element name="ValueList" type="ixn:KVList"/>
</xsd:choice></xsd:complexType>
<xsd:element name="FaultMessage"><xsd:complexType><xsd:sequence>
<xsd:element name="ErrorCode" type="xsd:int"/>
<xsd:element name="ErrorDescription" type="xsd:string"/>
</xsd:sequence></xsd:complexType></xsd:element>
)";

void addSchemaElement(std::string &out, const char *name, std::initializer_list<XmlField> fields)
{
    out += std::string("<xsd:element name=\"") + name + "\"><xsd:complexType><xsd:sequence>\n";
    for (const auto &field : fields) {
        out += std::string("<xsd:element name=\"") + field.name + "\" type=\"" + field.type
               + "\" minOccurs=\"0\" nillable=\"true\"/>\n";
    }
    out += "</xsd:sequence></xsd:complexType></xsd:element>\n";
}

void addMessage(std::string &out, const std::string &name, const std::string &element)
{
    out += "<wsdl:message name=\"" + name
           + "\"><wsdl:part name=\"parameters\" element=\"ixn:" + element + "\"/></wsdl:message>\n";
}

void addPortType(std::string &out)
{
    out += "<wsdl:portType name=\"IWebServiceCapturePoint\">\n";
    for (const auto &operation : operations) {
        const std::string name = operation.name;
        out += "<wsdl:operation name=\"" + name + "\">\n<wsdl:input message=\"ixn:" + name
               + "Input\"/>\n<wsdl:output message=\"ixn:" + name + "Output\"/>\n";
        if (operation.hasFault)
            out += "<wsdl:fault name=\"FaultMessage\" message=\"ixn:FaultMessage\"/>\n";
        out += "</wsdl:operation>\n";
    }
    out += "</wsdl:portType>\n";
}

// soap: the prefix, and with it the version.
void addBinding(std::string &out, const std::string &soap, const std::string &binding)
{
    const std::string body = "<" + soap + ":body use=\"literal\"/>";
    out += "<wsdl:binding name=\"" + binding + "\" type=\"ixn:IWebServiceCapturePoint\">\n<" + soap
           + ":binding style=\"document\" transport=\"http://schemas.xmlsoap.org/soap/http\"/>\n";
    for (const auto &operation : operations) {
        out += std::string("<wsdl:operation name=\"") + operation.name + "\"><" + soap
               + ":operation soapAction=\"\" style=\"document\"/>\n<wsdl:input>" + body
               + "</wsdl:input><wsdl:output>" + body + "</wsdl:output>\n";
        if (operation.hasFault) {
            out += "<wsdl:fault name=\"FaultMessage\"><" + soap
                   + ":fault name=\"FaultMessage\" use=\"literal\"/></wsdl:fault>\n";
        }
        out += "</wsdl:operation>\n";
    }
    out += "</wsdl:binding>\n";
}

void addPort(std::string &out, const std::string &soap, const std::string &binding,
             const std::string &address)
{
    out += "<wsdl:port name=\"" + binding + "\" binding=\"ixn:" + binding + "\"><" + soap
           + ":address location=\"" + xmlEscaped(address) + "\"/></wsdl:port>\n";
}

} // namespace

std::string captureWsdl(const std::string &address)
{
    std::string out = head;
    for (const auto &operation : operations)
        addSchemaElement(out, operation.name, operation.fields);
    for (const auto &answer : answers)
        addSchemaElement(out, answer.name, answer.fields);
    out += "</xsd:schema>\n</wsdl:types>\n";
    for (const auto &operation : operations) {
        addMessage(out, std::string(operation.name) + "Input", operation.name);
        addMessage(out, std::string(operation.name) + "Output", operation.response);
    }
    addMessage(out, "FaultMessage", "FaultMessage");
    addPortType(out);
    addBinding(out, "soap", "IWebServiceCapturePointHttpBinding");
    addBinding(out, "soap12", "IWebServiceCapturePointSoap12Binding");
    out += "<wsdl:service name=\"WebServiceCapturePoint\">\n";
    addPort(out, "soap", "IWebServiceCapturePointHttpBinding", address);
    addPort(out, "soap12", "IWebServiceCapturePointSoap12Binding", address);
    return out + "</wsdl:service>\n</wsdl:definitions>\n";
}

} // namespace tandem::gateway
