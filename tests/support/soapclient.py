# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: soapclient.py WSDL [--token TOKEN] [--version 11|12] < CALLS

A SOAP client of its own kind (zeep), which knows the service by its WSDL alone. CALLS is JSON:
[[operation, {parameters}], ...]. Prints a JSON list: {"result": ...} or {"fault": {...}} for each.
exit codes: 0 all calls were answered, 77 there is no zeep"""
import argparse
import json
import sys

try:
    import requests
    import zeep
    from zeep.exceptions import Fault
    from zeep.helpers import serialize_object
    from zeep.transports import Transport
except ImportError:
    sys.exit(77)

NAMESPACE = "http://www.genesyslab.com/interaction"
BINDINGS = {"11": "IWebServiceCapturePointHttpBinding",
            "12": "IWebServiceCapturePointSoap12Binding"}


def fault_of(fault):
    detail = fault.detail
    message = detail.find(f"{{{NAMESPACE}}}FaultMessage") if detail is not None else None
    texts = {} if message is None else {part.tag.split("}")[1]: part.text for part in message}
    return {"code": str(fault.code), "message": fault.message, **texts}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("wsdl")
    parser.add_argument("--token")
    parser.add_argument("--version", default="11", choices=BINDINGS)
    given = parser.parse_args()
    session = requests.Session()
    session.trust_env = False
    if given.token:
        session.auth = ("soapclient", given.token)
    client = zeep.Client(given.wsdl, transport=Transport(session=session, timeout=15),
                         port_name=BINDINGS[given.version])
    answers = []
    for operation, parameters in json.load(sys.stdin):
        try:
            result = getattr(client.service, operation)(**parameters)
            answers.append({"result": serialize_object(result, dict)})
        except Fault as fault:
            answers.append({"fault": fault_of(fault)})
    json.dump(answers, sys.stdout)


main()
