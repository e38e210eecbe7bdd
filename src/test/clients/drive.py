"""Calls every operation of the API through the Python client, and prints each as the description names it."""

import datetime
import re
import sys
from urllib.parse import urlsplit

import openapi_client as generated
from openapi_client.exceptions import ApiException

root = sys.argv[1]
calls = set()
client = generated.ApiClient(generated.Configuration(host=root))
send = client.call_api


def record(method, url, *rest, **named):
    calls.add(f"{method} {re.sub('[0-9]+$', '{id}', urlsplit(url).path)}")
    return send(method, url, *rest, **named)


client.call_api = record
accounts = generated.AccountsApi(client)
segments = generated.SegmentsApi(client)
memberships = generated.MembershipsApi(client)
operations = generated.OperationsApi(client)
reports = generated.ReportsApi(client)

assert generated.ServiceApi(client).ping().message == "pong"
user = accounts.sign_up(generated.SignUpRequest(login="python", email="python@example.com", password="qwerty123")).id
signed_in = accounts.sign_in_with_http_info(generated.SignInRequest(login="python", password="qwerty123"))
client.cookie = signed_in.headers["Set-Cookie"].split(";")[0]
client.configuration.access_token = accounts.refresh().token

first = segments.create(generated.CreateRequest(name="PYTHON-1", assign_percent=0.5)).id
second = segments.create(generated.CreateRequest(name="PYTHON-2")).id
third = segments.create(generated.CreateRequest(name=" PYTHON\n3 ")).id
assert "PYTHON-2" in [segment.name for segment in segments.list().segments]
assert len(segments.list(limit=1, after=first).segments) == 1
assert segments.find(third).segment.name == " PYTHON\n3 "

added = operations.add(generated.AddRequest(user_id=user, segment_ids=[second], ttl="1h")).operation_ids
added += operations.add1(generated.AddRequest(user_id=user, segment_names=[" PYTHON\n3 "])).operation_ids
assert len(added) == 2
assert "PYTHON-2" in [segment.name for segment in memberships.segments(user).segments]
assert user in [member.id for member in memberships.users(second).users]

now = datetime.datetime.now(datetime.timezone.utc)
page = operations.history(now.year, now.month, user_ids=[user], page_size=1, page=1)
assert page.operations[0].user_id == user and page.operations[0].type == "added"
assert len(operations.history(now.year, now.month, user_ids=[user], after=page.next).operations) > 0
assert reports.file(now.year, now.month, user_ids=[user]).startswith("user-id,segment-name,type,date\n")
try:
    reports.link(now.year, now.month)
    raise AssertionError("Google Drive is not configured")
except ApiException as error:
    assert error.status == 400 and "google drive" in error.body

operations.remove(generated.RemoveRequest(user_id=user, segment_ids=[second]))
operations.remove1(generated.RemoveRequest(user_id=user, segment_names=[" PYTHON\n3 "]))
segments.delete(generated.DeleteRequest(name="PYTHON-1"))
segments.delete_by_id(generated.DeleteByIdRequest(id=second))
print("\n".join(calls))
